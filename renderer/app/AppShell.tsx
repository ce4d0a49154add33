import Box from '@mui/material/Box';
import { useEffect, useRef } from 'react';
import { Outlet, useLocation } from 'react-router';
import { IdleLock } from '../session/IdleLock.tsx';
import { Banners } from './Banners.tsx';
import { Rail } from './Rail.tsx';
import { ShellPanels } from './ShellPanels.tsx';
import { StatusLine } from './StatusLine.tsx';
import { ROOM } from './theme.ts';
import { TOAST_ROOM } from './toasts.tsx';
import { TopBar } from './TopBar.tsx';
import { useShellShortcuts } from './use-shell-shortcuts.ts';

/** The frame around every page: skip link, top bar, rail, page, status line. */
export function AppShell() {
  useShellShortcuts();
  const main = useFocusOnNewPage();

  return (
    <Box sx={{ containerType: 'inline-size', containerName: 'app' }}>
      <SkipLink />
      <Box
        sx={{
          display: 'flex',
          flexDirection: 'column',
          minHeight: '100dvh',
          // The last lines of the page can always be read above the news.
          paddingBottom: TOAST_ROOM,
          [ROOM.rail]: {
            paddingBottom: 0,
            display: 'grid',
            height: '100dvh',
            gridTemplateColumns: '11.5rem minmax(0, 1fr)',
            gridTemplateRows: 'auto auto minmax(0, 1fr) auto',
            gridTemplateAreas: '"banners banners" "top top" "rail main" "status status"',
          },
        }}
      >
        <Banners />
        <TopBar />
        <Rail />
        <Box
          component="main"
          id="page"
          ref={main}
          tabIndex={-1}
          data-region="the page"
          sx={{
            gridArea: 'main',
            flexGrow: 1,
            minWidth: 0,
            containerType: 'inline-size',
            containerName: 'main',
            padding: 2,
            '&:focus-visible': { outlineOffset: '-3px' },
            [ROOM.rail]: { overflowY: 'auto', paddingInline: 3.5, paddingBlock: 3 },
          }}
        >
          <Outlet />
        </Box>
        <StatusLine />
      </Box>
      <ShellPanels />
      <IdleLock />
    </Box>
  );
}

function SkipLink() {
  return (
    <Box
      component="a"
      href="#page"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('page')?.focus();
      }}
      sx={(theme) => ({
        position: 'absolute',
        insetInlineStart: '0.5rem',
        top: '-6rem',
        zIndex: theme.zIndex.tooltip,
        padding: 1.5,
        backgroundColor: theme.palette.background.paper,
        color: theme.palette.text.primary,
        '&:focus': { top: '0.5rem' },
      })}
    >
      Skip to the page
    </Box>
  );
}

/** Puts the focus on the page after going to another one, so that reading starts there. */
function useFocusOnNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const lastPath = useRef(pathname);
  useEffect(() => {
    if (lastPath.current === pathname) return;
    lastPath.current = pathname;
    main.current?.scrollTo?.({ top: 0 });
    const isAlreadyThere = main.current?.contains(document.activeElement) ?? false;
    const isInDialog = document.activeElement?.closest('[role="dialog"]') !== null;
    if (!isAlreadyThere && !isInDialog) main.current?.focus();
  }, [pathname]);
  return main;
}
