import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

describe('The bookings of one group or person', () => {
  it('are listed from a day on, the soonest first, without cancelled ones', async () => {
    const { booker } = await aBooking(core, { date: '2027-01-06' });
    const soonest = await aBooking(core, { date: '2027-01-05', booker });
    const cancelled = await aBooking(core, { date: '2027-01-07', booker });
    await core
      .as('desk')
      .call('bookings.cancel', { id: cancelled.id, version: cancelled.version, reason: 'ill' });
    await aBooking(core, { date: '2027-01-08' });
    const coming = (from: string) => core.as('desk').call('bookings.ofBooker', { booker, from });
    expect((await coming('2027-01-04')).map((one) => one.startsAt.slice(0, 10))).toEqual([
      '2027-01-05',
      '2027-01-06',
    ]);
    expect((await coming('2027-01-06')).map((one) => one.id)).not.toContain(soonest.id);
  });
});

describe('A room taken out of use', () => {
  it('stays on the days on which it still has a booking, and on no other', async () => {
    const made = await aBooking(core, { room: 'Small Room' });
    const room = await theRoom(core, 'Small Room');
    const { id, name, kind, isBookable, capacity, hours, version } = room;
    const details = { id, name, kind, isBookable, capacity, hours, version };
    await core.as('manager').call('facilities.change', { ...details, isActive: false });
    const namesOn = async (date: string) =>
      (await core.as('desk').call('bookings.onDay', { date })).facilities.map((f) => f.id);
    expect(await namesOn('2027-01-05')).toContain(made.facilityId);
    expect(await namesOn('2027-01-12')).not.toContain(made.facilityId);
  });
});
