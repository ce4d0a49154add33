import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '#db/bookings/bookings.contract';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { ActId } from '#db/shared/long-act';
import { aBooking } from '../support/builders/bookings.ts';
import { aFacility, theRoom } from '../support/builders/facilities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aPastUse, theSuite } from '../support/builders/usage.ts';
import { PAYLOADS } from '../support/formula-payloads.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const YEAR = { from: '2027-01-01', until: '2027-12-31' } as const;
const manager = () => core.as('manager');
const report = (period: object = YEAR) => manager().call('reports.use', period as never);
const cancel = (one: Booking, reason = 'Ill') =>
  core.as('desk').call('bookings.cancel', { id: one.id, version: one.version, reason });
/** A booking of a group in the Meeting Room, on a day of January 2027 from one time to another. */
const booked = async (
  group: string,
  [day, from, until]: readonly [day: number, from: string, until: string],
  part: object = {},
) => {
  const { groups } = await core.as('desk').call('groups.list', { text: group });
  const found = groups[0] ?? (await aGroup(core, { name: group }));
  return aBooking(core, {
    booker: { kind: 'group', groupId: found.id },
    date: `2027-01-${String(day).padStart(2, '0')}`,
    from,
    until,
    ...part,
  });
};

describe('The use report', () => {
  it('adds up hours used by room, group, purpose and month, in and out of hours', async () => {
    await booked('Ashdown TRA', [5, '10:00', '12:00']);
    await booked('Ashdown TRA', [6, '18:00', '19:30'], { purpose: 'training' });
    await booked('Birch Court TRA', [7, '09:00', '10:00'], { room: 'Small Room' });
    const person = await aPerson(core, { name: 'R. Haddad' });
    await booked('x', [8, '09:00', '10:00'], { booker: { kind: 'person', personId: person.id } });
    core.clock.set('2027-02-15T09:00:00.000Z');

    const found = await report();
    expect(found.total).toMatchObject({
      bookings: 4,
      usedMinutes: 330,
      inHoursMinutes: 240,
      outOfHoursMinutes: 90,
    });
    const pairs = (rows: typeof found.byRoom) =>
      rows.map((row) => [row.words, row.bookings, row.usedMinutes]);
    expect(pairs(found.byRoom)).toEqual([
      ['Meeting Room', 3, 270],
      ['Small Room', 1, 60],
    ]);
    expect(pairs(found.byGroup)).toEqual([
      ['Ashdown TRA', 2, 210],
      ['Birch Court TRA', 1, 60],
      ['People for themselves', 1, 60],
    ]);
    expect(pairs(found.byPurpose)).toEqual([
      ['Meeting of a group', 3, 240],
      ['Training', 1, 90],
    ]);
    expect(pairs(found.byMonth).slice(0, 2)).toEqual([
      ['January 2027', 4, 330],
      ['February 2027', 0, 0],
    ]);
    expect(found.byMonth).toHaveLength(12);
  });

  it('counts only what had begun by now, and as much of it as is over', async () => {
    await booked('Ashdown TRA', [5, '10:00', '12:00']);
    await booked('Ashdown TRA', [6, '10:00', '12:00']);
    core.clock.set('2027-01-05T10:45:00.000Z');
    expect((await report()).total).toMatchObject({ bookings: 1, usedMinutes: 45 });
  });

  it('counts hours open until now, without bank holidays and closed days, for rooms with hours', async () => {
    const room = await theRoom(core, 'Meeting Room');
    await manager().call('calendar.addClosure', {
      name: 'Staff training',
      effect: 'closed',
      firstDate: '2027-01-06',
      lastDate: '2027-01-06',
      facilityId: null,
      from: null,
      until: null,
      isNonWorking: false,
    });
    await manager().call('facilities.add', {
      name: 'Attic',
      kind: 'meeting-room',
      isBookable: true,
      capacity: null,
      hours: null,
    });
    core.clock.set('2027-01-07T15:00:00.000Z');
    const week = { from: '2027-01-01', until: '2027-01-08', facilityId: room.id };
    // Mon 4 and Tue 5 January whole days of 12 hours, Thu 7 until 3pm; 1 January is a bank holiday.
    const minutes = 12 * 60 * 2 + 6 * 60;
    expect((await report(week)).total.openMinutes).toBe(minutes);
    const all = await report({ from: '2027-01-01', until: '2027-01-08' });
    expect(all.byRoom.map((row) => [row.words, row.openMinutes])).toEqual([
      ['Meeting Room', minutes],
      ['Small Room', minutes],
      ['Attic', null],
    ]);
    expect(all.total.openMinutes).toBe(2 * minutes);
    expect(all.byMonth[0]?.openMinutes).toBe(2 * minutes);
  });

  it('counts each place that is held one by one, of use as of hours open', async () => {
    const suite = await theSuite(core);
    await manager().call('facilities.change', {
      id: suite.id,
      name: suite.name,
      kind: suite.kind,
      isBookable: true,
      capacity: 8,
      hours: suite.hours,
      isActive: true,
      version: suite.version,
    });
    await booked('Ashdown TRA', [5, '10:00', '12:00'], {
      room: 'Computer Suite',
      units: 5,
      expectedNumber: null,
    });
    core.clock.set('2027-01-05T21:00:00.000Z');
    const day = await report({ from: '2027-01-05', until: '2027-01-05', facilityId: suite.id });
    expect(day.total).toMatchObject({ usedMinutes: 600, openMinutes: 12 * 60 * 8 });
  });

  it('leaves no-shows, cancellations and requests out of the use and counts them beside it', async () => {
    const room = await theRoom(core, 'Meeting Room');
    await manager().call('facilities.setUse', {
      id: room.id,
      version: room.version,
      units: 1,
      unitName: '',
      partIds: [],
      accessFeatures: [],
      needsApproval: false,
      longestMinutes: null,
      daysAhead: null,
      noticeOpenDays: 2,
      minimumAge: null,
      directions: '',
    });
    await cancel(await booked('Ashdown TRA', [29, '10:00', '12:00']));
    await cancel(await booked('Ashdown TRA', [5, '10:00', '12:00']), 'Too late');
    const missed = await booked('Ashdown TRA', [6, '10:00', '12:00']);
    const used = await booked('Ashdown TRA', [7, '10:00', '12:00']);
    core.clock.set('2027-01-06T13:00:00.000Z');
    await core.as('desk').call('bookings.recordNoShow', { id: missed.id, version: missed.version });
    core.clock.set('2027-01-07T10:00:00.000Z');
    await core
      .as('desk')
      .call('bookings.startUse', { id: used.id, version: used.version, headcount: 14 });
    core.clock.set('2027-02-01T09:00:00.000Z');
    expect((await report()).total).toMatchObject({
      bookings: 1,
      usedMinutes: 120,
      cancelled: 2,
      lateCancelled: 1,
      noShows: 1,
      headcount: 14,
      counted: 1,
    });
  });

  it('adds the sessions and pages of people who walked in', async () => {
    const suite = await theSuite(core);
    core.clock.set('2027-02-01T12:00:00.000Z');
    await aPastUse(core, suite, { minutes: 80, copies: 14, colourCopies: 3 });
    await aPastUse(core, suite, { minutes: 45, copies: 0 });
    expect((await report()).walkIns).toEqual({
      sessions: 2,
      minutes: 125,
      copies: 14,
      colourCopies: 3,
    });
    const room = await theRoom(core, 'Meeting Room');
    expect((await report({ ...YEAR, facilityId: room.id })).walkIns.sessions).toBe(0);
  });

  it('counts a person who came for two groups once as a person and twice in memberships', async () => {
    const okafor = await aPerson(core, { name: 'Ngozi Okafor' });
    const haddad = await aPerson(core, { name: 'R. Haddad' });
    const groups = [
      await aGroup(core, { name: 'Ashdown TRA' }),
      await aGroup(core, { name: 'Garden Friends' }),
    ];
    await booked('Ashdown TRA', [5, '10:00', '12:00'], { responsiblePersonId: okafor.id });
    await booked('Ashdown TRA', [6, '10:00', '12:00'], { responsiblePersonId: okafor.id });
    // Nobody came: it was no use of anything.
    await cancel(
      await booked('Ashdown TRA', [29, '10:00', '12:00'], { responsiblePersonId: haddad.id }),
    );
    const suite = await theSuite(core);
    core.clock.set('2027-02-01T12:00:00.000Z');
    await aPastUse(core, suite, { personId: okafor.id, groupId: groups[1]?.id ?? null });
    await aPastUse(core, suite, { personId: haddad.id, groupId: null });
    await aPastUse(core, suite, { personId: okafor.id, groupId: null });
    expect((await report()).users).toEqual({ people: 2, memberships: 2 });
  });

  it('is refused for a period that ends before it starts, and for more than ten years', async () => {
    const backwards = { from: '2027-02-01', until: '2027-01-01' };
    expect(await manager().refusal('reports.use', backwards)).toMatchObject({
      code: 'report.ends-before-it-starts',
    });
    expect(await manager().refusal('reports.exportBookings', backwards)).toMatchObject({
      code: 'report.ends-before-it-starts',
    });
    expect(
      await manager().refusal('reports.use', { from: '2017-01-01', until: '2027-01-10' }),
    ).toMatchObject({ code: 'report.too-long' });
    expect(await report({ from: '2017-01-01', until: '2027-01-09' })).toMatchObject({
      until: '2027-01-09',
    });
  });
});

