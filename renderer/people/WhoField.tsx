import { useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { GROUP_KIND_WORDS, type Group, type GroupId } from '#db/groups/groups.contract';
import { type Person, PERSON_KIND_WORDS, type PersonId } from '#db/people/people.contract';
import { GroupDialog } from '../groups/GroupDialog.tsx';
import { useGroups } from '../groups/groups.queries.ts';
import { type Choice, ChooserField } from '../shared/ChooserField.tsx';
import { PersonDialog } from './PersonDialog.tsx';
import { usePeople } from './people.queries.ts';

const LISTED_AT_MOST = 8;

/** Somebody picked from a list, with the words shown, so that a kept draft still shows them. */
export const ChosenWho = z
  .object({ id: z.string(), title: z.string(), detail: z.string().exactOptional() })
  .nullable();
export type ChosenWho = z.infer<typeof ChosenWho>;

export type Who =
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'person'; readonly personId: PersonId };

/** What a choice of the list stands for; one list may hold groups and people, so their ids carry which. */
export function whoOf(choice: NonNullable<ChosenWho>): Who {
  const id = choice.id.slice(choice.id.indexOf(':') + 1);
  return choice.id.startsWith('group:')
    ? { kind: 'group', groupId: id as GroupId }
    : { kind: 'person', personId: id as PersonId };
}

/** A chooser's answer as a required field of a form. */
export const chosenWho = (sentence: string) =>
  ChosenWho.refine((choice) => choice !== null, sentence).transform((choice) =>
    whoOf(choice ?? { id: 'person:', title: '' }),
  );

type Props = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly from: 'people' | 'groups' | 'both';
  readonly isOptional?: boolean;
  readonly takesFocus?: boolean;
  readonly onChosen?: (choice: Choice | null) => void;
};

/** Type two letters of a name or part of a phone; whoever is missing can be added from the list's last line. */
export function WhoField({ name, label, hint, from, isOptional, takesFocus, onChosen }: Props) {
  const { control, setValue } = useFormContext();
  const chosen = ChosenWho.safeParse(useWatch({ control, name })).data ?? null;
  const [typed, setTyped] = useState('');
  const [adding, setAdding] = useState<{ kind: 'group' | 'person'; name: string } | null>(null);
  const hasGroups = from !== 'people';
  const hasPeople = from !== 'groups';
  const groups = useGroups(typed, LISTED_AT_MOST, typed !== '' && hasGroups);
  const people = usePeople(typed, LISTED_AT_MOST, typed !== '' && hasPeople);
  const isLooking = groups.isFetching || people.isFetching;

  function choose(choice: Choice | null): void {
    setValue(name, choice, { shouldDirty: true, shouldValidate: choice !== null });
    onChosen?.(choice);
  }

  const choices =
    typed === '' || isLooking
      ? []
      : [
          ...(hasGroups ? (groups.data?.groups.map(choiceOfGroup) ?? []) : []),
          ...(hasPeople ? (people.data?.people.map(choiceOfPerson) ?? []) : []),
        ];
  const toAdd = [
    ...(hasGroups
      ? [
          {
            words: (text: string) => `Add “${text}” as a group`,
            run: (text: string) => setAdding({ kind: 'group', name: text }),
          },
        ]
      : []),
    ...(hasPeople
      ? [
          {
            words: (text: string) => `Add “${text}” as a person`,
            run: (text: string) => setAdding({ kind: 'person', name: text }),
          },
        ]
      : []),
  ];

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

export function choiceOfGroup(group: Group): Choice {
  return line(`group:${group.id}`, group.name, [GROUP_KIND_WORDS[group.kind], group.phone]);
}

export function choiceOfPerson(person: Person): Choice {
  const kind = person.kind === 'not-said' ? 'Person' : PERSON_KIND_WORDS[person.kind];
  return line(`person:${person.id}`, person.name, [kind, person.phone]);
}

const line = (id: string, title: string, details: readonly string[]): Choice => ({
  id,
  title,
  detail: details.filter((part) => part !== '').join(' · '),
});
