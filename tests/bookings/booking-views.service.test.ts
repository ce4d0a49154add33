import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aBooking } from '../support/builders/bookings.ts';
import { aFacility, theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { openTestCore, setUpCentre, type TestCore } from '../support/open-test-core.ts';
import { startTestProgram } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

describe('The Today page', () => {
  it('shows what is on now and next in each room', async () => {
    const now = await aBooking(core, { date: '2027-01-04', from: '09:00', until: '11:00' });
    const next = await aBooking(core, { date: '2027-01-04', from: '11:00', until: '12:00' });
    const friday = await aBooking(core, { date: '2027-01-08', room: 'Small Room' });
    core.clock.advance(30 * 60_000);

    const today = await core.as('desk').call('bookings.today', {});
    expect([today.date, today.now]).toEqual(['2027-01-04', '2027-01-04T09:30']);
    expect(today.bookings.map((card) => card.id)).toEqual([now.id, next.id]);
    expect(
      today.rooms.map((room) => [
        room.facility.name,
        room.isOpenNow,
        room.now?.id ?? null,
        room.next?.id ?? null,
      ]),
    ).toEqual([
      ['Meeting Room', true, now.id, next.id],
      ['Small Room', true, null, friday.id],
      ['Computer Suite', true, null, null],
    ]);
  });

  it('calls a room free again at the minute its booking ends', async () => {
    await aBooking(core, { date: '2027-01-04', from: '09:00', until: '10:00' });
    core.clock.set('2027-01-04T10:00:00.000Z');
    const today = await core.as('desk').call('bookings.today', {});
    expect(today.rooms[0]?.now).toBeNull();
  });

  it('is still yesterday in London a minute before midnight in summer, when UTC is an hour behind', async () => {
    core.clock.set('2027-06-10T22:59:00.000Z');
    expect((await core.as('desk').call('bookings.today', {})).date).toBe('2027-06-10');
    core.clock.set('2027-06-10T23:00:00.000Z');
    expect((await core.as('desk').call('bookings.today', {})).date).toBe('2027-06-11');
  });

  it('asks the manager for what is missing, and the desk only for groups', async () => {
    await aFacility(core, { name: 'Hall', hours: null });
    await core.as('manager').call('settings.setParameter', {
      name: 'rooms.officeHours',
      value: null,
      from: '2027-01-04',
    });
    const codes = async (role: 'manager' | 'desk') =>
      (await core.as(role).call('bookings.today', {})).toDo.map((one) => one.code);
    expect(await codes('manager')).toEqual([
      'room-hours-missing',
      'office-hours-missing',
      'guidelines-missing',
      'fire-missing',
      'no-groups',
    ]);
    expect(await codes('desk')).toEqual(['no-groups']);
    await aGroup(core);
    expect(await codes('desk')).toEqual([]);
  });

  it('asks a lone manager for a second one', async () => {
    const started = await startTestProgram();
    const manager = await setUpCentre(started);
    const codes = (await manager.call('bookings.today', {})).toDo.map((one) => one.code);
    expect(codes).toEqual(['guidelines-missing', 'fire-missing', 'no-groups', 'lone-manager']);
    await started.close();
  });
});

describe('Days and tables of bookings', () => {
  it('shows a booking on every day it touches', async () => {
    const hall = await aFacility(core, { hours: null });
    const night = await aBooking(core, { facilityId: hall.id, from: '22:00', until: '24:00' });
    const on = async (date: string) =>
      (await core.as('desk').call('bookings.onDay', { date })).bookings.map((card) => card.id);
    expect(await on('2027-01-04')).toEqual([]);
    expect(await on('2027-01-05')).toEqual([night.id]);
    expect(await on('2027-01-06')).toEqual([]);
  });

  it('shows only rooms in use as columns of a day', async () => {
    const day = await core.as('auditor').call('bookings.onDay', { date: '2027-01-05' });
    expect(day.facilities.map((room) => room.name)).toEqual([
      'Meeting Room',
      'Small Room',
      'Computer Suite',
    ]);
    expect(day.officeHours).toHaveLength(1);
  });

  it('lists the cards between two days, of one room where asked', async () => {
    const small = await theRoom(core, 'Small Room');
    const first = await aBooking(core, { date: '2027-01-05' });
    const second = await aBooking(core, { date: '2027-01-07', room: 'Small Room' });
    await aBooking(core, { date: '2027-01-08' });
    const between = async (facilityId: string | null) =>
      (
        await core
          .as('desk')
          .call('bookings.between', { from: '2027-01-05', until: '2027-01-07', facilityId })
      ).bookings.map((card) => card.id);
    expect(await between(null)).toEqual([first.id, second.id]);
    expect(await between(small.id)).toEqual([second.id]);
  });

  it('turns the pages of a long table and says how many there are', async () => {
    for (const date of ['2027-01-05', '2027-01-06', '2027-01-07', '2027-01-08', '2027-01-11'])
      await aBooking(core, { date });
    const page = async (offset: number) => {
      const { bookings, total } = await core
        .as('finance')
        .call('bookings.list', { from: '2027-01-01', until: '2027-12-31', limit: 2, offset });
      return [bookings.map((one) => one.startsAt.slice(0, 10)), total];
    };
    expect(await page(0)).toEqual([['2027-01-05', '2027-01-06'], 5]);
    expect(await page(4)).toEqual([['2027-01-11'], 5]);
  });
});

describe('Papers of the desk', () => {
  it('come as a file with a name, at least a page and no missing letter', async () => {
    const group = await aGroup(core, { name: 'Siân Ó Néill-Żak Group' });
    const made = await aBooking(core, { booker: { kind: 'group', groupId: group.id } });
    const desk = core.as('desk');
    const slip = await desk.call('bookings.printSlip', { id: made.id });
    const sheet = await desk.call('bookings.printDaySheet', { date: '2027-01-05', size: 'large' });
    const form = await desk.call('bookings.printBlankForm', {});
    expect([slip, sheet, form].map((paper) => paper.fileName)).toEqual([
      'booking-slip-BKG-2027-0001.pdf',
      'day-sheet-2027-01-05.pdf',
      'room-booking-form.pdf',
    ]);
    for (const paper of [slip, sheet, form]) {
      expect(Buffer.from(paper.base64, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
      expect(paper.pages).toBeGreaterThan(0);
      expect(paper.missingGlyphs).toEqual([]);
    }
  });

  it('are refused for a booking that is not there', async () => {
    expect(await core.as('desk').refusal('bookings.printSlip', { id: 'none' })).toMatchObject({
      code: 'booking.not-found',
    });
  });
});
