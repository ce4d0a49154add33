import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { countOf } from '#db/shared/plain-words';

/** Says what a screen that nobody uses is about to do, and counts down to it; any key or movement ends it. */
export function IdleWarning(props: {
  /** Null while there is nothing to say. */
  readonly secondsLeft: number | null;
  readonly words: string;
  /** 'Locks in', before the seconds. */
  readonly countdown: string;
  readonly stayWords: string;
}) {
  const titleId = useId();
  return (
    <Dialog
      open={props.secondsLeft !== null}
      role="alertdialog"
      aria-labelledby={titleId}
      aria-describedby={`${titleId}-words`}
    >
      <DialogTitle id={titleId}>Still there?</DialogTitle>
      <DialogContent>
        <p id={`${titleId}-words`}>{props.words}</p>
        <Box aria-hidden="true" sx={{ fontSize: '1.5rem', fontWeight: 680 }}>
          {props.countdown} {countOf(props.secondsLeft ?? 0, 'second')}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="contained">{props.stayWords}</Button>
      </DialogActions>
    </Dialog>
  );
}
