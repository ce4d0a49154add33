import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { aConditionText, allGiven } from '../support/builders/conditions.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/** The centre on Monday 4 January 2027, 9am, with a clock that a test may turn. */
const clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock.set('2027-01-04T09:00:00.000Z');
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const today = (part: Parameters<typeof aBooking>[1] = {}) =>
  aBooking(core, { date: '2027-01-04', from: '10:00', until: '12:00', ...part });

const checkIn = (booking: Booking) =>
  core.as('desk').call('bookings.startUse', { id: booking.id, version: booking.version });

/** A check-out with nothing to say: everything is in order. */
const inOrder = {
  checklist: { tidy: true, crockery: true, equipment: true, nothingLeft: true },
  damage: '',
  notes: '',
};

const checkOut = (booking: Booking, part: object = {}) =>
  core.as('desk').call('bookings.stopUse', {
    id: booking.id,
    version: booking.version,
    ...inOrder,
    ...part,
  });

const actionsOn = async (id: string) =>
  (await core.as('desk').call('audit.ofObject', { objectType: 'booking', objectId: id })).map(
    (line) => line.action,
  );

const tasks = async () => (await core.as('desk').call('tasks.list', {})).tasks;

describe('Checking a booking in and out', () => {
  it('takes one press each when all is in order, and leaves one line each in the record', async () => {
    const booking = await today();
    clock.set('2027-01-04T10:02:00.000Z');
    const used = await checkIn(booking);
    expect(used).toMatchObject({ attendance: 'in', checkedInAt: '2027-01-04T10:02:00.000Z' });
    clock.set('2027-01-04T11:55:00.000Z');
    const over = await checkOut(used);
    expect(over).toMatchObject({ attendance: 'out', checkedOutAt: '2027-01-04T11:55:00.000Z' });
    expect(await actionsOn(booking.id)).toEqual([
      'booking.created',
      'booking.checked-in',
      'booking.checked-out',
    ]);
    expect(await tasks()).toEqual([]);
  });

  it('keeps how many came, counted at the door or on the way out', async () => {
    const booking = await today();
    const desk = core.as('desk');
    const used = await desk.call('bookings.startUse', {
      id: booking.id,
      version: booking.version,
      headcount: 7,
    });
    expect(used.headcount).toBe(7);
    const over = await checkOut(used);
    expect(over.headcount).toBe(7);
    const other = await checkIn(await today({ room: 'Small Room' }));
    expect((await checkOut(other, { headcount: 0 })).headcount).toBe(0);
  });

  it('refuses until the guidelines and the fire procedure were given, and says what is missing for whom (BOOK-07, BOOK-08)', async () => {
    await aConditionText(core);
    await aConditionText(core, { kind: 'fire', text: 'Out.' });
    const booking = await today();
    const refusal = await core
      .as('desk')
      .refusal('bookings.startUse', { id: booking.id, version: booking.version });
    expect(refusal).toMatchObject({
      code: 'booking.conditions-missing',
      message: `${booking.reference} cannot be checked in yet. ${booking.bookerName} has not been given the guidelines for rooms and equipment. ${booking.responsibleName} has not been given the fire procedure. Hand it over, enter here that it was given, then check in.`,
    });
    await allGiven(core, booking, '2027-01-04');
    expect(await checkIn(booking)).toMatchObject({ attendance: 'in' });
  });

  it('asks for neither where the council does not ask for it', async () => {
    await aConditionText(core);
    await core.as('manager').call('settings.setParameter', {
      name: 'rooms.guidelinesBeforeUse',
      value: null,
      from: '2027-01-04',
    });
    expect(await checkIn(await today())).toMatchObject({ attendance: 'in' });
  });

  it('refuses to check in before its own day', async () => {
    const booking = await today({ date: '2027-01-05' });
    const refusal = await core
      .as('desk')
      .refusal('bookings.startUse', { id: booking.id, version: booking.version });
    expect(refusal.code).toBe('booking.not-today');
    expect(refusal.message).toContain(
      'is for Tuesday 5 January 2027. Check it in on that day, or change its day first.',
    );
  });

  it('takes a check-in that was forgotten, with the moment at which it was entered', async () => {
    const booking = await today({ date: '2027-01-04' });
    clock.set('2027-01-05T09:00:00.000Z');
    expect(await checkIn(booking)).toMatchObject({
      attendance: 'in',
      checkedInAt: '2027-01-05T09:00:00.000Z',
      startsAt: booking.startsAt,
    });
  });

  it('refuses what is not confirmed, and says what to do first', async () => {
    const desk = core.as('desk');
    const held = await today({ hold: { lapsesOn: '2027-01-04' } });
    const booked = await today({ room: 'Small Room' });
    const cancelled = await desk.call('bookings.cancel', {
      id: booked.id,
      version: booked.version,
      reason: 'Ill',
    });
    for (const [booking, words] of [
      [held, 'is only held. Confirm the hold first.'],
      [cancelled, 'is cancelled. Take the cancellation back first, or make a new booking.'],
    ] as const)
      expect(
        await desk.refusal('bookings.startUse', { id: booking.id, version: booking.version }),
      ).toMatchObject({
        code: 'booking.not-to-be-used',
        message: `${booking.reference} ${words}`,
      });
  });

  it('happens once: in, then out', async () => {
    const booking = await today();
    const desk = core.as('desk');
    const input = (of: Booking) => ({ id: of.id, version: of.version });
    expect(await desk.refusal('bookings.stopUse', { ...input(booking), ...inOrder })).toMatchObject(
      { code: 'booking.not-checked-in' },
    );
    const used = await checkIn(booking);
    expect(await desk.refusal('bookings.startUse', input(used))).toMatchObject({
      code: 'booking.checked-in-before',
      message: `${booking.reference} was checked in at 9am on Monday 4 January 2027.`,
    });
    const over = await checkOut(used);
    expect(await desk.refusal('bookings.stopUse', { ...input(over), ...inOrder })).toMatchObject({
      code: 'booking.checked-out-before',
    });
    expect(await desk.refusal('bookings.startUse', input(over))).toMatchObject({
      code: 'booking.checked-out-before',
    });
  });

  it('tells the second of two desks that the booking has changed', async () => {
    const booking = await today();
    await checkIn(booking);
    const other = await today({ room: 'Small Room' });
    expect(
      await core
        .as('desk')
        .refusal('bookings.startUse', { id: other.id, version: other.version + 1 }),
    ).toMatchObject({ code: 'booking.changed-by-someone-else' });
  });
});

