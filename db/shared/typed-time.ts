// [browser-safe]
import { type LocalEndTime, type LocalTime, minutesOfTime, timeOfMinutes } from './local-date.ts';

const HALF_DAY_MINUTES = 720;
const DAY_MINUTES = 1440;
const BARE_MORNING_FROM_MINUTES = 8 * 60;

export type TypedTimeOptions = {
  /** When the room opens: a bare 7 means the morning if the room is open by 7. */
  readonly opensAt?: LocalTime | undefined;
};

/** What the words say: a minute of the day, or a place on a clock face (0 to 719) with the half of the day left open. */
type Reading = { readonly exact: number } | { readonly face: number };

const SPOKEN_NUMBERS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  quarter: 15,
  fifteen: 15,
  twenty: 20,
  'twenty five': 25,
  half: 30,
  thirty: 30,
  'forty five': 45,
};

const SPOKEN_NUMBER = new RegExp(
  `\\b(?:${Object.keys(SPOKEN_NUMBERS).reverse().join('|')})\\b`,
  'g',
);

/**
 * Reads a time the way people type it: `4`, `4pm`, `16`, `1600`, `16:30`, `4.30`, `half past 4`,
 * `quarter to 5`, `noon`. Without am or pm, 1:00 to 7:59 is the afternoon, unless the room is
 * already open at that time of the morning; a leading zero (`04:30`) means the 24-hour clock.
 * Undefined when it cannot be read; `midnight` and `24:00` only end things, see parseTypedEndTime.
 */
export function parseTypedTime(
  text: string,
  options: TypedTimeOptions = {},
): LocalTime | undefined {
  const reading = readTime(tidy(text));
  if (reading === undefined) return undefined;
  const minutes = 'exact' in reading ? reading.exact : usualMinutes(reading.face, options.opensAt);
  return minutes < DAY_MINUTES ? (timeOfMinutes(minutes) as LocalTime) : undefined;
}

/**
 * Reads an end time beside a known start: the first matching time after the start (`8` after 18:00
 * is 20:00, `midnight` is `24:00`), or a length (`2h`, `90 min`, `1.5 hours`, `half an hour`).
 * Undefined when it cannot be read or would not end on the same day after the start. The start
 * settles the half of the day, so the opening time is not looked at.
 */
export function parseTypedEndTime(
  text: string,
  start: LocalTime,
  _options: TypedTimeOptions = {},
): LocalEndTime | undefined {
  const from = minutesOfTime(start);
  const words = tidy(text);
  const length = readLength(words);
  const end = length === undefined ? endAfter(words, from) : from + length;
  return end !== undefined && end > from && end <= DAY_MINUTES ? timeOfMinutes(end) : undefined;
}

function endAfter(words: string, from: number): number | undefined {
  if (words === 'midnight') return DAY_MINUTES;
  const reading = readTime(words);
  if (reading === undefined) return undefined;
  // Midnight as an end is the one at the end of the day, however it is written.
  if ('exact' in reading) return reading.exact === 0 ? DAY_MINUTES : reading.exact;
  return [0, HALF_DAY_MINUTES, DAY_MINUTES]
    .map((halves) => reading.face + halves)
    .find((minutes) => minutes > from);
}

function usualMinutes(face: number, opensAt: LocalTime | undefined): number {
  const openInTheMorning = opensAt !== undefined && minutesOfTime(opensAt) <= face && face >= 60;
  return face >= BARE_MORNING_FROM_MINUTES || openInTheMorning ? face : face + HALF_DAY_MINUTES;
}

/** Lower case without regard to the computer's language, am and pm in one spelling, single spaces. */
function tidy(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/\b([ap])\.? ?m\b\.?/g, '$1m')
    .replace(/(\d) ?([ap])$/, '$1$2m')
    .replace(/o['’]?clock/, '')
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:at|until|till|to) /, '')
    .replace(/^a (?=quarter)/, '');
}

function withDigits(words: string): string {
  return words.replace(SPOKEN_NUMBER, (word) => String(SPOKEN_NUMBERS[word]));
}

function readTime(words: string): Reading | undefined {
  if (words === 'noon' || words === 'midday') return { exact: HALF_DAY_MINUTES };
  // In Britain "half 4" is half past four.
  const digits = withDigits(words.replace(/^half (?!past )/, 'half past '));
  const clock = /^(\d{1,2})(?:[:. ]?(\d{2}))? ?(am|pm)?$/.exec(digits);
  if (clock) return readClock(clock[1], Number(clock[2] ?? 0), clock[3]);
  const spoken = /^(\d{1,2})(?: minutes?| mins?)? ?(past|to) (\d{1,2}) ?(am|pm)?$/.exec(digits);
  return spoken ? readSpoken(spoken) : undefined;
}

function readClock(hourText = '', minute: number, half: string | undefined): Reading | undefined {
  const hour = Number(hourText);
  if (hour > 24 || minute > 59) return undefined;
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return undefined;
    return { exact: (hour % 12) * 60 + minute + (half === 'pm' ? HALF_DAY_MINUTES : 0) };
  }
  const twentyFourHours = hour === 0 || hour > 12 || hourText.startsWith('0');
  return twentyFourHours ? { exact: hour * 60 + minute } : { face: (hour % 12) * 60 + minute };
}

/** `half past 4`, `quarter to 5`, `ten to 5pm`. */
function readSpoken(match: RegExpExecArray): Reading | undefined {
  const [, minuteText, direction, hourText, half] = match;
  const minute = Number(minuteText);
  const base = readClock(hourText, 0, half);
  if (base === undefined || minute < 1 || minute > 30) {
    return undefined;
  }
  const shift = direction === 'to' ? -minute : minute;
  return 'exact' in base
    ? { exact: (base.exact + shift + DAY_MINUTES) % DAY_MINUTES }
    : { face: (base.face + shift + HALF_DAY_MINUTES) % HALF_DAY_MINUTES };
}

/** A length in minutes, kept in whole numbers: `1.5h` is 90, `1.33h` is no whole minute and is refused. */
function readLength(words: string): number | undefined {
  if (words === 'half an hour' || words === 'half hour') return 30;
  if (words === 'an hour') return 60;
  if (words === 'an hour and a half') return 90;
  const match =
    /^(?:for |\+ ?)?(?:(\d{1,2})(?:[.,](\d{1,2})|(½|¼|¾))? ?(?:h|hr|hrs|hours?))?(?: ?(?:and )?(\d{1,3}) ?(m|min|mins|minutes?)?)?$/.exec(
      withDigits(words),
    );
  const [, hours, decimals = '', part = '', minutes, minuteWord] = match ?? [];
  // Plain digits are a time of day; only a unit makes them a length.
  if (hours === undefined && minuteWord === undefined) return undefined;
  const hundredths = part === '' ? Number(decimals.padEnd(2, '0')) : PARTS_IN_HUNDREDTHS[part];
  const sixtieths = (hundredths ?? 0) * 60;
  if (sixtieths % 100 !== 0) return undefined;
  return Number(hours ?? 0) * 60 + sixtieths / 100 + Number(minutes ?? 0);
}

const PARTS_IN_HUNDREDTHS: Readonly<Record<string, number>> = { '¼': 25, '½': 50, '¾': 75 };
