import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCsv, withoutGuard } from '#db/shared/csv';
import { PAYLOADS } from '../support/formula-payloads.ts';

const readBack = (csv: string): readonly (readonly string[])[] =>
  parse(csv, { relax_column_count: false });

/** Begins a formula in some spreadsheet, blanks and control characters left aside. */
const isFormula = (cell: string): boolean => /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u.test(cell);

describe('A table for a spreadsheet', () => {
  it('holds no formula, whatever was typed', () => {
    expect(PAYLOADS.length).toBeGreaterThanOrEqual(40);
    const cells = readBack(formatCsv(PAYLOADS.map((payload) => [payload, 'next', 7])));
    expect(cells.filter(([cell = '']) => isFormula(cell))).toEqual([]);
    expect(cells.map((row) => row.slice(1))).toEqual(PAYLOADS.map(() => ['next', '7']));
  });

  it('gives every text back when it comes in again, less the characters that are no text', () => {
    const cells = readBack(formatCsv(PAYLOADS.map((payload) => [payload])));
    const kept = PAYLOADS.map((payload) => payload.replaceAll(/(?![\t\n\r])\p{Cc}/gu, ''));
    expect(cells.map(([cell = '']) => withoutGuard(cell))).toEqual(
      kept.map((text) => (text === "'=1+1" ? '=1+1' : text)),
    );
  });

  it.each(['\t', '\r', '\n'])('guards a text that begins with %j, and no other blank', (blank) => {
    const text = `${blank}HYPERLINK("there")`;
    const [[guarded = '', plain = ''] = []] = readBack(formatCsv([[text, ' Ashdown TRA']]));
    expect([guarded, plain]).toEqual([`'${text}`, ' Ashdown TRA']);
    expect(withoutGuard(guarded)).toBe(text);
  });

  it('keeps numbers below nothing as numbers', () => {
    expect(formatCsv([[-5, 0, null, '', 1200]])).toBe('-5,0,,,1200\r\n');
  });

  it('is read by others as what was written', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), {
          minLength: 1,
        }),
        (rows) => {
          const width = rows[0]?.length ?? 0;
          const table = rows.map((row) => [
            'x',
            ...Array.from({ length: width }, (_, i) => row[i] ?? ''),
          ]);
          expect(readBack(formatCsv(table)).map((row) => row.map(withoutGuard))).toEqual(
            readBack(stringify(table, { escape_formulas: false })).map((row) =>
              row
                .map((cell) => cell.replaceAll(/(?![\t\n\r])\p{Cc}/gu, ''))
                .map((cell) => withoutGuard(cell)),
            ),
          );
        },
      ),
    );
  });
});
