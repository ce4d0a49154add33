import { parseSureDate } from '#db/imports/cells.rules';
import { foldForSearch } from '#db/shared/fold';
import { type LocalDate, LocalEndTime, LocalTime, minutesOfTime } from '#db/shared/local-date';
import { cleanLine, cleanLines } from '#db/shared/text';
import { parseTypedEndTime, parseTypedTime } from '#db/shared/typed-time';
import { parseTypedTimeRange } from '#db/shared/typed-time-range';
import { type Purpose, PURPOSE_WORDS } from '../bookings.contract.ts';

export type Cells = Readonly<Record<string, string>>;

/** One line of a diary as it was understood, before anything of the centre is looked at. */
export type DiaryEntry = {
  readonly room: string;
  readonly date: LocalDate;
  readonly from: LocalTime;
  readonly until: LocalEndTime;
  /** Who it was booked for, group or person. */
  readonly who: string;
  /** Said outright in the file that it is a person. */
  readonly isPerson: boolean;
  readonly contact: string;
  readonly purpose: Purpose;
  readonly expectedNumber: number | null;
  readonly units: number;
  readonly notes: string;
};

/** A sentence on why a line cannot be understood, or is none to import. */
export type NotUnderstood = { readonly problem: string } | { readonly skip: string };

const GONE = new Set([
  'cancelled',
  'canceled',
  'refused',
  'declined',
  'lapsed',
  'rejected',
  'deleted',
]);

/** Reads one line of a diary, in the ways in which people type dates and times at the desk. */
export function readEntry(cells: Cells): DiaryEntry | NotUnderstood {
  const cell = (field: string): string => cleanLine(cells[field] ?? '');
  if (GONE.has(foldForSearch(cell('status')))) return { skip: `${cell('status')} in the file.` };
  const when = readWhen(cells);
  if ('problem' in when) return when;
  const people = readCount(cell('people'));
  if (people === undefined)
    return {
      problem: `“${cell('people')}” is no number of people. Write it in digits, or leave it empty.`,
    };
  const places = readCount(cell('places'));
  if (places === undefined || places === 0)
    return {
      problem: `“${cell('places')}” is no number of places. Write it in digits, or leave it empty.`,
    };
  const who = cell('group');
  const contact = cell('contact');
  if (cell('room') === '')
    return { problem: 'There is no room. Choose the column with the room, or write its name.' };
  if (who === '' && contact === '')
    return { problem: 'It does not say for whom. Choose the column with the group or the name.' };
  const { purpose, note } = readPurpose(cell('purpose'));
  return {
    ...when,
    room: cell('room'),
    who: who === '' ? contact : who,
    isPerson: who === '' || foldForSearch(cell('kind')) === 'person',
    contact,
    purpose,
    expectedNumber: people,
    units: places ?? 1,
    notes: [note, cleanLines(cells['notes'] ?? '')].filter((text) => text !== '').join('\n'),
  };
}

type When = { readonly date: LocalDate; readonly from: LocalTime; readonly until: LocalEndTime };

function readWhen(cells: Cells): When | { readonly problem: string } {
  const start = splitMoment(cells['start'] ?? '');
  const end = splitMoment(cells['end'] ?? '');
  const dateText = (cells['date'] ?? '').trim() || start.date;
  if (dateText === '')
    return { problem: 'There is no date. Choose the column with the date, or write it.' };
  const date = parseSureDate(splitMoment(dateText).date || dateText);
  if (date === undefined)
    return {
      problem: `“${dateText}” is no date that can be told. Write it like 24/11/2026, with its year.`,
    };
  if (end.date !== '' && start.date !== '' && parseSureDate(end.date) !== parseSureDate(start.date))
    return { problem: 'It ends on another day than it starts. Enter each day by itself.' };

  const range = parseTypedTimeRange(cells['time'] ?? '');
  const startText = start.time || (range === undefined ? (cells['time'] ?? '') : '');
  const from = startText === '' ? range?.from : readStart(withoutSeconds(startText));
  if (from === undefined)
    return {
      problem:
        startText === ''
          ? 'There is no start. Choose the column with the start, or write it.'
          : `“${startText}” is no time. Write it like 10:00 or 10am.`,
    };
  const endText = end.time || lengthOf(cells['length'] ?? '');
  const until = endText === '' ? range?.until : readEnd(withoutSeconds(endText), from);
  if (until === undefined)
    return {
      problem:
        endText === ''
          ? 'There is no end. Choose the column with the end or the length, or write it.'
          : `“${endText}” is no end after the start on the same day. Write it like 12:00 or 2h.`,
    };
  return { date, from, until };
}

/** Two digits on each side are the 24-hour clock, as programs write it; anything else is read as people type. */
const isExact = (text: string): boolean => /^\d{2}:\d{2}$/.test(text);

function readStart(text: string): LocalTime | undefined {
  return isExact(text) ? LocalTime.safeParse(text).data : parseTypedTime(text);
}

function readEnd(text: string, from: LocalTime): LocalEndTime | undefined {
  if (!isExact(text)) return parseTypedEndTime(text, from);
  const end = LocalEndTime.safeParse(text === '00:00' ? '24:00' : text).data;
  return end !== undefined && minutesOfTime(end) > minutesOfTime(from) ? end : undefined;
}

const withoutSeconds = (text: string): string =>
  text.trim().replace(/^(\d{1,2}:\d{2}):\d{2}(?:\.\d+)?/, '$1');

/** A spreadsheet's moment, '24/11/2026 10:00:00', as its day and its time; a time alone has no day. */
function splitMoment(text: string): { readonly date: string; readonly time: string } {
  const moment = /^(.*\d.*?)(?:T|\s+)(\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)$/i.exec(text.trim());
  const [, date = '', time = ''] = moment ?? [];
  return moment === null ? { date: '', time: text.trim() } : { date, time };
}

/** A bare number in a column of lengths is minutes from 15 up, and hours below. */
function lengthOf(text: string): string {
  const bare = /^\d{1,4}$/.exec(text.trim());
  if (bare === null) return text.trim();
  return Number(bare[0]) >= 15 ? `${bare[0]} min` : `${bare[0]} h`;
}

/** Null for an empty cell, undefined for one that is no whole number. */
function readCount(text: string): number | null | undefined {
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined;
}

const PURPOSES: ReadonlyMap<string, Purpose> = new Map(
  Object.entries(PURPOSE_WORDS).flatMap(([purpose, words]) => [
    [foldForSearch(purpose), purpose as Purpose],
    [foldForSearch(words), purpose as Purpose],
  ]),
);

/** Our own words for a purpose; whatever else was written is a group's meeting, and is kept as a note. */
function readPurpose(text: string): { readonly purpose: Purpose; readonly note: string } {
  const known = PURPOSES.get(foldForSearch(text));
  return known === undefined
    ? { purpose: 'group-meeting', note: text }
    : { purpose: known, note: '' };
}
