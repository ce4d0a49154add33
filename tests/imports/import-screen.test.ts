import { describe, expect, it } from 'vitest';
import { DIARY_COLUMNS } from '#db/bookings/diary-import/diary-columns.rules';
import { GROUP_COLUMNS } from '#db/imports/groups-import/groups-columns.rules';
import type { ImportRow } from '#db/imports/imports.contract';
import { PEOPLE_COLUMNS } from '#db/imports/people-import/people-columns.rules';
import { FIELD_WORDS, leftOutColumns, rowsInOrder } from '../../renderer/imports/plan-rows.ts';
import { kindOfFile, readFile, readFileText } from '../../renderer/imports/read-file.ts';

const row = (line: number, outcome: ImportRow['outcome']): ImportRow => ({
  line,
  outcome,
  words: '',
  alsoMakes: [],
  why: '',
});
const fileOf = (...bytes: number[]): File => new File([new Uint8Array(bytes)], 'diary.csv');

describe('A file to import', () => {
  it('is read as UTF-8 where it is that', async () => {
    expect(await readFileText(fileOf(0x5a, 0x6f, 0xc3, 0xab))).toBe('Zoë');
  });

  it('is read as older spreadsheets write it where it is not', async () => {
    expect(await readFileText(fileOf(0x5a, 0x6f, 0xeb, 0x20, 0x80, 0x35, 0x92))).toBe('Zoë €5’');
  });

  it('is a calendar by the end of its name, and a table otherwise', () => {
    expect(kindOfFile('diary', 'Diary.ICS')).toBe('diary-ics');
    expect(kindOfFile('diary', 'diary.ics.csv')).toBe('diary-csv');
    expect(kindOfFile('diary', 'diary')).toBe('diary-csv');
    expect(kindOfFile('people', 'people.ics')).toBe('people');
  });
});

describe('A workbook', () => {
  it.each([
    ['by its content', [0x50, 0x4b, 0x03, 0x04], 'people'],
    ['by the content of the old kind', [0xd0, 0xcf, 0x11, 0xe0], 'people.csv'],
    ['by its name', [0x61], 'people.XLSX'],
  ])('is known %s', async (_, bytes, name) => {
    const file = new File([new Uint8Array(bytes)], name);
    expect(await readFile(file)).toEqual({
      form: 'workbook',
      text: Buffer.from(bytes).toString('base64'),
    });
  });

  it('is handed on whole, however long', async () => {
    const bytes = Uint8Array.from({ length: 70_001 }, (_, at) => at % 251);
    bytes.set([0x50, 0x4b, 0x03, 0x04]);
    expect((await readFile(new File([bytes], 'a.xlsx'))).text).toBe(
      Buffer.from(bytes).toString('base64'),
    );
  });
});

describe('What an import would do', () => {
  it('shows what needs mending first, then what is left out, each in the order of the file', () => {
    const rows = [
      row(2, 'add'),
      row(3, 'skip'),
      row(6, 'double'),
      row(5, 'problem'),
      row(4, 'problem'),
    ];
    expect(rowsInOrder(rows, false).map(({ line }) => line)).toEqual([4, 5, 6, 3, 2]);
    expect(rowsInOrder(rows, true).map(({ line }) => line)).toEqual([4, 5, 6, 3]);
  });

  it.each([
    ['diary-csv', DIARY_COLUMNS],
    ['people', PEOPLE_COLUMNS],
    ['groups', GROUP_COLUMNS],
  ] as const)('names every column that a file of %s can have', (kind, columns) => {
    expect(Object.keys(FIELD_WORDS[kind]).toSorted()).toEqual(Object.keys(columns).toSorted());
  });

  it('says which columns of the file are left out', () => {
    expect(
      leftOutColumns(['Name', 'Shoe size', 'Phone'], { name: 'Name', phone: 'Phone' }),
    ).toEqual(['Shoe size']);
  });
});
