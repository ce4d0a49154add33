import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { GROUP_KIND_WORDS, type Group } from '#db/groups/groups.contract';
import { PERSON_KIND_WORDS, type Person } from '#db/people/people.contract';
import { GroupDialog } from '../groups/GroupDialog.tsx';
import { useGroups } from '../groups/groups.queries.ts';
import { PersonDialog } from '../people/PersonDialog.tsx';
import { usePeople } from '../people/people.queries.ts';
import { type Choice, ChooserField } from '../shared/ChooserField.tsx';
import type { BookingFormValues } from './booking-form-values.ts';

const LISTED_AT_MOST = 8;

type BookerFieldProps = { readonly takesFocus?: boolean };

/** Who the room is for: one list over groups and people, with a way to enter whoever is missing. */
export function BookerField({ takesFocus = false }: BookerFieldProps) {
  const { control, setValue, getValues } = useFormContext<BookingFormValues>();
  const booker = useWatch({ control, name: 'booker' });
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<{ kind: 'group' | 'person'; name: string } | null>(null);
  const groups = useGroups(typed, LISTED_AT_MOST, typed !== '');
  const people = usePeople(typed, LISTED_AT_MOST, typed !== '');
  // Only answers to what stands in the box: Enter must never pick one from the word before.
  const isLooking = groups.isFetching || people.isFetching;
  const choices =
    typed === '' || isLooking
      ? []
      : [
          ...(groups.data?.groups.map(choiceOfGroup) ?? []),
          ...(people.data?.people.map((person) => choiceOfPerson(person, 'person:')) ?? []),
        ];

  function choose(choice: Choice | null): void {
    setValue('booker', choice, { shouldDirty: true, shouldValidate: choice !== null });
    if (choice?.id.startsWith('person:') && getValues('responsiblePersonId') === null) {
      setValue(
        'responsiblePersonId',
        { ...choice, id: choice.id.slice('person:'.length) },
        { shouldDirty: true },
      );
    }
  }

  return (
    <>
      <ChooserField
        name="booker"
        label="Who is it for?"
        hint="Type two letters of a group’s or person’s name, or part of a phone number"
        isPersonal
        takesFocus={takesFocus}
        chosen={booker}
        onChoose={choose}
        choices={choices}
        onType={setTyped}
        isLoading={isLooking}
        toAdd={
          isLooking
            ? []
            : [
                {
                  words: (name) => `Add “${name}” as a group`,
                  run: (name) => setAdding({ kind: 'group', name }),
                },
                {
                  words: (name) => `Add “${name}” as a person`,
                  run: (name) => setAdding({ kind: 'person', name }),
                },
              ]
        }
      />
      {adding?.kind === 'group' && (
        <GroupDialog
          startName={adding.name}
          onClose={() => setAdding(null)}
          onSaved={(group) => {
            choose(choiceOfGroup(group));
            setAdding(null);
          }}
        />
      )}
      {adding?.kind === 'person' && (
        <PersonDialog
          startName={adding.name}
          onClose={() => setAdding(null)}
          onSaved={(person) => {
            choose(choiceOfPerson(person, 'person:'));
            setAdding(null);
          }}
        />
      )}
    </>
  );
}

function choiceOfGroup(group: Group): Choice {
  return {
    id: `group:${group.id}`,
    title: group.name,
    detail: [GROUP_KIND_WORDS[group.kind], group.phone].filter((part) => part !== '').join(' · '),
  };
}

/** A person as a line of a list; the prefix tells them from groups where both are listed. */
export function choiceOfPerson(person: Person, prefix: 'person:' | ''): Choice {
  const kind = person.kind === 'not-said' ? 'Person' : PERSON_KIND_WORDS[person.kind];
  return {
    id: `${prefix}${person.id}`,
    title: person.name,
    detail: [kind, person.phone].filter((part) => part !== '').join(' · '),
  };
}
