import { useState } from 'react';
import { z } from 'zod';
import { type Claim, ClaimLineId } from '#db/claims/claims.contract';
import { formatPence, Pence } from '#db/shared/money';
import { Lines } from '#db/shared/text';
import { useToast } from '../../app/toasts.tsx';
import { ContractFormBody } from '../../shared/ContractFormBody.tsx';
import { FormButtons } from '../../shared/FormButtons.tsx';
import { FormDialog } from '../../shared/FormDialog.tsx';
import { SelectField } from '../../shared/SelectField.tsx';
import { TextField } from '../../shared/TextField.tsx';
import { useContractForm } from '../../shared/use-contract-form.ts';
import { AmountField } from '../form/AmountField.tsx';
import { useTopUp } from './deciding.queries.ts';
import { numberedTitle } from './line-places.ts';

const More = z.object({
  lineId: ClaimLineId,
  pence: z.string().transform(Number).pipe(Pence.min(1, 'Enter the amount to add.')),
  why: Lines.min(1, 'Say why.').max(500, 'Use 500 characters or fewer.'),
});

/** More for a cost that was decided too low, also after it was paid; it is paid by itself. */
export function TopUpForm({
  claim,
  onClose,
}: {
  readonly claim: Claim;
  readonly onClose: () => void;
}) {
  const topUp = useTopUp();
  const { say } = useToast();
  const [key] = useState(() => crypto.randomUUID());
  const decided = claim.lines.filter(({ decidedPence }) => decidedPence !== null);
  const form = useContractForm(
    More,
    { lineId: decided[0]?.id ?? '', pence: '', why: '' },
    {
      onSubmit: async ({ lineId, pence, why }) => {
        await topUp.mutateAsync({ id: claim.id, lineId, key, version: claim.version, pence, why });
        say({ words: `${formatPence(pence)} is added to ${claim.reference} and is to be paid.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={`Add to a cost of ${claim.reference}`} onClose={onClose}>
      <ContractFormBody form={form} label="What is added">
        <SelectField
          name="lineId"
          label="To which cost?"
          options={decided.map((line) => ({
            value: line.id,
            words: numberedTitle(claim.lines, line),
          }))}
        />
        <AmountField name="pence" label="How much is added?" />
        <TextField name="why" label="Why?" hint="The claimant will read it." />
        <FormButtons
          saveWords="Add the amount"
          closeWords="Close and add nothing"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
