import type { ImportRow } from '#db/imports/imports.contract';

/** What our fields are called; the engine names them, this is how the desk reads them. */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  room: 'Room',
  date: 'Day',
  start: 'Starts',
  end: 'Ends',
  time: 'Times in one column, such as 10-12',
  length: 'How long',
  group: 'Group',
  kind: 'Group or person',
  contact: 'Responsible person',
  purpose: 'What for',
  people: 'How many people',
  places: 'Places, such as computers',
  notes: 'Notes',
  status: 'State',
};

/** What needs mending first, then what is left out, then what will be added; each in the order of the file. */
export function rowsInOrder(
  rows: readonly ImportRow[],
  withoutAdded: boolean,
): readonly ImportRow[] {
  return rows
    .filter((row) => !withoutAdded || row.outcome !== 'add')
    .toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}

const rank = (row: ImportRow): number => ['problem', 'skip', 'add'].indexOf(row.outcome);
