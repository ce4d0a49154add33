import { inflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#db/imports/workbook-in';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { saveTable } from '#db/shared/save-table';
import { type PlainTable, tableOf } from '#db/shared/table';
import { makeWorkbook } from '#db/shared/workbook-out';
import { PAYLOADS } from '../support/formula-payloads.ts';

const CANARIES = ['=1+1', '+44', '-5', '@x', ...PAYLOADS];
const NO_TEXT = /(?![\t\n\r])\p{Cc}/gu;

/** The text of every part of an archive, found by the list at its end. */
function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  const bytes = Buffer.from(file);
  const parts = new Map<string, string>();
  let at = bytes.readUInt32LE(bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 16);
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
    const plain = bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed;
    parts.set(bytes.toString('utf8', at + 46, nameEnd), plain.toString('utf8'));
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return parts;
}

const slow = { writeWorkbook: makeWorkbook };
const oneColumn = (
  kind: PlainTable['columns'][number]['kind'],
  cells: PlainTable['rows'][number],
) => ({
  title: 'Table',
  columns: [{ heading: 'Cell', kind }],
  rows: cells.map((cell) => [cell]),
});

describe('A table as a workbook', () => {
  it('holds no formula, whatever was typed, and gives every text back', async () => {
    const file = await makeWorkbook(oneColumn('text', CANARIES));
    const parts = partsOf(file);
    expect([...parts.keys()]).toContain('xl/worksheets/sheet1.xml');
    for (const part of parts.values()) expect(part).not.toMatch(/<f[ >/]/);
    const [sheet] = await readExcelFile(new Uint8Array(file).buffer, { trim: false });
    expect(sheet?.data.slice(1).map(([cell]) => cell ?? '')).toEqual(
      CANARIES.map((text) => text.replaceAll(NO_TEXT, '').replaceAll(/\r\n?/g, '\n')),
    );
  });

  it('keeps the 0 of a telephone number, as text that is marked as text', async () => {
    const file = await makeWorkbook(oneColumn('text', ['07700900123', '0044 7700 900123']));
    const parts = partsOf(file);
    expect(parts.get('xl/styles.xml')).toContain('formatCode="@"');
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('<v>7700900123</v>');
    expect(await readWorkbook(file)).toMatchObject({
      sheets: [{ rows: [['Cell'], ['07700900123'], ['0044 7700 900123']] }],
    });
  });

  it('holds each of 366 days as a day, read as dd/mm/yyyy', async () => {
    const days = Array.from({ length: 366 }, (_, n) => addDays('2024-01-01' as LocalDate, n));
    const file = await makeWorkbook(oneColumn('date', days));
    expect(partsOf(file).get('xl/styles.xml')).toContain('formatCode="dd/mm/yyyy"');
    const read = await readWorkbook(file);
    if (!('sheets' in read)) expect.fail('It is a workbook');
    expect(read.sheets[0]?.rows.slice(1).flat()).toEqual(
      days.map((day) => day.split('-').toReversed().join('/')),
    );
  });

  it('keeps numbers and money as numbers, and a day that spreadsheets count wrong as text', async () => {
    const file = await makeWorkbook({
      title: 'a/b:c [of everything that stands here]',
      columns: [
        { heading: 'Number', kind: 'number' },
        { heading: 'Money', kind: 'money' },
        { heading: 'Day', kind: 'date' },
      ],
      rows: [
        [-5, -12345, '1899-05-01'],
        [0, 0, null],
      ],
    });
    const [sheet] = await readExcelFile(new Uint8Array(file).buffer);
    expect(sheet?.sheet).toBe('a b c  of everything that stand');
    expect(sheet?.data.slice(1)).toEqual([
      [-5, -123.45, '1899-05-01'],
      [0, 0, null],
    ]);
  });

  it('drops what is no text, and keeps what only looks like an escape', async () => {
    const file = await makeWorkbook(
      oneColumn('text', ['a\u0001b\ud800c', 'a_x000D_b', ' two  blanks ']),
    );
    expect(await readWorkbook(file)).toMatchObject({
      sheets: [{ rows: [['Cell'], ['abc'], ['a_x000D_b'], [' two  blanks ']] }],
    });
  });
});

describe('A table saved', () => {
  const table = tableOf(
    'Payments',
    [
      { heading: 'Who', of: (row: { who: string; pence: number }) => row.who },
      { heading: 'How much', kind: 'money', of: (row) => row.pence },
    ],
    [{ who: '=Ada', pence: -1250 }],
  );

  it('is a plain table with its money in pounds and its formulas guarded', async () => {
    expect(await saveTable({ slow }, { as: 'csv', name: 'payments-2027-01-04', table })).toEqual({
      title: 'Payments',
      fileName: 'payments-2027-01-04.csv',
      mediaType: 'text/csv',
      text: '\uFEFFWho,How much\r\n"\'=Ada",-12.5\r\n',
    });
  });

  it('is a workbook whose bytes travel in base64', async () => {
    const saved = await saveTable({ slow }, { as: 'xlsx', name: 'payments-2027-01-04', table });
    expect(saved).toMatchObject({ title: 'Payments', fileName: 'payments-2027-01-04.xlsx' });
    expect(await readWorkbook(Buffer.from(saved.text, 'base64'))).toEqual({
      sheets: [
        {
          name: 'Payments',
          rows: [
            ['Who', 'How much'],
            ['=Ada', '-12.5'],
          ],
        },
      ],
    });
  });
});
