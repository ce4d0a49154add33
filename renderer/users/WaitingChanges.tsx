import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { localDateTimeOf } from '#db/shared/local-date';
import { formatDateTime } from '#db/shared/plain-words';
import type { WaitingChange } from '#db/users/users.contract';
import { ApiError } from '../app/api-client.ts';
import { useCan } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ErrorSummary } from '../shared/ErrorSummary.tsx';
import { useConfirmChange, useWithdrawChange } from './users.queries.ts';

/** Changes of accounts that one person asked for and another has to confirm. */
export function WaitingChanges(props: { readonly changes: readonly WaitingChange[] }) {
  const headingId = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const confirm = useConfirmChange();
  const withdraw = useWithdrawChange();
  const maySettle = useCan(['finance', 'manager']);
  const { say } = useToast();
  if (props.changes.length === 0) return null;

  const settle = async (work: Promise<unknown>, words: string): Promise<void> => {
    try {
      await work;
      setProblem(null);
      say({ words });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
    }
  };

  return (
    <Box
      component="section"
      aria-labelledby={headingId}
      sx={(theme) => ({
        padding: 2,
        borderRadius: 1.5,
        border: `2px solid ${theme.trc.status.warning.line}`,
        backgroundColor: theme.palette.background.paper,
      })}
    >
      <Typography id={headingId} variant="h2">
        Waiting for a second person
      </Typography>
      <ErrorSummary errors={problem === null ? [] : [{ field: null, message: problem }]} />
      <Box component="ul" sx={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {props.changes.map((change) => (
          <Box component="li" key={change.id} sx={{ paddingBlock: 1.25 }}>
            <Box sx={{ fontWeight: 620 }}>{change.words}</Box>
            <Typography variant="body2" color="textSecondary">
              Asked by {change.askedBy}, {formatDateTime(localDateTimeOf(change.askedAt))}
            </Typography>
            {maySettle ? (
              <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, marginTop: 1 }}>
                {change.mayConfirm ? (
                  <Button
                    variant="contained"
                    aria-label={`Confirm: ${change.words}`}
                    onClick={() =>
                      void settle(confirm.mutateAsync(change.id), `Done: ${change.words}.`)
                    }
                  >
                    Confirm the change
                  </Button>
                ) : (
                  <Typography>Another manager or a finance approver has to confirm it.</Typography>
                )}
                <Button
                  variant="outlined"
                  aria-label={`Take back: ${change.words}`}
                  onClick={() =>
                    void settle(withdraw.mutateAsync(change.id), `Taken back: ${change.words}.`)
                  }
                >
                  Take the change back
                </Button>
              </Box>
            ) : null}
          </Box>
        ))}
      </Box>
    </Box>
  );
}
