import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useRef } from 'react';
import { LookButton } from '../app/LookButton.tsx';
import { Banners } from '../app/Banners.tsx';
import { useSession } from '../app/session-context.tsx';

/** The page before the desk: centre name and one card, in every text size. */
export function FrontPage(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly width?: string;
  /** Above the title: 'Step 3 of 7'. */
  readonly above?: string;
  /** The title takes the focus when the page appears: what had it before is gone. */
  readonly takesFocus?: boolean;
}) {
  const { centreName, appVersion } = useSession();
  const place = centreName === '' ? 'TRC Desk' : centreName;
  const heading = useFocusOnNewTitle(props.title, props.takesFocus ?? false);
  useEffect(() => {
    document.title = `${props.title} · TRC Desk`;
  }, [props.title]);

  return (
    <Box sx={{ containerType: 'inline-size', containerName: 'app' }}>
      <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: '100dvh' }}>
        <Banners />
        <Box
          component="header"
          sx={(theme) => ({
            display: 'flex',
            flexWrap: 'wrap',
            gap: 1,
            justifyContent: 'space-between',
            alignItems: 'center',
            paddingBlock: 1.5,
            paddingInline: 2.5,
            color: theme.trc.rail.ink,
            backgroundColor: theme.trc.rail.ground,
            borderBottom: `3px solid ${theme.trc.rail.line}`,
            '& button': { color: theme.trc.rail.ink },
          })}
        >
          <Box sx={{ fontSize: '1.25rem', fontWeight: 700 }}>{place}</Box>
          <LookButton />
        </Box>
        <Box
          component="main"
          sx={{
            flexGrow: 1,
            width: '100%',
            maxWidth: props.width ?? '34rem',
            marginInline: 'auto',
            paddingBlock: 3,
            paddingInline: 2,
            containerType: 'inline-size',
            containerName: 'main',
          }}
        >
          {props.above === undefined ? null : (
            <Typography color="textSecondary" sx={{ fontWeight: 620 }}>
              {props.above}
            </Typography>
          )}
          <Typography
            ref={heading}
            variant="h1"
            tabIndex={-1}
            data-page-title=""
            sx={{ marginBottom: 2 }}
          >
            {props.title}
          </Typography>
          {props.children}
        </Box>
        <Box component="footer" sx={{ padding: 2, color: 'text.secondary', fontSize: '0.9375rem' }}>
          TRC Desk {appVersion}. Everything stays on this computer.
        </Box>
      </Box>
    </Box>
  );
}

/** The button that led to the next card is gone with the card, so the focus goes on at the new title. */
function useFocusOnNewTitle(title: string, takesFocus: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const lastTitle = useRef(takesFocus ? null : title);
  useEffect(() => {
    if (lastTitle.current === title) return;
    lastTitle.current = title;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) heading.current?.focus();
  }, [title]);
  return heading;
}
