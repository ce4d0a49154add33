import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facility } from '#db/facilities/facilities.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aPastUse, aSession, theSuite } from '../support/builders/usage.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let suite: Facility;
beforeEach(async () => {
  core = await openTestCore();
  core.clock.set('2027-01-05T10:00:00.000Z');
  suite = await theSuite(core);
});
afterEach(() => core.close());

const copies = { per: 'group', unit: 'copies', period: 'quarter' } as const;
const set = (amount: number | null, from: string, part: object = {}) =>
  core.as('manager').call('usage.setAllowance', {
    facilityId: suite.id,
    ...copies,
    amount,
    from,
    ...part,
  });
const leftOf = async (who: object, on = '2027-01-05') =>
  (await core.as('desk').call('usage.left', { groupId: null, personId: null, on, ...who })).map(
    (one) => one.words,
  );

describe('An allowance', () => {
  it('holds from its day on, and the earlier one ends the day before', async () => {
    await set(500, '2027-01-01');
    const both = await set(600, '2027-04-01');
    expect(both.map((one) => [one.amount, one.from, one.until])).toEqual([
      [600, '2027-04-01', null],
      [500, '2027-01-01', '2027-03-31'],
    ]);
    const between = await set(550, '2027-02-01');
    expect(between.map((one) => [one.amount, one.from, one.until])).toEqual([
      [600, '2027-04-01', null],
      [550, '2027-02-01', '2027-03-31'],
      [500, '2027-01-01', '2027-01-31'],
    ]);
  });

  it('is put right by another from the same day', async () => {
    await set(5000, '2027-01-01');
    expect((await set(500, '2027-01-01')).map((one) => one.amount)).toEqual([500]);
  });

  it('ends without another, and is then no rule', async () => {
    await set(500, '2027-01-01');
    expect((await set(null, '2027-02-01')).map((one) => one.until)).toEqual(['2027-01-31']);
    const group = await aGroup(core);
    expect(await leftOf({ groupId: group.id }, '2027-02-01')).toEqual([]);
  });

  it('of pages is the group’s, not the person’s, when the person acts for the group', async () => {
    await set(500, '2027-01-01');
    await set(50, '2027-01-01', { per: 'person' });
    const [birch, ashdown] = [
      await aGroup(core, { name: 'Birch Court TRA' }),
      await aGroup(core, { name: 'Ashdown TRA' }),
    ];
    const person = await aPerson(core, { name: 'R. Haddad' });
    const { usage } = await aSession(core, suite, { personId: person.id, groupId: birch.id });
    await core
      .as('desk')
      .call('usage.stop', { id: usage.id, version: 1, copies: 14, colourCopies: 0, notes: '' });

    expect(await leftOf({ groupId: birch.id })).toEqual([
      '486 of 500 copies left this quarter (January to March 2027)',
    ]);
    expect(await leftOf({ groupId: ashdown.id })).toEqual([
      '500 of 500 copies left this quarter (January to March 2027)',
    ]);
    expect(await leftOf({ personId: person.id })).toEqual([
      '50 of 50 copies left this quarter (January to March 2027)',
    ]);

    await aPastUse(core, suite, { personId: person.id, copies: 3, colourCopies: 1 });
    expect(await leftOf({ personId: person.id })).toEqual([
      '47 of 50 copies left this quarter (January to March 2027)',
    ]);
    expect(await leftOf({ groupId: birch.id, personId: person.id })).toHaveLength(2);
  });

  it('of time counts sessions, and of booked time bookings, cancelled ones no longer', async () => {
    const room = await theRoom(core, 'Meeting Room');
    const group = await aGroup(core);
    await set(1200, '2027-01-01', { facilityId: room.id, unit: 'booked-minutes', period: 'year' });
    await set(120, '2027-01-01', { unit: 'session-minutes', period: 'month' });
    const booker = { kind: 'group', groupId: group.id } as const;
    await aBooking(core, { booker, date: '2027-01-12' });
    const other = await aBooking(core, { booker, date: '2027-01-13' });
    await core
      .as('desk')
      .call('bookings.cancel', { id: other.id, version: other.version, reason: 'Ill' });
    await aPastUse(core, suite, { groupId: group.id, minutes: 45 });
    expect(await leftOf({ groupId: group.id })).toEqual([
      '18 hours of 20 hours left this year (April 2026 to March 2027)',
      '1 hour 15 minutes of 2 hours left this month (January 2027)',
    ]);
  });

  it('of pages counts the last day of its period, nothing that was taken back, and no other facility', async () => {
    core.clock.set('2027-02-01T10:00:00.000Z');
    await set(500, '2027-01-01', { period: 'month' });
    const groupId = (await aGroup(core)).id;
    const part = { groupId, copies: 10, startedAt: '2027-01-31T10:00' };
    await aPastUse(core, suite, part);
    await aPastUse(core, suite, { ...part, startedAt: '2027-02-01T08:00' });
    await aPastUse(core, await theRoom(core, 'Small Room'), part);
    const { usage } = await aPastUse(core, suite, part);
    expect(await leftOf({ groupId }, '2027-01-05')).toEqual([
      '480 of 500 copies left that month (January 2027)',
    ]);
    await core
      .as('desk')
      .call('usage.withdraw', { id: usage.id, version: 1, reason: 'Entered twice' });
    expect(await leftOf({ groupId }, '2027-01-05')).toEqual([
      '490 of 500 copies left that month (January 2027)',
    ]);
  });

  it('of booked time counts the last day of its period, and no other room', async () => {
    const room = await theRoom(core, 'Meeting Room');
    const part = { facilityId: room.id, unit: 'booked-minutes', period: 'month' };
    await set(600, '2027-01-01', part);
    const booker = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    const morning = { booker, from: '10:00', until: '12:00' };
    await aBooking(core, { ...morning, date: '2027-03-31' });
    await aBooking(core, { ...morning, date: '2027-03-31', room: 'Small Room' });
    await aBooking(core, { ...morning, date: '2027-04-01' });
    expect(await leftOf({ groupId: booker.groupId }, '2027-03-05')).toEqual([
      '8 hours of 10 hours left that month (March 2027)',
    ]);
  });

  it('is nobody’s but the manager’s to set, and is on record', async () => {
    expect(await core.as('desk').refusal('usage.setAllowance', {})).toMatchObject({
      code: 'session.not-allowed',
    });
    const [made] = await set(500, '2027-01-01');
    const record = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'allowance', objectId: made?.id ?? '' });
    expect(record.map((line) => line.action)).toEqual(['allowance.entered']);
  });
});
