import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { aClosure } from '../support/builders/calendar.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aFacilityUsedAs } from '../support/builders/rooms-in-use.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const refusalOf = async (
  part: Parameters<typeof bookingDetails>[1],
  role: 'desk' | 'manager' = 'desk',
) => core.as(role).refusal('bookings.create', await bookingDetails(core, part));

const bookAs = async (role: 'desk' | 'manager', part: Parameters<typeof bookingDetails>[1]) =>
  core.as(role).call('bookings.create', await bookingDetails(core, part));

const OUTSIDE = { outsideHours: { keyholder: 'Sam Pike', reason: 'Count of the ballot' } };

describe('A closed day', () => {
  it('is refused with its name, on a bank holiday and on a day a manager closed', async () => {
    const friday = await refusalOf({ date: '2027-03-26' });
    expect(friday).toMatchObject({ code: 'booking.room-closed', details: { why: 'Good Friday' } });
    expect(friday.message).toBe(
      'Meeting Room is closed on Friday 26 March 2027 (Good Friday). Choose another day. A manager can book it all the same, with a keyholder.',
    );
    await core.as('manager').call('calendar.addClosure', aClosure({ firstDate: '2027-03-02' }));
    expect(await refusalOf({ date: '2027-03-02' })).toMatchObject({
      code: 'booking.room-closed',
      details: { why: 'Staff training' },
    });
  });

  it('can be booked again on a bank holiday on which the centre opens all the same', async () => {
    await core
      .as('manager')
      .call(
        'calendar.addClosure',
        aClosure({ firstDate: '2027-03-26', effect: 'open', name: 'Open' }),
      );
    expect(await aBooking(core, { date: '2027-03-26' })).toMatchObject({ status: 'confirmed' });
  });

  it('takes a booking by a manager who names a keyholder and a reason, marked out of hours', async () => {
    const made = await bookAs('manager', { date: '2027-03-26', ...OUTSIDE });
    expect(made).toMatchObject({
      keyholder: 'Sam Pike',
      hoursReason: 'Count of the ballot',
      isOutOfHours: true,
    });
    const late = await bookAs('manager', { from: '21:00', until: '22:00', ...OUTSIDE });
    expect(late.isOutOfHours).toBe(true);
  });

  it('needs a manager for that, and keeps no keyholder for a time inside the hours', async () => {
    expect(await refusalOf({ date: '2027-03-26', ...OUTSIDE })).toMatchObject({
      code: 'booking.outside-hours-needs-manager',
      field: 'outsideHours',
    });
    const wanted = await bookingDetails(core, { date: '2027-03-26', ...OUTSIDE });
    expect(await core.as('officer').refusal('bookings.create', wanted)).toMatchObject({
      code: 'booking.outside-hours-needs-manager',
    });
    expect(await aBooking(core, OUTSIDE)).toMatchObject({ keyholder: '', hoursReason: '' });
  });
});

describe('A time that has passed', () => {
  it('is entered late with the reason, and both times are kept', async () => {
    const made = await aBooking(core, {
      date: '2027-01-04',
      from: '08:00',
      until: '08:45',
      facilityId: (await aFacilityUsedAs(core, {}, { hours: null })).id,
      lateEntry: { reason: 'The paper diary was used on Friday' },
    });
    expect(made).toMatchObject({
      startsAt: '2027-01-04T08:00',
      requestedAt: '2027-01-04T09:00:00.000Z',
      lateEntryReason: 'The paper diary was used on Friday',
    });
  });

  it('meets every other rule when it is entered late', async () => {
    await aBooking(core, { date: '2027-01-04', from: '09:00', until: '10:00' });
    core.clock.advance(3 * 60 * 60 * 1000);
    expect(
      await refusalOf({
        date: '2027-01-04',
        from: '09:30',
        until: '11:00',
        lateEntry: { reason: 'x' },
      }),
    ).toMatchObject({ code: 'booking.clash' });
  });

  it('keeps no reason for a booking that is in time', async () => {
    const made = await aBooking(core, { lateEntry: { reason: 'Not needed' } });
    expect(made.lateEntryReason).toBe('');
  });
});

