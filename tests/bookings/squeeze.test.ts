import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planSqueeze, restoredSpan } from '#db/bookings/squeeze.rules';
import type { LocalDateTime } from '#db/shared/local-date';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

const at = (time: string): LocalDateTime => `2027-01-05T${time}` as LocalDateTime;
const span = (from: string, until: string) => ({ from: at(from), until: at(until) });
const neighbour = (id: string, use: readonly string[], held: readonly string[]) => ({
  id: id as never,
  startsAt: at(use[0] ?? ''),
  endsAt: at(use[1] ?? ''),
  heldFrom: at(held[0] ?? ''),
  heldUntil: at(held[1] ?? ''),
});

describe('Giving up set-up and clear-down time', () => {
  const own = { use: span('12:00', '13:00'), around: { setup: 30, cleardown: 30 } };

  it('takes from the booking itself first, and nothing from a neighbour who is out of its use', () => {
    const before = neighbour('before', ['10:00', '11:30'], ['10:00', '11:45']);
    expect(planSqueeze(own, [before])).toEqual({
      held: span('11:45', '13:30'),
      neighbours: [],
      cuts: [{ part: 'setup', giver: 'own', neighbourId: 'before', minutes: 15 }],
    });
  });

  it('takes from the neighbour what lies in the time of use, at either end', () => {
    const before = neighbour('before', ['10:00', '11:50'], ['10:00', '12:20']);
    const after = neighbour('after', ['13:15', '15:00'], ['12:45', '15:00']);
    expect(planSqueeze(own, [before, after])).toEqual({
      held: span('12:00', '13:00'),
      neighbours: [
        { id: 'before', held: span('10:00', '12:00') },
        { id: 'after', held: span('13:00', '15:00') },
      ],
      cuts: [
        { part: 'setup', giver: 'own', neighbourId: 'before', minutes: 30 },
        { part: 'cleardown', giver: 'neighbour', neighbourId: 'before', minutes: 20 },
        { part: 'cleardown', giver: 'own', neighbourId: 'after', minutes: 30 },
        { part: 'setup', giver: 'neighbour', neighbourId: 'after', minutes: 15 },
      ],
    });
  });

  it('never touches the time of use of either', () => {
    const across = neighbour('across', ['10:00', '12:15'], ['10:00', '12:15']);
    expect(planSqueeze(own, [across])).toBeUndefined();
  });

  it('gives back as much as nobody else holds by then', () => {
    expect(restoredSpan(own, [])).toEqual(span('11:30', '13:30'));
    const others = [
      { heldFrom: at('10:00'), heldUntil: at('11:40') },
      { heldFrom: at('13:10'), heldUntil: at('15:00') },
    ];
    expect(restoredSpan(own, others)).toEqual(span('11:40', '13:10'));
  });
});

