// [browser-safe]
import { z } from 'zod';

/** As which kind of file a table is saved: text that everything reads, or a workbook in which dates and numbers stay what they are. */
export const TableKind = z.enum(['csv', 'xlsx']);
export type TableKind = z.infer<typeof TableKind>;

/** Numbers stay numbers, money is whole pence, dates are local dates; null is an empty cell. */
export type TableCell = string | number | null;

/** What the cells of a column are, so that a spreadsheet shows dates as dates and never reckons with a text. */
export type CellKind = 'text' | 'date' | 'number' | 'money';

/** One column of a register: its heading, what its cells are and how a row says it. */
export type Column<Row> = {
  readonly heading: string;
  /** Text where nothing is said. */
  readonly kind?: CellKind;
  readonly of: (row: Row) => TableCell;
};

/** A table as it goes to a file or a thread: plain values only. */
export type PlainTable = {
  /** The name of its sheet in a workbook. */
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly kind: CellKind }[];
  readonly rows: readonly (readonly TableCell[])[];
};

/** The rows of a register as its columns say them. */
export function tableOf<Row>(
  title: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): PlainTable {
  return {
    title,
    columns: columns.map(({ heading, kind = 'text' }) => ({ heading, kind })),
    rows: rows.map((row) => columns.map((column) => column.of(row))),
  };
}

/** One sheet of a workbook that came in, every cell as the text that a person would read; dates are dd/mm/yyyy. */
export type Sheet = {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
};

/** Why a file is no workbook that can be read. */
export type WorkbookFault = 'not-a-workbook' | 'old-workbook' | 'locked' | 'too-large' | 'damaged';

/** What a thread answers that was given a file to read as a workbook. */
export type WorkbookRead =
  | { readonly sheets: readonly Sheet[] }
  | { readonly fault: WorkbookFault };
