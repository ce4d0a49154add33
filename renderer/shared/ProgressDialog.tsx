import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ActId } from '#db/shared/long-act';
import type { ActOnScreen } from './use-long-act.ts';

type Props = {
  /** Null while nothing is under way. */
  readonly act: ActOnScreen | null;
  readonly onStop: (id: ActId) => Promise<void>;
};

/**
 * Says how far a long act is and lets it be stopped. Focus goes to the dialog, not to its button, so that a key
 * pressed twice stops nothing, and comes back to where it was. A reader is told each tenth, not each message.
 */
export function ProgressDialog({ act, onStop }: Props) {
  const titleId = useId();
  if (act?.isShown !== true) return null;
  const percent = percentOf(act);
  const isKnown = percent !== null;
  return (
    <Dialog open aria-labelledby={titleId} maxWidth="xs" fullWidth>
      <DialogTitle id={titleId}>{act.title}</DialogTitle>
      <DialogContent sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
          {act.progress?.words ?? 'Getting ready.'}
        </Typography>
        <Box
          role="progressbar"
          aria-labelledby={titleId}
          {...(isKnown
            ? {
                'aria-valuemin': 0,
                'aria-valuemax': 100,
                'aria-valuenow': percent,
                'aria-valuetext': act.progress?.words,
              }
            : {})}
          sx={(theme) => ({
            height: '0.75rem',
            borderRadius: 1,
            overflow: 'hidden',
            border: `1px solid ${theme.trc.line}`,
            backgroundColor: theme.trc.sunk,
          })}
        >
          <Box
            style={{ width: `${percent ?? 0}%` }}
            sx={(theme) => ({
              height: '100%',
              backgroundColor: theme.palette.primary.main,
              transition: 'width 120ms linear',
              '@media (forced-colors: active)': {
                forcedColorAdjust: 'none',
                backgroundColor: 'Highlight',
              },
            })}
          />
        </Box>
        <Typography role="status">
          {act.isStopping ? 'Stopping.' : isKnown ? tenthWords(percent) : ''}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button
          variant="outlined"
          aria-disabled={act.isStopping}
          onClick={() => {
            // Switched off in words only: a button that is switched off for good would lose the focus.
            if (!act.isStopping) void onStop(act.id);
          }}
        >
          {act.stopWords}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** Whole per cent, or null where nothing is known yet. */
function percentOf({ progress }: ActOnScreen): number | null {
  if (progress === null || progress.total === 0) return null;
  return Math.floor((100 * progress.done) / progress.total);
}

const tenthWords = (percent: number): string => `${Math.floor(percent / 10) * 10}% done`;
