import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import type { KeptReason } from '#db/claims/deciding.contract';
import { useCan } from '../../app/session-context.tsx';
import { useToast } from '../../app/toasts.tsx';
import { DataTable } from '../../shared/DataTable.tsx';
import { EmptyState } from '../../shared/EmptyState.tsx';
import { LoadingShape } from '../../shared/LoadingShape.tsx';
import { ProblemPanel } from '../../shared/ProblemPanel.tsx';
import { StatusWord } from '../../shared/StatusWord.tsx';
import { useKeepReason, useReasons } from './deciding.queries.ts';
import { DECISION_WORDS } from './line-choices.ts';

/** Reasons that were kept; whoever decides puts one out of use here, or back into it. Nothing is deleted. */
export function KeptReasonsDialog({ onClose }: { readonly onClose: () => void }) {
  const titleId = useId();
  const reasons = useReasons();
  const mayChange = useCan(['finance', 'manager']);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>Reasons that were kept</DialogTitle>
      <DialogContent>
        {reasons.isError ? (
          <ProblemPanel
            error={reasons.error}
            what="The reasons"
            onTryAgain={() => void reasons.refetch()}
          />
        ) : reasons.data === undefined ? (
          <LoadingShape lines={4} />
        ) : reasons.data.length === 0 ? (
          <EmptyState words="No reason is kept yet. Keep one where you type it, while you decide." />
        ) : (
          <DataTable<KeptReason>
            label="Reasons that were kept"
            rows={reasons.data}
            keyOf={({ id }) => id}
            minWidth="30rem"
            columns={[
              { heading: 'Reason', cell: ({ words }) => words },
              { heading: 'For', isShort: true, cell: (one) => DECISION_WORDS[one.decision] },
              {
                heading: 'State',
                isShort: true,
                cell: ({ isActive }) => (
                  <StatusWord
                    tone={isActive ? 'good' : 'quiet'}
                    words={isActive ? 'In use' : 'Out of use'}
                  />
                ),
              },
              ...(mayChange
                ? [{ heading: 'Change', cell: (one: KeptReason) => <Turn reason={one} /> }]
                : []),
            ]}
          />
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={onClose}>
          Close the reasons
        </Button>
      </DialogActions>
    </Dialog>
  );
}

function Turn({ reason }: { readonly reason: KeptReason }) {
  const keep = useKeepReason();
  const { say } = useToast();
  const words = reason.isActive ? 'Put out of use' : 'Use again';
  return (
    <Button
      disabled={keep.isPending}
      aria-label={`${words}: ${reason.words}`}
      onClick={() =>
        keep.mutate(
          { ...reason, isActive: !reason.isActive },
          { onError: (error) => say({ words: error.message }) },
        )
      }
    >
      {words}
    </Button>
  );
}