describe('The limits of a room', () => {
  it('refuse a booking that is longer, or further ahead, than the room allows', async () => {
    const room = await aFacilityUsedAs(
      core,
      { longestMinutes: 120, daysAhead: 30 },
      { name: 'Den' },
    );
    const facilityId = room.id;
    expect(await refusalOf({ facilityId, until: '12:15' })).toMatchObject({
      code: 'booking.longer-than-allowed',
      message:
        'Den is booked for 2 hours at most, and this is 2 hours 15 minutes. Choose a shorter time.',
    });
    expect(await refusalOf({ facilityId, date: '2027-02-04' })).toMatchObject({
      code: 'booking.too-far-ahead',
      message: 'Den can be booked 30 days ahead. Choose a day up to Wednesday 3 February 2027.',
    });
    await aBooking(core, { facilityId, date: '2027-02-03' });
  });

  it('are no rule where nobody has entered them', async () => {
    const long = await aBooking(core, { date: '2029-02-06', from: '09:00', until: '21:00' });
    expect(long.status).toBe('confirmed');
  });
});

describe('What a booking is for, and for whom', () => {
  it('is refused when it is a legal dispute with the council', async () => {
    expect(await refusalOf({ purpose: 'legal-dispute' })).toMatchObject({
      code: 'booking.legal-dispute',
      field: 'purpose',
    });
  });

  it('is refused to whom the room was taken away, on the days for which it was', async () => {
    const group = await aGroup(core, { name: 'Loud Club' });
    const room = await aFacilityUsedAs(core, {}, { name: 'Den' });
    await aRestriction(core, {
      subject: { kind: 'group', groupId: group.id },
      scope: { kind: 'facility', facilityId: room.id },
      until: '2027-01-31',
      reason: 'Damage to the hatch.',
    });
    const booker = { kind: 'group', groupId: group.id };
    const refusal = await refusalOf({ booker, facilityId: room.id });
    expect(refusal).toMatchObject({ code: 'booking.barred', field: 'booker' });
    expect(refusal.message).toContain(
      'Loud Club may not use Den from 4 January 2027 to 31 January 2027',
    );
    await aBooking(core, { booker });
    await aBooking(core, { booker, facilityId: room.id, date: '2027-02-02' });
  });

  it('is refused to a responsible person whom it was taken from, whoever the room is for', async () => {
    const person = await aPerson(core, { name: 'P. Rowe' });
    await aRestriction(core, {
      subject: { kind: 'person', personId: person.id },
      scope: { kind: 'all-facilities' },
      reason: 'The code of conduct.',
      source: 'code-of-conduct',
    });
    expect(await refusalOf({ responsiblePersonId: person.id })).toMatchObject({
      code: 'booking.barred',
    });
  });
});

