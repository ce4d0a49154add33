import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clearOpenDaysBetween,
  findNextOpenDay,
  officeHoursOnDay,
  openDayOf,
  openDaysOf,
  workingDayFrom,
} from '#db/calendar/opening.service';
import { PROGRAM } from '#db/open-core';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { aClosure } from '../support/builders/calendar.ts';
import { aFacility, theRoom, useOf } from '../support/builders/facilities.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const on = (date: string) => date as LocalDate;
const ask = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> =>
  core.core.unit(PROGRAM, 'reads', work);
const close = (part: Parameters<typeof aClosure>[0]) =>
  core.as('manager').call('calendar.addClosure', aClosure(part));

describe('The opening times of a room', () => {
  it('follow its week, bank holidays and what was entered, taken back or not', async () => {
    const room = await theRoom(core, 'Small Room');
    const spansOn = async (date: string) =>
      (await ask((ctx) => openDayOf(ctx, room, on(date)))).spans?.map((span) => span.from);
    expect(await spansOn('2027-03-02')).toEqual(['2027-03-02T09:00']);
    expect(await spansOn('2027-03-26')).toEqual([]);
    const { closure } = await close({ firstDate: '2027-03-02', from: '08:00', until: '11:00' });
    expect(await spansOn('2027-03-02')).toEqual(['2027-03-02T11:00']);
    await core.as('manager').call('calendar.withdrawClosure', { id: closure.id, version: 1 });
    expect(await spansOn('2027-03-02')).toEqual(['2027-03-02T09:00']);
  });

  it('are as the entry made last says, whichever day it was made on', async () => {
    const room = await theRoom(core, 'Small Room');
    const isOpen = async () =>
      (await ask((ctx) => openDayOf(ctx, room, on('2027-03-02')))).spans?.length === 1;
    await close({});
    core.clock.set('2027-01-05T09:00:00.000Z');
    await close({ effect: 'open', name: 'Open all the same' });
    expect(await isOpen()).toBe(true);
    core.clock.set('2027-01-06T09:00:00.000Z');
    await close({ name: 'Burst pipe' });
    expect(await isOpen()).toBe(false);
  });

  it('of several rooms and days come day by day', async () => {
    const rooms = [await theRoom(core, 'Small Room'), await theRoom(core, 'Meeting Room')];
    await close({ firstDate: '2027-03-26', facilityId: rooms[0]?.id, name: 'Painting' });
    const days = await ask((ctx) => openDaysOf(ctx, rooms, on('2027-03-25'), on('2027-03-27')));
    expect(days.map((day) => [day.date, day.facilityId === rooms[0]?.id, day.why])).toEqual([
      ['2027-03-25', true, ''],
      ['2027-03-25', false, ''],
      ['2027-03-26', true, 'Good Friday; Painting'],
      ['2027-03-26', false, 'Good Friday'],
      ['2027-03-27', true, ''],
      ['2027-03-27', false, ''],
    ]);
  });

  it('end where a joined room is closed', async () => {
    const hall = await aFacility(core, { name: 'Hall' });
    const east = await aFacility(core, { name: 'East half' });
    const west = await aFacility(core, { name: 'West half' });
    const loft = await aFacility(core, { name: 'West half with loft' });
    const manager = core.as('manager');
    const join = (whole: typeof hall, partIds: readonly string[]) =>
      manager.call('facilities.setUse', useOf(whole, { partIds }));
    await join(hall, [east.id, west.id]);
    await join(loft, [west.id]);
    const closedOn = async (date: string) => {
      const days = await ask((ctx) =>
        openDaysOf(ctx, [hall, east, west, loft], on(date), on(date)),
      );
      return days.map((day) => day.spans?.length === 0);
    };
    await close({ firstDate: '2027-03-02', facilityId: west.id });
    expect(await closedOn('2027-03-02')).toEqual([true, false, true, true]);
    await close({ firstDate: '2027-03-03', facilityId: hall.id });
    expect(await closedOn('2027-03-03')).toEqual([true, true, true, true]);
    await close({ firstDate: '2027-03-04', facilityId: east.id });
    expect(await closedOn('2027-03-04')).toEqual([true, true, false, false]);
  });
});

describe('Office hours of a day', () => {
  it('are those of its weekday, and none while the whole centre is closed (BOOK-04)', async () => {
    const hoursOn = (date: string) => ask((ctx) => officeHoursOnDay(ctx, on(date)));
    expect(await hoursOn('2027-03-02')).toEqual([
      { weekday: 2, opensAt: '09:00', closesAt: '17:00' },
    ]);
    expect(await hoursOn('2027-03-26')).toEqual([]);
    await close({ firstDate: '2027-03-02' });
    expect(await hoursOn('2027-03-02')).toEqual([]);
  });
});

describe('Clear open days of a room', () => {
  it('leave out both ends, weekends, bank holidays and closed days', async () => {
    const room = await theRoom(core, 'Small Room');
    const between = (from: string, until: string) =>
      ask((ctx) => clearOpenDaysBetween(ctx, room, on(from), on(until)));
    expect(await between('2027-03-24', '2027-03-31')).toBe(2);
    expect(await between('2027-03-24', '2027-03-25')).toBe(0);
    await close({ firstDate: '2027-03-30', facilityId: room.id });
    expect(await between('2027-03-24', '2027-03-31')).toBe(1);
    await close({ firstDate: '2027-03-25', from: '09:00', until: '12:00' });
    expect(await between('2027-03-24', '2027-03-31')).toBe(1);
  });

  it('without hours are all days but closed ones', async () => {
    const room = await aFacility(core, { hours: null });
    expect(
      await ask((ctx) => clearOpenDaysBetween(ctx, room, on('2027-03-24'), on('2027-03-31'))),
    ).toBe(4);
  });
});

describe('The next open day', () => {
  it('is the day itself, or the first one after what is closed', async () => {
    const room = await theRoom(core, 'Small Room');
    const next = async (date: string) =>
      (await ask((ctx) => findNextOpenDay(ctx, room, on(date))))?.date;
    expect(await next('2027-03-25')).toBe('2027-03-25');
    expect(await next('2027-03-26')).toBe('2027-03-30');
  });

  it('is not found for a room that never opens', async () => {
    const room = await aFacility(core, { hours: [] });
    expect(await ask((ctx) => findNextOpenDay(ctx, room, on('2027-03-26')))).toBeUndefined();
  });
});

describe('A due date in working days', () => {
  it('passes over closures that are no working days, both ways', async () => {
    await close({ firstDate: '2027-03-30', isNonWorking: true });
    const from = (date: string, days: number) =>
      ask((ctx) => workingDayFrom(ctx, on(date), days, 'last-day-counts'));
    expect(await from('2027-03-25', 1)).toBe('2027-03-31');
    expect(await from('2027-03-31', -1)).toBe('2027-03-25');
    expect(await ask((ctx) => workingDayFrom(ctx, on('2027-03-24'), 1))).toBe('2027-03-31');
  });
});
