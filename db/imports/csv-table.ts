import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { withoutGuard } from '#db/shared/csv';
import { importErrors } from './imports.errors.ts';

/** A row of a file as it stands there, with the line on which it begins. */
export type ReadLine = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads a table of text, separated by commas, semicolons or tabs. The apostrophes that our own tables put before
 * formulas come off; rows without a word are left out.
 */
export function readCsvLines(text: string): readonly ReadLine[] {
  if (text.includes('\0')) throw importErrors.error('import.not-text', {});
  try {
    const records = parse(text, {
      bom: true,
      info: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 100_000,
      // With `info` the library answers records beside where they end, which its types do not know.
    }) as unknown as readonly {
      readonly record: readonly string[];
      readonly info: { readonly lines: number };
    }[];
    return records
      .map(({ record, info }) => ({
        // The reader counts the line on which a record ends; a cell may run over several.
        line: info.lines - record.join('').split('\n').length + 1,
        cells: record.map((cell) => withoutGuard(cell.normalize('NFC'))),
      }))
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw importErrors.error('import.not-readable', {
      line: Number(error['lines'] ?? 1),
      why: WHY[error.code] ?? 'its quotation marks do not match.',
    });
  }
}

const WHY: Partial<Record<CsvErrorCode, string>> = {
  CSV_MAX_RECORD_SIZE: 'it is longer than a row can be, so a quotation mark is missing before it.',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is opened and never closed.',
  CSV_INVALID_CLOSING_QUOTE: 'a quotation mark stands in the middle of a cell.',
  INVALID_OPENING_QUOTE: 'a quotation mark stands in the middle of a cell.',
};

/** Lines above the headings are looked through too: many tables begin with a title that separates nothing. */
const FIRST_LINES = 20;

/** Whichever of the usual three stands most often in the first line that is a row, quoted cells left aside. */
function delimiterOf(text: string): string {
  const lines = text.split(/[\r\n]+/, FIRST_LINES).map((line) => line.replaceAll(/"[^"]*"/g, ''));
  const cellsBy = (line: string) =>
    [',', ';', '\t']
      .map((mark) => ({ mark, n: line.split(mark).length }))
      .toSorted((a, b) => b.n - a.n)[0];
  const best = lines.map(cellsBy);
  return (best.find((one) => one !== undefined && one.n > 2) ?? best[0])?.mark ?? ',';
}
