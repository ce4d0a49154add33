import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'csv-parse/sync';
import { aBooking, changeOf } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/*
 * Diaries are brought in here through the engine and the whole of `diary-import.service`: its headings
 * (`diary-columns.rules`), its judge (`diary-judge.service`), whom it takes names for (`diary-people.service`), its
 * words (`diary-plan.rules`), and the way back (`diary-undo.service`).
 */
let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const HEADINGS = 'Room,Date,Start,End,Group,Contact,Purpose,People,Notes';
const csv = (...rows: readonly string[]): string => [HEADINGS, ...rows].join('\n');
const file = (text: string, part: object = {}) =>
  ({ kind: 'diary-csv', fileName: 'diary 2027.csv', text, columns: {}, ...part }) as const;
const manager = () => core.as('manager');
const check = (text: string, part: object = {}) =>
  manager().call('imports.checkFile', file(text, part));
const bringIn = async (text: string, part: object = {}) =>
  manager().call('imports.startImport', {
    ...file(text, part),
    planId: (await check(text, part)).planId,
  });
const allBookings = async () =>
  (
    await manager().call('bookings.list', {
      from: '2020-01-01',
      until: '2035-12-31',
      withCancelled: true,
      limit: 500,
    })
  ).bookings;
const outcomes = async (...rows: readonly string[]) =>
  (await check(csv(...rows))).rows.map((row) => [row.outcome, row.why]);

