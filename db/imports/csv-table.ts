import { cleanLine } from '#db/shared/text';
import { CsvError, type CsvErrorCode, parse } from 'csv-parse/sync';
import { withoutGuard } from '#db/shared/csv';
import { foldForSearch } from '#db/shared/fold';
import { countOf } from '#db/shared/plain-words';
import type { SourceRow, SourceTable } from './import-source.ts';
import type { ColumnChoices } from './imports.contract.ts';
import { importErrors } from './imports.errors.ts';

/** Rows above this are a mistake, or a diary of many years that is better brought in year by year. */
export const MOST_ROWS = 20_000;

/** The words by which each field's column is known in other people's files, as `foldForSearch` leaves them. */
export type ColumnWords = Readonly<Record<string, readonly string[]>>;

type Read = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads a table of text with its headings in the first line, separated by commas, semicolons or tabs. The apostrophes
 * that our own tables put before formulas come off. A row of another length than the headings is not guessed at.
 */
export function readCsvTable(text: string, known: ColumnWords, chosen: ColumnChoices): SourceTable {
  const [first, ...rest] = readLines(text);
  if (first === undefined || rest.length === 0) throw importErrors.error('import.empty', {});
  if (rest.length > MOST_ROWS)
    throw importErrors.error('import.too-many-rows', { most: MOST_ROWS });
  const headings = uniqueHeadings(first.cells);
  const columns = columnsOf(headings, known, chosen);
  const places = Object.entries(columns).map(([field, heading]): [string, number] => [
    field,
    headings.indexOf(heading),
  ]);
  const rows = rest.map(({ line, cells }): SourceRow => {
    const isWhole = cells.length === headings.length;
    return {
      line,
      original: cells,
      cells: Object.fromEntries(places.map(([field, at]) => [field, (cells[at] ?? '').trim()])),
      unreadable: isWhole
        ? ''
        : `The line has ${countOf(cells.length, 'column')}, and there ${headings.length === 1 ? 'is' : 'are'} ${countOf(headings.length, 'heading')}. Look for a comma too many or too few.`,
      skipped: '',
    };
  });
  return { headings, columns, rows };
}

function readLines(text: string): readonly Read[] {
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

/** Whichever of the usual three stands most often in the first line, quoted cells left aside. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const line = (end === -1 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((mark) => ({ mark, n: line.split(mark).length }));
  return counts.toSorted((a, b) => b.n - a.n)[0]?.mark ?? ',';
}

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
