import { GroupId } from '#db/groups/groups.contract';
import type { Core } from '#db/open-core';
import { DetailsId } from '#db/payees/payees.contract';
import { PersonId } from '#db/people/people.contract';
import { mustExist } from '#db/shared/domain-error';
import {
  addDays,
  atTime,
  dateOf,
  instantOf,
  type LocalDate,
  localDateTimeOf,
  timeOfMinutes,
} from '#db/shared/local-date';
import type { Event, Known } from './practice-events.ts';

/** Accounts of a bank that does not exist. */
const ASHDOWN = {
  method: 'bank-transfer',
  accountName: 'Ashdown TRA',
  sortCode: '990001',
  accountNumber: '12345678',
  buildingReference: '',
} as const;
const BIRCH_COURT = {
  ...ASHDOWN,
  accountName: 'Birch Court TRA',
  sortCode: '990002',
  accountNumber: '87654321',
} as const;

/**
 * Ashdown's bank details are entered by the officer and checked by finance two days later, with who signs; those of
 * Birch Court came in the day before practice begins and wait for a second person.
 */
export function payeeEvents(
  core: Core,
  days: { readonly setUpOn: LocalDate; readonly firstDay: LocalDate },
  known: Known,
): readonly Event[] {
  const { setUpOn, firstDay } = days;
  const at = (day: LocalDate, minute: number) => instantOf(atTime(day, timeOfMinutes(minute)));
  const groupOf = (name: string) => ({
    kind: 'group' as const,
    groupId: GroupId.parse(mustExist(known.groups.get(name), `${name} is in the card box`)),
  });
  const enter = (
    name: string,
    details: typeof ASHDOWN | typeof BIRCH_COURT,
    day: LocalDate,
  ): Event => ({
    at: at(day, 14 * 60 + 5),
    by: 'officer',
    act: async (ctx) => {
      await core.api.payees.addDetails(ctx, {
        of: groupOf(name),
        details,
        cameBy: 'form',
        why: 'The treasurer brought the form.',
        version: 0,
      });
    },
  });
  return [
    enter('Ashdown TRA', ASHDOWN, addDays(setUpOn, 8)),
    {
      at: at(addDays(setUpOn, 10), 11 * 60 + 20),
      by: 'finance',
      act: async (ctx) => {
        const payee = mustExist(
          await core.api.payees.ofParty(ctx, { of: groupOf('Ashdown TRA') }),
          'the details were entered two days before',
        );
        await core.api.payees.recordCallBack(ctx, {
          id: DetailsId.parse(mustExist(payee.staged, 'nobody has checked them yet').id),
          number: mustExist(payee.knownNumbers[0], 'a group of the card box has a phone').number,
          spokeTo: 'Mrs P. Okafor',
          on: dateOf(localDateTimeOf(ctx.now())),
          heard: {
            sortCode: ASHDOWN.sortCode,
            accountNumber: ASHDOWN.accountNumber,
            buildingReference: '',
          },
          version: payee.version,
        });
      },
    },
    {
      at: at(addDays(setUpOn, 10), 11 * 60 + 30),
      by: 'officer',
      act: async (ctx) => {
        const signs = (name: string) => ({
          personId: PersonId.parse(mustExist(known.people.get(name), `${name} is on record`)),
          from: setUpOn,
          until: null,
        });
        await core.api.payees.changeMandate(ctx, {
          groupId: groupOf('Ashdown TRA').groupId,
          toSign: 2,
          signatories: [signs('Ivy Mossop'), signs('Mrs P. Okafor')],
          confirmedOn: addDays(setUpOn, 10),
          version: 0,
        });
      },
    },
    enter('Birch Court TRA', BIRCH_COURT, addDays(firstDay, -1)),
  ];
}