describe('Checking a diary', () => {
  it('shows what every row would do, and does nothing', async () => {
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    await aBooking(core, {
      booker: { kind: 'group', groupId: group.id },
      date: '2027-03-02',
      from: '10:00',
      until: '12:00',
    });
    const before = await allBookings();
    const plan = await check(
      csv(
        'Meeting Room,01/03/2027,10am,noon,Ashdown TRA,P. Okafor,AGM,12,Key at desk',
        'meeting room,1 March 2027,14:00,16:00,Birch Court TRA,,,,',
        'Meeting Room,2027-03-02,11:00,13:00,Birch Court TRA,,,,',
        'Meeting Room,1/3/27,15:00,17:00,Cedar Forum,,,,',
        'Ballroom,1/3/2027,10:00,12:00,Cedar Forum,,,,',
        'Meeting Room,next Tuesday,10:00,12:00,Cedar Forum,,,,',
        'Meeting Room,02/03/2027,10:00,12:00,ashdown tra,,,,',
      ),
    );
    expect(plan.rows.map((row) => [row.line, row.outcome, row.words])).toEqual([
      [2, 'add', 'Mon 1 Mar 2027, 10am to noon, Meeting Room, Ashdown TRA'],
      [3, 'add', 'Mon 1 Mar 2027, 2pm to 4pm, meeting room, Birch Court TRA'],
      [4, 'problem', 'Tue 2 Mar 2027, 11am to 1pm, Meeting Room, Birch Court TRA'],
      [5, 'problem', 'Mon 1 Mar 2027, 3pm to 5pm, Meeting Room, Cedar Forum'],
      [6, 'problem', 'Mon 1 Mar 2027, 10am to noon, Ballroom, Cedar Forum'],
      [7, 'problem', 'Meeting Room, next Tuesday, 10:00, 12:00, Cedar Forum'],
      [8, 'skip', 'Tue 2 Mar 2027, 10am to noon, Meeting Room, ashdown tra'],
    ]);
    expect(plan.rows.map((row) => row.why)).toEqual([
      '',
      '',
      'Taken Tue 2 Mar, 10am to noon, by Ashdown TRA (BKG-2027-0001). Change one of the two, or leave this row out.',
      'Line 3 of the file has the room Mon 1 Mar, 2pm to 4pm. Change one of the two, or leave this row out.',
      'No room is called Ballroom. Write the name of a room here, or add the room first.',
      '“next Tuesday” is no date that can be told. Write it like 24/11/2026, with its year.',
      'It is in the diary already (BKG-2027-0001).',
    ]);
    expect(plan.rows.map((row) => row.alsoMakes)).toEqual([
      ['new person P. Okafor'],
      ['new group Birch Court TRA', 'new person Contact of Birch Court TRA'],
      [],
      [],
      [],
      [],
      [],
    ]);
    expect([plan.adds, plan.problems, plan.skips]).toEqual([2, 4, 1]);
    expect(plan.columns).toMatchObject({
      room: 'Room',
      date: 'Date',
      start: 'Start',
      end: 'End',
      group: 'Group',
      contact: 'Contact',
    });
    expect(await allBookings()).toEqual(before);
  });

  it.each([
    ['a room that is closed then', 'Meeting Room,7/3/2027,10:00,12:00,A,,,,', 'problem', 'closed'],
    [
      'more people than the room holds',
      'Small Room,1/3/2027,10:00,12:00,A,,,11,',
      'problem',
      'Small Room holds 10 people',
    ],
    [
      'a legal dispute',
      'Meeting Room,1/3/2027,10:00,12:00,A,,A legal dispute with the council,,',
      'problem',
      'legal dispute',
    ],
    [
      'a walk-in room in office hours',
      'Computer Suite,1/3/2027,10:00,12:00,A,,,,',
      'problem',
      'walking in',
    ],
    [
      'an end before the start',
      'Meeting Room,1/3/2027,14:00,11:00,A,,,,',
      'problem',
      'is no end after the start',
    ],
    ['no start', 'Meeting Room,1/3/2027,,12:00,A,,,,', 'problem', 'There is no start.'],
    ['no end', 'Meeting Room,1/3/2027,10:00,,A,,,,', 'problem', 'There is no end.'],
    [
      'a time that is none',
      'Meeting Room,1/3/2027,soon,12:00,A,,,,',
      'problem',
      '“soon” is no time.',
    ],
    [
      'a day that does not exist',
      'Meeting Room,31/2/2027,10:00,12:00,A,,,,',
      'problem',
      '“31/2/2027” is no date',
    ],
    [
      'a day without its year',
      'Meeting Room,1 March,10:00,12:00,A,,,,',
      'problem',
      'with its year',
    ],
    ['no date', 'Meeting Room,,10:00,12:00,A,,,,', 'problem', 'There is no date.'],
    ['no room', ',1/3/2027,10:00,12:00,A,,,,', 'problem', 'There is no room.'],
    ['nobody', 'Meeting Room,1/3/2027,10:00,12:00,,,,,', 'problem', 'It does not say for whom.'],
    [
      'a number of people in words',
      'Meeting Room,1/3/2027,10:00,12:00,A,,,a dozen,',
      'problem',
      '“a dozen” is no number',
    ],
    [
      'a comma too many',
      'Meeting Room,1/3/2027,10:00,12:00,A,,,,,',
      'problem',
      'The line has 10 columns',
    ],
    [
      'a name that is none',
      'Meeting Room,1/3/2027,10:00,12:00,???,,,,',
      'problem',
      '“???” is no name',
    ],
    ['a day long past', 'Meeting Room,3/3/2025,10:00,12:00,A,,,,', 'add', ''],
    ['a bank holiday', 'Meeting Room,26/3/2027,10:00,12:00,A,,,,', 'problem', 'Good Friday'],
  ])('judges a row with %s', async (_, row, outcome, why) => {
    const [[found, said] = []] = await outcomes(row);
    expect([found, said]).toEqual([outcome, why === '' ? '' : expect.stringContaining(why)]);
  });

  it('asks restrictions as a booking at the desk does', async () => {
    const group = await aGroup(core, { name: 'Cedar Estate Forum' });
    await aRestriction(core, {
      subject: { kind: 'group', groupId: group.id },
      scope: { kind: 'all-facilities' },
      from: '2027-01-01',
      reason: 'Damage',
      decidedBy: 'Maya Quill',
    });
    const [[outcome, why] = []] = await outcomes(
      'Meeting Room,1/3/2027,10:00,12:00,Cedar Estate Forum,,,,',
    );
    expect([outcome, why]).toEqual(['problem', expect.stringContaining('Cedar Estate Forum')]);
  });

  it('does not guess which of two people of one name is meant', async () => {
    await aPerson(core, { name: 'Pat Smith' });
    await aPerson(core, { name: 'Pat Smith' });
    const [[outcome, why] = []] = await outcomes(
      'Meeting Room,1/3/2027,10:00,12:00,A Group,Pat Smith,,,',
    );
    expect([outcome, why]).toEqual([
      'problem',
      '2 people are called Pat Smith. Enter this booking by hand, or write another name.',
    ]);
  });

  it('takes the columns that were chosen, whatever they are called, and a file of another program', async () => {
    const text =
      '\uFEFFWo;Wann;Von;Bis;Wer\r\n"Meeting Room";"01/03/2027 00:00";"10:00:00";"11:30:00";"Ashdown; TRA"\r\n';
    const columns = { room: 'Wo', date: 'Wann', start: 'Von', end: 'Bis', group: 'Wer' };
    expect((await check(text)).rows[0]?.outcome).toBe('problem');
    const plan = await check(text, { columns });
    expect(plan.headings).toEqual(['Wo', 'Wann', 'Von', 'Bis', 'Wer']);
    expect(plan.rows[0]).toMatchObject({
      outcome: 'add',
      words: 'Mon 1 Mar 2027, 10am to 11:30am, Meeting Room, Ashdown; TRA',
    });
  });

  it.each([
    ['one time for both', 'Room,Date,Time,Who', 'Meeting Room,1/3/2027,6-8pm,A', '6pm to 8pm'],
    [
      'a length',
      'Room,Date,From,Duration,Who',
      'Meeting Room,1/3/2027,10am,90,A',
      '10am to 11:30am',
    ],
    [
      'moments',
      'Room,Start,End,Who',
      'Meeting Room,01/03/2027 10:00,01/03/2027 12:00,A',
      '10am to noon',
    ],
    [
      'moments of a program',
      'Room,Start,End,Who',
      'Meeting Room,2027-03-01T10:00:00,2027-03-01T12:00:00,A',
      '10am to noon',
    ],
  ])('reads a diary that has %s', async (_, headings, row, words) => {
    const plan = await check(`${headings}\n${row}`);
    expect(plan.rows[0]).toMatchObject({
      outcome: 'add',
      words: `Mon 1 Mar 2027, ${words}, Meeting Room, A`,
    });
  });
});

