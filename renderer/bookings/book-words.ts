import type { Facility } from '#db/facilities/facilities.contract';
import {
  addMinutes,
  atTime,
  dateOf,
  type LocalDate,
  type LocalEndTime,
  type LocalTime,
  timeOf,
  weekdayOf,
} from '#db/shared/local-date';
import {
  formatShortDate,
  formatTime,
  formatTimeRange,
  WEEKDAY_NAMES,
} from '#db/shared/plain-words';
import { parseTypedEndTime, parseTypedTime } from '#db/shared/typed-time';
import {
  leftOver,
  newReading,
  type Reading,
  take,
  takeDate,
  takeLength,
  takeRoom,
} from './typed-words.ts';

/** A booking asked for in a few words; whatever was not said is left to the form. */
export type BookWords = {
  readonly facility: Facility | undefined;
  readonly date: LocalDate | undefined;
  readonly from: LocalTime | undefined;
  readonly until: LocalEndTime | undefined;
  /** How it comes again; undefined when it is for once. */
  readonly repeat: WordedRepeat | undefined;
  /** What nobody understood: the beginning of a name. */
  readonly who: string;
};

/** The ways to repeat that a few words can say; the form says the rest. */
export type WordedRepeat = 'daily' | 'weekly' | 'fortnightly';

const CLOCK = '\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?|noon|midday';
const END = `${CLOCK}|midnight`;
const FILLERS = new Set('book a an the for in at on from with to by new booking please'.split(' '));

/**
 * Reads 'hall thu 6-8 oak': a room, a day, a time and who it is for, in any order. Undefined unless it
 * names a time of a room or of a day, so that an ordinary search is left alone.
 */
export function parseBookWords(
  text: string,
  known: { readonly today: LocalDate; readonly facilities: readonly Facility[] },
): BookWords | undefined {
  const reading = newReading(text);
  const repeat = takeRepeat(reading);
  const time = takeTime(reading);
  // 'every day' names no day to begin with, so it begins today.
  const date =
    takeDate(reading, known.today)?.date ?? (repeat === 'daily' ? known.today : undefined);
  const facility = takeRoom(reading, known.facilities);
  const said = [time?.from, date, facility].filter((part) => part !== undefined);
  if (said.length < 2) return undefined;
  return {
    facility,
    date,
    from: time?.from,
    until: time?.until,
    repeat,
    who: leftOver(reading)
      .filter((word) => !FILLERS.has(word))
      .join(' '),
  };
}

/** 'every monday', 'every other tue', 'every two weeks on fri', 'weekly', 'every day'; the weekday is left for the date. */
function takeRepeat(reading: Reading): WordedRepeat | undefined {
  if (take(reading, /every day|each day|daily/)) return 'daily';
  if (take(reading, /every (?:other|second|two weeks(?: on)?|2 weeks(?: on)?)|fortnightly(?: on)?/))
    return 'fortnightly';
  return take(reading, /every(?: week(?: on)?)?|each|weekly(?: on)?/) ? 'weekly' : undefined;
}

function takeTime(
  reading: Reading,
): { readonly from: LocalTime; readonly until: LocalEndTime | undefined } | undefined {
  const range = take(reading, new RegExp(`(?:from )?(${CLOCK}) ?(?:-|to|until|till) ?(${END})`));
  if (range !== undefined) {
    const [, first = '', last = ''] = range;
    const from = startBefore(first, last);
    const until = from && parseTypedEndTime(last, from);
    if (from !== undefined) return { from, until };
  }
  const single = take(
    reading,
    /(?:at )?(\d{1,2}(?:[:.]\d{2})? ?[ap]m|\d{1,2}[:.]\d{2}|noon|midday)/,
  );
  const from = single?.[1] === undefined ? undefined : parseTypedTime(single[1]);
  if (from === undefined) return undefined;
  const length = takeLength(reading);
  return { from, until: length === undefined ? undefined : endAfter(from, length) };
}

/** '6-8pm' begins at 6pm: a bare first time takes the half of the day of the second where that fits. */
function startBefore(first: string, last: string): LocalTime | undefined {
  const half = /[ap]m$/.exec(last)?.[0];
  const withHalf =
    half === undefined || first.endsWith('m') ? undefined : parseTypedTime(first + half);
  const end = parseTypedTime(last);
  if (withHalf !== undefined && end !== undefined && withHalf < end) return withHalf;
  return parseTypedTime(first);
}

function endAfter(from: LocalTime, minutes: number): LocalEndTime | undefined {
  const day = '2000-01-01' as LocalDate;
  const end = addMinutes(atTime(day, from), minutes);
  return dateOf(end) === day ? timeOf(end) : undefined;
}

/** Words that name nobody are said, so that the form does not open without them unnoticed. */
export const sayNobody = (who: string): string =>
  who === '' ? '' : ` (nobody found for “${who}”)`;

/** 'Main Hall, Thu 26 Nov, 6pm to 8pm, Oak Estate TRA': what the form will open with. */
export function sayBookWords(words: BookWords, whoName: string): string {
  const { facility, date, from, until, repeat } = words;
  return [
    ...(facility === undefined ? [] : [facility.name]),
    ...(date === undefined ? [] : [dateWords(date, repeat)]),
    ...(from === undefined
      ? []
      : [until === undefined ? formatTime(from) : formatTimeRange(from, until)]),
    ...(whoName === '' ? [] : [whoName]),
  ].join(', ');
}

/** 'Thu 26 Nov', or how it repeats from that day on. */
function dateWords(date: LocalDate, repeat: WordedRepeat | undefined): string {
  const weekday = WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '';
  const how = {
    daily: 'every day',
    weekly: `every ${weekday}`,
    fortnightly: `every other ${weekday}`,
  };
  return repeat === undefined
    ? formatShortDate(date)
    : `${how[repeat]} from ${formatShortDate(date)}`;
}