describe('The tables for a spreadsheet', () => {
  const read = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });

  it('say month by month how far they are, and can be stopped between two months', async () => {
    const desk = manager();
    const act = ActId.parse('6f1c2a3e-0000-4000-8000-000000000001');
    const heard: string[] = [];
    let stopAt = '';
    core.program.changes.listen((change) => {
      core.clock.advance(100);
      if (!('act' in change)) return;
      heard.push(change.act.words);
      if (change.act.words === stopAt) void desk.ask('session.stopAct', { act });
    });
    await desk.call('reports.exportBookings', { ...YEAR, act });
    expect(heard).toHaveLength(12);
    expect([heard.at(0), heard.at(-1)]).toEqual([
      '0 of 12 months written',
      '11 of 12 months written',
    ]);
    stopAt = '3 of 12 months written';
    expect(await desk.refusal('reports.exportBookings', { ...YEAR, act })).toMatchObject({
      code: 'act.cancelled',
    });
    expect(heard.at(-1)).toBe(stopAt);
  });

  it('have every booking of the period, cancelled ones too, in order', async () => {
    await booked('Ashdown TRA', [7, '10:00', '12:00'], { notes: 'Key, from "the desk"' });
    await cancel(await booked('Birch Court TRA', [5, '18:00', '21:00']));
    const out = await manager().call('reports.exportBookings', YEAR);
    expect(out).toMatchObject({
      fileName: 'bookings-2027-01-01-to-2027-12-31.csv',
      mediaType: 'text/csv',
    });
    const [headings = [], ...rows] = read(out.text);
    expect(headings.slice(0, 9)).toEqual([
      'Reference',
      'Status',
      'Room',
      'Places',
      'Date',
      'Start',
      'End',
      'Minutes',
      'Booked for',
    ]);
    expect(rows.map((row) => row.slice(0, 9))).toEqual([
      [
        'BKG-2027-0002',
        'Cancelled',
        'Meeting Room',
        '1',
        '2027-01-05',
        '18:00',
        '21:00',
        '180',
        'Birch Court TRA',
      ],
      [
        'BKG-2027-0001',
        'Confirmed',
        'Meeting Room',
        '1',
        '2027-01-07',
        '10:00',
        '12:00',
        '120',
        'Ashdown TRA',
      ],
    ]);
    expect(rows[1]?.at(-1)).toBe('Key, from "the desk"');
    expect(out.text).not.toContain('07700');
  });

  it('hold no formula, whatever was typed into a name or a note', async () => {
    const typed = PAYLOADS.filter((payload) => payload.trim() !== '').slice(0, 40);
    const room = await aFacility(core, { name: '=SUM(A1)', hours: null });
    for (const [index, payload] of typed.entries()) {
      const group = await aGroup(core, { name: `${payload.trim().slice(0, 60)} ${index}` });
      // A name has a letter or a digit; what it begins with is what matters here.
      const name = /[\p{L}\p{N}]/u.test(payload) ? payload : `${payload}${index}`;
      const person = await aPerson(core, { name });
      await aBooking(core, {
        facilityId: room.id,
        booker: { kind: 'group', groupId: group.id },
        responsiblePersonId: person.id,
        notes: payload,
        date: addDays('2027-02-01' as LocalDate, index),
        from: '10:00',
        until: '11:00',
      });
    }
    core.clock.set('2027-06-01T09:00:00.000Z');
    const rows = read((await manager().call('reports.exportBookings', YEAR)).text);
    expect(rows).toHaveLength(typed.length + 1);
    expect(rows.flat().filter((cell) => /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
    const groups = read((await manager().call('reports.exportUse', YEAR)).text);
    expect(groups.flat().filter((cell) => /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell))).toEqual([]);
  });

  it('name no person to the auditor', async () => {
    const person = await aPerson(core, { name: 'R. Haddad' });
    await booked('Ashdown TRA', [5, '10:00', '12:00'], {
      booker: { kind: 'person', personId: person.id },
      responsiblePersonId: person.id,
      notes: 'Ill at ease',
    });
    const other = await booked('Ashdown TRA', [6, '10:00', '12:00'], {
      responsiblePersonId: person.id,
    });
    await core
      .as('desk')
      .call('bookings.cancel', { id: other.id, version: other.version, reason: 'In hospital' });
    const { text } = await core.as('auditor').call('reports.exportBookings', YEAR);
    expect(text).not.toContain('Haddad');
    expect(text).not.toContain('Ill at ease');
    expect(text).not.toContain('hospital');
    expect(text).toContain('Ashdown TRA');
  });

  it('have the figures of the report, with numbers as numbers', async () => {
    await booked('Ashdown TRA', [5, '10:00', '12:00']);
    core.clock.set('2027-02-01T09:00:00.000Z');
    const { text } = await manager().call('reports.exportUse', {
      from: '2027-01-01',
      until: '2027-01-31',
    });
    const rows = read(text);
    expect(rows.filter((row) => row[0] === 'Group')).toEqual([
      ['Group', 'Ashdown TRA', '1', '120', '120', '0', '', '0', '0', '0', '0', '0'],
    ]);
    expect(rows.map((row) => row[0])).toEqual(
      expect.arrayContaining(['Total', 'Room', 'Purpose', 'Month', 'Walk-ins']),
    );
  });

  it('come in again as a diary that is there already', async () => {
    await booked('Ashdown TRA', [5, '10:00', '12:00'], { notes: '=1+1' });
    await cancel(await booked('Ashdown TRA', [6, '10:00', '12:00']));
    const { text } = await manager().call('reports.exportBookings', YEAR);
    const plan = await manager().call('imports.checkFile', {
      kind: 'diary-csv',
      fileName: 'own.csv',
      text,
    });
    expect(plan.rows.map((row) => [row.outcome, row.why])).toEqual([
      ['skip', 'It is in the diary already (BKG-2027-0001).'],
      ['skip', 'Cancelled in the file.'],
    ]);
  });
});
