import { minutesOfTime } from '#db/shared/local-date';
import type { HoursSpan, WeekHours } from './settings.contract.ts';

/** Weekdays in words, Monday first; index 0 is Monday. */
export const WEEKDAY_WORDS: readonly string[] = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];

export function weekdayWord(weekday: number): string {
  return WEEKDAY_WORDS[weekday - 1] ?? '';
}

/** The weekday, in words, whose spans overlap or run backwards; undefined when the week is sound. */
export function findBadDay(hours: WeekHours): string | undefined {
  const inOrder = inWeekOrder(hours);
  for (const [index, span] of inOrder.entries()) {
    const next = inOrder[index + 1];
    const runsBackwards = minutesOfTime(span.closesAt) <= minutesOfTime(span.opensAt);
    const overlapsNext =
      next !== undefined &&
      next.weekday === span.weekday &&
      minutesOfTime(next.opensAt) < minutesOfTime(span.closesAt);
    if (runsBackwards || overlapsNext) return weekdayWord(span.weekday);
  }
  return undefined;
}

/** The same spans, Monday first and the earlier one first. */
export function inWeekOrder(hours: WeekHours): WeekHours {
  return hours.toSorted(
    (a: HoursSpan, b: HoursSpan) =>
      a.weekday - b.weekday || minutesOfTime(a.opensAt) - minutesOfTime(b.opensAt),
  );
}
