/** One cell of a table for a spreadsheet. Numbers stay numbers; null is an empty cell. */
export type CsvCell = string | number | null;

/** Spreadsheets take a file for UTF-8, and not for the computer's own letters, when it begins with this mark. */
export const CSV_MARK = '\uFEFF';

/** What spreadsheets begin a formula with, plain and full-width, also behind blanks and control characters. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]/u;
const BLANK_START = /^[\t\r\n]/;
const NEEDS_QUOTES = /[",;\t\r\n]|^[\s']|\s$/;
/** What most cells hold: letters, figures and ordinary marks that begin no formula and need neither quotes nor guard. */
const PLAIN = /^[\dA-Za-zÀ-ɏ](?:[ !#-+\--:<-~À-ɏ]*[!#-+\--:<-~À-ɏ])?$/;
/** Control characters other than tab, line feed and carriage return; text files do not hold them. */
const NO_TEXT = /(?![\t\n\r])\p{Cc}/gu;

/** A text that begins like a formula gets an apostrophe, so that no spreadsheet reckons with it. */
function guarded(text: string): string {
  return FORMULA.test(text) || BLANK_START.test(text) ? `'${text}` : text;
}

/** The text behind an apostrophe that `formatCsv` set, for tables of ours that come back. */
export function withoutGuard(text: string): string {
  const behind = text.slice(1);
  return text.startsWith("'") && guarded(behind) !== behind ? behind : text;
}

function formatCell(cell: CsvCell): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return String(cell);
  if (PLAIN.test(cell)) return cell;
  const text = guarded(cell.replace(NO_TEXT, ''));
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows of a table as RFC 4180 has them. A year of bookings is written in a twentieth of a second, which is why this is
 * by hand; the tests hold it against the library that does the same.
 */
export function formatCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(formatCell).join(',')}\r\n`).join('');
}
