import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aDivisibleHall } from '../support/builders/rooms-in-use.ts';
import { seriesDetails } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** The verdict on each of three Mondays, 1 to 15 March 2027. */
const verdicts = async (part: Parameters<typeof seriesDetails>[1]) => {
  const end = { kind: 'until', date: '2027-03-15' };
  const wanted = await seriesDetails(core, { ...part, end });
  const { dates } = await core.as('desk').call('bookings.previewSeries', wanted);
  return dates.map((date) => date.verdict);
};
/** Taken away from Tuesday 2 to Monday 8 March, both included. */
const DAYS = { from: '2027-03-02', until: '2027-03-08' };

describe('A date of a series', () => {
  it('is refused on the days on which its booker may not use the room (BOOK-12)', async () => {
    const booker = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    await aRestriction(core, { ...DAYS, subject: booker });
    expect(await verdicts({ booker })).toEqual(['free', 'refused', 'free']);
  });

  it('is refused where whoever answers for it may not use the room', async () => {
    const personId = (await aPerson(core)).id;
    await aRestriction(core, { ...DAYS, subject: { kind: 'person', personId } });
    const part = { responsiblePersonId: personId };
    expect(await verdicts(part)).toEqual(['free', 'refused', 'free']);
    expect(await verdicts({ ...part, room: 'Small Room' })).toEqual(['free', 'free', 'free']);
  });

  it('is refused in a hall of whose halves its booker may not use one', async () => {
    const { hall, north, south } = await aDivisibleHall(core);
    const booker = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    const scope = { kind: 'facility', facilityId: north.id };
    await aRestriction(core, { ...DAYS, subject: booker, scope });
    expect(await verdicts({ booker, facilityId: hall.id })).toEqual(['free', 'refused', 'free']);
    expect(await verdicts({ booker, facilityId: south.id })).toEqual(['free', 'free', 'free']);
  });

  it('is not refused for what only warns (BOOK-14)', async () => {
    const booker = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    await aRestriction(core, { ...DAYS, subject: booker, effect: 'warns' });
    expect(await verdicts({ booker })).toEqual(['free', 'free', 'free']);
  });
});
