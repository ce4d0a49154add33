import { type Instant, millisecondsOf, toInstant } from '#db/shared/instant';
import {
  addDays,
  atTime,
  instantOf,
  type LocalDate,
  timeOfMinutes,
  weekdayOf,
} from '#db/shared/local-date';
import type { Chance } from './chance.ts';

/** The made-up centre works Monday to Friday; it knows no bank holidays. */
export const WORKING_DAYS_A_WEEK = 5;

export const isWorkingDay = (date: LocalDate): boolean => weekdayOf(date) <= WORKING_DAYS_A_WEEK;

/** A moment in staffed hours on the day, or on the Friday before when the day is at a weekend. */
export function deskMoment(date: LocalDate, chance: Chance): Instant {
  const day = isWorkingDay(date) ? date : addDays(date, WORKING_DAYS_A_WEEK - weekdayOf(date));
  const minute = chance.between(9 * 60 + 10, 16 * 60 + 20);
  const start = instantOf(atTime(day, timeOfMinutes(minute)));
  return toInstant(millisecondsOf(start) + chance.below(60) * 1000);
}
