import { describe, expect, it } from 'vitest';
import { DIARY_COLUMNS } from '#db/bookings/diary-import/diary-columns.rules';
import type { ImportRow } from '#db/imports/imports.contract';
import { FIELD_WORDS, rowsInOrder } from '../../renderer/imports/plan-rows.ts';
import { kindOfFile, readFileText } from '../../renderer/imports/read-file.ts';

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
    expect(kindOfFile('Diary.ICS')).toBe('diary-ics');
    expect(kindOfFile('diary.ics.csv')).toBe('diary-csv');
    expect(kindOfFile('diary')).toBe('diary-csv');
  });
});

describe('What an import would do', () => {
  it('shows what needs mending first, then what is left out, each in the order of the file', () => {
    const rows = [row(2, 'add'), row(3, 'skip'), row(5, 'problem'), row(4, 'problem')];
    expect(rowsInOrder(rows, false).map(({ line }) => line)).toEqual([4, 5, 3, 2]);
    expect(rowsInOrder(rows, true).map(({ line }) => line)).toEqual([4, 5, 3]);
  });

  it('names every column that a diary can have', () => {
    expect(Object.keys(FIELD_WORDS).toSorted()).toEqual(Object.keys(DIARY_COLUMNS).toSorted());
  });
});
