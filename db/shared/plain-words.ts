// [browser-safe]
import {
  dateOf,
  type LocalDate,
  type LocalDateTime,
  type LocalEndTime,
  timeOf,
  weekdayOf,
} from './local-date.ts';
import type { Progress } from './long-act.ts';

// Spelt out here rather than asked of the computer, so that screen and paper read the same
// whatever language the computer is set to.
/** Monday first, as Weekday counts them. */
export const WEEKDAY_NAMES: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
export const MONTH_NAMES: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function weekdayName(date: LocalDate): string {
  return WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '';
}

function monthName(date: LocalDate): string {
  return MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '';
}

function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8, 10));
}

/** `Tuesday 24 November 2026` */
export function formatDate(date: LocalDate): string {
  return `${weekdayName(date)} ${formatDateNoWeekday(date)}`;
}

/** For tables: `Tue 24 Nov` */
export function formatShortDate(date: LocalDate): string {
  return `${weekdayName(date).slice(0, 3)} ${dayOfMonth(date)} ${monthName(date).slice(0, 3)}`;
}

/** `Tue 24 Nov`, with its year where that is not this one: `Mon 4 Jan 2027`. */
export function formatDayNear(date: LocalDate, today: LocalDate): string {
  const year = date.slice(0, 4);
  return year === today.slice(0, 4) ? formatShortDate(date) : `${formatShortDate(date)} ${year}`;
}

/** `24 November 2026` */
export function formatDateNoWeekday(date: LocalDate): string {
  return `${dayOfMonth(date)} ${monthName(date)} ${Number(date.slice(0, 4))}`;
}

/** `6:30pm`, `9am`; 12:00 is `noon`, 00:00 and 24:00 are `midnight`, which nobody reads the wrong way round. */
export function formatTime(time: LocalEndTime): string {
  if (time === '12:00') return 'noon';
  if (time === '00:00' || time === '24:00') return 'midnight';
  const hour = Number(time.slice(0, 2));
  const minutes = time.slice(3, 5);
  return `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'am' : 'pm'}`;
}

/** `6:30pm to 8:30pm` */
export function formatTimeRange(from: LocalEndTime, until: LocalEndTime): string {
  return `${formatTime(from)} to ${formatTime(until)}`;
}

/** `Tuesday 24 November 2026, 6:30pm` */
export function formatDateTime(localDateTime: LocalDateTime): string {
  return `${formatDate(dateOf(localDateTime))}, ${formatTime(timeOf(localDateTime))}`;
}

/** A length of whole minutes from 0 up: `2 hours 15 minutes`, `1 hour`, `0 minutes`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes - hours * 60;
  if (hours === 0) return countOf(rest, 'minute');
  return rest === 0
    ? countOf(hours, 'hour')
    : `${countOf(hours, 'hour')} ${countOf(rest, 'minute')}`;
}

/** A list in a sentence: `a`, `a and b`, `a, b and c`; nothing is the empty text. */
export function joinWords(words: readonly string[]): string {
  if (words.length < 2) return words[0] ?? '';
  return `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}

/** A whole number with its thousands apart: `1,200`. */
const formatWhole = (n: number): string => String(n).replace(/\B(?=(?:\d{3})+$)/g, ',');

/** A whole number with its word: `1 booking`, `3 bookings`, `1,200 copies` with the plural given. */
export function countOf(n: number, word: string, plural = `${word}s`): string {
  return `${formatWhole(n)} ${n === 1 ? word : plural}`;
}

/** How far a long act is, with its words: `1,200 of 5,000 rows read`. */
export function progressOf(
  done: number,
  total: number,
  what: { readonly word: string; readonly did: string },
): Progress {
  return { done, total, words: `${formatWhole(done)} of ${countOf(total, what.word)} ${what.did}` };
}
