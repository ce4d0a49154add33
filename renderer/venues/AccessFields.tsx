import { type CouncilAccess, venuesContract } from '#db/venues/venues.contract';
import { LocalDate, LocalTime } from '#db/shared/local-date';
import { FieldRow } from '../shared/FieldRow.tsx';
import { LocalDateField } from '../shared/LocalDateField.tsx';
import { SelectField } from '../shared/SelectField.tsx';
import { TextField } from '../shared/TextField.tsx';
import { TimeField } from '../shared/TimeField.tsx';

export const REASON_WORDS: Readonly<Record<CouncilAccess['reason'], string>> = {
  maintenance: 'Maintenance',
  cleaning: 'Cleaning',
  'health-and-safety': 'Health and safety',
};
const REASONS = Object.entries(REASON_WORDS).map(([value, words]) => ({ value, words }));

const fields = venuesContract.recordAccess.input.shape;

/** A visit as the form holds it: the moment in two fields. */
export const VISIT_FIELDS = {
  date: LocalDate,
  time: LocalTime,
  officer: fields.officer,
  reason: fields.reason,
  notes: fields.notes,
  committeeToldOn: fields.committeeToldOn,
};

/** The fields of one visit of the council, new or put right. */
export function AccessFields() {
  return (
    <>
      <FieldRow>
        <LocalDateField name="date" label="Which day?" />
        <TimeField name="time" label="When?" />
      </FieldRow>
      <TextField name="officer" label="Who went in?" isPersonal takesFocus />
      <SelectField name="reason" label="Why?" options={REASONS} />
      <TextField name="notes" label="Notes" isOptional isPersonal />
      <LocalDateField
        name="committeeToldOn"
        label="When was the committee told?"
        hint="Empty if it has not been told yet"
        isOptional
      />
    </>
  );
}
