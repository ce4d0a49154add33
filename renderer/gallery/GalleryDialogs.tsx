import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useToast } from '../app/toasts.tsx';
import { ConfirmDialog } from '../shared/ConfirmDialog.tsx';

/** Dialogs and messages, each behind the button that opens it. */
export function GalleryDialogs() {
  const [open, setOpen] = useState<'plain' | 'danger' | null>(null);
  const { say } = useToast();
  const close = (): void => setOpen(null);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
      <Button variant="outlined" onClick={() => setOpen('plain')}>
        Ask a question
      </Button>
      <Button variant="outlined" onClick={() => setOpen('danger')}>
        Ask before something final
      </Button>
      <Button
        variant="outlined"
        onClick={() =>
          say({
            words: 'Booked for Thursday.',
            undo: { label: 'Undo', run: () => Promise.resolve() },
          })
        }
      >
        Show a message
      </Button>
      <ConfirmDialog
        isOpen={open !== null}
        title={open === 'danger' ? 'Cancel the booking?' : 'Change the room?'}
        confirmWords={open === 'danger' ? 'Cancel the booking' : 'Change the room'}
        keepWords="Keep it as it is"
        isDanger={open === 'danger'}
        onConfirm={() => Promise.resolve()}
        onClose={close}
      >
        <Typography>Nothing happens here; it is only to be looked at.</Typography>
      </ConfirmDialog>
    </Box>
  );
}
