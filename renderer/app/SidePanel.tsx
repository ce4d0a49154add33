import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { CloseIcon } from '../shared/icons.tsx';

/** A panel that stands at the side of the page until it is closed. */
export function SidePanel(props: {
  readonly title: string;
  readonly side?: 'left' | 'right';
  readonly children: ReactNode;
  readonly onClose: () => void;
}) {
  const titleId = useId();
  return (
    <Drawer
      open
      anchor={props.side ?? 'right'}
      onClose={props.onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { width: '27rem', maxWidth: '100%', padding: 2.5, gap: 2 },
        },
      }}
    >
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'start', justifyContent: 'space-between' }}>
        <Typography id={titleId} variant="h2">
          {props.title}
        </Typography>
        <Button onClick={props.onClose} startIcon={<CloseIcon />}>
          Close
        </Button>
      </Box>
      {props.children}
    </Drawer>
  );
}
