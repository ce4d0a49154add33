import type { SourceRow } from './import-source.ts';
import type { ImportRow } from './imports.contract.ts';

/** A row that could not be understood, as it stands in the file. */
export function rawWords(row: SourceRow): string {
  const MOST_LETTERS = 160;
  const words = row.original.filter((cell) => cell.trim() !== '').join(', ');
  return words.length > MOST_LETTERS ? `${words.slice(0, MOST_LETTERS)}…` : words;
}

/** A row of the plan. */
export function rowOf(
  row: SourceRow,
  words: string,
  outcome: ImportRow['outcome'],
  more: { readonly why?: string; readonly alsoMakes?: readonly string[] } = {},
): ImportRow {
  return {
    line: row.line,
    words,
    outcome,
    why: more.why ?? '',
    alsoMakes: [...(more.alsoMakes ?? [])],
  };
}