describe('A booking that is squeezed in', () => {
  let core: TestCore;
  beforeEach(async () => {
    core = await openTestCore();
  });
  afterEach(() => core.close());

  const squeeze = { reason: 'The speaker’s train leaves at two' };
  const heldBy = async (id: string) => {
    const booking = await core.as('desk').call('bookings.get', { id: id });
    return [booking.heldFrom.slice(11), booking.heldUntil.slice(11)];
  };
  /** One from 10 to 12 that clears until 12:30, and one squeezed in from 12:15 with set-up from 12. */
  async function squeezedPair() {
    const first = await aBooking(core, { cleardownMinutes: 30 });
    const wanted = { from: '12:15', until: '13:00', setupMinutes: 15, squeeze };
    const second = await core
      .as('officer')
      .call('bookings.create', await bookingDetails(core, wanted));
    return { first, second, wanted };
  }

  it('shows on both bookings, with who gave up what, for whom and why', async () => {
    const { first, second } = await squeezedPair();
    expect(await heldBy(first.id)).toEqual(['10:00', '12:15']);
    expect([second.heldFrom, second.heldUntil]).toEqual(['2027-01-05T12:15', '2027-01-05T13:00']);
    const desk = core.as('desk');
    const seen = await desk.call('bookings.squeezes', { id: first.id });
    expect(seen).toMatchObject([
      { part: 'setup', fromReference: second.reference, minutes: 15, by: 'Olu Bright' },
      {
        part: 'cleardown',
        fromReference: first.reference,
        forReference: second.reference,
        minutes: 15,
        reason: 'The speaker’s train leaves at two',
      },
    ]);
    expect(await desk.call('bookings.squeezes', { id: second.id })).toEqual(seen);
  });

  it('asks for an officer or a manager, and is not to be had where a time of use is in the way', async () => {
    await aBooking(core, { cleardownMinutes: 30 });
    const desk = core.as('desk');
    const wanted = await bookingDetails(core, { from: '12:00', until: '13:00', squeeze });
    expect(await desk.refusal('bookings.create', wanted)).toMatchObject({
      code: 'booking.squeeze-needs-officer',
      field: 'squeeze',
    });
    const across = await bookingDetails(core, { from: '11:45', until: '13:00', squeeze });
    expect(await core.as('manager').refusal('bookings.create', across)).toMatchObject({
      code: 'booking.clash',
      details: { canSqueeze: false },
    });
  });

  it('gives the time back when it is cancelled, and takes it again when that is undone', async () => {
    const { first, second } = await squeezedPair();
    const desk = core.as('desk');
    const cancelled = await desk.call('bookings.cancel', {
      id: second.id,
      version: second.version,
      reason: 'No train',
    });
    expect(await heldBy(first.id)).toEqual(['10:00', '12:30']);
    expect(await desk.call('bookings.squeezes', { id: first.id })).toEqual([]);
    const again = { id: second.id, version: cancelled.version };
    expect(await desk.call('bookings.undoCancel', again)).toMatchObject({ status: 'confirmed' });
    expect(await heldBy(first.id)).toEqual(['10:00', '12:15']);
    expect(await desk.call('bookings.squeezes', { id: first.id })).toHaveLength(2);
  });

  const cancel = ({ id, version }: { readonly id: string; readonly version: number }) =>
    core.as('desk').call('bookings.cancel', { id, version, reason: 'No train' });
  const restore = async (id: string) => {
    const { version } = await core.as('desk').call('bookings.get', { id });
    return core.as('desk').call('bookings.undoCancel', { id, version });
  };

  it('comes back after both were cancelled, in whichever order, and shows on both again', async () => {
    const { first, second } = await squeezedPair();
    const desk = core.as('desk');
    const gone = await cancel(await desk.call('bookings.get', { id: first.id }));
    await cancel(await desk.call('bookings.get', { id: second.id }));
    await restore(gone.id);
    expect(await heldBy(first.id)).toEqual(['10:00', '12:30']);
    expect(await restore(second.id)).toMatchObject({
      heldFrom: '2027-01-05T12:15',
      heldUntil: '2027-01-05T13:00',
    });
    expect(await heldBy(first.id)).toEqual(['10:00', '12:15']);
    const shown = await desk.call('bookings.squeezes', { id: first.id });
    expect(shown.map((one) => [one.part, one.minutes, one.reason])).toEqual([
      ['setup', 15, squeeze.reason],
      ['cleardown', 15, squeeze.reason],
    ]);
    expect(await desk.call('bookings.squeezes', { id: second.id })).toEqual(shown);

    await cancel(await desk.call('bookings.get', { id: second.id }));
    await cancel(await desk.call('bookings.get', { id: first.id }));
    await restore(second.id);
    await restore(first.id);
    expect([await heldBy(first.id), await heldBy(second.id)]).toEqual([
      ['10:00', '12:00'],
      ['12:00', '13:00'],
    ]);
  });

  it('comes back beside whoever came since by giving up its own time, and never theirs', async () => {
    await aBooking(core, { cleardownMinutes: 30 });
    const wanted = { from: '12:15', until: '13:00', cleardownMinutes: 30, squeeze };
    const { id } = await core
      .as('officer')
      .call('bookings.create', await bookingDetails(core, wanted));
    const desk = core.as('desk');
    const now = (which: string) => desk.call('bookings.get', { id: which });
    await cancel(await now(id));
    const newcomer = await aBooking(core, { from: '13:15', until: '14:00' });
    await restore(id);
    expect([await heldBy(id), await heldBy(newcomer.id)]).toEqual([
      ['12:15', '13:15'],
      ['13:15', '14:00'],
    ]);
    expect(await desk.call('bookings.squeezes', { id: newcomer.id })).toMatchObject([
      { part: 'cleardown', minutes: 15, fromBookingId: id },
    ]);

    await cancel(await now(id));
    await cancel(await now(newcomer.id));
    const other = await aBooking(core, { from: '13:10', until: '14:00', setupMinutes: 30 });
    const asked = { id, version: (await now(id)).version };
    expect(await desk.refusal('bookings.undoCancel', asked)).toMatchObject({
      code: 'booking.slot-gone',
      details: { otherReference: other.reference },
    });
    expect(await heldBy(other.id)).toEqual(['12:40', '14:00']);
  });

  it('gives the time back when it moves away, before anything is asked of its new time', async () => {
    const { first, second } = await squeezedPair();
    const desk = core.as('desk');
    const near = changeOf(second, { from: '12:20', until: '13:05', setupMinutes: 0 });
    expect(await desk.refusal('bookings.change', near)).toMatchObject({
      code: 'booking.clash',
      details: { otherUntil: '2027-01-05T12:30' },
    });
    expect(await heldBy(first.id)).toEqual(['10:00', '12:15']);
    await desk.call('bookings.change', changeOf(second, { from: '14:00', until: '15:00' }));
    expect(await heldBy(first.id)).toEqual(['10:00', '12:30']);
  });

  it('gives back one after the other, where two of its neighbours want the same minutes', async () => {
    const officer = core.as('officer');
    const book = async (part: object) =>
      officer.call('bookings.create', await bookingDetails(core, part));
    const before = await book({ from: '10:00', until: '11:00', cleardownMinutes: 60 });
    const between = await book({ from: '11:15', until: '11:45', squeeze });
    const after = await book({ from: '12:00', until: '13:00', setupMinutes: 15 });
    const longer = await officer.call(
      'bookings.change',
      changeOf(between, { until: '11:50', squeeze }),
    );
    expect([await heldBy(before.id), await heldBy(after.id)]).toEqual([
      ['10:00', '11:15'],
      ['11:50', '13:00'],
    ]);
    await officer.call('bookings.cancel', {
      id: longer.id,
      version: longer.version,
      reason: 'No train',
    });
    expect([await heldBy(before.id), await heldBy(after.id)]).toEqual([
      ['10:00', '11:50'],
      ['11:50', '13:00'],
    ]);
  });
});
