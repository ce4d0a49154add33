import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { theRoom } from '../support/builders/facilities.ts';
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

/** What the record says happened to a booking, oldest first. */
const actionsOn = async (id: string): Promise<readonly string[]> =>
  (await core.as('desk').call('audit.ofObject', { objectType: 'booking', objectId: id })).map(
    (line) => line.action,
  );

describe('Changing a booking', () => {
  it('moves it to another room and time, and frees the old one', async () => {
    const made = await aBooking(core);
    const small = await theRoom(core, 'Small Room');
    const moved = await core
      .as('officer')
      .call(
        'bookings.change',
        changeOf(made, { facilityId: small.id, from: '14:00', until: '15:30' }),
      );
    expect(moved).toMatchObject({
      reference: made.reference,
      facilityName: 'Small Room',
      startsAt: '2027-01-05T14:00',
      endsAt: '2027-01-05T15:30',
      requestedAt: made.requestedAt,
      takenBy: 'Dee Hollins',
      version: 2,
    });
    expect((await aBooking(core)).status).toBe('confirmed');
    expect(await actionsOn(made.id)).toEqual(['booking.created', 'booking.changed']);
  });

  it('refuses to turn it into a legal dispute, or over to a group that is barred, where it stands', async () => {
    const made = await aBooking(core);
    const desk = core.as('desk');
    expect(
      await desk.refusal('bookings.change', changeOf(made, { purpose: 'legal-dispute' })),
    ).toMatchObject({ code: 'booking.legal-dispute' });
    const barred = { kind: 'group', groupId: (await aGroup(core)).id } as const;
    await aRestriction(core, { subject: barred, scope: { kind: 'all-facilities' } });
    expect(await desk.refusal('bookings.change', changeOf(made, { booker: barred }))).toMatchObject(
      { code: 'booking.barred' },
    );
    const personId = (await aPerson(core)).id;
    const scope = { kind: 'all-facilities' } as const;
    await aRestriction(core, { subject: { kind: 'person', personId }, scope });
    expect(
      await desk.refusal('bookings.change', changeOf(made, { responsiblePersonId: personId })),
    ).toMatchObject({ code: 'booking.barred' });
  });

  it('waits for approval in a room that asks for it, also when it moves in', async () => {
    const made = await aBooking(core);
    const { id, version, units, unitName, partIds, ...small } = await theRoom(core, 'Small Room');
    const { accessFeatures, longestMinutes, daysAhead, noticeOpenDays, minimumAge, directions } =
      small;
    await core.as('manager').call('facilities.setUse', {
      id,
      version,
      units,
      unitName,
      partIds,
      accessFeatures,
      longestMinutes,
      daysAhead,
      noticeOpenDays,
      minimumAge,
      directions,
      needsApproval: true,
    });
    expect(
      await core.as('desk').call('bookings.change', changeOf(made, { facilityId: id })),
    ).toMatchObject({ facilityName: 'Small Room', status: 'requested' });
  });

  it('asks for no approval again within a room that gave it, and leaves a hold that moves in a hold', async () => {
    const room = await aFacilityUsedAs(core, { needsApproval: true });
    const asked = await aBooking(core, { facilityId: room.id });
    const { id, version } = asked;
    const approved = await core.as('officer').call('bookings.confirmRequest', { id, version });
    const desk = core.as('desk');
    expect(
      await desk.call('bookings.change', changeOf(approved, { from: '14:00', until: '15:00' })),
    ).toMatchObject({ startsAt: '2027-01-05T14:00', status: 'confirmed' });
    const held = await aBooking(core, { hold: { lapsesOn: '2027-01-05' } });
    expect(
      await desk.call('bookings.change', changeOf(held, { facilityId: room.id })),
    ).toMatchObject({ facilityId: room.id, status: 'provisional' });
  });

  it('keeps the room and start of what was used, and lets only its end change', async () => {
    const made = await aBooking(core, { date: '2027-01-04', from: '14:00', until: '15:00' });
    const desk = core.as('desk');
    const used = await desk.call('bookings.startUse', { id: made.id, version: made.version });
    const facilityId = (await theRoom(core, 'Small Room')).id;
    for (const part of [{ date: '2027-01-11' }, { from: '14:15' }, { facilityId }])
      expect(await desk.refusal('bookings.change', changeOf(used, part))).toMatchObject({
        code: 'booking.was-used',
      });
    expect(await desk.call('bookings.change', changeOf(used, { until: '16:00' }))).toMatchObject({
      endsAt: '2027-01-04T16:00',
      attendance: 'in',
    });
  });

  it('never stands in its own way', async () => {
    const made = await aBooking(core);
    const longer = await core
      .as('desk')
      .call('bookings.change', changeOf(made, { until: '12:30' }));
    expect(longer.endsAt).toBe('2027-01-05T12:30');
  });

  it('refuses to move onto another booking', async () => {
    const other = await aBooking(core, { from: '14:00', until: '16:00' });
    const made = await aBooking(core);
    const refusal = await core
      .as('desk')
      .refusal('bookings.change', changeOf(made, { from: '15:00', until: '17:00' }));
    expect(refusal).toMatchObject({ code: 'booking.clash', details: { otherId: other.id } });
  });

  it('refuses more people than the room holds, also when nothing else changes', async () => {
    const made = await aBooking(core, { room: 'Small Room' });
    const refusal = await core
      .as('desk')
      .refusal('bookings.change', changeOf(made, { expectedNumber: 11 }));
    expect(refusal.code).toBe('booking.too-many-people');
  });

  it('lets a meeting that has begun run longer, but not begin at another time that has passed', async () => {
    const made = await aBooking(core);
    core.clock.set('2027-01-05T11:00:00.000Z');
    const longer = await core
      .as('desk')
      .call('bookings.change', changeOf(made, { until: '13:00' }));
    expect(longer.endsAt).toBe('2027-01-05T13:00');
    const refusal = await core
      .as('desk')
      .refusal('bookings.change', changeOf(longer, { from: '10:30' }));
    expect(refusal.code).toBe('booking.in-the-past');
  });

  it('lets the notes of a meeting that has begun be changed', async () => {
    const made = await aBooking(core);
    core.clock.set('2027-01-05T11:00:00.000Z');
    const noted = await core
      .as('desk')
      .call('bookings.change', changeOf(made, { notes: 'Began late' }));
    expect(noted.notes).toBe('Began late');
  });

  it('refuses a booking that is not there', async () => {
    const made = await aBooking(core);
    expect(
      await core.as('desk').refusal('bookings.change', changeOf(made, { id: 'no-such-id' })),
    ).toMatchObject({ code: 'booking.not-found' });
    expect(await core.as('desk').refusal('bookings.get', { id: 'no-such-id' })).toMatchObject({
      code: 'booking.not-found',
      message:
        'There is no such booking here. It may belong to another centre; look for it by name or reference.',
    });
  });

  it('tells the second of two people what the first one changed, and saves on top when told to', async () => {
    const made = await aBooking(core, { expectedNumber: 8 });
    const small = await theRoom(core, 'Small Room');
    core.clock.advance(5 * 60_000);
    const first = await core.as('officer').call(
      'bookings.change',
      changeOf(made, {
        facilityId: small.id,
        from: '18:00',
        until: '20:00',
        purpose: 'training',
        expectedNumber: null,
        notes: 'Evening instead',
      }),
    );

    const refusal = await core
      .as('desk')
      .refusal('bookings.change', changeOf(made, { needs: 'Projector' }));
    expect(refusal.code).toBe('booking.changed-by-someone-else');
    expect(refusal.details['changes']).toEqual([
      'The end was noon on Tue 5 Jan, now 8pm on Tue 5 Jan.',
      'The number of people was 8, now empty.',
      'The notes was empty, now Evening instead.',
      'The out-of-hours mark was no, now yes.',
      'The purpose was Meeting of a group, now Training.',
      'The room was Meeting Room, now Small Room.',
      'The start was 10am on Tue 5 Jan, now 6pm on Tue 5 Jan.',
    ]);
    expect(refusal.message).toMatch(
      /^Olu Bright changed BKG-2027-0001 at 9:05am, while you had it open\. What you typed is still here\. .* Check it, then save again\.$/,
    );
    const { offers: _, ...current } = first;
    expect(refusal.details['current']).toEqual(current);

    const saved = await core
      .as('desk')
      .call('bookings.change', changeOf(first, { needs: 'Projector' }));
    expect(saved).toMatchObject({ needs: 'Projector', notes: 'Evening instead', version: 3 });
  });

  it('tells of every change since the booking was read, not only the last', async () => {
    const made = await aBooking(core);
    const second = await core.as('desk').call('bookings.change', changeOf(made, { notes: 'One' }));
    await core.as('officer').call('bookings.change', changeOf(second, { needs: 'Two' }));
    const refusal = await core.as('manager').refusal('bookings.cancel', {
      id: made.id,
      version: made.version,
      reason: 'No longer needed',
    });
    expect(refusal.details['changes']).toEqual([
      'The notes was empty, now One.',
      'What is needed was empty, now Two.',
    ]);
  });
});

