import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking } from '../support/builders/bookings.ts';
import { aClosure } from '../support/builders/calendar.ts';
import { aFacility } from '../support/builders/facilities.ts';
import {
  aDivisibleHall,
  aFacilityUsedAs,
  aRoomWithLayouts,
  aSuiteOf,
} from '../support/builders/rooms-in-use.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const find = (part: object = {}) =>
  core.as('desk').call('bookings.findFree', {
    minutes: 120,
    from: '2027-01-05',
    until: '2027-01-05',
    ...part,
  });
const starts = async (part: object = {}): Promise<readonly string[]> =>
  (await find(part)).map((slot) => `${slot.facilityName} ${slot.startsAt.slice(5)}`);

describe('Finding a free time', () => {
  it('offers the first start in every gap that is long enough, the nearest first', async () => {
    await aBooking(core, { from: '09:00', until: '10:00' });
    await aBooking(core, { from: '11:30', until: '13:10' });
    expect(await find()).toMatchObject([
      { facilityName: 'Small Room', startsAt: '2027-01-05T09:00', endsAt: '2027-01-05T11:00' },
      {
        facilityName: 'Meeting Room',
        startsAt: '2027-01-05T13:15',
        freeUntil: '2027-01-05T21:00',
        isOutOfHours: false,
        words: 'Holds 40. Free until 9pm.',
      },
    ]);
    expect(await starts({ minutes: 60 })).toEqual([
      'Small Room 01-05T09:00',
      'Meeting Room 01-05T10:00',
      'Meeting Room 01-05T13:15',
    ]);
  });

  it('looks for the number of people, a layout that holds them, and what they need', async () => {
    const hall = await aRoomWithLayouts(
      core,
      [{ name: 'Rows', capacity: 80, setupMinutes: 60, cleardownMinutes: 30 }],
      { name: 'Hall', capacity: 50 },
    );
    expect(await starts({ people: 12 })).toEqual(['Meeting Room 01-05T09:00', 'Hall 01-05T09:00']);
    await aBooking(core, { facilityId: hall.id, from: '09:00', until: '10:00' });
    const [rows] = await find({ people: 70 });
    expect(rows).toMatchObject({
      startsAt: '2027-01-05T11:00',
      words: 'Holds 80 (Rows). Free until 9pm.',
    });
    expect(await find({ people: 81 })).toEqual([]);

    expect(await find({ accessNeeds: ['step-free'] })).toEqual([]);
    await aFacilityUsedAs(
      core,
      { accessFeatures: ['step-free', 'hearing-loop'] },
      { name: 'Ramp Room', capacity: null },
    );
    expect(await find({ accessNeeds: ['step-free'], people: 500 })).toMatchObject([
      { words: 'Step-free entrance. Hearing loop. Free until 9pm.' },
    ]);
  });

  it('keeps to the part of the day, and to a booking’s whole length in it', async () => {
    const room = await aFacility(core, { name: 'Den' });
    const inDen = { facilityId: room.id };
    expect(await starts({ ...inDen, part: 'morning' })).toEqual(['Den 01-05T09:00']);
    expect(await starts({ ...inDen, part: 'afternoon' })).toEqual(['Den 01-05T12:00']);
    const [evening] = await find({ ...inDen, part: 'evening' });
    expect(evening).toMatchObject({ startsAt: '2027-01-05T17:00', isOutOfHours: true });
    await aBooking(core, { ...inDen, from: '12:00', until: '15:30' });
    expect(await starts({ ...inDen, part: 'afternoon' })).toEqual([]);
    expect(await starts({ ...inDen, part: 'afternoon', minutes: 310 })).toEqual([
      'Den 01-05T15:30',
    ]);
  });

  it('answers for a whole week at once, closed days and time that has passed left out', async () => {
    await core.as('manager').call('calendar.addClosure', aClosure({ firstDate: '2027-01-06' }));
    core.clock.set('2027-01-04T19:05:00.000Z');
    const found = await starts({
      from: '2027-01-01',
      until: '2027-01-10',
      people: 30,
      minutes: 60,
    });
    expect(found).toEqual([
      'Meeting Room 01-04T19:15',
      'Meeting Room 01-05T09:00',
      'Meeting Room 01-07T09:00',
      'Meeting Room 01-08T09:00',
    ]);
    expect(
      await starts({ from: '2027-01-01', until: '2027-02-28', people: 30, minutes: 60, limit: 2 }),
    ).toHaveLength(2);
  });

  it('counts places of a suite, and rooms that are joined', async () => {
    const suite = await aSuiteOf(core, 8);
    await aBooking(core, { facilityId: suite.id, units: 5 });
    expect(await starts({ facilityId: suite.id, units: 3 })).toEqual(['Suite 01-05T09:00']);
    expect(await starts({ facilityId: suite.id, units: 4 })).toEqual(['Suite 01-05T12:00']);
    expect(await find({ facilityId: suite.id, units: 9 })).toEqual([]);
    const { hall, north } = await aDivisibleHall(core);
    await aBooking(core, { facilityId: north.id, from: '09:00', until: '12:00' });
    expect(await starts({ facilityId: hall.id })).toEqual(['Hall 01-05T12:00']);
  });

  it('offers a walk-in facility only outside office hours', async () => {
    const room = await aFacility(core, { name: 'Copier', isBookable: false });
    expect(await starts({ facilityId: room.id })).toEqual([]);
    expect(await starts({ facilityId: room.id, part: 'evening' })).toEqual(['Copier 01-05T17:00']);
  });
});

