import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { countOf } from '#db/shared/plain-words';
import { useSession } from '../app/session-context.tsx';
import { touchSession, useLockScreen } from './session.queries.ts';
import { useIdleLock } from './use-idle-lock.ts';

/** Locks a screen that nobody uses, after a warning that any key or movement ends. */
export function IdleLock() {
  const { idleLockMinutes } = useSession();
  const titleId = useId();
  const lock = useLockScreen();
  const secondsLeft = useIdleLock({
    idleMinutes: idleLockMinutes,
    onLock: () => {
      if (!lock.isPending) lock.mutate();
    },
    onActivity: () => {
      // A missed touch only makes the program lock sooner; the next sign of life sends another.
      touchSession().catch(() => undefined);
    },
  });

  return (
    <Dialog
      open={secondsLeft !== null}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={`${titleId}-words`}
    >
      <DialogTitle id={titleId}>Still there?</DialogTitle>
      <DialogContent>
        <p id={`${titleId}-words`}>
          Nobody has used this screen for a while. It locks by itself to protect people’s details.
          Press any key or move the mouse to go on.
        </p>
        <Box aria-hidden="true" sx={{ fontSize: '1.5rem', fontWeight: 680 }}>
          Locks in {countOf(secondsLeft ?? 0, 'second')}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained">Stay at the desk</Button>
      </DialogActions>
    </Dialog>
  );
}