describe('Cancelling a booking', () => {
  const cancel = (id: string, version: number) =>
    core.as('desk').call('bookings.cancel', { id, version, reason: 'The speaker is ill' });

  it('keeps it with who, when and why, and frees the room', async () => {
    const made = await aBooking(core);
    core.clock.advance(60_000);
    const cancelled = await cancel(made.id, 1);
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      cancelledAt: '2027-01-04T09:01:00.000Z',
      cancelReason: 'The speaker is ill',
      version: 2,
    });
    const { bookings, total } = await core.as('auditor').call('bookings.list', {
      from: '2027-01-05',
      until: '2027-01-05',
      withCancelled: true,
    });
    expect([bookings.map((one) => one.reference), total]).toEqual([[made.reference], 1]);
    const live = await core.as('desk').call('bookings.onDay', { date: '2027-01-05' });
    expect(live.bookings).toEqual([]);
    expect((await aBooking(core)).status).toBe('confirmed');
  });

  it('asks for a reason', async () => {
    const made = await aBooking(core);
    const refusal = await core
      .as('desk')
      .refusal('bookings.cancel', { id: made.id, version: 1, reason: '  ' });
    expect(refusal.code).toBe('api.invalid-input');
  });

  it('is taken back while the time is still free', async () => {
    const made = await aBooking(core);
    const cancelled = await cancel(made.id, 1);
    const restored = await core
      .as('desk')
      .call('bookings.undoCancel', { id: made.id, version: cancelled.version });
    expect(restored).toMatchObject({
      status: 'confirmed',
      cancelledAt: null,
      cancelReason: '',
      version: 3,
    });
    expect(await actionsOn(made.id)).toEqual([
      'booking.created',
      'booking.cancelled',
      'booking.cancellation-undone',
    ]);
    expect(
      await core.as('desk').refusal('bookings.create', await bookingDetails(core)),
    ).toMatchObject({ code: 'booking.clash' });
  });

  it('is not taken back once somebody else has the time, and says who', async () => {
    const made = await aBooking(core);
    await cancel(made.id, 1);
    const group = await aGroup(core, { name: 'Cedar Estate Forum' });
    await aBooking(core, { booker: { kind: 'group', groupId: group.id }, from: '11:00' });
    const refusal = await core
      .as('desk')
      .refusal('bookings.undoCancel', { id: made.id, version: 2 });
    expect(refusal).toMatchObject({ code: 'booking.slot-gone' });
    expect(refusal.message).toBe(
      'The time is no longer free: Cedar Estate Forum has Meeting Room 11am to noon on Tue 5 Jan (BKG-2027-0002). Make a new booking at another time.',
    );
  });

  it('is refused a second time, and so is a change to it', async () => {
    const made = await aBooking(core);
    const cancelled = await cancel(made.id, 1);
    const again = { id: made.id, version: 2, reason: 'Again' };
    expect(await core.as('desk').refusal('bookings.cancel', again)).toMatchObject({
      code: 'booking.already-cancelled',
      message:
        'BKG-2027-0001 is cancelled. Take the cancellation back first, or make a new booking.',
    });
    expect(
      await core.as('desk').refusal('bookings.change', changeOf(cancelled, { notes: 'x' })),
    ).toMatchObject({ code: 'booking.already-cancelled' });
  });

  it('is not taken back where nothing was cancelled', async () => {
    const made = await aBooking(core);
    expect(
      await core.as('desk').refusal('bookings.undoCancel', { id: made.id, version: 1 }),
    ).toMatchObject({
      code: 'booking.not-cancelled',
      message: 'BKG-2027-0001 is not cancelled, so there is nothing to take back.',
    });
  });
});
