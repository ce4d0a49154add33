import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import type { Waiting } from '#db/bookings/queue/queue.contract';
import { mustExist } from '#db/shared/domain-error';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
import { aClosure } from '../support/builders/calendar.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aWaiting } from '../support/builders/queue.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aDivisibleHall, aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const queue = (withSettled = false) => desk().call('bookings.queue', { withSettled });
const which = ({ id, version }: Pick<Booking, 'id' | 'version'>) => ({ id, version });
const cancel = (booking: Booking) =>
  desk().call('bookings.cancel', { ...which(booking), reason: 'Too few can come' });
const stateOf = async ({ id }: Waiting) =>
  (await queue(true)).find((one) => one.id === id)?.state ?? 'gone';
/** The booking that was offered to the first of the queue. */
const theOffer = async () => {
  const offered = (await queue()).find((one) => one.state === 'offered');
  return desk().call('bookings.get', {
    id: mustExist(offered?.bookingId, 'a time was offered'),
  });
};

/** A booking of Tuesday 2 March that waits for a word, in the state that was asked for. */
async function anUndecided(state: 'offered' | 'provisional' | 'requested'): Promise<Booking> {
  const date = '2027-03-02';
  if (state === 'provisional') return aBooking(core, { date, hold: { lapsesOn: '2027-02-01' } });
  if (state === 'requested') {
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    return aBooking(core, { date, facilityId: room.id });
  }
  const taken = await aBooking(core, { date });
  await aWaiting(core, { date });
  await cancel(taken);
  return theOffer();
}

const CONFIRM = {
  offered: 'bookings.confirmOffer',
  provisional: 'bookings.confirmHold',
  requested: 'bookings.confirmRequest',
} as const;

describe.each(['offered', 'provisional', 'requested'] as const)('A booking that is %s', (state) => {
  it('is not confirmed on a day that was closed since, and is once the day is open again', async () => {
    const undecided = await anUndecided(state);
    const manager = core.as('manager');
    const { closure } = await manager.call('calendar.addClosure', aClosure());
    expect(await manager.refusal(CONFIRM[state], which(undecided))).toMatchObject({
      code: 'booking.room-closed',
      details: { why: 'Staff training' },
    });
    await manager.call('calendar.withdrawClosure', which(closure as never));
    expect(await manager.call(CONFIRM[state], which(undecided))).toMatchObject({
      status: 'confirmed',
    });
  });

  it('is not confirmed for somebody from whom the room was taken meanwhile', async () => {
    const undecided = await anUndecided(state);
    await aRestriction(core, { subject: undecided.booker, scope: { kind: 'all-facilities' } });
    expect(await core.as('officer').refusal(CONFIRM[state], which(undecided))).toMatchObject({
      code: 'booking.barred',
    });
  });

  it('is answered at the version that was seen', async () => {
    const undecided = await anUndecided(state);
    const before = { id: undecided.id, version: undecided.version - 1 };
    expect(await core.as('officer').refusal(CONFIRM[state], before)).toMatchObject({
      code: 'booking.changed-by-someone-else',
    });
  });
});

describe('An offer', () => {
  it('is not accepted once its time is up, though nothing has looked at it since', async () => {
    const offer = await anUndecided('offered');
    core.clock.set(mustExist(offer.offerUntil, 'an offer ends'));
    expect(await desk().refusal('bookings.confirmOffer', which(offer))).toMatchObject({
      code: 'queue.not-an-offer',
    });
  });

  it('goes to nobody whose own time has come as it ends', async () => {
    const taken = await aBooking(core, { date: '2027-01-05' });
    await aWaiting(core);
    core.clock.advance(1000);
    const second = await aWaiting(core);
    core.clock.set('2027-01-05T09:30:00.000Z');
    await cancel(taken);
    core.clock.set('2027-01-05T10:00:00.000Z');
    await aBooking(core, { date: '2027-01-08' });
    expect(await stateOf(second)).toBe('passed');
    const { bookings } = await desk().call('bookings.list', {
      from: '2027-01-05',
      until: '2027-01-05',
      withCancelled: true,
    });
    expect(bookings.map((one) => one.status)).toEqual(['cancelled', 'lapsed']);
  });

  it('gives back nothing to anybody for whom it had given up time, once it is declined', async () => {
    const taken = await aBooking(core, { date: '2027-03-02', cleardownMinutes: 30 });
    await aWaiting(core, { date: '2027-03-02', from: '10:00', until: '12:00' });
    await cancel(taken);
    const offer = await theOffer();
    const squeezed = await core.as('officer').call(
      'bookings.create',
      await bookingDetails(core, {
        date: '2027-03-02',
        from: '12:00',
        until: '13:00',
        setupMinutes: 15,
        squeeze: { reason: 'The speaker’s train leaves at one' },
      }),
    );
    expect(await desk().call('bookings.squeezes', { id: squeezed.id })).toHaveLength(1);
    await desk().call('bookings.withdrawOffer', {
      ...which(offer),
      reason: 'Found a church hall',
      staysWaiting: false,
    });
    expect(await desk().call('bookings.squeezes', { id: squeezed.id })).toEqual([]);
    expect(await desk().call('bookings.get', { id: squeezed.id })).toMatchObject({
      heldFrom: '2027-03-02T11:45',
    });
  });
});

