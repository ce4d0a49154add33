import { CacheProvider, type EmotionCache } from '@emotion/react';
import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, useEffect, useMemo, useState } from 'react';
import { HandedOverPlace } from '../hand-over/HandedOverPlace.tsx';
import { SessionGate } from '../session/SessionGate.tsx';
import { ProblemBoundary } from '../shared/ProblemBoundary.tsx';
import { Desk } from './Desk.tsx';
import { useLook } from './look.ts';
import { useIsBlanked } from './privacy.ts';
import { newQueryClient } from './query-client.ts';
import { router } from './routes.tsx';
import { newTheme } from './theme.ts';

const ClaimForm = lazy(async () => ({
  default: (await import('../claims/form/ClaimForm.tsx')).ClaimForm,
}));

/** The same page without what was looked for on it. */
const stripAddress = (): void => void router.navigate(location.pathname, { replace: true });

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
            <SessionGate
              desk={<Desk />}
              handedOver={<HandedOverPlace form={ClaimForm} onPlainAddress={stripAddress} />}
            />
          </QueryClientProvider>
        </ProblemBoundary>
      </ThemeProvider>
    </CacheProvider>
  );
}
