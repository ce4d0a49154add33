import Typography from '@mui/material/Typography';
import { z } from 'zod';
import type { TravelPlan } from '#db/claims/claims.contract';
import { Lines } from '#db/shared/text';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { useTravelPlanReason } from './plans.queries.ts';

const Looked = z.object({
  why: Lines.min(1, 'Say why you need to read it.').max(300, 'Use 300 characters or fewer.'),
});

/** Reads why a way of travelling was agreed, for a reason that stands on record. */
export function PlanReason(props: { readonly plan: TravelPlan; readonly onClose: () => void }) {
  const { plan, onClose } = props;
  const read = useTravelPlanReason();
  const form = useContractForm(
    Looked,
    { why: '' },
    { onSubmit: ({ why }) => read.mutateAsync({ id: plan.id, why }) },
  );
  return (
    <FormDialog title={plan.words} onClose={onClose}>
      {read.data !== undefined && (
        <Typography role="status" data-personal="" sx={{ whiteSpace: 'pre-line', mb: 2 }}>
          {read.data.why === '' ? 'No reason was noted.' : read.data.why}
        </Typography>
      )}
      <ContractFormBody form={form} label="Why you read it">
        <TextField
          name="why"
          label="Why do you need to read it?"
          hint="It stands on record with your name."
        />
        <FormButtons
          saveWords="Read the reason"
          closeWords="Close"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