describe('Nobody came', () => {
  it('is known only once the booking has begun', async () => {
    const booking = await today();
    const input = { id: booking.id, version: booking.version };
    expect(await core.as('desk').refusal('bookings.recordNoShow', input)).toMatchObject({
      code: 'booking.not-begun',
      message: `${booking.reference} begins at 10am on Monday 4 January 2027. Whether nobody came is known after that.`,
    });
    clock.set('2027-01-04T10:00:00.000Z');
    const empty = await core.as('desk').call('bookings.recordNoShow', input);
    expect(empty.attendance).toBe('no-show');
    expect(
      await core.as('desk').refusal('bookings.startUse', { id: empty.id, version: empty.version }),
    ).toMatchObject({ code: 'booking.nobody-came-before' });
  });
});

describe('How a room was left', () => {
  it('is noted line by line, with damage and found things put on the list (BOOK-09 to BOOK-11)', async () => {
    const used = await checkIn(await today());
    const over = await checkOut(used, {
      checklist: { tidy: false, crockery: true, equipment: null, nothingLeft: false },
      damage: 'One chair is broken.',
      found: ['A blue umbrella', 'A scarf'],
      notes: 'Left early.',
    });
    expect(await core.as('desk').call('bookings.closeOut', { id: over.id })).toEqual({
      bookingId: over.id,
      checklist: { tidy: false, crockery: true, equipment: null, nothingLeft: false },
      damage: 'One chair is broken.',
      notes: 'Left early.',
    });
    expect((await tasks()).map((task) => [task.kind, task.role, task.words])).toEqual([
      [
        'bookings.damage',
        'officer',
        `Look at the damage in Meeting Room after ${over.reference}, ${over.bookerName}: One chair is broken.`,
      ],
      [
        'bookings.found',
        null,
        `Ask ${over.bookerName} about what was left in Meeting Room (${over.reference}): A blue umbrella.`,
      ],
      [
        'bookings.found',
        null,
        `Ask ${over.bookerName} about what was left in Meeting Room (${over.reference}): A scarf.`,
      ],
    ]);
  });

  it('is nothing for a booking that is not over', async () => {
    const booking = await today();
    expect(await core.as('desk').call('bookings.closeOut', { id: booking.id })).toBeNull();
  });

  it('is masked for the auditor where it was typed', async () => {
    const over = await checkOut(await checkIn(await today()), {
      damage: 'By Mr Okafor',
      found: ['Okafor’s hat'],
    });
    const auditor = core.as('auditor');
    expect(await auditor.call('bookings.closeOut', { id: over.id })).toMatchObject({
      damage: '•••',
      notes: '',
    });
    expect(await auditor.call('bookings.found', {})).toMatchObject([{ what: '•••' }]);
  });
});