describe('Importing a diary', () => {
  const diary = csv(
    'Meeting Room,01/03/2027,10am,noon,Ashdown TRA,P. Okafor,AGM,12,Key at desk',
    'Meeting Room,08/03/2027,10am,noon,Ashdown TRA,P. Okafor,Training,,',
    'Small Room,06/03/2026,9:30,11,R. Haddad,,,,',
    'Ballroom,1/3/2027,10:00,12:00,Cedar Forum,,,,',
  );

  it('does what was shown and nothing else, and keeps a record of it', async () => {
    const run = await bringIn(diary);
    expect(run).toMatchObject({
      reference: 'IMP-2027-0001',
      kind: 'diary-csv',
      fileName: 'diary 2027.csv',
      added: 3,
      problems: 1,
      undoneAt: null,
      keptRows: [],
      madeBy: 'Maya Quill',
    });
    const made = await allBookings();
    expect(
      made.map((one) => [
        one.reference,
        one.facilityName,
        one.startsAt,
        one.endsAt,
        one.status,
        one.bookerName,
        one.responsibleName,
        one.purpose,
        one.expectedNumber,
        one.notes,
      ]),
    ).toEqual([
      [
        'BKG-2026-0001',
        'Small Room',
        '2026-03-06T09:30',
        '2026-03-06T11:00',
        'confirmed',
        'R. Haddad',
        'Contact of R. Haddad',
        'group-meeting',
        null,
        '',
      ],
      [
        'BKG-2027-0001',
        'Meeting Room',
        '2027-03-01T10:00',
        '2027-03-01T12:00',
        'confirmed',
        'Ashdown TRA',
        'P. Okafor',
        'group-meeting',
        12,
        'AGM\nKey at desk',
      ],
      [
        'BKG-2027-0002',
        'Meeting Room',
        '2027-03-08T10:00',
        '2027-03-08T12:00',
        'confirmed',
        'Ashdown TRA',
        'P. Okafor',
        'training',
        null,
        '',
      ],
    ]);
    expect(made[0]?.lateEntryReason).toBe('Imported diary');
    expect(
      (await manager().call('search.everything', { text: 'ashdown' })).found.map((one) => one.kind),
    ).toEqual(['group', 'booking', 'booking']);
    const history = await manager().call('audit.ofObject', {
      objectType: 'booking',
      objectId: made[1]?.id ?? '',
    });
    expect(history.map((line) => line.action)).toEqual(['booking.created']);
    expect(await manager().call('imports.runs', {})).toEqual([run]);
    expect(
      (await manager().call('audit.ofObject', { objectType: 'import', objectId: run.id })).map(
        (line) => line.action,
      ),
    ).toEqual(['import.made']);
    expect((await check(diary)).rows.map((row) => row.outcome)).toEqual([
      'skip',
      'skip',
      'skip',
      'problem',
    ]);
  });

  it('is refused when something changed since it was shown', async () => {
    const { planId } = await check(diary);
    await aBooking(core, { date: '2027-03-08', from: '11:00', until: '13:00' });
    expect(
      await manager().refusal('imports.startImport', { ...file(diary), planId }),
    ).toMatchObject({ code: 'import.changed-since' });
    expect(
      await manager().refusal('imports.startImport', { ...file(`${diary}\n`), planId }),
    ).toMatchObject({ code: 'import.changed-since' });
    expect(await allBookings()).toHaveLength(1);
  });

  it('is refused when there is nothing to add', async () => {
    const text = csv('Ballroom,1/3/2027,10:00,12:00,Cedar Forum,,,,');
    const { planId } = await check(text);
    expect(await manager().refusal('imports.startImport', { ...file(text), planId })).toMatchObject(
      { code: 'import.nothing-to-add' },
    );
  });

  it('gives the problem rows out as a file to mend, with the reason beside each', async () => {
    const text = csv(
      'Ballroom,1/3/2027,10:00,12:00,"=1+1, TRA",,,,',
      'Meeting Room,01/03/2027,10am,noon,Ashdown TRA,,,,',
    );
    const out = await manager().call('imports.exportProblems', file(text));
    expect(out).toMatchObject({ fileName: 'problems-diary-2027.csv', mediaType: 'text/csv' });
    const rows: string[][] = parse(out.text, { bom: true });
    expect(rows).toEqual([
      [...HEADINGS.split(','), 'Line in the file', 'Why it was not imported'],
      [
        'Ballroom',
        '1/3/2027',
        '10:00',
        '12:00',
        "'=1+1, TRA",
        '',
        '',
        '',
        '',
        '2',
        expect.stringContaining('No room is called Ballroom'),
      ],
    ]);
    const mended = out.text.replaceAll('Ballroom', 'Small Room');
    expect((await check(mended)).rows).toMatchObject([
      { outcome: 'add', words: 'Mon 1 Mar 2027, 10am to noon, Small Room, =1+1, TRA' },
    ]);
  });
});

