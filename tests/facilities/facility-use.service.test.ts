import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facility, FacilityUse } from '#db/facilities/facilities.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { aFacility, facilityDetails, theRoom, useOf } from '../support/builders/facilities.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

type Part = { readonly [K in keyof FacilityUse]?: unknown };

const setUse = (room: Facility, part: Part) =>
  core.as('manager').call('facilities.setUse', useOf(room, part));
const refuseUse = (room: Facility, part: Part) =>
  core.as('manager').refusal('facilities.setUse', useOf(room, part));

/** A hall with its two halves, not joined yet. */
async function aHall() {
  return {
    hall: await aFacility(core, { name: 'Hall' }),
    east: await aFacility(core, { name: 'East half' }),
    west: await aFacility(core, { name: 'West half' }),
  };
}

describe('A new room', () => {
  it('is booked whole and has no rule of its own', async () => {
    expect(await aFacility(core)).toMatchObject({
      units: 1,
      unitName: '',
      partIds: [],
      layouts: [],
      seats: [],
      accessFeatures: [],
      needsApproval: false,
      longestMinutes: null,
      daysAhead: null,
      noticeOpenDays: null,
      minimumAge: null,
      directions: '',
    });
  });
});

describe('How a room is used', () => {
  it('is what the manager says, and every figure left empty is no rule (BOOK-24)', async () => {
    const suite = await theRoom(core, 'Computer Suite');
    const wanted = {
      units: 8,
      unitName: 'computer',
      accessFeatures: ['step-free', 'lift', 'lift'],
      needsApproval: true,
      longestMinutes: 240,
      noticeOpenDays: 2,
      minimumAge: 16,
      directions: 'Bus 7, second floor',
    };
    const saved = await setUse(suite, wanted);
    const expected = { ...wanted, accessFeatures: ['step-free', 'lift'], daysAhead: null };
    expect(saved).toMatchObject({ ...expected, version: 2 });
    expect(await theRoom(core, 'Computer Suite')).toEqual(saved);
  });

  it('keeps what a change of name and hours does not speak of', async () => {
    const suite = await setUse(await theRoom(core, 'Computer Suite'), { units: 8 });
    const changed = await core.as('manager').call('facilities.change', {
      ...(facilityDetails({ name: 'IT Suite' }) as object),
      id: suite.id,
      version: suite.version,
      isActive: true,
    } as never);
    expect(changed).toMatchObject({ name: 'IT Suite', units: 8 });
  });

  it('is refused to the second of two people who say it at once', async () => {
    const suite = await theRoom(core, 'Computer Suite');
    await setUse(suite, { units: 8 });
    expect(await refuseUse(suite, { units: 6 })).toMatchObject({
      code: 'facility.changed-by-someone-else',
    });
    expect((await theRoom(core, 'Computer Suite')).units).toBe(8);
  });
});

describe('A divisible room', () => {
  it('is made of its parts', async () => {
    const { hall, east, west } = await aHall();
    const joined = await setUse(hall, { partIds: [east.id, west.id, east.id] });
    expect(joined.partIds).toEqual([east.id, west.id]);
    expect((await theRoom(core, 'Hall')).partIds.toSorted()).toEqual([east.id, west.id].toSorted());
    const divided = await setUse(joined, { partIds: [] });
    expect(divided.partIds).toEqual([]);
  });

  it('has parts that are rooms on their own, one level deep', async () => {
    const { hall, east, west } = await aHall();
    await setUse(hall, { partIds: [east.id, west.id] });
    const house = await aFacility(core, { name: 'House' });
    expect(await refuseUse(house, { partIds: [hall.id] })).toMatchObject({
      code: 'facility.part-has-parts',
      field: 'partIds',
      message:
        'Hall is itself made of parts or a part of another room. Choose parts that are rooms on their own.',
    });
    expect(await refuseUse(east, { partIds: [house.id] })).toMatchObject({
      code: 'facility.part-has-parts',
    });
    expect(await refuseUse(house, { partIds: [house.id] })).toMatchObject({
      code: 'facility.part-of-itself',
    });
    expect(await refuseUse(house, { partIds: ['none'] })).toMatchObject({
      code: 'facility.not-found',
    });
  });

  it('is never booked place by place, nor is a part of it', async () => {
    const { hall, east, west } = await aHall();
    const suite = await setUse(await theRoom(core, 'Computer Suite'), { units: 8 });
    expect(await refuseUse(hall, { partIds: [suite.id] })).toMatchObject({
      code: 'facility.whole-with-places',
      message:
        'Computer Suite is booked place by place, so it can neither have parts nor be a part. Give it one place, or leave the parts out.',
    });
    expect(await refuseUse(hall, { partIds: [east.id], units: 2 })).toMatchObject({
      code: 'facility.whole-with-places',
    });
    await setUse(hall, { partIds: [east.id, west.id] });
    expect(await refuseUse(east, { units: 2 })).toMatchObject({
      code: 'facility.whole-with-places',
    });
  });

  it('is not joined over bookings at the same time', async () => {
    const { hall, east, west } = await aHall();
    const whole = await aBooking(core, { facilityId: hall.id, from: '10:00', until: '12:00' });
    const part = await aBooking(core, { facilityId: west.id, from: '11:00', until: '13:00' });
    expect(await refuseUse(hall, { partIds: [east.id, west.id] })).toMatchObject({
      code: 'facility.parts-are-booked',
      message: `Bookings ${whole.reference} and ${part.reference} are at the same time, one in the whole room and one in a part. Move one of them, then join the rooms.`,
    });
    core.clock.set('2027-01-05T13:00:00.000Z');
    expect((await setUse(hall, { partIds: [east.id, west.id] })).partIds).toHaveLength(2);
  });
});

