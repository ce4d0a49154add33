import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { GroupDialog } from '../groups/GroupDialog.tsx';
import { useGroups } from '../groups/groups.queries.ts';
import { type Choice, ChooserField } from '../shared/ChooserField.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { usePeople } from './people.queries.ts';
import { ChosenWho, choiceOfGroup, choiceOfPerson } from './who.ts';

const LISTED_AT_MOST = 8;

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly from: 'people' | 'groups' | 'both';
  /** Whose lines stand on top where both are listed, so that Enter takes one of them: groups, unless it says otherwise. */
  readonly first?: 'people' | 'groups';
  readonly isOptional?: boolean;
  readonly takesFocus?: boolean;
  readonly onChosen?: (choice: Choice | null) => void;
};

/** Type two letters of a name or part of a phone; whoever is missing can be added from the list's last line. */
export function WhoField({
  name,
  label,
  hint,
  from,
  first,
  isOptional,
  takesFocus,
  onChosen,
}: Props) {
  const { control, setValue } = useFormContext();
  const chosen = ChosenWho.safeParse(useWatch({ control, name })).data ?? null;
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<{ kind: 'group' | 'person'; name: string } | null>(null);
  const hasGroups = from !== 'people';
  const hasPeople = from !== 'groups';
  const groups = useGroups(typed, LISTED_AT_MOST, typed !== '' && hasGroups);
  const people = usePeople(typed, LISTED_AT_MOST, typed !== '' && hasPeople);
  // Only answers to what stands in the box: Enter must never pick one from the word before.
  const isLooking = groups.isFetching || people.isFetching;

  function choose(choice: Choice | null): void {
    setValue(name, choice, { shouldDirty: true, shouldValidate: choice !== null });
    onChosen?.(choice);
  }

  const ofGroups = {
    found: hasGroups ? (groups.data?.groups.map(choiceOfGroup) ?? []) : [],
    toAdd: hasGroups
      ? [
          {
            words: (text: string) => `Add “${text}” as a group`,
            run: (text: string) => setAdding({ kind: 'group', name: text }),
          },
        ]
      : [],
  };
  const ofPeople = {
    found: hasPeople ? (people.data?.people.map(choiceOfPerson) ?? []) : [],
    toAdd: hasPeople
      ? [
          {
            words: (text: string) => `Add “${text}” as a person`,
            run: (text: string) => setAdding({ kind: 'person', name: text }),
          },
        ]
      : [],
  };
  const inOrder = first === 'people' ? [ofPeople, ofGroups] : [ofGroups, ofPeople];
  const choices = typed === '' || isLooking ? [] : inOrder.flatMap(({ found }) => found);
  const toAdd = inOrder.flatMap((kind) => kind.toAdd);

  return (
    <>
      <ChooserField
        name={name}
        label={label}
        {...(hint === undefined ? {} : { hint })}
        {...(isOptional === undefined ? {} : { isOptional })}
        {...(takesFocus === undefined ? {} : { takesFocus })}
        isPersonal
        chosen={chosen}
        onChoose={choose}
        choices={choices}
        onType={setTyped}
        isLoading={isLooking}
        toAdd={isLooking ? [] : toAdd}
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
            choose(choiceOfPerson(person));
            setAdding(null);
          }}
        />
      )}
    </>
  );
}