describe('Taking an import back', () => {
  const diary = csv(
    'Meeting Room,01/03/2027,10am,noon,Ashdown TRA,P. Okafor,,,',
    'Meeting Room,08/03/2027,10am,noon,Ashdown TRA,P. Okafor,,,',
    'Meeting Room,15/03/2027,10am,noon,Birch Court TRA,P. Okafor,,,',
  );

  it('cancels its bookings and retires its groups, and the same file can come in again', async () => {
    const run = await bringIn(diary);
    const undone = await manager().call('imports.undoImport', { id: run.id });
    expect(undone).toMatchObject({
      undoneAt: '2027-01-04T09:00:00.000Z',
      keptRows: ['1 person entered with the import stays on record.'],
    });
    expect(
      (await allBookings()).map((one) => [one.status, one.cancelReason, one.isLateCancellation]),
    ).toEqual(Array.from({ length: 3 }, () => ['cancelled', 'Import IMP-2027-0001 undone', false]));
    expect((await manager().call('groups.list', {})).groups).toEqual([]);
    expect(
      (await manager().call('search.everything', { text: 'ashdown tra' })).found.filter(
        (one) => one.kind === 'group',
      ),
    ).toEqual([]);
    expect(await manager().refusal('imports.undoImport', { id: run.id })).toMatchObject({
      code: 'import.already-undone',
    });

    expect(await bringIn(diary)).toMatchObject({ reference: 'IMP-2027-0002', added: 3 });
    expect((await manager().call('groups.list', {})).groups.map((group) => group.name)).toEqual([
      'Ashdown TRA',
      'Birch Court TRA',
    ]);
  });

  it('leaves what somebody changed since, and lists it', async () => {
    const run = await bringIn(diary);
    const [first, second] = await allBookings();
    if (first === undefined || second === undefined) expect.fail('The import made bookings');
    await core.as('desk').call('bookings.change', changeOf(first, { notes: 'Bring the minutes' }));
    await core
      .as('desk')
      .call('bookings.cancel', { id: second.id, version: second.version, reason: 'Ill' });
    const undone = await manager().call('imports.undoImport', { id: run.id });
    expect(undone.keptRows).toEqual([
      'BKG-2027-0001, line 2: Mon 1 Mar 2027, 10am to noon, Meeting Room, Ashdown TRA was changed since.',
      'BKG-2027-0002, line 3: Mon 8 Mar 2027, 10am to noon, Meeting Room, Ashdown TRA was cancelled since.',
      'Ashdown TRA: the group is used by others since.',
      '1 person entered with the import stays on record.',
    ]);
    expect((await allBookings()).map((one) => [one.status, one.cancelReason])).toEqual([
      ['confirmed', ''],
      ['cancelled', 'Ill'],
      ['cancelled', 'Import IMP-2027-0001 undone'],
    ]);
    expect((await manager().call('groups.list', {})).groups.map((group) => group.name)).toEqual([
      'Ashdown TRA',
    ]);
  });

  it('is refused for an import that is not there', async () => {
    expect(await manager().refusal('imports.undoImport', { id: 'nothing' })).toMatchObject({
      code: 'import.not-found',
    });
  });
});

