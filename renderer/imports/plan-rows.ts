import { GROUP_FIELD_WORDS } from '#db/imports/groups-import/groups-columns.rules';
import type { ImportKind, ImportRow } from '#db/imports/imports.contract';
import { PEOPLE_FIELD_WORDS } from '#db/imports/people-import/people-columns.rules';
import { countOf } from '#db/shared/plain-words';

const DIARY_FIELD_WORDS: Readonly<Record<string, string>> = {
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

/** What our fields are called; the engine names them, this is how the desk reads them. */
export const FIELD_WORDS: Readonly<Record<ImportKind, Readonly<Record<string, string>>>> = {
  'diary-csv': DIARY_FIELD_WORDS,
  'diary-ics': DIARY_FIELD_WORDS,
  people: PEOPLE_FIELD_WORDS,
  groups: GROUP_FIELD_WORDS,
};

/** What the rows of a kind of file are. */
export const THING_WORDS: Readonly<
  Record<ImportKind, { readonly one: string; readonly many: string; readonly heading: string }>
> = {
  'diary-csv': { one: 'booking', many: 'bookings', heading: 'Booking' },
  'diary-ics': { one: 'booking', many: 'bookings', heading: 'Booking' },
  people: { one: 'person', many: 'people', heading: 'Person' },
  groups: { one: 'group', many: 'groups', heading: 'Group' },
};

export const countThings = (n: number, kind: ImportKind): string =>
  countOf(n, THING_WORDS[kind].one, THING_WORDS[kind].many);

/** What needs mending first, then what needs an answer, what is left out, and what will be added; each in the order of the file. */
export function rowsInOrder(
  rows: readonly ImportRow[],
  withoutAdded: boolean,
): readonly ImportRow[] {
  return rows
    .filter((row) => !withoutAdded || row.outcome !== 'add')
    .toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}

const rank = (row: ImportRow): number => ['problem', 'double', 'skip', 'add'].indexOf(row.outcome);

/** Columns of the file that no field takes; they are left out. */
export const leftOutColumns = (
  headings: readonly string[],
  columns: Readonly<Record<string, string>>,
): readonly string[] => {
  const taken = new Set(Object.values(columns));
  return headings.filter((heading) => !taken.has(heading));
};
