import writeExcelFile, { type Cell } from 'write-excel-file/node';
import { LocalDate, daysBetween } from './local-date.ts';
import type { CellKind, PlainTable, TableCell } from './table.ts';

/** The day before the first that every spreadsheet counts alike: they take 1900 for a leap year, which it was not. */
const DAY_ZERO = '1899-12-30' as LocalDate;
const FIRST_SURE_DAY = '1900-03-01';

/** The most that a cell of a spreadsheet holds. */
const LONGEST_TEXT = 32_767;
const WIDEST_COLUMN = 60;

/** What a workbook cannot hold as text: control characters, halves of characters, and what is no character at all. */
const NO_TEXT = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFD\uFFFE\uFFFF]/gu;
/** Spreadsheets read `_x000D_` as a character of that number; written so, it stays what was typed. */
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/**
 * A table as a workbook of one sheet. Every text is a cell of text, so that nothing in it is ever a formula and no
 * telephone number loses its 0; dates are dates and money is a number in pounds.
 */
export async function makeWorkbook(table: PlainTable): Promise<Uint8Array> {
  const headings = table.columns.map(
    ({ heading }): Cell => ({ ...textCell(heading), fontWeight: 'bold' }),
  );
  const rows = table.rows.map((row) =>
    row.map((cell, at): Cell => cellOf(cell, table.columns[at]?.kind ?? 'text')),
  );
  return writeExcelFile([headings, ...rows], {
    sheet: sheetName(table.title),
    stickyRowsCount: 1,
    columns: table.columns.map(({ heading }, at) => ({ width: widthOf(heading, table.rows, at) })),
  }).toBuffer();
}

function cellOf(cell: TableCell, kind: CellKind): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number')
    return kind === 'money'
      ? { value: cell / 100, type: Number, format: '£#,##0.00' }
      : { value: cell, type: Number };
  if (kind === 'date' && LocalDate.safeParse(cell).success && cell >= FIRST_SURE_DAY)
    return {
      value: daysBetween(DAY_ZERO, cell as LocalDate),
      type: Number,
      format: 'dd/mm/yyyy',
    };
  return textCell(cell);
}

function textCell(text: string): { value: string; type: StringConstructor; format: string } {
  const value = text
    .replace(/\r\n?/g, '\n')
    .replace(NO_TEXT, '')
    .slice(0, LONGEST_TEXT)
    .replace(LOOKS_ESCAPED, '_x005F_');
  return { value, type: String, format: '@' };
}

/** Spreadsheets allow 31 characters and none of these in the name of a sheet. */
const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:']/g, ' ')
    .slice(0, 31)
    .trim() || 'Table';

/** Wide enough for most of what the column holds. */
function widthOf(heading: string, rows: PlainTable['rows'], at: number): number {
  const lengths = rows.slice(0, 200).map((row) => String(row[at] ?? '').length);
  return Math.min(WIDEST_COLUMN, Math.max(heading.length, ...lengths) + 2);
}
