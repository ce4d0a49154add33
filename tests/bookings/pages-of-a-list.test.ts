import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
const all: Booking[] = [];
beforeAll(async () => {
  core = await openTestCore();
  const responsiblePersonId = (await aPerson(core)).id;
  const booker = { kind: 'group', groupId: (await aGroup(core)).id };
  const set = { booker, responsiblePersonId };
  for (const date of ['2027-01-05', '2027-01-06', '2027-01-07', '2027-01-12', '2027-01-13'])
    for (const part of [
      // Set out from the morning on, so that it is held before the one that starts before it.
      { room: 'Meeting Room', from: '14:00', until: '15:00', setupMinutes: 240 },
      { room: 'Small Room', from: '11:00', until: '12:00' },
      { room: 'Small Room', from: '14:00', until: '16:00' },
    ])
      all.push(await aBooking(core, { ...set, ...part, date }));
  const [first] = all;
  if (first !== undefined)
    await core.as('desk').call('bookings.cancel', {
      id: first.id,
      version: first.version,
      reason: 'No longer wanted',
    });
});
afterAll(() => core.close());

type Asked = { from: string; until: string; facilityId?: string; withCancelled?: boolean };

async function pages(asked: Asked, limit: number) {
  const found: string[] = [];
  const totals = new Set<number>();
  for (let offset = 0; offset <= all.length; offset += limit) {
    const page = await core.as('desk').call('bookings.list', { ...asked, limit, offset });
    found.push(...page.bookings.map(({ id }) => id));
    totals.add(page.total);
  }
  return { found, totals: [...totals] };
}

describe('The pages of a list', () => {
  it('make up all bookings that start in the period, in the order of their start, each once', async () => {
    const small = (await theRoom(core, 'Small Room')).id;
    const periods = [
      ['2027-01-01', '2027-12-31'],
      ['2027-01-05', '2027-01-05'],
      ['2027-01-06', '2027-01-12'],
      ['2027-01-07', '2027-01-08'],
      ['2027-01-08', '2027-01-11'],
    ] as const;
    for (const [from, until] of periods)
      for (const facilityId of [undefined, small])
        for (const withCancelled of [true, false]) {
          const wanted = all
            .filter(
              ({ startsAt }) => startsAt.slice(0, 10) >= from && startsAt.slice(0, 10) <= until,
            )
            .filter((one) => facilityId === undefined || one.facilityId === facilityId)
            .filter((one) => withCancelled || one !== all[0])
            .toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : 0));
          const asked = {
            from,
            until,
            withCancelled,
            ...(facilityId === undefined ? {} : { facilityId }),
          };
          for (const limit of [1, 2, 4, 100]) {
            const { found, totals } = await pages(asked, limit);
            expect(totals).toEqual([wanted.length]);
            expect(new Set(found)).toEqual(new Set(wanted.map(({ id }) => id)));
            expect(found.map((id) => all.find((one) => one.id === id)?.startsAt)).toEqual(
              wanted.map(({ startsAt }) => startsAt),
            );
          }
        }
  });
});