describe('Lost property', () => {
  it('waits for its owner until somebody enters what became of it (BOOK-10)', async () => {
    const over = await checkOut(await checkIn(await today()), { found: ['A hat', 'A glove'] });
    const [first, second] = await core.as('desk').call('bookings.found', {});
    if (first === undefined || second === undefined) throw new Error('Two things were found');
    expect(first).toMatchObject({
      what: 'A hat',
      reference: over.reference,
      foundOn: '2027-01-04',
      place: 'Meeting Room',
      settledOn: null,
    });
    clock.set('2027-01-06T09:00:00.000Z');
    const settle = { id: first.id, how: 'Fetched by its owner', version: first.version };
    expect(await core.as('desk').call('bookings.settleFound', settle)).toMatchObject({
      settledOn: '2027-01-06',
      settledHow: 'Fetched by its owner',
    });
    expect((await core.as('desk').call('bookings.found', {})).map((item) => item.what)).toEqual([
      'A glove',
      'A hat',
    ]);
    expect((await tasks()).map((task) => task.objectId)).toEqual([second.id]);
    expect(await core.as('desk').refusal('bookings.settleFound', settle)).toMatchObject({
      code: 'found.settled-before',
    });
    expect(
      await core.as('desk').refusal('bookings.settleFound', { ...settle, id: 'nobody-found-it' }),
    ).toMatchObject({ code: 'found.not-here' });
  });
});

describe('Taking the last step back', () => {
  it('undoes a check-out with what it noted, then the check-in, one step at a time', async () => {
    const used = await checkIn(await today());
    const over = await checkOut(used, { damage: 'A chair', found: ['A hat'], headcount: 5 });
    const desk = core.as('desk');
    const back = await desk.call('bookings.undoUse', { id: over.id, version: over.version });
    expect(back).toMatchObject({ attendance: 'in', checkedOutAt: null });
    expect(await desk.call('bookings.closeOut', { id: over.id })).toBeNull();
    expect(await desk.call('bookings.found', {})).toEqual([]);
    expect(await tasks()).toEqual([]);
    const again = await checkOut(back, { found: ['A scarf'] });
    expect(again.attendance).toBe('out');

    const inside = await desk.call('bookings.undoUse', { id: again.id, version: again.version });
    const before = await desk.call('bookings.undoUse', { id: inside.id, version: inside.version });
    expect(before).toMatchObject({ attendance: 'expected', checkedInAt: null, headcount: null });
    expect(
      await desk.refusal('bookings.undoUse', { id: before.id, version: before.version }),
    ).toMatchObject({ code: 'booking.nothing-to-take-back' });
  });

  it('keeps a found thing that was handed back already', async () => {
    const over = await checkOut(await checkIn(await today()), { found: ['A hat'] });
    const desk = core.as('desk');
    const [hat] = await desk.call('bookings.found', {});
    if (hat === undefined) throw new Error('A hat was found');
    await desk.call('bookings.settleFound', { id: hat.id, how: 'Fetched', version: hat.version });
    await desk.call('bookings.undoUse', { id: over.id, version: over.version });
    expect(await desk.call('bookings.found', {})).toHaveLength(1);
  });

  it('undoes that nobody came', async () => {
    const booking = await today();
    clock.set('2027-01-04T10:30:00.000Z');
    const desk = core.as('desk');
    const empty = await desk.call('bookings.recordNoShow', {
      id: booking.id,
      version: booking.version,
    });
    expect(
      await desk.call('bookings.undoUse', { id: empty.id, version: empty.version }),
    ).toMatchObject({ attendance: 'expected' });
  });
});
