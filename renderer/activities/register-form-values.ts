import { z } from 'zod';
import {
  RegisterDetails,
  type RegisterLine,
  type RegisterStanding,
} from '#db/activities/activities.contract';
import { PersonKind } from '#db/people/people.contract';
import { LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { Choice } from '../shared/ChooserField.tsx';
import { ChosenWho, choiceIdOf, chosenGroupOrNone, personOf } from '../people/who.ts';

/** Somebody without a record stands in the chooser by their name alone. */
const NAME = 'name:';
export const choiceOfName = (name: string): Choice => ({
  id: `${NAME}${name}`,
  title: name,
  detail: 'Without a record',
});
export const isNameAlone = (choice: { readonly id: string } | null): boolean =>
  choice?.id.startsWith(NAME) ?? false;

/** Answer beside the groups of a person who holds a post. */
export const THEMSELF = 'themself';

/**
 * For whom somebody comes. `isAsked` while a person is chosen who holds a post, or of whom that is not known yet; then
 * an answer is wanted, because claims and counts go by it.
 */
const ForWhom = z
  .object({ isAsked: z.boolean(), ticked: z.array(z.string()) })
  .refine(
    ({ isAsked, ticked }) => !isAsked || ticked.length > 0,
    'Say for whom they come: themself, or a group. Tick more than one if need be.',
  );
export type ForWhom = z.input<typeof ForWhom>;
export const NOT_ASKED: ForWhom = { isAsked: false, ticked: [] };
export const ASKED: ForWhom = { isAsked: true, ticked: [] };

/** The same out of a form whose fields are not known by type. */
export const readForWhom = (typed: unknown): ForWhom =>
  z.object({ isAsked: z.boolean(), ticked: z.array(z.string()) }).safeParse(typed).data ??
  NOT_ASKED;

const fields = RegisterDetails.shape;

/** A line of the register while it is typed; it comes out as the contract's RegisterDetails. */
export const RegisterFormSchema = z
  .object({
    who: ChosenWho.refine(
      (choice) => choice !== null,
      'Choose somebody on record, or enter the name as they write it.',
    ),
    tenure: PersonKind.nullable().or(z.literal('')),
    forWhom: ForWhom,
    group: ChosenWho,
    standing: fields.standing,
    isFirstTime: fields.isFirstTime,
    wantsToClaim: fields.wantsToClaim,
    arrivedAt: LocalTime.nullable(),
    leftAt: LocalEndTime.nullable(),
  })
  .transform(({ who, tenure, forWhom, group, ...typed }): RegisterDetails => {
    const isName = isNameAlone(who);
    const named = chosenGroupOrNone.parse(group);
    const ticked = forWhom.ticked.flatMap((id) => {
      const groupId = chosenGroupOrNone.parse({ id, title: '' });
      return groupId === null ? [] : [groupId];
    });
    return {
      ...typed,
      personId: who === null || isName ? null : personOf(who),
      name: isName && who !== null ? who.title : '',
      tenure: isName && tenure !== '' ? tenure : null,
      groupIds: [...new Set([...ticked, ...(named === null ? [] : [named])])],
    };
  });
export type RegisterFormValues = z.input<typeof RegisterFormSchema>;

/** An empty line: whoever is entered on the day has come, before it they are expected. */
export const newLineValues = (standing: RegisterStanding): RegisterFormValues => ({
  who: null,
  tenure: '',
  forWhom: NOT_ASKED,
  group: null,
  standing,
  isFirstTime: false,
  wantsToClaim: false,
  arrivedAt: null,
  leftAt: null,
});

/** A line of the register as the form shows it. */
export function valuesOfLine(line: RegisterLine): RegisterFormValues {
  const groups = line.groups.map(({ groupId }) => choiceIdOf({ kind: 'group', groupId }));
  return {
    who:
      line.personId === null
        ? choiceOfName(line.name)
        : { id: choiceIdOf({ kind: 'person', personId: line.personId }), title: line.name },
    tenure: line.tenure ?? '',
    forWhom: { isAsked: false, ticked: groups.length === 0 ? [THEMSELF] : groups },
    group: null,
    standing: line.standing,
    isFirstTime: line.isFirstTime,
    wantsToClaim: line.wantsToClaim,
    arrivedAt: line.arrivedAt,
    leftAt: line.leftAt,
  };
}

/** The same as the contract takes it, for marking a line or taking a change back. */
export const detailsOfLine = (line: RegisterLine): RegisterDetails => ({
  personId: line.personId,
  name: line.personId === null ? line.name : '',
  tenure: line.personId === null ? line.tenure : null,
  groupIds: line.groups.map(({ groupId }) => groupId),
  standing: line.standing,
  isFirstTime: line.isFirstTime,
  arrivedAt: line.arrivedAt,
  leftAt: line.leftAt,
  wantsToClaim: line.wantsToClaim,
});
