import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { Erasure } from '#db/holdings/erasures.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { DataTable } from '../shared/DataTable.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { useSayingRefusal } from '../shared/use-saying-refusal.ts';
import { useErasures, useUndoErasure } from './records.queries.ts';

/** Erasures that wait for their day and can be taken back, then what became of the others. */
export function ErasuresPart() {
  const erasures = useErasures();
  return (
    <Card component="section" title="Erasures">
      {erasures.isError ? (
        <ProblemPanel
          error={erasures.error}
          what="The erasures"
          onTryAgain={() => void erasures.refetch()}
        />
      ) : erasures.data === undefined ? (
        <LoadingShape lines={3} />
      ) : erasures.data.length === 0 ? (
        <Typography sx={{ mt: 1 }}>None so far.</Typography>
      ) : (
        <DataTable
          label="Erasures"
          rows={erasures.data}
          keyOf={({ id }) => id}
          minWidth="44rem"
          columns={[
            { heading: 'About', cell: nameOf, isPersonal: true },
            {
              heading: 'Confirmed',
              cell: ({ confirmedOn, by }) => `${formatDateNoWeekday(confirmedOn)}, ${by}`,
            },
            { heading: 'What became of it', cell: stateWords },
            { heading: 'What next', cell: (erasure) => <TakeBack erasure={erasure} /> },
          ]}
        />
      )}
    </Card>
  );
}

const nameOf = ({ name, kind }: Erasure): string =>
  name === '' ? (kind === 'person' ? 'A person' : 'A group') : name;

function stateWords({ state, dueOn, settledOn, kept }: Erasure): string {
  if (state === 'waiting') return `Hidden; erased on ${formatDateNoWeekday(dueOn)}`;
  const on = settledOn === null ? '' : ` on ${formatDateNoWeekday(settledOn)}`;
  if (state === 'taken-back') return `Taken back${on}`;
  const rest = kept.map(({ words, until }) =>
    until === null ? words : `${words} until ${formatDateNoWeekday(until)}`,
  );
  return rest.length === 0 ? `Erased${on}` : `Erased${on}. Kept: ${rest.join('; ')}`;
}

function TakeBack({ erasure }: { readonly erasure: Erasure }) {
  const undo = useUndoErasure();
  const saying = useSayingRefusal();
  const { say } = useToast();
  if (erasure.state !== 'waiting') return null;
  return (
    <Button
      disabled={undo.isPending}
      onClick={() =>
        void saying(async () => {
          const back = await undo.mutateAsync({ id: erasure.id });
          say({ words: `${nameOf(back)} is shown again.` });
        })
      }
    >
      Take the erasure back
    </Button>
  );
}
