import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { LegalHold } from '#db/holdings/erasures.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { type OneRecord, useAddHold, useEndHold } from './records.queries.ts';

/** A legal hold on one record: put, or lifted, with the reason. */
export function HoldPart({
  kind,
  id,
  holds,
}: OneRecord & { readonly holds: readonly LegalHold[] }) {
  const add = useAddHold();
  const { say } = useToast();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Card
      component="section"
      title="Legal hold"
      actions={
        <Button variant="outlined" onClick={() => setIsAdding(true)}>
          Put on hold
        </Button>
      }
    >
      <Typography sx={{ my: 1 }}>
        {holds.length === 0
          ? 'No hold. While one stands, nobody can erase anything about this record.'
          : 'Nothing about this record is erased while a hold stands.'}
      </Typography>
      {holds.map((hold) => (
        <HoldLine key={hold.id} hold={hold} />
      ))}
      {isAdding && (
        <ReasonDialog
          title="Put this record on hold"
          dayLabel="From which day?"
          reasonLabel="Why?"
          saveWords="Put on hold"
          closeWords="Close without a hold"
          onSave={async ({ on, reason }) => {
            await add.mutateAsync({ kind, recordId: id, from: on, reason });
            say({ words: 'On hold. Nothing of it is erased until the hold is lifted.' });
          }}
          onClose={() => setIsAdding(false)}
        />
      )}
    </Card>
  );
}

/** One hold that stands, with the button that lifts it. */
export function HoldLine({ hold }: { readonly hold: LegalHold }) {
  const end = useEndHold();
  const { say } = useToast();
  const [isEnding, setIsEnding] = useState(false);
  return (
    <>
      <Typography sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <span>
          Since {formatDateNoWeekday(hold.from)}, by {hold.by}:{' '}
          <span data-personal="">{hold.reason}</span>
        </span>
        <Button onClick={() => setIsEnding(true)}>Lift the hold</Button>
      </Typography>
      {isEnding && (
        <ReasonDialog
          title="Lift the hold"
          reasonLabel="Why?"
          saveWords="Lift the hold"
          closeWords="Keep the hold"
          onSave={async ({ reason }) => {
            await end.mutateAsync({ id: hold.id, reason });
            say({ words: 'The hold is lifted.' });
          }}
          onClose={() => setIsEnding(false)}
        />
      )}
    </>
  );
}
