import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking, bookingDetails, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
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

const refusalOf = async (part: Parameters<typeof bookingDetails>[1]) =>
  core.as('desk').refusal('bookings.create', await bookingDetails(core, part));

describe('The time a booking holds', () => {
  const rows = { name: 'Rows', capacity: 60, setupMinutes: 30, cleardownMinutes: 15 };

  it('reaches round the use by what its layout takes, and by what was typed for it', async () => {
    const room = await aRoomWithLayouts(core, [rows]);
    const layoutId = room.layouts[0]?.id ?? null;
    const made = await aBooking(core, { facilityId: room.id, layoutId });
    expect(made).toMatchObject({
      startsAt: '2027-01-05T10:00',
      heldFrom: '2027-01-05T09:30',
      heldUntil: '2027-01-05T12:15',
      layoutName: 'Rows',
      setupMinutes: 30,
      cleardownMinutes: 15,
    });
    const typed = await aBooking(core, {
      facilityId: room.id,
      date: '2027-01-06',
      layoutId,
      setupMinutes: 0,
      cleardownMinutes: 60,
    });
    expect([typed.heldFrom, typed.heldUntil]).toEqual(['2027-01-06T10:00', '2027-01-06T13:00']);
    const plain = await aBooking(core, { facilityId: room.id, date: '2027-01-07' });
    expect([plain.heldFrom, plain.heldUntil]).toEqual(['2027-01-07T10:00', '2027-01-07T12:00']);
  });

  it('is what nobody else gets, and the refusal says how much of it is set-up', async () => {
    const room = await aRoomWithLayouts(core, [rows], { name: 'Long Room' });
    const group = await aGroup(core, { name: 'Oak Estate TRA' });
    await aBooking(core, {
      facilityId: room.id,
      layoutId: room.layouts[0]?.id,
      booker: { kind: 'group', groupId: group.id },
    });
    const refusal = await refusalOf({ facilityId: room.id, from: '12:00', until: '13:00' });
    expect(refusal).toMatchObject({
      code: 'booking.clash',
      details: { nextFreeFrom: '2027-01-05T12:15', minutesAround: 45, canSqueeze: true },
    });
    expect(refusal.message).toBe(
      'Long Room is taken 9:30am to 12:15pm, 45 minutes of it to set up and clear, by Oak Estate TRA (BKG-2027-0001). It is free from 12:15pm. Meeting Room is free at the time you want. An officer or manager can give up set-up and clear-down time to fit it in.',
    );
    const early = await refusalOf({
      facilityId: room.id,
      from: '12:15',
      until: '13:00',
      setupMinutes: 15,
    });
    expect(early).toMatchObject({ details: { nextFreeFrom: '2027-01-05T12:30' } });
    await aBooking(core, { facilityId: room.id, from: '12:15', until: '13:00' });
  });

  it('follows the layout when it changes, and stays while the room offers the layout no longer', async () => {
    const room = await aRoomWithLayouts(core, [rows]);
    const layoutId = room.layouts[0]?.id ?? null;
    const made = await aBooking(core, { facilityId: room.id, layoutId });
    await core.as('manager').call('facilities.setLayouts', {
      id: room.id,
      version: room.version,
      layouts: [],
    });
    const desk = core.as('desk');
    const moved = await desk.call(
      'bookings.change',
      changeOf(made, { layoutId, from: '14:00', until: '15:00' }),
    );
    expect([moved.heldFrom, moved.heldUntil]).toEqual(['2027-01-05T13:30', '2027-01-05T15:15']);
    const plain = await desk.call('bookings.change', changeOf(moved, { layoutId: null }));
    expect([plain.heldFrom, plain.heldUntil]).toEqual(['2027-01-05T14:00', '2027-01-05T15:00']);
    expect(await refusalOf({ facilityId: room.id, layoutId })).toMatchObject({
      code: 'booking.layout-of-another-room',
      field: 'layoutId',
    });
  });

  it('lets the layout say how many people fit, before the room does', async () => {
    const room = await aRoomWithLayouts(core, [rows, { name: 'Boardroom', capacity: 8 }], {
      capacity: 20,
    });
    const [inRows, boardroom] = room.layouts;
    await aBooking(core, { facilityId: room.id, layoutId: inRows?.id, expectedNumber: 60 });
    expect(
      await refusalOf({ facilityId: room.id, layoutId: boardroom?.id, expectedNumber: 9 }),
    ).toMatchObject({ code: 'booking.too-many-people', details: { capacity: 8 } });
    expect(await refusalOf({ facilityId: room.id, expectedNumber: 21 })).toMatchObject({
      code: 'booking.too-many-people',
      details: { capacity: 20 },
    });
  });
});

