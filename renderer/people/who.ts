import { z } from 'zod';
import { GROUP_KIND_WORDS, type Group, type GroupId } from '#db/groups/groups.contract';
import { type Person, PERSON_KIND_WORDS, type PersonId } from '#db/people/people.contract';
import type { Choice } from '../shared/ChooserField.tsx';

/** Somebody picked from a list, with the words shown, so that a kept draft still shows them. */
export const ChosenWho = z
  .object({ id: z.string(), title: z.string(), detail: z.string().exactOptional() })
  .nullable();
export type ChosenWho = z.infer<typeof ChosenWho>;

/** A group or a person, as the contracts ask for it. */
export type Who =
  | { readonly kind: 'group'; readonly groupId: GroupId }
  | { readonly kind: 'person'; readonly personId: PersonId };

/** One list may hold groups and people, so the id of a choice carries which it is. */
export function choiceIdOf(who: Who): string {
  return who.kind === 'group' ? `group:${who.groupId}` : `person:${who.personId}`;
}

/** What a choice of the list stands for. */
export function whoOf(choice: { readonly id: string }): Who {
  const id = choice.id.slice(choice.id.indexOf(':') + 1);
  return choice.id.startsWith('group:')
    ? { kind: 'group', groupId: id as GroupId }
    : { kind: 'person', personId: id as PersonId };
}

/** The person whom a choice from a list of people stands for; a group there is a defect. */
export function personOf(choice: { readonly id: string }): PersonId {
  const who = whoOf(choice);
  if (who.kind !== 'person') throw new Error('A group was chosen where only people are listed');
  return who.personId;
}

const chosen = (sentence: string) => ChosenWho.refine((choice) => choice !== null, sentence);
const NOBODY = { id: 'person:' };

/** A chooser's answer as a required field of a form. */
export const chosenWho = (sentence: string) =>
  chosen(sentence).transform((choice) => whoOf(choice ?? NOBODY));

/** The same where only people are listed. */
export const chosenPerson = (sentence: string) =>
  chosen(sentence).transform((choice) => personOf(choice ?? NOBODY));

/** The group, where one may be named and need not be. */
export const chosenGroupOrNone = ChosenWho.transform((choice): GroupId | null => {
  const who = choice === null ? undefined : whoOf(choice);
  return who?.kind === 'group' ? who.groupId : null;
});

export function choiceOfGroup(group: Group): Choice {
  return line(choiceIdOf({ kind: 'group', groupId: group.id }), group.name, [
    GROUP_KIND_WORDS[group.kind],
    group.phone,
  ]);
}

export function choiceOfPerson(person: Person): Choice {
  const kind = person.kind === 'not-said' ? 'Person' : PERSON_KIND_WORDS[person.kind];
  return line(choiceIdOf({ kind: 'person', personId: person.id }), person.name, [
    kind,
    person.phone,
  ]);
}

const line = (id: string, title: string, details: readonly string[]): Choice => ({
  id,
  title,
  detail: details.filter((part) => part !== '').join(' · '),
});
