// [browser-safe]
import { addDays, addMonths, type LocalDate } from './local-date.ts';
import { countOf, formatDate } from './plain-words.ts';

/** How long ago something may have been that is entered now: a year, and time to close the year's books. */
export const MOST_DAYS_BACK = 400;

/** How far ahead anything is booked, where the room's own figure does not say less. */
export const MOST_YEARS_AHEAD = 3;

export type OutOfRange =
  | { readonly kind: 'too-long-ago'; readonly firstDay: LocalDate }
  | { readonly kind: 'too-far-ahead'; readonly lastDay: LocalDate };

/** The one rule on which days are entered and booked: undefined inside the range, else which end of it was passed. */
export function findOutOfRange(date: LocalDate, today: LocalDate): OutOfRange | undefined {
  const firstDay = addDays(today, -MOST_DAYS_BACK);
  if (date < firstDay) return { kind: 'too-long-ago', firstDay };
  const lastDay = addMonths(today, 12 * MOST_YEARS_AHEAD);
  return date > lastDay ? { kind: 'too-far-ahead', lastDay } : undefined;
}

/** The sentence for a day before the range: the day, the bound, and what to do. */
export function tooLongAgoWords(date: LocalDate, firstDay: LocalDate): string {
  return `${formatDate(date)} is too long ago: what is over is entered up to ${countOf(MOST_DAYS_BACK, 'day')} back. Enter a day from ${formatDate(firstDay)} on, or check the year.`;
}

/** The sentence for a day after the range. */
export function tooFarAheadWords(date: LocalDate, lastDay: LocalDate): string {
  return `${formatDate(date)} is too far ahead: bookings are taken up to ${countOf(MOST_YEARS_AHEAD, 'year')} ahead. Choose a day up to ${formatDate(lastDay)}, or check the year.`;
}