describe('A request that is refused', () => {
  it('leaves its time to whoever waits for it', async () => {
    const request = await anUndecided('requested');
    const waiting = await aWaiting(core, { date: '2027-03-02', facilityId: request.facilityId });
    await core.as('officer').call('bookings.withdrawRequest', {
      ...which(request),
      reason: 'The room is being painted',
    });
    expect(await stateOf(waiting)).toBe('offered');
  });
});

describe('A cancellation', () => {
  it('is taken back for a hold whose last day is today', async () => {
    const gone = await cancel(await aBooking(core, { hold: { lapsesOn: '2027-01-04' } }));
    expect(await desk().call('bookings.undoCancel', which(gone))).toMatchObject({
      status: 'provisional',
    });
  });

  it('is not taken back for somebody from whom the room was taken meanwhile', async () => {
    const booker = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    const gone = await cancel(await aBooking(core, { booker }));
    await aRestriction(core, { subject: booker });
    expect(await desk().refusal('bookings.undoCancel', which(gone))).toMatchObject({
      code: 'booking.barred',
    });
  });
});

describe('The queue, before it answers', () => {
  it('ends a hold whose last day is over: nobody waits for what can be booked', async () => {
    await aBooking(core, { date: '2027-03-02', hold: { lapsesOn: '2027-01-05' } });
    core.clock.set('2027-01-06T09:00:00.000Z');
    const { room: _, ...wanted } = {
      room: undefined,
      ...(await bookingDetails(core, { date: '2027-03-02' })),
    };
    const { needs: _needs, notes: _notes, ...waiting } = wanted;
    expect(await desk().refusal('bookings.addWaiting', waiting)).toMatchObject({
      code: 'queue.free-now',
    });
  });

  it('ends a hold whose last day is over: its time went to the first by itself', async () => {
    await aBooking(core, { date: '2027-03-02', hold: { lapsesOn: '2027-01-05' } });
    const waiting = await aWaiting(core, { date: '2027-03-02' });
    core.clock.set('2027-01-06T09:00:00.000Z');
    expect(await desk().refusal('bookings.startOffer', which(waiting as never))).toMatchObject({
      code: 'queue.settled',
    });
  });
});

describe('Whoever asked first', () => {
  /** Two who wait for the same Friday; whatever held the time has gone without a word, so that nobody was offered it. */
  async function twoWaitingFor(
    first: Parameters<typeof aWaiting>[1],
    second: Parameters<typeof aWaiting>[1],
    inTheWay: readonly Parameters<typeof aBooking>[1][],
  ) {
    const blockers = [];
    for (const part of inTheWay) blockers.push(await aBooking(core, { ...FRIDAY, ...part }));
    const one = await aWaiting(core, { ...FRIDAY, ...first });
    core.clock.advance(1000);
    const two = await aWaiting(core, { ...FRIDAY, ...second });
    const raw = core.raw();
    for (const { id } of blockers)
      raw.prepare("UPDATE booking SET status = 'lapsed' WHERE id = ?").run(id);
    return { one, two };
  }
  const FRIDAY = { date: '2027-01-08' } as const;
  const offerTo = (waiting: Waiting) =>
    desk().refusal('bookings.startOffer', which(waiting as never));
  const ASKED_FIRST = { code: 'queue.somebody-asked-first' };

  it('comes first for a hall of which another wants a half', async () => {
    const { hall, north } = await aDivisibleHall(core);
    const { two } = await twoWaitingFor({ facilityId: hall.id }, { facilityId: north.id }, [
      { facilityId: hall.id },
    ]);
    expect(await offerTo(two)).toMatchObject(ASKED_FIRST);
    expect((await queue()).map((one) => one.place)).toEqual([1, 2]);
  });

  it('comes first where any room would do for them', async () => {
    const { two } = await twoWaitingFor({ facilityId: null }, {}, [
      { room: 'Meeting Room' },
      { room: 'Small Room' },
    ]);
    expect(await offerTo(two)).toMatchObject(ASKED_FIRST);
    expect((await queue()).map((one) => one.place)).toEqual([1, 2]);
  });

  it('is in nobody’s way at another time of the day', async () => {
    const { two } = await twoWaitingFor({ from: '10:00', until: '11:00' }, { from: '11:00' }, [{}]);
    expect((await queue()).map((one) => one.place)).toEqual([1, 1]);
    expect(await desk().call('bookings.startOffer', which(two as never))).toMatchObject({
      state: 'offered',
    });
  });
});