describe('Places of a room', () => {
  it('are never fewer than coming bookings hold at once', async () => {
    const suite = await setUse(await theRoom(core, 'Computer Suite'), { units: 8 });
    for (const [from, until, units] of [
      ['18:00', '19:00', 3],
      ['18:30', '20:00', 2],
      ['19:00', '20:00', 2],
    ] as const)
      await aBooking(core, { facilityId: suite.id, from, until, units });
    expect(await refuseUse(suite, { units: 4 })).toMatchObject({
      code: 'facility.places-are-held',
      field: 'units',
      message:
        'Coming bookings hold 5 places at once, more than 4. Move some of them first, or keep 5 places.',
    });
    const fewer = await setUse(suite, { units: 5 });
    expect(fewer.units).toBe(5);
    core.clock.set('2027-01-05T20:00:00.000Z');
    expect((await setUse(fewer, { units: 1 })).units).toBe(1);
  });
});

describe('Layouts', () => {
  const layout = (name: string, more: object = {}) => ({
    id: null,
    name,
    capacity: 16,
    setupMinutes: 0,
    cleardownMinutes: 0,
    ...more,
  });
  const setLayouts = (room: Facility, layouts: readonly object[]) =>
    core
      .as('manager')
      .call('facilities.setLayouts', { id: room.id, version: room.version, layouts } as never);

  it('stand in the order given, keep their ids, and go out of use when left out', async () => {
    const room = await theRoom(core, 'Meeting Room');
    const two = await setLayouts(room, [
      layout('Boardroom'),
      layout('Theatre', { capacity: 40, setupMinutes: 15, cleardownMinutes: 15 }),
    ]);
    const [boardroom, theatre] = two.layouts;
    const next = await setLayouts(two, [
      { ...theatre, name: 'Rows', capacity: null },
      layout('Classroom'),
    ]);
    expect(next.layouts.map((one) => [one.name, one.capacity])).toEqual([
      ['Rows', null],
      ['Classroom', 16],
    ]);
    expect(next.layouts[0]?.id).toBe(theatre?.id);
    expect(await theRoom(core, 'Meeting Room')).toEqual(next);
    const kept = core.raw().prepare('SELECT name FROM facility_layout WHERE id = ?');
    expect(kept.pluck().get(boardroom?.id)).toBe('Boardroom');
  });

  it('have a name each', async () => {
    const { id, version } = await theRoom(core, 'Meeting Room');
    const layouts = [layout('Theatre'), layout('theatre')];
    expect(
      await core.as('manager').refusal('facilities.setLayouts', { id, version, layouts }),
    ).toMatchObject({ code: 'facility.layout-twice', field: 'layouts' });
  });

  it('of another room are refused', async () => {
    const room = await setLayouts(await theRoom(core, 'Meeting Room'), [layout('Theatre')]);
    const { id, version } = await theRoom(core, 'Small Room');
    expect(
      await core
        .as('manager')
        .refusal('facilities.setLayouts', { id, version, layouts: room.layouts }),
    ).toMatchObject({
      code: 'facility.no-such-layout',
      message:
        'There is no such layout of Small Room any more. Open the room again and enter it anew.',
    });
  });
});

