import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** 1 March 2027 as spreadsheets count days. */
const FIRST_OF_MARCH = 46_447;
const time = (part: number) => ({ value: part, type: Number, format: 'hh:mm' });
const day = (n: number) => ({ value: n, type: Number, format: 'dd/mm/yyyy' });

describe('A diary in a workbook', () => {
  it('is read with its days and times as the spreadsheet shows them', async () => {
    const book = await writeExcelFile([
      ['Bookings of the Elm Street centre'],
      ['Room', 'Date', 'Start', 'End', 'Group'],
      ['Meeting Room', day(FIRST_OF_MARCH), time(10 / 24), time(11.5 / 24), 'Ashdown TRA'],
      ['Meeting Room', day(FIRST_OF_MARCH + 1), '2pm', '4pm', 'Ashdown TRA'],
    ]).toBuffer();
    const file = {
      kind: 'diary-csv',
      fileName: 'diary.xlsx',
      form: 'workbook',
      text: book.toString('base64'),
    } as const;
    const plan = await core.as('manager').call('imports.checkFile', file);
    expect(plan.rows.map(({ line, outcome, words }) => [line, outcome, words])).toEqual([
      [3, 'add', 'Mon 1 Mar 2027, 10am to 11:30am, Meeting Room, Ashdown TRA'],
      [4, 'add', 'Tue 2 Mar 2027, 2pm to 4pm, Meeting Room, Ashdown TRA'],
    ]);
    await core.as('manager').call('imports.startImport', { ...file, planId: plan.planId });
    const { bookings } = await core
      .as('manager')
      .call('bookings.list', { from: '2027-03-01', until: '2027-03-02' });
    expect(bookings.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ['2027-03-01T10:00', '2027-03-01T11:30'],
      ['2027-03-02T14:00', '2027-03-02T16:00'],
    ]);
  });

  it('is brought in from the sheet that was shown and from no other', async () => {
    const data = [
      ['Room', 'Date', 'Start', 'End', 'Group'],
      ['Meeting Room', day(FIRST_OF_MARCH), '2pm', '4pm', 'Ashdown TRA'],
    ];
    const book = await writeExcelFile([
      { data, sheet: 'Spring' },
      { data, sheet: 'Copy' },
    ]).toBuffer();
    const file = {
      kind: 'diary-csv',
      fileName: 'diary.xlsx',
      form: 'workbook',
      text: book.toString('base64'),
    } as const;
    const manager = core.as('manager');
    const { planId, sheet, sheets } = await manager.call('imports.checkFile', file);
    expect([sheet, sheets]).toEqual(['Spring', ['Spring', 'Copy']]);
    expect(
      await manager.refusal('imports.startImport', { ...file, sheet: 'Copy', planId }),
    ).toMatchObject({ code: 'import.changed-since' });
    expect(await manager.call('imports.startImport', { ...file, planId })).toMatchObject({
      added: 1,
    });
  });

  it('as a calendar is none', async () => {
    const book = await writeExcelFile([['Room']]).toBuffer();
    expect(
      await core.as('manager').refusal('imports.checkFile', {
        kind: 'diary-ics',
        fileName: 'diary.ics',
        form: 'workbook',
        text: book.toString('base64'),
      }),
    ).toMatchObject({ code: 'import.not-a-calendar' });
  });
});