describe('A hall that can be divided', () => {
  it('is not to be had while one of its halves is booked, nor a half while the hall is', async () => {
    const { hall, north, south } = await aDivisibleHall(core);
    const taken = await aBooking(core, { facilityId: north.id });
    const refusal = await refusalOf({ facilityId: hall.id, from: '11:00', until: '13:00' });
    expect(refusal).toMatchObject({
      code: 'booking.clash',
      details: {
        otherId: taken.id,
        otherFacilityName: 'North Half',
        nextFreeFrom: '2027-01-05T12:00',
      },
    });
    expect(refusal.message).toContain('who has North Half');
    await aBooking(core, { facilityId: south.id });

    await aBooking(core, { facilityId: hall.id, date: '2027-01-06' });
    expect(await refusalOf({ facilityId: south.id, date: '2027-01-06' })).toMatchObject({
      code: 'booking.clash',
      details: { otherFacilityName: 'Hall' },
    });
  });

  it('keeps two wholes apart that share a half', async () => {
    const { hall, north } = await aDivisibleHall(core);
    const wing = await aFacilityUsedAs(core, { partIds: [north.id] }, { name: 'North Wing' });
    await aBooking(core, { facilityId: hall.id });
    expect(await refusalOf({ facilityId: wing.id })).toMatchObject({ code: 'booking.clash' });
  });
});

describe('A suite of several places', () => {
  it('gives what is left beside a course, says until when, and refuses the whole of it', async () => {
    const suite = await aSuiteOf(core, 8);
    await aBooking(core, { facilityId: suite.id, units: 5 });
    const wanted = { facilityId: suite.id, from: '11:00', until: '13:00' };
    const refusal = await refusalOf({ ...wanted, units: 4 });
    expect(refusal).toMatchObject({
      code: 'booking.no-places',
      field: 'units',
      details: { freeUnits: 3, nextFreeFrom: '2027-01-05T12:00' },
    });
    expect(refusal.message).toBe(
      'Suite has 3 free until noon, 8 after, and 4 places are asked for. Ask for 3 or fewer. As many are free from noon.',
    );
    const desk = core.as('desk');
    const forecast = await desk.call('bookings.foresee', {
      ...(await bookingDetails(core, { ...wanted, units: 4 })),
      id: null,
    });
    expect(forecast.freeUnits).toBe(3);
    expect(forecast.lines.map((line) => line.words)).toContain(
      'Suite has 3 free until noon, 8 after.',
    );

    expect(await aBooking(core, { ...wanted, units: 3 })).toMatchObject({ units: 3 });
    expect(await refusalOf({ ...wanted, units: 8 })).toMatchObject({ code: 'booking.no-places' });
    expect(await refusalOf({ ...wanted, units: 9 })).toMatchObject({
      code: 'booking.too-many-places',
      message: 'Suite has 8 places, and 9 are asked for. Ask for fewer places.',
    });
  });

  it('has fewer places on the days on which a computer is out of order', async () => {
    const suite = await aSuiteOf(core, 2);
    const manager = core.as('manager');
    const named = await manager.call('facilities.setSeats', {
      id: suite.id,
      version: suite.version,
      seats: [
        { id: null, name: 'PC 1' },
        { id: null, name: 'PC 2' },
      ],
    });
    await manager.call('facilities.markSeat', {
      seatId: named.seats[0]?.id as never,
      outOfOrder: { from: '2027-01-05', until: '2027-01-06', why: 'No screen' },
    });
    expect(await refusalOf({ facilityId: suite.id, units: 2 })).toMatchObject({
      code: 'booking.too-many-places',
      message:
        'Suite has 2 places, with 1 out of order, and 2 are asked for. Ask for fewer places.',
    });
    await aBooking(core, { facilityId: suite.id, units: 1 });
    expect(await refusalOf({ facilityId: suite.id, units: 1 })).toMatchObject({
      code: 'booking.no-places',
    });
    await aBooking(core, { facilityId: suite.id, units: 2, date: '2027-01-07' });
  });

  it('counts places again when a booking asks for more of them', async () => {
    const suite = await aSuiteOf(core, 5);
    const made = await aBooking(core, { facilityId: suite.id, units: 2 });
    await aBooking(core, { facilityId: suite.id, units: 2 });
    const desk = core.as('desk');
    expect(await desk.refusal('bookings.change', changeOf(made, { units: 4 }))).toMatchObject({
      code: 'booking.no-places',
    });
    expect(await desk.call('bookings.change', changeOf(made, { units: 3 }))).toMatchObject({
      units: 3,
    });
  });
});
