import { GroupId } from '#db/groups/groups.contract';
import type { Core } from '#db/open-core';
import { PersonId } from '#db/people/people.contract';
import { mustExist } from '#db/shared/domain-error';
import { addDays, atTime, instantOf, type LocalDate, timeOfMinutes } from '#db/shared/local-date';
import type { Event, Known } from './practice-events.ts';

/** A term from the minute book, in days before and after the first day of practice. */
type MadeUpTerm = {
  readonly group: string;
  readonly post: string;
  readonly person: string;
  readonly fromDay: number;
  readonly untilDay: number | null;
};

const TERMS: readonly MadeUpTerm[] = [
  { group: 'Ashdown TRA', post: 'chair', person: 'Ivy Mossop', fromDay: -700, untilDay: null },
  {
    group: 'Ashdown TRA',
    post: 'secretary',
    person: 'Hyacinth Brathwaite',
    fromDay: -700,
    untilDay: -20,
  },
  {
    group: 'Ashdown TRA',
    post: 'treasurer',
    person: 'Delroy Fairweather',
    fromDay: -700,
    untilDay: -360,
  },
  {
    group: 'Ashdown TRA',
    post: 'treasurer',
    person: 'Mrs P. Okafor',
    fromDay: -345,
    untilDay: null,
  },
  {
    group: 'Ashdown TRA',
    post: 'media-contact',
    person: 'Ivy Mossop',
    fromDay: -345,
    untilDay: null,
  },
  {
    group: 'Ashdown TRA',
    post: 'Newsletter editor',
    person: 'Petra Šimková',
    fromDay: -345,
    untilDay: null,
  },
  { group: 'Ashdown TRA', post: 'member', person: 'Noor Al-Tamimi', fromDay: -345, untilDay: null },
  {
    group: 'Birch Court TRA',
    post: 'chair',
    person: 'Kevin O’Shaughnessy',
    fromDay: -400,
    untilDay: null,
  },
  {
    group: 'Birch Court TRA',
    post: 'treasurer',
    person: 'Beatriz Conceição',
    fromDay: -400,
    untilDay: -31,
  },
  {
    group: 'Birch Court TRA',
    post: 'treasurer',
    person: 'Ms R. Haddad',
    fromDay: -30,
    untilDay: null,
  },
  {
    group: 'Federation of Practice Tenants’ Associations',
    post: 'chair',
    person: 'Winston Peabody-Clarke',
    fromDay: -300,
    untilDay: null,
  },
  {
    group: 'Federation of Practice Tenants’ Associations',
    post: 'member',
    person: 'Ivy Mossop',
    fromDay: -300,
    untilDay: null,
  },
];

/** In the second week the officers of three groups are copied from their minute books; one post falls vacant later. */
export function officerEvents(
  core: Core,
  days: { readonly setUpOn: LocalDate; readonly firstDay: LocalDate },
  known: Known,
): readonly Event[] {
  const on = addDays(days.setUpOn, 10);
  const at = (minute: number) => instantOf(atTime(on, timeOfMinutes(minute)));
  return [
    ...TERMS.map(
      (term, i): Event => ({
        at: at(9 * 60 + 4 * i),
        by: 'officer',
        act: async (ctx) => {
          await core.api.officers.addTerm(ctx, {
            groupId: GroupId.parse(mustExist(known.groups.get(term.group), 'in the card box')),
            personId: PersonId.parse(mustExist(known.people.get(term.person), 'in the card box')),
            post: term.post,
            from: addDays(days.firstDay, term.fromDay),
            until: term.untilDay === null ? null : addDays(days.firstDay, term.untilDay),
            isVoting: term.post !== 'media-contact',
            meetingThatDecided: 'Minute book',
          });
        },
      }),
    ),
    {
      at: instantOf(atTime(addDays(days.firstDay, -15), timeOfMinutes(9 * 60 + 10))),
      by: 'officer',
      act: async (ctx) => {
        await core.api.officers.setVacancyDeadline(ctx, {
          groupId: GroupId.parse(mustExist(known.groups.get('Ashdown TRA'), 'in the card box')),
          post: 'secretary',
          fillBy: addDays(days.firstDay, 28),
        });
      },
    },
  ];
}