describe('A booking that somebody else decides about', () => {
  it('waits for approval where the room asks for that, holds the time, and is approved by an officer', async () => {
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    const made = await aBooking(core, { facilityId: room.id });
    expect(made.status).toBe('requested');
    expect(await refusalOf({ facilityId: room.id })).toMatchObject({ code: 'booking.clash' });
    const tasks = await core.as('officer').call('tasks.list', {});
    expect(tasks.tasks.map((task) => [task.kind, task.role])).toEqual([
      ['bookings.request', 'officer'],
    ]);
    const which = { id: made.id, version: made.version };
    expect(await core.as('officer').call('bookings.confirmRequest', which)).toMatchObject({
      status: 'confirmed',
    });
    expect((await core.as('officer').call('tasks.list', {})).tasks).toEqual([]);
    expect(await core.as('officer').refusal('bookings.confirmRequest', which)).toMatchObject({
      code: 'queue.not-a-request',
    });
  });

  it('is refused with the reason, kept, and holds nothing any more', async () => {
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    const made = await aBooking(core, { facilityId: room.id });
    const refused = await core.as('officer').call('bookings.withdrawRequest', {
      id: made.id,
      version: made.version,
      reason: 'The hall is being painted',
    });
    expect(refused).toMatchObject({ status: 'refused', cancelReason: 'The hall is being painted' });
    await aBooking(core, { facilityId: room.id });
    const desk = core.as('desk');
    expect(await desk.refusal('bookings.change', changeOf(refused))).toMatchObject({
      code: 'booking.no-longer-held',
    });
    expect(
      await desk.refusal('bookings.cancel', { id: made.id, version: refused.version, reason: 'x' }),
    ).toMatchObject({ code: 'booking.no-longer-held' });
  });

  it('is held until its last day, then confirmed or lapsed', async () => {
    const hold = { lapsesOn: '2027-01-06' };
    const held = await aBooking(core, { date: '2027-01-08', hold });
    expect(held).toMatchObject({ status: 'provisional', lapsesOn: '2027-01-06' });
    const other = await aBooking(core, { date: '2027-01-12', hold });
    const desk = core.as('desk');
    const confirmed = await desk.call('bookings.confirmHold', {
      id: held.id,
      version: held.version,
    });
    expect(confirmed).toMatchObject({ status: 'confirmed', lapsesOn: null });
    expect(
      await desk.refusal('bookings.confirmHold', { id: held.id, version: confirmed.version }),
    ).toMatchObject({ code: 'queue.not-a-hold' });

    core.clock.set('2027-01-06T23:59:00.000Z');
    await aBooking(core, { date: '2027-01-13' });
    // A screen that was left alone has locked itself by then.
    const later = () => core.as('desk');
    expect(await later().call('bookings.get', { id: other.id })).toMatchObject({
      status: 'provisional',
    });
    core.clock.set('2027-01-07T00:00:00.000Z');
    await aBooking(core, { date: '2027-01-12' });
    expect(await later().call('bookings.get', { id: other.id })).toMatchObject({
      status: 'lapsed',
    });
    expect(
      await later().refusal('bookings.confirmHold', { id: other.id, version: other.version }),
    ).toMatchObject({ code: 'queue.not-a-hold' });
  });

  it('is neither confirmed nor approved for somebody from whom the room was taken meanwhile', async () => {
    const group = await aGroup(core);
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    const part = { booker: { kind: 'group', groupId: group.id }, facilityId: room.id };
    const asked = await aBooking(core, part);
    const hold = { lapsesOn: '2027-01-06' };
    const held = await aBooking(core, { ...part, date: '2027-01-08', hold });
    await aRestriction(core, {
      subject: { kind: 'group', groupId: group.id },
      scope: { kind: 'all-facilities' },
      reason: 'Damage.',
    });
    const officer = core.as('officer');
    const request = { id: asked.id, version: asked.version };
    expect(await officer.refusal('bookings.confirmRequest', request)).toMatchObject({
      code: 'booking.barred',
    });
    expect(
      await officer.refusal('bookings.confirmHold', { id: held.id, version: held.version }),
    ).toMatchObject({ code: 'booking.barred' });
  });

  it('is held no longer than until its own day, and not in the past', async () => {
    for (const lapsesOn of ['2027-01-03', '2027-01-06'])
      expect(await refusalOf({ hold: { lapsesOn } })).toMatchObject({
        code: 'booking.hold-out-of-range',
        field: 'hold',
      });
  });
});

describe('A confirmed booking that the centre wants to move', () => {
  it('stays where it is until its holder agrees, and the record says who did and how', async () => {
    const made = await aBooking(core);
    const desk = core.as('desk');
    const moved = { from: '14:00', until: '16:00', askedBy: 'centre' };
    expect(await desk.refusal('bookings.change', changeOf(made, moved))).toMatchObject({
      code: 'booking.agreement-needed',
      field: 'agreement',
    });
    const facilityId = (await aFacilityUsedAs(core, {})).id;
    for (const part of [{ facilityId }, { until: '11:30' }, { from: '10:30' }])
      expect(
        await desk.refusal('bookings.change', changeOf(made, { ...part, askedBy: 'centre' })),
      ).toMatchObject({ code: 'booking.agreement-needed' });
    const agreement = { agreedBy: 'Mrs Adeyemi', how: 'phone' };
    await desk.call('bookings.change', changeOf(made, { ...moved, agreement }));
    const lines = await desk.call('audit.ofObject', { objectType: 'booking', objectId: made.id });
    expect(lines.at(-1)?.changes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'agreedBy', after: 'Mrs Adeyemi' }),
        expect.objectContaining({ field: 'agreedHow', after: 'phone' }),
      ]),
    );
  });

  it('needs no agreement when its holder asks, when nothing moves, or while it is only held', async () => {
    const made = await aBooking(core);
    const desk = core.as('desk');
    const noted = await desk.call(
      'bookings.change',
      changeOf(made, { notes: 'Key', askedBy: 'centre' }),
    );
    const moved = await desk.call(
      'bookings.change',
      changeOf(noted, { from: '14:00', until: '16:00' }),
    );
    const held = await aBooking(core, { date: '2027-01-08', hold: { lapsesOn: '2027-01-06' } });
    const shifted = await desk.call(
      'bookings.change',
      changeOf(held, { from: '14:00', until: '16:00', askedBy: 'centre' }),
    );
    expect([moved.startsAt, shifted.startsAt]).toEqual(['2027-01-05T14:00', '2027-01-08T14:00']);
  });
});
