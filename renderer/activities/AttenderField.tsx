import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { PersonDialog } from '../people/PersonDialog.tsx';
import { usePeople } from '../people/people.queries.ts';
import { ChosenWho, choiceOfPerson } from '../people/who.ts';
import { type Choice, ChooserField } from '../shared/ChooserField.tsx';
import { choiceOfName } from './register-form-values.ts';

const LISTED_AT_MOST = 8;

type Props = {
  readonly takesFocus?: boolean;
  readonly onChosen: (choice: Choice | null) => void;
};

/** Somebody on record, or a name that is written down without a record, as on the paper sheet. */
export function AttenderField({ takesFocus = false, onChosen }: Props) {
  const { control, setValue } = useFormContext();
  const chosen = ChosenWho.safeParse(useWatch({ control, name: 'who' })).data ?? null;
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<string | null>(null);
  const people = usePeople(typed, LISTED_AT_MOST, typed !== '');

  function choose(choice: Choice | null): void {
    setValue('who', choice, { shouldDirty: true, shouldValidate: choice !== null });
    onChosen(choice);
  }

  return (
    <>
      <ChooserField
        name="who"
        label="Who?"
        hint="Type two letters of the name"
        takesFocus={takesFocus}
        isPersonal
        chosen={chosen}
        onChoose={choose}
        choices={
          typed === '' || people.isFetching ? [] : (people.data?.people.map(choiceOfPerson) ?? [])
        }
        onType={setTyped}
        isLoading={people.isFetching}
        toAdd={
          people.isFetching
            ? []
            : [
                {
                  words: (text) => `Write “${text}” down without a record`,
                  run: (text) => choose(choiceOfName(text)),
                },
                { words: (text) => `Add “${text}” as a person`, run: setAdding },
              ]
        }
      />
      {adding !== null && (
        <PersonDialog
          startName={adding}
          onClose={() => setAdding(null)}
          onSaved={(person) => {
            choose(choiceOfPerson(person));
            setAdding(null);
          }}
        />
      )}
    </>
  );
}
