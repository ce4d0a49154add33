import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { aFacility, facilityDetails, theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
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

describe('Taking a booking', () => {
  it('keeps what was typed, with its names, a reference, and who took it', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA', phone: '023 8000 1111' });
    const person = await aPerson(core, { name: 'P. Okafor', phone: '07700 900001' });
    const made = await aBooking(core, {
      booker: { kind: 'group', groupId: group.id },
      responsiblePersonId: person.id,
      expectedNumber: 12,
      needs: 'Hearing loop',
      notes: 'Key from the desk',
    });

    expect(made).toMatchObject({
      reference: 'BKG-2027-0001',
      facilityName: 'Meeting Room',
      startsAt: '2027-01-05T10:00',
      endsAt: '2027-01-05T12:00',
      heldFrom: '2027-01-05T10:00',
      heldUntil: '2027-01-05T12:00',
      status: 'confirmed',
      bookerName: 'Ashdown TRA',
      bookerPhone: '023 8000 1111',
      responsibleName: 'P. Okafor',
      responsiblePhone: '07700 900001',
      purpose: 'group-meeting',
      expectedNumber: 12,
      needs: 'Hearing loop',
      notes: 'Key from the desk',
      isOutOfHours: false,
      requestedAt: '2027-01-04T09:00:00.000Z',
      takenBy: 'Dee Hollins',
      cancelledAt: null,
      version: 1,
    });
    expect(await core.as('finance').call('bookings.get', { id: made.id })).toEqual(made);
    expect(await actionsOn(made.id)).toEqual(['booking.created']);
  });

  it('asks no group of a person who books for themselves', async () => {
    const person = await aPerson(core, { name: 'R. Haddad' });
    const made = await aBooking(core, {
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: person.id,
    });
    expect(made.bookerName).toBe('R. Haddad');
  });

  it('allows a booking that starts as another ends, and one that ends as another starts', async () => {
    await aBooking(core, { from: '12:00', until: '14:00' });
    const after = await aBooking(core, { from: '14:00', until: '15:00' });
    const before = await aBooking(core, { from: '11:00', until: '12:00' });
    expect([after.status, before.status]).toEqual(['confirmed', 'confirmed']);
  });

  it.each([
    ['inside another', '10:30', '11:30'],
    ['around another', '09:30', '12:30'],
    ['over the start of another', '09:30', '10:15'],
    ['over the end of another', '11:45', '13:00'],
    ['at the very time of another', '10:00', '12:00'],
  ])('refuses a booking %s in the same room', async (_, from, until) => {
    const first = await aBooking(core);
    const refusal = await core
      .as('officer')
      .refusal('bookings.create', await bookingDetails(core, { from, until }));
    expect(refusal).toMatchObject({
      code: 'booking.clash',
      field: 'from',
      details: { otherId: first.id, otherReference: first.reference, freeRoomName: 'Small Room' },
    });
  });

  it('says who has the room, when it is free next, and which room is free now', async () => {
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    await aBooking(core, { booker: { kind: 'group', groupId: group.id } });
    const refusal = await core
      .as('desk')
      .refusal('bookings.create', await bookingDetails(core, { from: '11:00', until: '13:00' }));
    expect(refusal.message).toBe(
      'Meeting Room is taken 10am to noon by Birch Court TRA (BKG-2027-0001). It is free from noon. Small Room is free at the time you want.',
    );
  });

  it('offers no other room that is too small, closed or taken', async () => {
    await aBooking(core, { expectedNumber: 30 });
    const refusal = await core
      .as('desk')
      .refusal('bookings.create', await bookingDetails(core, { expectedNumber: 30 }));
    expect(refusal.details).toMatchObject({ freeRoomId: null, freeRoomName: null });
    expect(refusal.message).not.toContain('free at the time you want');
  });

  it('says so when the room has no other free time of that length that day', async () => {
    await aBooking(core, { from: '12:00', until: '21:00' });
    await aBooking(core, { from: '09:00', until: '11:00' });
    const refusal = await core
      .as('desk')
      .refusal('bookings.create', await bookingDetails(core, { from: '10:00', until: '12:30' }));
    expect(refusal.details['nextFreeFrom']).toBeNull();
    expect(refusal.message).toContain('It has no other free time of that length that day.');
  });

  it('warns of nothing and refuses nothing that is not involvement work', async () => {
    const made = await aBooking(core, { purpose: 'not-involvement' });
    expect(made.purpose).toBe('not-involvement');
  });

  it('marks a booking outside office hours, and one that only begins inside them', async () => {
    const evening = await aBooking(core, { from: '18:00', until: '20:00' });
    const over = await aBooking(core, { from: '16:00', until: '17:15', room: 'Small Room' });
    const inside = await aBooking(core, { from: '16:00', until: '17:00' });
    expect([evening, over, inside].map((one) => one.isOutOfHours)).toEqual([true, true, false]);
  });

  it('gives a mark of hours to nothing while nobody has entered office hours', async () => {
    await core.as('manager').call('settings.setParameter', {
      name: 'rooms.officeHours',
      value: null,
      from: '2027-01-04',
    });
    const evening = await aBooking(core, { from: '18:00', until: '20:00' });
    expect(evening.isOutOfHours).toBe(false);
  });

  it('takes any time in a room whose hours nobody has entered', async () => {
    const hall = await aFacility(core, { hours: null, capacity: null });
    const night = await aBooking(core, {
      facilityId: hall.id,
      date: '2027-01-09',
      from: '00:00',
      until: '06:00',
      expectedNumber: 4000,
    });
    expect(night.status).toBe('confirmed');
  });

  it('books to midnight, and the next day from midnight on', async () => {
    const hall = await aFacility(core, { hours: null });
    const evening = await aBooking(core, { facilityId: hall.id, from: '21:00', until: '24:00' });
    expect(evening.endsAt).toBe('2027-01-06T00:00');
    const clash = await core
      .as('desk')
      .refusal(
        'bookings.create',
        await bookingDetails(core, { facilityId: hall.id, from: '23:45', until: '24:00' }),
      );
    expect(clash.message).toContain('9pm to midnight');
    const next = await aBooking(core, {
      facilityId: hall.id,
      date: '2027-01-06',
      from: '00:00',
      until: '01:00',
    });
    expect(next.startsAt).toBe('2027-01-06T00:00');
  });

  it.each([
    ['2027-03-28', 'the clocks go forward'],
    ['2027-10-31', 'the clocks go back'],
    ['2028-02-29', 'February has a day more'],
    ['2027-12-31', 'the year ends'],
  ])('books by the wall clock on %s, when %s', async (date) => {
    const hall = await aFacility(core, { hours: null });
    const night = await aBooking(core, {
      facilityId: hall.id,
      date,
      from: '01:30',
      until: '02:30',
    });
    expect([night.startsAt, night.endsAt]).toEqual([`${date}T01:30`, `${date}T02:30`]);
    const clash = await core
      .as('desk')
      .refusal(
        'bookings.create',
        await bookingDetails(core, { facilityId: hall.id, date, from: '02:15', until: '03:00' }),
      );
    expect(clash.code).toBe('booking.clash');
    expect(clash.details['nextFreeFrom']).toBe(`${date}T02:30`);
  });

  it('numbers the bookings of each year from one', async () => {
    const first = await aBooking(core, { date: '2027-01-06' });
    const second = await aBooking(core, { date: '2027-01-07' });
    const nextYear = await aBooking(core, { date: '2028-01-06' });
    const third = await aBooking(core, { date: '2027-12-30' });
    expect([first, second, nextYear, third].map((one) => one.reference)).toEqual([
      'BKG-2027-0001',
      'BKG-2027-0002',
      'BKG-2028-0001',
      'BKG-2027-0003',
    ]);
  });

  it('leaves no gap in the numbers after a refusal', async () => {
    const first = await aBooking(core);
    await core.as('desk').refusal('bookings.create', await bookingDetails(core));
    const next = await aBooking(core, { date: '2027-01-06' });
    expect([first.reference, next.reference]).toEqual(['BKG-2027-0001', 'BKG-2027-0002']);
  });
});

