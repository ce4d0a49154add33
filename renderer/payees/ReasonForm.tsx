import { z } from 'zod';
import { payeesContract } from '#db/payees/payees-api.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';

type Props = {
  readonly label: string;
  readonly hint?: string;
  /** Verb and thing of the button. */
  readonly saveWords: string;
  readonly closeWords: string;
  readonly onReason: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
};

const ReasonSchema = z.object({ reason: payeesContract.showInFull.input.shape.reason });

/** One reason in words, before something that is put on record. */
export function ReasonForm({ label, hint, saveWords, closeWords, onReason, onClose }: Props) {
  const form = useContractForm(
    ReasonSchema,
    { reason: '' },
    { onSubmit: ({ reason }) => onReason(reason) },
  );
  return (
    <ContractFormBody form={form} label={label}>
      <TextField
        name="reason"
        label="Why?"
        {...(hint === undefined ? {} : { hint })}
        takesFocus
        isPersonal
      />
      <FormButtons
        saveWords={saveWords}
        closeWords={closeWords}
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
