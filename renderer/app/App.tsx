import { CacheProvider, type EmotionCache } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { SessionGate } from '../session/SessionGate.tsx';
import { ProblemBoundary } from '../shared/ProblemBoundary.tsx';
import { Desk } from './Desk.tsx';
import { useLook } from './look.ts';
import { useIsBlanked } from './privacy.ts';
import { newQueryClient } from './query-client.ts';
import { newTheme } from './theme.ts';

/** The whole program on one screen: its look, what it knows, and the gate that asks who is there. */
export function App(props: { readonly styleCache: EmotionCache }) {
  const { theme, density, textSize } = useLook();
  const isBlanked = useIsBlanked();
  const [queryClient] = useState(newQueryClient);
  const muiTheme = useMemo(() => newTheme(theme, density), [theme, density]);

  useEffect(() => {
    const root = document.documentElement;
    root.style.fontSize = `${textSize}%`;
    root.style.colorScheme = theme === 'light' ? 'light' : 'dark';
    root.dataset.theme = theme;
  }, [textSize, theme]);
  useEffect(() => {
    document.documentElement.dataset.privacy = isBlanked ? 'on' : 'off';
  }, [isBlanked]);

  return (
    <CacheProvider value={props.styleCache}>
      <ThemeProvider theme={muiTheme}>
        <CssBaseline />
        <ProblemBoundary what="The program">
          <QueryClientProvider client={queryClient}>
            <SessionGate desk={<Desk />} />
          </QueryClientProvider>
        </ProblemBoundary>
      </ThemeProvider>
    </CacheProvider>
  );
}
