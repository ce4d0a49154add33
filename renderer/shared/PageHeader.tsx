import { Box, Button, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { useIsBlanked } from '../app/privacy.ts';
import { useSession } from '../app/session-context.tsx';
import { useShortcut } from '../app/shortcuts.ts';
import { PrintIcon } from './icons.tsx';

type Props = {
  readonly title: string;
  /** Beside the title: a StatusWord, a reference. */
  readonly status?: ReactNode;
  /** Buttons of the page. */
  readonly actions?: ReactNode;
  /** What this page prints; the button stands in the same place everywhere and Ctrl+P presses it. */
  readonly printAction?: { readonly words: string; readonly run: () => void };
  /** The title names a person: it is blanked by the privacy button and kept out of the window's title. */
  readonly isPersonal?: boolean;
};

/** First thing on every page: its title, state, buttons and what it prints. */
export function PageHeader(props: Props) {
  const { centreName } = useSession();
  const isBlanked = useIsBlanked();
  const windowTitle = props.isPersonal && isBlanked ? 'Hidden' : props.title;
  useEffect(() => {
    document.title = `${windowTitle} · ${centreName}`;
  }, [windowTitle, centreName]);
  useShortcut('ctrl+p', props.printAction?.words ?? 'Print', () => props.printAction?.run(), {
    scope: 'This page',
    isOn: props.printAction !== undefined,
  });

  return (
    <Box
      component="header"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 1.5,
        marginBottom: 2.5,
      }}
    >
      <Typography
        variant="h1"
        tabIndex={-1}
        data-page-title=""
        data-personal={props.isPersonal ? '' : undefined}
        sx={{ overflowWrap: 'anywhere' }}
      >
        {props.title}
      </Typography>
      {props.status}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          marginInlineStart: 'auto',
          alignItems: 'center',
        }}
      >
        {props.actions}
        {props.printAction === undefined ? null : (
          <Button variant="outlined" startIcon={<PrintIcon />} onClick={props.printAction.run}>
            {props.printAction.words}
          </Button>
        )}
      </Box>
    </Box>
  );
}
