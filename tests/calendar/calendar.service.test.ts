import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listBookingsHitBy } from '#db/bookings/bookings-hit.service';
import type { ClosureDetails } from '#db/calendar/calendar.contract';
import { PROGRAM } from '#db/open-core';
import { aBooking } from '../support/builders/bookings.ts';
import { aClosure } from '../support/builders/calendar.ts';
import { aFacility, theRoom, useOf } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

type Part = { readonly [K in keyof ClosureDetails]?: unknown };

const add = (part: Part = {}) => core.as('manager').call('calendar.addClosure', aClosure(part));
const refuse = (part: Part) => core.as('manager').refusal('calendar.addClosure', aClosure(part));
const specialDays = async (year: number) =>
  (await core.as('auditor').call('calendar.year', { year })).map((day) => [
    day.date,
    day.name,
    day.kind,
    day.isNonWorking,
  ]);
const openTasks = async () =>
  (await core.as('desk').call('tasks.list', {})).tasks.filter(
    (task) => task.kind === 'calendar.closure-hits',
  );

describe('The year', () => {
  it('has its bank holidays, and each day of a closure among them', async () => {
    await add({
      name: 'Christmas week',
      firstDate: '2027-12-29',
      lastDate: '2028-01-04',
      isNonWorking: true,
    });
    const year = await specialDays(2027);
    expect(year.slice(0, 3)).toEqual([
      ['2027-01-01', 'New Year’s Day', 'bank-holiday', true],
      ['2027-03-26', 'Good Friday', 'bank-holiday', true],
      ['2027-03-29', 'Easter Monday', 'bank-holiday', true],
    ]);
    expect(year.slice(-4)).toEqual([
      ['2027-12-28', 'Boxing Day (substitute day)', 'bank-holiday', true],
      ['2027-12-29', 'Christmas week', 'closed', true],
      ['2027-12-30', 'Christmas week', 'closed', true],
      ['2027-12-31', 'Christmas week', 'closed', true],
    ]);
    expect((await specialDays(2028))[0]?.[0]).toBe('2028-01-01');
  });

  it('shows a bank holiday on which the centre is open as a working day', async () => {
    await add({ name: 'May fair', effect: 'open', firstDate: '2027-05-03' });
    const may = (await specialDays(2027)).filter(([date]) => date === '2027-05-03');
    expect(may).toEqual([
      ['2027-05-03', 'Early May bank holiday', 'bank-holiday', false],
      ['2027-05-03', 'May fair', 'open', false],
    ]);
  });

  it('no longer shows what was taken back, which stays on record', async () => {
    const { closure } = await add();
    const withdrawn = await core
      .as('manager')
      .call('calendar.withdrawClosure', { id: closure.id, version: closure.version });
    expect(withdrawn).toEqual({ ...closure, withdrawn: true, version: 2 });
    expect((await specialDays(2027)).map(([date]) => date)).not.toContain('2027-03-02');
    expect(await core.as('desk').call('calendar.closures', {})).toEqual([withdrawn]);
  });
});

describe('Closures on record', () => {
  it('stand with the latest day first', async () => {
    for (const firstDate of ['2027-03-02', '2027-06-01', '2027-04-01']) await add({ firstDate });
    const list = await core.as('desk').call('calendar.closures', {});
    expect(list.map((one) => one.firstDate)).toEqual(['2027-06-01', '2027-04-01', '2027-03-02']);
  });
});

