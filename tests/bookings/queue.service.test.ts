import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import { MASKED } from '#db/people/people.rules';
import { mustExist } from '#db/shared/domain-error';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { aClosure } from '../support/builders/calendar.ts';
import { theRoom, useOf } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aWaiting, waitingDetails } from '../support/builders/queue.ts';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { aSeries, seriesDetails } from '../support/builders/series.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

const AN_HOUR_MS = 60 * 60 * 1000;

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const namedGroup = async (name: string) =>
  ({ kind: 'group', groupId: (await aGroup(core, { name })).id }) as const;
const queue = (withSettled = false) => core.as('desk').call('bookings.queue', { withSettled });
const cancel = (booking: Booking, reason = 'Too few can come') =>
  core.as('desk').call('bookings.cancel', { id: booking.id, version: booking.version, reason });
const bookingOf = async (id: string | null) =>
  core.as('desk').call('bookings.get', { id: mustExist(id, 'a time was offered') });

describe('The queue', () => {
  it('keeps everybody in the order of asking, with who is in the way and whose turn it is', async () => {
    const taken = await aBooking(core, { booker: await namedGroup('Oak Estate TRA') });
    const first = await aWaiting(core, { booker: await namedGroup('Birch Court TRA') });
    core.clock.advance(1000);
    const second = await aWaiting(core, { from: '11:00', until: '12:30' });
    core.clock.advance(1000);
    const elsewhere = await aWaiting(core, {
      date: '2027-01-06',
      facilityId: (await aBooking(core, { date: '2027-01-06', room: 'Small Room' })).facilityId,
    });
    expect((await queue()).map((one) => [one.id, one.place, one.isFree, one.state])).toEqual([
      [first.id, 1, false, 'waiting'],
      [second.id, 2, false, 'waiting'],
      [elsewhere.id, 1, false, 'waiting'],
    ]);
    expect(first).toMatchObject({
      kind: 'waiting',
      bookerName: 'Birch Court TRA',
      facilityName: 'Meeting Room',
      requestedAt: '2027-01-04T09:00:00.000Z',
    });
    expect(first.why).toContain(`Oak Estate TRA (${taken.reference})`);
  });

  it('takes nobody who could simply book, and nobody whom waiting would not help', async () => {
    const desk = core.as('desk');
    expect(await desk.refusal('bookings.addWaiting', await waitingDetails(core))).toMatchObject({
      code: 'queue.free-now',
      message: 'Meeting Room is free at that time. Book it now instead of waiting.',
    });
    expect(
      await desk.refusal('bookings.addWaiting', await waitingDetails(core, { date: '2027-01-10' })),
    ).toMatchObject({ code: 'booking.room-closed' });
  });

  it('lets somebody leave it, with the reason, once', async () => {
    await aBooking(core);
    const waiting = await aWaiting(core);
    const desk = core.as('desk');
    const asked = { id: waiting.id, version: waiting.version, reason: 'Found a church hall' };
    expect(await desk.call('bookings.withdrawWaiting', asked)).toMatchObject({
      state: 'withdrawn',
      why: 'Found a church hall',
    });
    expect(await queue()).toEqual([]);
    expect((await queue(true)).map((one) => one.state)).toEqual(['withdrawn']);
    expect(await desk.refusal('bookings.withdrawWaiting', asked)).toMatchObject({
      code: 'queue.settled',
    });
    expect(
      await desk.refusal('bookings.withdrawWaiting', { ...asked, id: 'nobody' }),
    ).toMatchObject({ code: 'queue.not-found' });
  });

  it('lets somebody go once their time has come', async () => {
    await aBooking(core);
    const waiting = await aWaiting(core);
    core.clock.set('2027-01-05T10:00:00.000Z');
    await aBooking(core, { date: '2027-01-08' });
    expect((await queue(true)).map((one) => [one.id, one.state])).toEqual([[waiting.id, 'passed']]);
  });

  it('shows the auditor times and groups, and nobody’s name, phone or words', async () => {
    await aBooking(core);
    await aWaiting(core, { booker: await namedGroup('Birch Court TRA') });
    const [seen] = await core.as('auditor').call('bookings.queue', {});
    expect(seen).toMatchObject({ bookerName: 'Birch Court TRA', why: MASKED });
    expect(seen?.responsibleName).toBe(seen?.bookerPhone);
  });
});