describe('Computers and desks', () => {
  const seatsOf = (...names: readonly string[]) => names.map((name) => ({ id: null, name }));
  const setSeats = async (room: Facility, seats: readonly object[]) =>
    core
      .as('manager')
      .call('facilities.setSeats', { id: room.id, version: room.version, seats } as never);

  it('with names are the places of the room, as many as names', async () => {
    const suite = await setSeats(await theRoom(core, 'Computer Suite'), seatsOf('PC 1', 'PC 2'));
    expect([suite.units, suite.seats.map((seat) => seat.name)]).toEqual([2, ['PC 1', 'PC 2']]);
    expect(await refuseUse(suite, { units: 3 })).toMatchObject({
      code: 'facility.places-are-seats',
      field: 'units',
      message:
        'Computer Suite has 2 places with a name of its own, and it has as many places as names. Change the list of names instead.',
    });
    const [first] = suite.seats;
    const one = await setSeats(suite, [{ id: first?.id, name: 'Window' }]);
    expect([one.units, one.seats.map((seat) => [seat.id, seat.name])]).toEqual([
      1,
      [[first?.id, 'Window']],
    ]);
  });

  it('leave the number of places as it stood when all names are taken away', async () => {
    const suite = await setSeats(await theRoom(core, 'Computer Suite'), seatsOf('PC 1', 'PC 2'));
    expect(await setSeats(suite, [])).toMatchObject({ units: 2, seats: [] });
  });

  it('are not taken away while coming bookings hold them', async () => {
    const suite = await setSeats(await theRoom(core, 'Computer Suite'), seatsOf('PC 1', 'PC 2'));
    await aBooking(core, { facilityId: suite.id, from: '18:00', until: '19:00', units: 2 });
    const { id, version } = suite;
    expect(
      await core
        .as('manager')
        .refusal('facilities.setSeats', { id, version, seats: seatsOf('PC 1') }),
    ).toMatchObject({ code: 'facility.places-are-held' });
  });

  it('have a name each, and are those of this room', async () => {
    const { id, version } = await theRoom(core, 'Computer Suite');
    const manager = core.as('manager');
    expect(
      await manager.refusal('facilities.setSeats', { id, version, seats: seatsOf('PC', 'pc') }),
    ).toMatchObject({ code: 'facility.seat-twice', field: 'seats' });
    expect(
      await manager.refusal('facilities.setSeats', {
        id,
        version,
        seats: [{ id: 'none', name: 'PC' }],
      }),
    ).toMatchObject({ code: 'facility.no-such-seat' });
  });

  it('are marked out of order at the desk and mended again, and the record says so', async () => {
    const suite = await setSeats(await theRoom(core, 'Computer Suite'), seatsOf('PC 1', 'PC 2'));
    const seatId = suite.seats[1]?.id as never;
    const desk = core.as('desk');
    const outOfOrder = { from: '2027-01-04', until: null, why: 'No sound' } as never;
    const marked = await desk.call('facilities.markSeat', { seatId, outOfOrder });
    expect(marked.seats).toMatchObject([
      { name: 'PC 1', outOfOrderFrom: null, outOfOrderWhy: '' },
      {
        name: 'PC 2',
        outOfOrderFrom: '2027-01-04',
        outOfOrderUntil: null,
        outOfOrderWhy: 'No sound',
      },
    ]);
    const renamed = await setSeats(marked, [{ id: seatId, name: 'PC two' }]);
    expect(renamed.seats).toMatchObject([{ name: 'PC two', outOfOrderFrom: '2027-01-04' }]);
    const mended = await desk.call('facilities.markSeat', { seatId, outOfOrder: null });
    expect(mended.seats).toMatchObject([{ outOfOrderFrom: null, outOfOrderWhy: '' }]);
    const lines = await desk.call('audit.ofObject', {
      objectType: 'facility',
      objectId: suite.id,
    });
    expect(lines.map((line) => line.action)).toEqual(
      expect.arrayContaining(['facility.seat-out-of-order', 'facility.seat-mended']),
    );
  });

  it('are not mended before they broke, nor marked when they are gone', async () => {
    const suite = await setSeats(await theRoom(core, 'Computer Suite'), seatsOf('PC 1'));
    const desk = core.as('desk');
    const seatId = suite.seats[0]?.id;
    expect(
      await desk.refusal('facilities.markSeat', {
        seatId,
        outOfOrder: { from: '2027-01-04', until: '2027-01-03', why: '' },
      }),
    ).toMatchObject({ code: 'facility.mended-before-broken', field: 'until' });
    await setSeats(suite, []);
    expect(await desk.refusal('facilities.markSeat', { seatId, outOfOrder: null })).toMatchObject({
      code: 'facility.no-such-seat',
      message:
        'There is no such computer or desk any more. Open the room again and choose one from its list.',
    });
  });
});
