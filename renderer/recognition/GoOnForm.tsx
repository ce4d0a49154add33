import type { Group } from '#db/groups/groups.contract';
import { recognitionContract } from '#db/recognition/recognition-api.contract';
import { ACTIVITY_WORDS, type Recognition } from '#db/recognition/recognition.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { useToday } from '../app/session-context.tsx';
import { useToast } from '../app/toasts.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { FormDialog } from '../shared/FormDialog.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { useAddException } from './recognition.queries.ts';

const Schema = recognitionContract.addException.input.omit({ groupId: true });

/** A manager lets one thing go on for a group that is not recognised, for some days and with a reason. */
export function GoOnForm(props: {
  readonly group: Group;
  readonly recognition: Recognition;
  readonly onClose: () => void;
}) {
  const { group, recognition, onClose } = props;
  const add = useAddException();
  const today = useToday();
  const { say } = useToast();
  const stopped = recognition.activities.filter((one) => one.stops);
  const first = stopped.find((one) => one.activity === 'rooms') ?? stopped[0];
  const form = useContractForm(
    Schema,
    { activity: first?.activity ?? 'rooms', from: today, until: today, reason: '' },
    {
      draftKey: `recognition.go-on.${group.id}`,
      onSubmit: async (wanted) => {
        await add.mutateAsync({ ...wanted, groupId: group.id });
        say({
          words: `${ACTIVITY_WORDS[wanted.activity]} of ${group.name} goes on until ${formatDateNoWeekday(wanted.until)}.`,
        });
        onClose();
      },
    },
  );
  return (
    <FormDialog title={`Let it go on for ${group.name}`} onClose={onClose}>
      <ContractFormBody form={form} label="Let it go on">
        <SelectField
          name="activity"
          label="What goes on?"
          options={stopped.map(({ activity }) => ({
            value: activity,
            words: ACTIVITY_WORDS[activity],
          }))}
        />
        <FieldRow>
          <LocalDateField name="from" label="First day" />
          <LocalDateField name="until" label="Last day" hint="Included" />
        </FieldRow>
        <TextField name="reason" label="Why?" isPersonal />
        <FormButtons
          saveWords="Let it go on"
          closeWords="Close without it"
          isSending={form.isSending}
          startAgain={form.startAgain}
          onClose={onClose}
        />
      </ContractFormBody>
    </FormDialog>
  );
}
