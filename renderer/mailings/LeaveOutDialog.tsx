import { z } from 'zod';
import { type Chosen, LeftOutByHand } from '#db/mailings/mailings.contract';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';

const LeaveOutSchema = z.object({ why: LeftOutByHand.shape.why });

/** Leaves one person out of a mailing that is being made, with the reason, which stays on record. */
export function LeaveOutDialog(props: {
  readonly person: Chosen;
  readonly onLeaveOut: (leftOut: LeftOutByHand) => void;
  readonly onClose: () => void;
}) {
  const { person, onLeaveOut, onClose } = props;
  const form = useContractForm(
    LeaveOutSchema,
    { why: '' },
    { onSubmit: async ({ why }) => onLeaveOut({ personId: person.personId, why }) },
  );
  return (
    <FormDialog title={`Leave ${person.name} out`} onClose={onClose}>
      <ContractFormBody form={form} label="Leave out">
        <TextField name="why" label="Why?" hint="It stays with the mailing" takesFocus isPersonal />
        <FormButtons
          saveWords="Leave them out"
          closeWords="Keep them in"
          isSending={form.isSending}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