describe('The week and the month', () => {
  it('show seven days from Monday with all rooms, what is open, and what is closed why', async () => {
    const made = await aBooking(core, { date: '2027-03-25' });
    const later = await aBooking(core, { date: '2027-03-29', room: 'Small Room' }).catch(
      () => null,
    );
    expect(later).toBeNull();
    const week = await core.as('desk').call('bookings.onWeek', { date: '2027-03-27' });
    expect(week.from).toBe('2027-03-22');
    expect(week.bookings.map((card) => card.id)).toEqual([made.id]);
    expect(week.facilities).toHaveLength(3);
    expect(week.open).toHaveLength(21);
    const room = week.facilities[0];
    expect(week.open.filter((day) => day.facilityId === room?.id).map((day) => day.why)).toEqual([
      '',
      '',
      '',
      '',
      'Good Friday',
      '',
      '',
    ]);
    expect(week.officeHours.map((span) => span.weekday)).toEqual([1, 2, 3, 4]);
  });

  it('count bookings and free hours of each day, a closed day as closed', async () => {
    const room = await aFacility(core, { name: 'Den' });
    await aBooking(core, { facilityId: room.id, from: '10:00', until: '12:00', setupMinutes: 30 });
    const { days } = await core
      .as('desk')
      .call('bookings.inMonth', { date: '2027-01-20', facilityId: room.id });
    expect(days).toHaveLength(31);
    expect(days[0]).toMatchObject({ date: '2027-01-01', isClosed: true, why: 'New Year’s Day' });
    expect(days[4]).toEqual({
      date: '2027-01-05',
      bookings: 1,
      openMinutes: 720,
      freeMinutes: 570,
      isClosed: false,
      why: '',
    });
    expect(days[9]).toMatchObject({ isClosed: true, openMinutes: 0, freeMinutes: 0 });
  });

  it('count a hall and its halves once, and a suite as free while a place is', async () => {
    const before = await core.as('desk').call('bookings.inMonth', { date: '2027-01-05' });
    const { hall, north } = await aDivisibleHall(core);
    const suite = await aSuiteOf(core, 2);
    await aBooking(core, { facilityId: hall.id });
    await aBooking(core, { facilityId: suite.id, units: 1 });
    await aBooking(core, { facilityId: suite.id, units: 1, from: '11:00', until: '13:00' });
    const on = async (facilityId: string | null) =>
      (
        await core.as('desk').call('bookings.inMonth', {
          date: '2027-01-05',
          facilityId: facilityId,
        })
      ).days[4];
    expect(await on(hall.id)).toMatchObject({ bookings: 1, freeMinutes: 600 });
    expect(await on(north.id)).toMatchObject({ bookings: 1, freeMinutes: 600 });
    expect(await on(suite.id)).toMatchObject({ bookings: 2, openMinutes: 720, freeMinutes: 660 });
    const all = await on(null);
    // Two halves and the suite beside the rooms that were there before; the hall is its halves.
    expect((all?.openMinutes ?? 0) - (before.days[4]?.openMinutes ?? 0)).toBe(3 * 720);
    expect(all?.bookings).toBe(3);
  });
});