describe('What a room refuses', () => {
  const refusalOf = async (part: Parameters<typeof bookingDetails>[1]) =>
    core.as('desk').refusal('bookings.create', await bookingDetails(core, part));

  it('refuses a time that has passed', async () => {
    const refusal = await refusalOf({ date: '2027-01-04', from: '08:45', until: '10:00' });
    expect(refusal).toMatchObject({ code: 'booking.in-the-past', field: 'date' });
    expect(refusal.message).toBe(
      'Monday 4 January 2027, 8:45am has passed. Choose a time from now on.',
    );
  });

  it('allows the minute that is now', async () => {
    const made = await aBooking(core, { date: '2027-01-04', from: '09:00', until: '10:00' });
    expect(made.status).toBe('confirmed');
  });

  it.each([
    ['12:00', '12:00'],
    ['12:00', '11:00'],
  ])('refuses an end that is not after the start, %s to %s', async (from, until) => {
    expect(await refusalOf({ from, until })).toMatchObject({
      code: 'booking.ends-before-it-starts',
      field: 'until',
      message: 'The end is not after the start. Enter an end later than the start.',
    });
  });

  it('refuses a time outside the hours of the room, and says them', async () => {
    const early = await refusalOf({ from: '08:30', until: '10:00' });
    expect(early).toMatchObject({ code: 'booking.room-closed', field: 'from' });
    expect(early.message).toBe(
      'Meeting Room is open 9am to 9pm on Tuesday 5 January 2027. Choose a time inside those hours.',
    );
    const sunday = await refusalOf({ date: '2027-01-10' });
    expect(sunday.message).toBe(
      'Meeting Room is closed on Sunday 10 January 2027. Choose another day.',
    );
  });

  it('refuses a booking across a break in the hours of the room', async () => {
    const room = await aFacility(core, {
      hours: [
        { weekday: 2, opensAt: '09:00', closesAt: '12:00' },
        { weekday: 2, opensAt: '13:00', closesAt: '17:00' },
      ],
    });
    const refusal = await refusalOf({ facilityId: room.id, from: '11:00', until: '14:00' });
    expect(refusal.message).toContain('9am to noon and 1pm to 5pm');
  });

  it('refuses to book a walk-in facility in office hours, and books it outside them', async () => {
    expect(
      await refusalOf({ room: 'Computer Suite', from: '10:00', until: '11:00' }),
    ).toMatchObject({
      code: 'booking.not-bookable',
      field: 'facilityId',
    });
    const evening = await aBooking(core, { room: 'Computer Suite', from: '18:00', until: '19:00' });
    expect(evening.isOutOfHours).toBe(true);
  });

  it('refuses a room that is no longer in use', async () => {
    const room = await theRoom(core, 'Small Room');
    await core.as('manager').call('facilities.change', {
      ...(facilityDetails({ name: room.name, capacity: 10 }) as object),
      id: room.id,
      isActive: false,
      version: room.version,
    } as never);
    expect(await refusalOf({ facilityId: room.id })).toMatchObject({
      code: 'booking.room-not-in-use',
      message: 'Small Room is no longer in use. Choose another room.',
    });
  });

  it('refuses more people than the room holds, and takes as many as it holds', async () => {
    const refusal = await refusalOf({ room: 'Small Room', expectedNumber: 11 });
    expect(refusal).toMatchObject({ code: 'booking.too-many-people', field: 'expectedNumber' });
    expect(refusal.message).toBe(
      'Small Room holds 10 people and 11 are expected. Choose a larger room, or lower the number.',
    );
    const full = await aBooking(core, { room: 'Small Room', expectedNumber: 10 });
    expect(full.expectedNumber).toBe(10);
  });

  it.each([
    ['facilityId', 'facility.not-found'],
    ['responsiblePersonId', 'person.not-found'],
  ])('refuses an unknown %s', async (field, code) => {
    expect(await refusalOf({ [field]: 'no-such-id' })).toMatchObject({ code });
  });

  it('refuses an unknown group and an unknown person as the one it is for', async () => {
    expect(await refusalOf({ booker: { kind: 'group', groupId: 'none' } })).toMatchObject({
      code: 'group.not-found',
    });
    expect(await refusalOf({ booker: { kind: 'person', personId: 'none' } })).toMatchObject({
      code: 'person.not-found',
    });
  });

  it('refuses a day of a century that nobody meant', async () => {
    const refusal = await refusalOf({ date: '2270-01-05' });
    expect(refusal).toMatchObject({
      code: 'api.invalid-input',
      details: { fields: { date: 'Enter a date between 1990 and 2199.' } },
    });
  });
});

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
    expect(refusal.details['current']).toEqual(first);

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
    const live = await core.as('desk').call('bookings.onDay', { date: '2027-01-05' } as never);
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
