import { useWatch } from 'react-hook-form';
import type { BookingHit, Closure } from '#db/calendar/calendar.contract';
import { useFacilities } from '../facilities/facilities.queries.ts';
import { CheckField } from '../shared/CheckField.tsx';
import { ContractFormBody } from '../shared/ContractFormBody.tsx';
import { FieldRow } from '../shared/FieldRow.tsx';
import { FormButtons } from '../shared/FormButtons.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';
import { useContractForm } from '../shared/use-contract-form.ts';
import { BookingHits } from './BookingHits.tsx';
import { useAddClosure, useHitsOf } from './calendar.queries.ts';
import { ClosureFormSchema, newClosureValues } from './closure-form-values.ts';

type Props = {
  readonly onSaved: (closure: Closure, hits: readonly BookingHit[]) => void;
  readonly onClose: () => void;
};

const EFFECTS = [
  { value: 'closed', words: 'Closed' },
  { value: 'open', words: 'Open, although it would be closed' },
];
const SPANS = [
  { value: 'day', words: 'The whole day' },
  { value: 'part', words: 'Part of the day' },
];

/** A closed day or an extra open one, and which bookings it hits before it is saved. */
export function ClosureForm({ onSaved, onClose }: Props) {
  const add = useAddClosure();
  const rooms = useFacilities().data ?? [];
  const form = useContractForm(ClosureFormSchema, newClosureValues(null), {
    draftKey: 'closure.new',
    onSubmit: async (details) => {
      const { closure, hits } = await add.mutateAsync(details);
      onSaved(closure, hits);
    },
  });
  const typed = useWatch({ control: form.form.control });
  const details = ClosureFormSchema.safeParse(typed).data;
  const hits = useHitsOf(details);

  return (
    <ContractFormBody form={form} label="Closed or open day">
      <SelectField name="effect" label="What is it?" options={EFFECTS} />
      <TextField
        name="name"
        label="Why?"
        hint="As it should stand in the diary, such as Staff training"
        takesFocus
      />
      <FieldRow>
        <LocalDateField name="firstDate" label="First day" />
        <LocalDateField name="lastDate" label="Last day" hint="Empty for one day" isOptional />
      </FieldRow>
      <SelectField name="span" label="How long?" options={SPANS} />
      {typed.span === 'part' && (
        <FieldRow>
          <TimeField name="from" label="From" />
          <TimeField name="until" startName="from" label="Until" />
        </FieldRow>
      )}
      <SelectField
        name="facilityId"
        label="Which rooms?"
        emptyWords="The whole centre"
        options={rooms.map((room) => ({ value: room.id, words: room.name }))}
      />
      {typed.effect === 'closed' && typed.facilityId === '' && (
        <CheckField
          name="isNonWorking"
          label="It is no working day: notices and deadlines do not count it."
        />
      )}
      {details?.effect === 'closed' && hits.data !== undefined && <BookingHits hits={hits.data} />}
      <FormButtons
        saveWords={typed.effect === 'open' ? 'Add the open day' : 'Add the closed day'}
        closeWords="Close without adding"
        isSending={form.isSending}
        startAgain={form.startAgain}
        onClose={onClose}
      />
    </ContractFormBody>
  );
}
