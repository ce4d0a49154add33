import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import { financialYearOf, LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { Line } from '#db/shared/text';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { Card } from '../shared/Card.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LoadingShape } from '../shared/LoadingShape.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { ProblemPanel } from '../shared/ProblemPanel.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { HoldLine } from './HoldPart.tsx';
import { useAddHold, useHolds } from './records.queries.ts';

/** Every legal hold: those that stand can be lifted here, and a financial year can be held as a whole. */
export function HoldsPart() {
  const holds = useHolds();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Card
      component="section"
      title="Legal holds"
      actions={
        <Button variant="outlined" onClick={() => setIsAdding(true)}>
          Hold a financial year
        </Button>
      }
    >
      {holds.isError ? (
        <ProblemPanel
          error={holds.error}
          what="The holds"
          onTryAgain={() => void holds.refetch()}
        />
      ) : holds.data === undefined ? (
        <LoadingShape lines={2} />
      ) : holds.data.length === 0 ? (
        <Typography sx={{ mt: 1 }}>
          None. A person or group is put on hold on its own page.
        </Typography>
      ) : (
        holds.data.map((hold) => (
          <div key={hold.id}>
            <Typography sx={{ fontWeight: 620, mt: 1 }}>
              <span data-personal="">{hold.name === '' ? 'A record since erased' : hold.name}</span>
            </Typography>
            {hold.liftedOn === null ? (
              <HoldLine hold={hold} />
            ) : (
              <Typography>
                From {formatDateNoWeekday(hold.from)}, lifted on{' '}
                {formatDateNoWeekday(hold.liftedOn)}: <span data-personal="">{hold.liftedWhy}</span>
              </Typography>
            )}
          </div>
        ))
      )}
      {isAdding && <YearDialog onClose={() => setIsAdding(false)} />}
    </Card>
  );
}

const YearHold = z.object({
  recordId: z.string().regex(/^\d{4}\/\d{2}$/, 'Enter a financial year such as 2026/27.'),
  from: LocalDate,
  reason: Line.min(1, 'Say why it is done.').max(500),
});

function YearDialog({ onClose }: { readonly onClose: () => void }) {
  const today = useToday();
  const add = useAddHold();
  const { say } = useToast();
  const form = useContractForm(
    YearHold,
    { recordId: financialYearOf(today), from: today, reason: '' },
    {
      onSubmit: async (typed) => {
        const hold = await add.mutateAsync({ kind: 'year', ...typed });
        say({ words: `On hold: ${hold.name}.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title="Hold a financial year" onClose={onClose}>
      <ContractFormBody form={form} label="Hold a financial year">
        <Typography>Nothing that is dated in this year is erased while the hold stands.</Typography>
        <TextField name="recordId" label="Which year?" hint="For example 2026/27" />
        <LocalDateField name="from" label="From which day?" />
        <TextField name="reason" label="Why?" />
        <FormButtons
          saveWords="Hold the year"
          closeWords="Close without a hold"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
