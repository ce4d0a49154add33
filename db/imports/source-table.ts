import { foldForSearch } from '#db/shared/fold';
import { countOf } from '#db/shared/plain-words';
import type { Sheet } from '#db/shared/table';
import { cleanLine } from '#db/shared/text';
import { type ReadLine, readCsvLines } from './csv-table.ts';
import type { FileContent, SourceRow, SourceTable } from './import-source.ts';
import type { ColumnChoices, Reading } from './imports.contract.ts';
import { importErrors } from './imports.errors.ts';

/** Rows above this are a mistake, or a table of many years that is better brought in piece by piece. */
export const MOST_ROWS = 20_000;

/** Headings stand in one of the first lines that say anything. */
const HEADINGS_WITHIN = 20;

/** The words by which each field's column is known in other people's files; folded before they are compared. */
export type ColumnWords = Readonly<Record<string, readonly string[]>>;

/** What a spreadsheet writes into a cell that it could not reckon. */
const CELL_ERROR = /^#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)$/;

/**
 * Reads a table, of text or of one sheet of a workbook, with its columns as chosen and for the rest as their headings
 * are known. Titles above the headings are left out. A row of text of another length than the headings is not guessed
 * at.
 */
export function readTable(content: FileContent, known: ColumnWords, reading: Reading): SourceTable {
  const { lines, sheets, sheet } = linesOf(content, known, reading.sheet);
  const at = headingsAt(lines, known, reading.headingsOn);
  const first = lines[at];
  const rest = lines.slice(at + 1);
  if (first === undefined || rest.length === 0) throw importErrors.error('import.empty', {});
  if (rest.length > MOST_ROWS)
    throw importErrors.error('import.too-many-rows', { most: MOST_ROWS });
  // Cells that only look used may go on to the right of everything that says something.
  const width = content.kind === 'text' ? first.cells.length : widest([first, ...rest]);
  const headings = uniqueHeadings(padded(first.cells, width));
  const columns = columnsOf(headings, known, reading.columns);
  const places = Object.entries(columns).map(([field, heading]): [string, number] => [
    field,
    headings.indexOf(heading),
  ]);
  const rows = rest.map(({ line, cells }): SourceRow => {
    const whole = content.kind === 'text' ? cells : padded(cells, width);
    return {
      line,
      original: whole,
      cells: Object.fromEntries(
        places.map(([field, place]) => [field, (whole[place] ?? '').trim()]),
      ),
      unreadable: unreadableWords(whole, headings),
      skipped: '',
    };
  });
  return { headings, columns, rows, sheets, sheet, headingsOn: first.line };
}

function unreadableWords(cells: readonly string[], headings: readonly string[]): string {
  if (cells.length !== headings.length)
    return `The line has ${countOf(cells.length, 'column')}, and there ${headings.length === 1 ? 'is' : 'are'} ${countOf(headings.length, 'heading')}. Look for a comma too many or too few.`;
  const error = cells.find((cell) => CELL_ERROR.test(cell.trim()));
  return error === undefined
    ? ''
    : `A cell says ${error.trim()}, which is a formula that went wrong. Mend it in the spreadsheet.`;
}

/** The lines of the file, or of the sheet that was chosen; else of the first sheet whose headings are known best. */
function linesOf(
  content: FileContent,
  known: ColumnWords,
  wanted: string,
): {
  readonly lines: readonly ReadLine[];
  readonly sheets: readonly string[];
  readonly sheet: string;
} {
  if (content.kind === 'text') return { lines: readCsvLines(content.text), sheets: [], sheet: '' };
  const sheets = content.sheets.map(({ name }) => name);
  const chosen =
    content.sheets.find(({ name }) => name === wanted) ?? bestSheet(content.sheets, known);
  if (chosen === undefined) throw importErrors.error('import.empty', {});
  return { lines: sheetLines(chosen), sheets, sheet: chosen.name };
}

function bestSheet(sheets: readonly Sheet[], known: ColumnWords): Sheet | undefined {
  const scored = sheets.map((sheet) => {
    const lines = sheetLines(sheet);
    const headings = lines[headingsAt(lines, known, null)];
    return { sheet, n: headings === undefined ? -1 : knownCells(headings, known) };
  });
  return scored.toSorted((a, b) => b.n - a.n)[0]?.sheet;
}

/** Rows that say something, numbered as the spreadsheet numbers them. */
const sheetLines = ({ rows }: Sheet): readonly ReadLine[] =>
  rows
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.normalize('NFC')) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));

/** Where the headings stand: the line that was chosen, else that of the first ones in which most headings are known. */
function headingsAt(lines: readonly ReadLine[], known: ColumnWords, chosen: number | null): number {
  const there = lines.findIndex(({ line }) => line === chosen);
  if (there !== -1) return there;
  const scores = lines.slice(0, HEADINGS_WITHIN).map((line) => knownCells(line, known));
  // A line that knows only one may be a row of which one cell happens to be such a word.
  const best = Math.max(2, ...scores);
  return Math.max(0, scores.indexOf(best));
}

function knownCells({ cells }: ReadLine, known: ColumnWords): number {
  const words = new Set(Object.values(known).flatMap((some) => some.map(foldForSearch)));
  return cells.filter((cell) => words.has(foldForSearch(cell))).length;
}

const widest = (lines: readonly ReadLine[]): number =>
  Math.max(...lines.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1));

const padded = (cells: readonly string[], width: number): readonly string[] =>
  Array.from({ length: width }, (_, at) => cells[at] ?? '');

/** A heading that comes twice is numbered, so that each can be chosen. */
function uniqueHeadings(cells: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return cells.map((cell, index) => {
    const heading = (cleanLine(cell) || `Column ${index + 1}`).slice(0, 190);
    const n = (seen.get(heading) ?? 0) + 1;
    seen.set(heading, n);
    return n === 1 ? heading : `${heading} (${n})`;
  });
}

/** What was chosen, and for the rest the first heading that a field is known by; no column serves two fields by guess. */
function columnsOf(
  headings: readonly string[],
  known: ColumnWords,
  chosen: ColumnChoices,
): ColumnChoices {
  const columns: Record<string, string> = {};
  for (const [field, heading] of Object.entries(chosen))
    if (headings.includes(heading) && field in known) columns[field] = heading;
  // An empty choice says that the file has no such column.
  const isSettled = (field: string): boolean => field in chosen;
  const taken = new Set(Object.values(columns));
  for (const [field, words] of Object.entries(known)) {
    if (isSettled(field)) continue;
    const heading = words
      .map((word) =>
        headings.find((one) => !taken.has(one) && foldForSearch(one) === foldForSearch(word)),
      )
      .find((one) => one !== undefined);
    if (heading === undefined) continue;
    columns[field] = heading;
    taken.add(heading);
  }
  return columns;
}