describe('A time that becomes free', () => {
  it('is offered to the first who waits for it, held for them, and the desk is told to ring', async () => {
    const room = await theRoom(core, 'Meeting Room');
    await core.as('manager').call('facilities.setUse', useOf(room, { noticeOpenDays: 2 }));
    core.clock.set('2027-06-16T08:00:00.000Z');
    const time = { date: '2027-06-17', from: '18:00', until: '20:00' };
    const birch = await aBooking(core, { ...time, booker: await namedGroup('Birch Court TRA') });
    const cedar = await aWaiting(core, {
      ...time,
      booker: await namedGroup('Cedar Estate Forum'),
    });
    core.clock.advance(1000);
    const oak = await aWaiting(core, { ...time, booker: await namedGroup('Oak Estate TRA') });

    const cancelled = await cancel(birch);
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      isLateCancellation: true,
      cancelReason: 'Too few can come',
    });
    const [first, second] = await queue();
    expect(first).toMatchObject({
      id: cedar.id,
      state: 'offered',
      offerUntil: '2027-06-17T08:00:01.000Z',
    });
    expect(second).toMatchObject({ id: oak.id, state: 'waiting', place: 2, isFree: false });
    expect(await bookingOf(first?.bookingId ?? null)).toMatchObject({
      status: 'offered',
      bookerName: 'Cedar Estate Forum',
      requestedAt: cedar.requestedAt,
    });
    const { tasks } = await core.as('desk').call('tasks.list', {});
    expect(tasks.map((task) => task.words)).toEqual([
      'Ring Cedar Estate Forum: Meeting Room, Thu 17 Jun, 6pm to 8pm is free. The offer stands until 9am on Thu 17 Jun.',
    ]);

    core.clock.advance(AN_HOUR_MS);
    const restored = await core
      .as('desk')
      .call('bookings.undoCancel', { id: birch.id, version: cancelled.version });
    expect(restored).toMatchObject({ status: 'confirmed', isLateCancellation: false });
    expect((await queue()).map((one) => [one.id, one.state, one.place])).toEqual([
      [cedar.id, 'waiting', 1],
      [oak.id, 'waiting', 2],
    ]);
    expect((await core.as('desk').call('tasks.list', {})).tasks).toEqual([]);
  });

  it('is gone for whoever cancelled once the offer is accepted, and the refusal says who has it', async () => {
    const taken = await aBooking(core, { date: '2027-01-08' });
    await aWaiting(core, { date: '2027-01-08', booker: await namedGroup('Cedar Estate Forum') });
    const cancelled = await cancel(taken);
    const offer = await bookingOf((await queue())[0]?.bookingId ?? null);
    const desk = core.as('desk');
    const accepted = await desk.call('bookings.confirmOffer', {
      id: offer.id,
      version: offer.version,
    });
    expect(accepted).toMatchObject({ status: 'confirmed', offerUntil: null });
    expect((await queue(true)).map((one) => [one.state, one.bookingId])).toEqual([
      ['booked', offer.id],
    ]);
    const refusal = await desk.refusal('bookings.undoCancel', {
      id: taken.id,
      version: cancelled.version,
    });
    expect(refusal).toMatchObject({ code: 'booking.slot-gone' });
    expect(refusal.message).toContain('Cedar Estate Forum has Meeting Room');
    expect(
      await desk.refusal('bookings.confirmOffer', { id: offer.id, version: accepted.version }),
    ).toMatchObject({ code: 'queue.not-an-offer' });
  });

  it('goes to the next who waits when it is declined, and when nobody answers in time', async () => {
    const taken = await aBooking(core, { date: '2027-01-08' });
    const waiting: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      core.clock.advance(1000);
      waiting.push((await aWaiting(core, { date: '2027-01-08' })).id);
    }
    await cancel(taken);
    const declined = await bookingOf((await queue())[0]?.bookingId ?? null);
    expect(
      await core.as('desk').call('bookings.withdrawOffer', {
        id: declined.id,
        version: declined.version,
        reason: 'Found another hall',
        staysWaiting: false,
      }),
    ).toMatchObject({ status: 'lapsed', cancelReason: 'Found another hall' });
    expect((await queue()).map((one) => [one.id, one.state])).toEqual([
      [waiting[1], 'offered'],
      [waiting[2], 'waiting'],
    ]);
    core.clock.advance(24 * AN_HOUR_MS);
    await aBooking(core, { date: '2027-01-12' });
    expect((await queue()).map((one) => [one.id, one.state])).toEqual([[waiting[2], 'offered']]);
    expect((await queue(true)).find((one) => one.id === waiting[1])).toMatchObject({
      state: 'withdrawn',
      why: 'Offered until 9am on Tue 5 Jan and not answered',
    });
  });

  it('is offered until it begins where that is less than a day away', async () => {
    const taken = await aBooking(core, { date: '2027-01-04', from: '15:00', until: '16:00' });
    await aWaiting(core, { date: '2027-01-04', from: '15:00', until: '16:00' });
    await cancel(taken);
    expect((await queue())[0]?.offerUntil).toBe('2027-01-04T15:00:00.000Z');
  });

  it('is also one that a booking moved away from, and any room that fits will do for whoever said so', async () => {
    const taken = await aBooking(core);
    await aBooking(core, { room: 'Small Room' });
    const any = await aWaiting(core, { facilityId: null });
    expect(any).toMatchObject({ facilityName: 'Any room', facilityId: null, isFree: false });
    await core
      .as('desk')
      .call('bookings.change', changeOf(taken, { from: '15:00', until: '16:00' }));
    expect((await queue()).map((one) => one.state)).toEqual(['offered']);
  });

  it('stays with nobody who does not fit: the next one who does is asked', async () => {
    const taken = await aBooking(core, { from: '10:00', until: '11:00' });
    await aBooking(core, { from: '11:00', until: '12:00' });
    const long = await aWaiting(core, { from: '10:00', until: '12:00' });
    core.clock.advance(1000);
    const short = await aWaiting(core, { from: '10:00', until: '11:00' });
    await cancel(taken);
    expect((await queue()).map((one) => [one.id, one.state])).toEqual([
      [long.id, 'waiting'],
      [short.id, 'offered'],
    ]);
  });
});

