import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, bookingDetails } from '../support/builders/bookings.ts';
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
      from: '02:30',
      until: '03:30',
    });
    expect([night.startsAt, night.endsAt]).toEqual([`${date}T02:30`, `${date}T03:30`]);
    const clash = await core
      .as('desk')
      .refusal(
        'bookings.create',
        await bookingDetails(core, { facilityId: hall.id, date, from: '03:15', until: '04:00' }),
      );
    expect(clash.code).toBe('booking.clash');
    expect(clash.details['nextFreeFrom']).toBe(`${date}T03:30`);
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
      'Monday 4 January 2027, 8:45am has passed. Choose a time from now on, or enter it as a late entry with the reason.',
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
      'Meeting Room is open 9am to 9pm on Tuesday 5 January 2027. Choose a time inside those hours. A manager can book it all the same, with a keyholder.',
    );
    const sunday = await refusalOf({ date: '2027-01-10' });
    expect(sunday.message).toBe(
      'Meeting Room is closed on Sunday 10 January 2027. Choose another day. A manager can book it all the same, with a keyholder.',
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
