import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Facility } from '#db/facilities/facilities.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { aFacility, facilityDetails, theRoom } from '../support/builders/facilities.ts';
import { openTestCore, type TestCore, weekdays } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const changeOf = (room: Facility, part: Record<string, unknown> = {}) => {
  const { id, version, name, kind, isBookable, capacity, hours, isActive } = room;
  return { id, version, name, kind, isBookable, capacity, hours, isActive, ...part } as never;
};

describe('Rooms and services', () => {
  it('stand in the order in which they were added, walk-in ones too', async () => {
    const library = await aFacility(core, { name: 'Library', kind: 'library', isBookable: false });
    expect(library).toMatchObject({ isActive: true, position: 3, version: 1 });
    const rooms = await core.as('auditor').call('facilities.list', {});
    expect(rooms.map((room) => [room.name, room.isBookable])).toEqual([
      ['Meeting Room', true],
      ['Small Room', true],
      ['Computer Suite', false],
      ['Library', false],
    ]);
  });

  it('may leave capacity and hours blank, which is no rule', async () => {
    const hall = await aFacility(core, { capacity: null, hours: null });
    expect([hall.capacity, hall.hours]).toEqual([null, null]);
  });

  it('keep their hours Monday first, the earlier span first', async () => {
    const room = await aFacility(core, {
      hours: [
        { weekday: 5, opensAt: '09:00', closesAt: '12:00' },
        { weekday: 1, opensAt: '13:00', closesAt: '24:00' },
        { weekday: 1, opensAt: '09:00', closesAt: '12:00' },
      ],
    });
    expect(room.hours?.map((span) => `${span.weekday} ${span.opensAt}`)).toEqual([
      '1 09:00',
      '1 13:00',
      '5 09:00',
    ]);
  });

  it('never have one name twice, in either case', async () => {
    const refusal = await core
      .as('manager')
      .refusal('facilities.add', facilityDetails({ name: 'meeting room' }));
    expect(refusal).toMatchObject({
      code: 'facility.name-taken',
      field: 'name',
      message: 'There is already a room called meeting room. Give this one another name.',
    });
    const small = await theRoom(core, 'Small Room');
    expect(
      await core
        .as('manager')
        .refusal('facilities.change', changeOf(small, { name: 'Meeting Room' })),
    ).toMatchObject({ code: 'facility.name-taken' });
  });

  it.each([
    ['overlap', '09:00', '13:00', '12:59', '17:00'],
    ['run backwards', '13:00', '09:00', '14:00', '17:00'],
  ])('refuse hours that %s', async (_, ...[opensAt, closesAt, opens2, closes2]) => {
    const hours = [
      { weekday: 3, opensAt, closesAt },
      { weekday: 3, opensAt: opens2, closesAt: closes2 },
    ];
    expect(
      await core.as('manager').refusal('facilities.add', facilityDetails({ hours })),
    ).toMatchObject({
      code: 'facility.hours-overlap',
      field: 'hours',
      message:
        'The opening times on Wednesday overlap, or one ends before it starts. Enter each time once, the earlier one first.',
    });
  });

  it('change, and leave the list of rooms to book when no longer used', async () => {
    const small = await theRoom(core, 'Small Room');
    const changed = await core
      .as('manager')
      .call(
        'facilities.change',
        changeOf(small, { capacity: 12, hours: weekdays('10:00', '16:00') }),
      );
    expect(changed).toMatchObject({ capacity: 12, version: 2, position: small.position });
    await core.as('manager').call('facilities.change', changeOf(changed, { isActive: false }));
    const day = await core.as('desk').call('bookings.onDay', { date: '2027-01-05' });
    expect(day.facilities.map((room) => room.name)).toEqual(['Meeting Room', 'Computer Suite']);
    const found = await core.as('desk').call('search.everything', { text: 'small' });
    expect(found.found).toEqual([]);
  });

  it('keep what was booked when their hours become shorter', async () => {
    const booked = await aBooking(core, { room: 'Small Room', from: '18:00', until: '20:00' });
    const small = await theRoom(core, 'Small Room');
    await core
      .as('manager')
      .call('facilities.change', changeOf(small, { hours: weekdays('10:00', '16:00') }));
    const still = await core.as('desk').call('bookings.get', { id: booked.id });
    expect(still.status).toBe('confirmed');
  });

  it('take their new name into every booking and into the search', async () => {
    const booked = await aBooking(core, { room: 'Small Room' });
    const small = await theRoom(core, 'Small Room');
    await core.as('manager').call('facilities.change', changeOf(small, { name: 'Elm Room' }));
    const find = async (text: string) =>
      (await core.as('desk').call('search.everything', { text })).found.map((one) => one.id);
    expect(await find('elm')).toEqual([small.id, booked.id]);
    expect(await find('small')).toEqual([]);
    expect((await core.as('desk').call('bookings.get', { id: booked.id })).facilityName).toBe(
      'Elm Room',
    );
  });

  it('refuse the second of two people who change one at once', async () => {
    const small = await theRoom(core, 'Small Room');
    await core.as('manager').call('facilities.change', changeOf(small, { capacity: 12 }));
    expect(
      await core.as('manager').refusal('facilities.change', changeOf(small, { capacity: 14 })),
    ).toMatchObject({
      code: 'facility.changed-by-someone-else',
      message:
        'Someone else changed Small Room while you had it open. What you typed is still here. Check it, then save again.',
    });
    expect((await theRoom(core, 'Small Room')).capacity).toBe(12);
  });

  it('refuse an id that no room has', async () => {
    const small = await theRoom(core, 'Small Room');
    expect(
      await core.as('manager').refusal('facilities.change', changeOf(small, { id: 'none' })),
    ).toMatchObject({
      code: 'facility.not-found',
      message: 'There is no such room here. Choose one from the list of rooms.',
    });
  });
});