describe('An offer made by hand', () => {
  /** Two who wait for a time that has become free; the first declined it once and waits on. */
  async function twoWaiting() {
    const taken = await aBooking(core, { date: '2027-01-08' });
    const first = await aWaiting(core, {
      date: '2027-01-08',
      booker: await namedGroup('First TRA'),
    });
    await cancel(taken);
    const offer = await bookingOf((await queue())[0]?.bookingId ?? null);
    await core.as('desk').call('bookings.withdrawOffer', {
      id: offer.id,
      version: offer.version,
      reason: 'They ask again on Friday',
      staysWaiting: true,
    });
    const blocker = await aBooking(core, { date: '2027-01-08', hold: { lapsesOn: '2027-01-04' } });
    core.clock.advance(1000);
    const second = await aWaiting(core, {
      date: '2027-01-08',
      booker: await namedGroup('Second TRA'),
    });
    const raw = core.raw();
    raw.prepare("UPDATE booking SET status = 'lapsed' WHERE id = ?").run(blocker.id);
    return { first, second };
  }
  const versionOf = async (id: string) =>
    mustExist(
      (await queue()).find((one) => one.id === id),
      'they still wait',
    ).version;

  it('goes to whoever asked first, also when somebody else is at the desk', async () => {
    const { first, second } = await twoWaiting();
    const desk = core.as('desk');
    const refusal = await desk.refusal('bookings.startOffer', {
      id: second.id,
      version: second.version,
    });
    expect(refusal.message).toBe(
      'First TRA asked first, at 9am on Mon 4 Jan. Offer the time to them before Second TRA, or take them off the list.',
    );
    expect(refusal.code).toBe('queue.somebody-asked-first');
    const offered = await desk.call('bookings.startOffer', {
      id: first.id,
      version: await versionOf(first.id),
      offerUntil: '2027-01-06T12:00:00.000Z',
    });
    expect(offered).toMatchObject({ state: 'offered', offerUntil: '2027-01-06T12:00:00.000Z' });
    expect(
      await desk.refusal('bookings.startOffer', { id: second.id, version: second.version }),
    ).toMatchObject({ code: 'queue.not-free' });
  });

  it('ends before the time it is for, and is made on what the desk has seen', async () => {
    const { first } = await twoWaiting();
    const desk = core.as('desk');
    const version = await versionOf(first.id);
    for (const offerUntil of ['2027-01-04T08:00:00.000Z', '2027-01-08T10:01:00.000Z'])
      expect(
        await desk.refusal('bookings.startOffer', { id: first.id, version, offerUntil }),
      ).toMatchObject({ code: 'queue.offer-out-of-range' });
    expect(
      await desk.refusal('bookings.startOffer', { id: first.id, version: version - 1 }),
    ).toMatchObject({ code: 'queue.changed-by-someone-else' });
  });

  it('is neither cancelled nor changed as a booking is, before it was answered', async () => {
    const taken = await aBooking(core, { date: '2027-01-08' });
    await aWaiting(core, { date: '2027-01-08' });
    await cancel(taken);
    const offer = await bookingOf((await queue())[0]?.bookingId ?? null);
    const desk = core.as('desk');
    const which = { id: offer.id, version: offer.version };
    expect(await desk.refusal('bookings.cancel', { ...which, reason: 'x' })).toMatchObject({
      code: 'booking.is-an-offer',
    });
    expect(await desk.refusal('bookings.change', changeOf(offer))).toMatchObject({
      code: 'booking.is-an-offer',
    });
  });

  it('waits for approval once it is accepted, where the room asks for that', async () => {
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    const taken = await aBooking(core, { facilityId: room.id });
    await aWaiting(core, { facilityId: room.id });
    await cancel(taken);
    const offer = await bookingOf((await queue())[0]?.bookingId ?? null);
    expect(
      await core.as('desk').call('bookings.confirmOffer', { id: offer.id, version: offer.version }),
    ).toMatchObject({ status: 'requested' });
  });

  it('makes a date that was still wanted a date of its series again', async () => {
    const taken = await aBooking(core, { date: '2027-03-08' });
    const series = await aSeries(core, { end: { kind: 'until', date: '2027-03-15' } });
    expect(series.stillWanted.map((one) => one.originalDate)).toEqual(['2027-03-08']);
    await cancel(taken);
    const offer = await bookingOf((await queue())[0]?.bookingId ?? null);
    expect(offer.seriesId).toBeNull();
    expect(
      await core.as('desk').call('bookings.confirmOffer', { id: offer.id, version: offer.version }),
    ).toMatchObject({ seriesId: series.id, originalDate: '2027-03-08' });
    const again = await core.as('desk').call('bookings.series', { id: series.id });
    expect([again.bookings.length, again.stillWanted.length]).toEqual([3, 0]);
  });

  it('keeps one order of asking for the waiting list and for dates still wanted', async () => {
    const taken = await aBooking(core, { date: '2027-03-08' });
    core.clock.advance(1000);
    await core
      .as('desk')
      .call(
        'bookings.createSeries',
        await seriesDetails(core, { end: { kind: 'until', date: '2027-03-15' } }),
      );
    core.clock.advance(1000);
    await aWaiting(core, { date: '2027-03-08' });
    expect((await queue()).map((one) => [one.kind, one.place])).toEqual([
      ['still-wanted', 1],
      ['waiting', 2],
    ]);
    await cancel(taken);
    expect((await queue()).map((one) => one.state)).toEqual(['offered', 'waiting']);
  });
});

