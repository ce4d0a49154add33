// [browser-safe]
import { addDays, type LocalDate, weekdayOf } from '#db/shared/local-date';
import { countOf, formatDate, formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import { findBankHoliday } from './bank-holidays.rules.ts';
import type { ClosureDetails } from './calendar.contract.ts';
import { coversDay } from './opening.rules.ts';

/**
 * How a number of days is counted. `clear`: neither the day it starts from nor the day it leads to is one of them, so
 * that a notice is never short. `last-day-counts`: the day it leads to is the last of them.
 */
export type CountingMethod = 'clear' | 'last-day-counts';

/** A day on which nothing is found within ten years is a mistake in the table of closures, not a deadline. */
const FARTHEST_DAYS = 3660;

/**
 * Whether notices and deadlines count a day: Monday to Friday, no bank holiday, and no day on which the whole centre
 * is closed and which is said not to be a working day. A bank holiday on which the whole centre is entered as open
 * counts again, unless that entry says otherwise. The later entry counts.
 */
export function isWorkingDay(date: LocalDate, closures: readonly ClosureDetails[]): boolean {
  if (weekdayOf(date) > 5) return false;
  let counts = findBankHoliday(date) === undefined;
  for (const one of closures) {
    if (one.facilityId !== null || !coversDay(one, date)) continue;
    if (one.effect === 'closed' && one.isNonWorking) counts = false;
    if (one.effect === 'open' && !one.isNonWorking) counts = true;
  }
  return counts;
}

/**
 * The working day that lies so many working days after `from`, or before it when `days` is negative. With clear days,
 * so many of them lie wholly between. No day is `from` itself, or with clear days the next working day.
 */
export function addWorkingDays(
  from: LocalDate,
  days: number,
  isWorking: (date: LocalDate) => boolean,
  method: CountingMethod = 'clear',
): LocalDate {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days) + (method === 'clear' ? 1 : 0);
  let date = from;
  for (let tried = 0; left > 0; tried += 1) {
    if (tried > FARTHEST_DAYS)
      throw new RangeError(`There are no ${Math.abs(days)} working days round ${from}.`);
    date = addDays(date, step);
    if (isWorking(date)) left -= 1;
  }
  return date;
}

/**
 * How many days that pass `counts` lie between two days; 0 when `until` is not the later one. Clear days leave out both
 * ends, the other way of counting leaves out the first only.
 */
export function countDaysBetween(
  from: LocalDate,
  until: LocalDate,
  counts: (date: LocalDate) => boolean,
  method: CountingMethod = 'clear',
): number {
  const end = method === 'clear' ? addDays(until, -1) : until;
  let found = 0;
  for (let date = addDays(from, 1); date <= end; date = addDays(date, 1))
    if (counts(date)) found += 1;
  return found;
}

/** A count of working days that has been made: from which day to which, and how many. */
export type WorkingDayCount = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly days: number;
  readonly method: CountingMethod;
};

/**
 * The count in words, for the screen and for paper: '10 clear working days, not counting Monday 19 April 2027 or
 * Wednesday 5 May 2027; 3 May 2027 is a bank holiday'. Days at the weekend need no word.
 */
export function explainWorkingDays(
  count: WorkingDayCount,
  closures: readonly ClosureDetails[],
): string {
  const { from, until, method } = count;
  const days = Math.abs(count.days);
  const [first, last] = from <= until ? [from, until] : [until, from];
  const holidays: string[] = [];
  const others: string[] = [];
  for (let date = addDays(first, 1); date < last; date = addDays(date, 1)) {
    if (weekdayOf(date) > 5 || isWorkingDay(date, closures)) continue;
    const words = formatDateNoWeekday(date);
    if (findBankHoliday(date) !== undefined) holidays.push(words);
    else others.push(`${words} (${whyClosed(date, closures)})`);
  }
  return [
    method === 'clear'
      ? `${countOf(days, 'clear working day')}, not counting ${formatDate(from)} or ${formatDate(until)}`
      : `${countOf(days, 'working day')}, not counting ${formatDate(from)}`,
    ...areOrIs(holidays, 'a bank holiday', 'bank holidays'),
    ...areOrIs(others, 'no working day', 'no working days'),
  ].join('; ');
}

function areOrIs(days: readonly string[], one: string, many: string): readonly string[] {
  if (days.length === 0) return [];
  return [`${joinWords(days)} ${days.length === 1 ? `is ${one}` : `are ${many}`}`];
}

function whyClosed(date: LocalDate, closures: readonly ClosureDetails[]): string {
  const closed = closures.findLast((one) => one.isNonWorking && coversDay(one, date));
  return closed?.name ?? 'closed';
}