describe('A file that is none', () => {
  it.each([
    ['is empty', '', 'import.empty'],
    ['has only headings', HEADINGS, 'import.empty'],
    ['is no text', `${HEADINGS}\nPK\u0003\u0004\0\0`, 'import.not-text'],
    ['never closes a quotation mark', `${HEADINGS}\nRoom,"1/3/2027,10:00`, 'import.not-readable'],
    ['has a quotation mark in a cell', `${HEADINGS}\nRoom,a"b,10:00,,,,,,`, 'import.not-readable'],
    [
      'has more rows than anybody looks through',
      `Room\n${'x\n'.repeat(20_001)}`,
      'import.too-many-rows',
    ],
  ])('is refused with the reason when it %s', async (_, text, code) => {
    expect(await manager().refusal('imports.checkFile', file(text))).toMatchObject({ code });
  });

  it('names the line that cannot be read', async () => {
    const text = `${csv('Meeting Room,01/03/2027,10am,noon,A,,,,')}\nSmall Room,a"b,10:00,12:00,A,,,,`;
    expect((await manager().refusal('imports.checkFile', file(text))).message).toBe(
      'Line 3 cannot be read: a quotation mark stands in the middle of a cell. Mend that line, then choose the file again.',
    );
  });

  it('is refused above ten megabytes before it is looked at', async () => {
    expect(
      await manager().refusal('imports.checkFile', file('x'.repeat(10_000_001))),
    ).toMatchObject({ code: 'api.invalid-input' });
  });
});
