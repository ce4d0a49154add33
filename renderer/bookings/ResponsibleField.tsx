import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { PersonDialog } from '../people/PersonDialog.tsx';
import { usePeople } from '../people/people.queries.ts';
import { type Choice, ChooserField } from '../shared/ChooserField.tsx';
import { choiceOfPerson } from './BookerField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';

const LISTED_AT_MOST = 8;

/** The person who answers for the room on the day; the booker, when that is a person. */
export function ResponsibleField() {
  const { control, setValue } = useFormContext<BookingFormValues>();
  const responsible = useWatch({ control, name: 'responsiblePersonId' });
  const [typed, setTyped] = useState('');
  const [addingName, setAddingName] = useState<string | null>(null);
  const people = usePeople(typed, LISTED_AT_MOST, typed !== '');

  const choose = (choice: Choice | null): void =>
    setValue('responsiblePersonId', choice, {
      shouldDirty: true,
      shouldValidate: choice !== null,
    });

  return (
    <>
      <ChooserField
        name="responsiblePersonId"
        label="Who is responsible on the day?"
        hint="The person who looks after the room and can be rung"
        isPersonal
        chosen={responsible}
        onChoose={choose}
        choices={
          typed === '' || people.isFetching
            ? []
            : (people.data?.people.map((each) => choiceOfPerson(each, '')) ?? [])
        }
        onType={setTyped}
        isLoading={people.isFetching}
        toAdd={
          people.isFetching
            ? []
            : [{ words: (name) => `Add “${name}” as a person`, run: setAddingName }]
        }
      />
      {addingName !== null && (
        <PersonDialog
          startName={addingName}
          onClose={() => setAddingName(null)}
          onSaved={(person) => {
            choose(choiceOfPerson(person, ''));
            setAddingName(null);
          }}
        />
      )}
    </>
  );
}