describe('A closure', () => {
  it('lists the bookings it hits, and leaves them as they are', async () => {
    const group = await aGroup(core, { name: 'Elm Estate TRA' });
    const booked = await aBooking(core, {
      date: '2027-03-02',
      booker: { kind: 'group', groupId: group.id },
    });
    await aBooking(core, { date: '2027-03-03' });
    const asked = await core.as('desk').call('calendar.hitBy', aClosure());
    expect(asked).toEqual([
      {
        bookingId: booked.id,
        reference: booked.reference,
        facilityName: 'Meeting Room',
        bookerName: 'Elm Estate TRA',
        startsAt: '2027-03-02T10:00',
        endsAt: '2027-03-02T12:00',
      },
    ]);
    const { hits } = await add();
    expect(hits).toEqual(asked);
    expect((await core.as('desk').call('bookings.get', { id: booked.id })).status).toBe(
      'confirmed',
    );
  });

  it('of a part of the day hits what is held in it, and nothing that only touches it', async () => {
    const date = '2027-03-02';
    const early = await aBooking(core, { date, from: '09:00', until: '12:00' });
    const late = await aBooking(core, { date, from: '13:30', until: '15:00' });
    await aBooking(core, { date, from: '16:00', until: '17:00' });
    const hitAt = async (from: string, until: string) =>
      (await core.as('desk').call('calendar.hitBy', aClosure({ from, until }))).map(
        (hit) => hit.reference,
      );
    expect(await hitAt('12:00', '14:00')).toEqual([late.reference]);
    expect(await hitAt('11:45', '13:30')).toEqual([early.reference]);
    expect(await hitAt('12:00', '13:30')).toEqual([]);
  });

  it('of one room hits that room and the rooms it is joined to', async () => {
    const [hall, half] = [
      await aFacility(core, { name: 'Hall' }),
      await aFacility(core, { name: 'East half' }),
    ];
    await core.as('manager').call('facilities.setUse', useOf(hall, { partIds: [half.id] }));
    const date = '2027-03-02';
    const inHall = await aBooking(core, { date, facilityId: hall.id });
    await aBooking(core, { date });
    const { hits } = await add({ facilityId: half.id });
    expect(hits.map((hit) => hit.reference)).toEqual([inHall.reference]);
  });

  it('hits nothing that is over, and an extra open day hits nothing at all', async () => {
    await aBooking(core, { date: '2027-03-02' });
    const desk = core.as('desk');
    expect(
      await desk.call('calendar.hitBy', aClosure({ effect: 'open', firstDate: '2027-03-02' })),
    ).toEqual([]);
    core.clock.set('2027-03-02T12:00:00.000Z');
    const hits = core.core.unit(PROGRAM, 'reads', (ctx) => listBookingsHitBy(ctx, aClosure()));
    expect(await hits).toEqual([]);
  });

  it('that hits bookings waits on the list until it is taken back', async () => {
    const booked = await aBooking(core, { date: '2027-03-02' });
    const { closure } = await add({ firstDate: '2027-03-01', lastDate: '2027-03-02' });
    expect(await openTasks()).toMatchObject([
      {
        words: `Staff training from Monday 1 March 2027 to Tuesday 2 March 2027 hits 1 booking: ${booked.reference}. Ask the holders whether to move or cancel.`,
        path: '/settings/days',
        objectType: 'closure',
        objectId: closure.id,
        dueOn: '2027-02-26',
      },
    ]);
    await core.as('manager').call('calendar.withdrawClosure', { id: closure.id, version: 1 });
    expect(await openTasks()).toEqual([]);
  });

  it('that hits many says the first few, and how many more', async () => {
    for (const hour of [10, 11, 12, 13, 14, 15])
      await aBooking(core, { date: '2027-01-05', from: `${hour}:00`, until: `${hour}:45` });
    core.clock.set('2027-01-05T09:00:00.000Z');
    await add({ firstDate: '2027-01-05' });
    const [task] = await openTasks();
    expect(task?.words).toContain('hits 6 bookings');
    expect(task?.words).toContain('BKG-2027-0004 and 2 more');
    expect(task?.dueOn).toBe('2027-01-05');
  });

  it('that hits nothing leaves the list of tasks alone', async () => {
    await add();
    expect(await openTasks()).toEqual([]);
  });

  it('says to the auditor which bookings, not whose', async () => {
    await aBooking(core, { date: '2027-03-02' });
    const [hit] = await core.as('auditor').call('calendar.hitBy', aClosure());
    expect(hit?.bookerName).toBe(hit?.reference);
  });
});

describe('A closure is refused', () => {
  it.each([
    ['with a last day before the first', { lastDate: '2027-03-01' }, 'calendar.dates-backwards'],
    ['that covers more than a year', { lastDate: '2028-03-02' }, 'calendar.too-long'],
    ['with one time only', { from: '09:00' }, 'calendar.times-unclear'],
    ['with times backwards', { from: '12:00', until: '09:00' }, 'calendar.times-unclear'],
    ['for a room that is not there', { facilityId: 'none' }, 'facility.not-found'],
  ])('%s', async (_, part, code) => {
    expect(await refuse(part)).toMatchObject({ code });
    expect(await core.as('desk').call('calendar.closures', {})).toEqual([]);
  });

  it('when it would open a Saturday without saying from when until when', async () => {
    expect(await refuse({ effect: 'open', firstDate: '2027-03-06' })).toMatchObject({
      code: 'calendar.open-needs-times',
      field: 'from',
      message:
        'There are no usual opening hours on Saturday 6 March 2027. Enter from when until when it is open.',
    });
    const { closure } = await add({
      effect: 'open',
      firstDate: '2027-03-06',
      from: '10:00',
      until: '14:00',
    });
    expect(closure.effect).toBe('open');
  });

  it('when one room alone is to be no working day', async () => {
    const room = await theRoom(core, 'Small Room');
    expect(await refuse({ facilityId: room.id, isNonWorking: true })).toMatchObject({
      code: 'calendar.one-room-is-working',
      field: 'isNonWorking',
    });
  });

  it('to be taken back twice, by two people at once, or when there is none', async () => {
    const { closure } = await add();
    const withdraw = (id: string, version: number) =>
      core.as('manager').refusal('calendar.withdrawClosure', { id, version });
    expect(await withdraw(closure.id, 7)).toMatchObject({
      code: 'calendar.changed-by-someone-else',
    });
    await core.as('manager').call('calendar.withdrawClosure', { id: closure.id, version: 1 });
    expect(await withdraw(closure.id, 2)).toMatchObject({
      code: 'calendar.withdrawn-before',
      message: 'Staff training was taken back before. Enter it again if it is to hold.',
    });
    expect(await withdraw('none', 1)).toMatchObject({ code: 'calendar.not-found' });
  });
});

describe('Working days from a day', () => {
  const count = (from: string, days: number) =>
    core.as('finance').call('calendar.countWorkingDays', { from, days });

  it('are clear days, over Easter and past a day the council does not work', async () => {
    expect(await count('2027-03-24', 2)).toEqual({
      date: '2027-03-31',
      words:
        '2 clear working days, not counting Wednesday 24 March 2027 or Wednesday 31 March 2027; 26 March 2027 and 29 March 2027 are bank holidays',
    });
    await add({ firstDate: '2027-03-30', isNonWorking: true });
    expect((await count('2027-03-24', 2)).date).toBe('2027-04-01');
  });

  it('are counted as the council counts them', async () => {
    await core.as('manager').call('settings.setParameter', {
      name: 'meetings.noticeCounting',
      value: 'last day counts',
      from: '2027-02-01',
    });
    expect((await count('2027-03-24', 2)).date).toBe('2027-03-30');
    expect((await count('2027-01-24', 2)).words).toContain('clear');
  });
});
