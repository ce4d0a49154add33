import { z } from 'zod';
import type { GroupRecord } from '#db/groups/group-record.contract';
import { groupsContract } from '#db/groups/groups-api.contract';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { chosenGroupOrNone } from '../people/who.ts';
import { WhoField } from '../people/WhoField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useEndGroup, useUndoEnd } from './group-record.queries.ts';

const fields = groupsContract.endGroup.input.shape;
/** Fields bear the names of the contract, so that a refusal is said where it belongs. */
const EndSchema = z.object({
  on: fields.on,
  reason: fields.reason,
  successorId: chosenGroupOrNone,
});

type Props = { readonly record: GroupRecord; readonly onClose: () => void };

/** Notes that a group ended or went on in another; everything on record stays. */
export function EndGroupForm({ record, onClose }: Props) {
  const end = useEndGroup();
  const undo = useUndoEnd();
  const today = useToday();
  const { say } = useToast();
  const { id, version, name } = record;
  const form = useContractForm(
    EndSchema,
    { on: today, reason: '', successorId: null },
    {
      onSubmit: async (typed) => {
        const saved = await end.mutateAsync({ ...typed, id, version });
        onClose();
        say({
          words: `${name} has ended.`,
          undo: {
            label: 'Undo',
            run: () => undo.mutateAsync({ id, version: saved.version }),
          },
        });
      },
    },
  );
  return (
    <FormDialog title={`Note that ${name} ended`} onClose={onClose}>
      <ContractFormBody form={form} label="End of the group">
        <LocalDateField name="on" label="On which day?" />
        <TextField name="reason" label="Why?" takesFocus />
        <WhoField
          name="successorId"
          label="Which group goes on in its place?"
          hint="Empty when it simply ended"
          from="groups"
          isOptional
        />
        <FormButtons
          saveWords="Note that it ended"
          closeWords="Close without saving"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