describe('Cancelling', () => {
  it.each([
    ['2027-01-08', false],
    ['2027-01-07', false],
    ['2027-01-06', true],
    ['2027-01-04', true],
  ])('a booking of %s with notice of two open days is late: %s', async (date, isLate) => {
    const room = await aFacilityUsedAs(core, { noticeOpenDays: 2 });
    const made = await aBooking(core, { facilityId: room.id, date, from: '15:00', until: '16:00' });
    expect((await cancel(made)).isLateCancellation).toBe(isLate);
  });

  it('is never late where the room has no rule, nor for a hold', async () => {
    const plain = await aBooking(core, { date: '2027-01-04', from: '15:00', until: '16:00' });
    expect((await cancel(plain)).isLateCancellation).toBe(false);
    const room = await aFacilityUsedAs(core, { noticeOpenDays: 2 });
    const hold = { lapsesOn: '2027-01-04' };
    const held = await aBooking(core, { facilityId: room.id, date: '2027-01-05', hold });
    expect((await cancel(held)).isLateCancellation).toBe(false);
  });

  it('is taken back only while the room is open then, and a hold is a hold again', async () => {
    const made = await aBooking(core, { date: '2027-03-02' });
    const cancelled = await cancel(made);
    const manager = core.as('manager');
    const { closure } = await manager.call('calendar.addClosure', aClosure());
    const again = { id: made.id, version: cancelled.version };
    expect(await core.as('desk').refusal('bookings.undoCancel', again)).toMatchObject({
      code: 'booking.room-closed',
    });
    await manager.call('calendar.withdrawClosure', { id: closure.id, version: closure.version });
    expect(await core.as('desk').call('bookings.undoCancel', again)).toMatchObject({
      status: 'confirmed',
    });

    const held = await aBooking(core, { date: '2027-03-09', hold: { lapsesOn: '2027-01-05' } });
    const gone = await cancel(held);
    const back = { id: held.id, version: gone.version };
    expect(await core.as('desk').call('bookings.undoCancel', back)).toMatchObject({
      status: 'provisional',
    });
  });

  it('is not taken back for a hold whose last day is over, nor done to a booking that was used', async () => {
    const held = await aBooking(core, { date: '2027-03-09', hold: { lapsesOn: '2027-01-05' } });
    const gone = await cancel(held);
    core.clock.set('2027-01-06T09:00:00.000Z');
    expect(
      await core.as('desk').refusal('bookings.undoCancel', { id: held.id, version: gone.version }),
    ).toMatchObject({ code: 'booking.no-longer-held' });
    const used = await aBooking(core, { date: '2027-01-08' });
    core.raw().prepare("UPDATE booking SET checked_in_at = 'x' WHERE id = ?").run(used.id);
    expect(
      await core
        .as('desk')
        .refusal('bookings.cancel', { id: used.id, version: used.version, reason: 'x' }),
    ).toMatchObject({ code: 'booking.was-used' });
  });

  it('tells the desk what to follow up about a hold until it is settled', async () => {
    const details = await bookingDetails(core, {
      date: '2027-01-08',
      hold: { lapsesOn: '2027-01-06' },
    });
    const held = await core.as('desk').call('bookings.create', details);
    const { tasks } = await core.as('desk').call('tasks.list', {});
    expect(tasks).toMatchObject([
      { kind: 'bookings.hold', dueOn: '2027-01-06', objectId: held.id },
    ]);
    await cancel(held);
    expect((await core.as('desk').call('tasks.list', {})).tasks).toEqual([]);
  });
});
