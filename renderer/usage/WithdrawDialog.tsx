import { z } from 'zod';
import { type Usage, usageContract } from '#db/usage/usage.contract';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useWithdrawUsage } from './usage.queries.ts';

const WithdrawSchema = z.object({ reason: usageContract.withdraw.input.shape.reason });

type Props = { readonly usage: Usage; readonly onClose: () => void };

/** Takes an entry of the log back, with the reason that stands beside it from then on. */
export function WithdrawDialog({ usage, onClose }: Props) {
  const withdraw = useWithdrawUsage();
  const { say } = useToast();
  const form = useContractForm(
    WithdrawSchema,
    { reason: '' },
    {
      draftKey: `usage.withdraw.${usage.id}`,
      onSubmit: async ({ reason }) => {
        await withdraw.mutateAsync({ id: usage.id, version: usage.version, reason });
        say({ words: `The entry of ${usage.personName} is taken back.` });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={`Take back the entry of ${usage.personName}?`} onClose={onClose}>
      <ContractFormBody form={form} label="Take an entry back">
        <TextField
          name="reason"
          label="What was wrong with it?"
          hint="It counts no longer and leaves the log; the record keeps it with these words"
          takesFocus
          isPersonal
        />
        <FormButtons
          saveWords="Take the entry back"
          closeWords="Keep the entry"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
