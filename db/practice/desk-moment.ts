import { findBankHoliday } from '#db/calendar/bank-holidays.rules';
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

/** The made-up centre works Monday to Friday. */
export const WORKING_DAYS_A_WEEK = 5;

/** Monday to Friday, bank holidays left out: on these the centre is closed. */
export const isWorkingDay = (date: LocalDate): boolean =>
  weekdayOf(date) <= WORKING_DAYS_A_WEEK && findBankHoliday(date) === undefined;

/** A moment in staffed hours on the day, or on the last working day before it. */
export function deskMoment(date: LocalDate, chance: Chance): Instant {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  const minute = chance.between(9 * 60 + 10, 16 * 60 + 20);
  const start = instantOf(atTime(day, timeOfMinutes(minute)));
  return toInstant(millisecondsOf(start) + chance.below(60) * 1000);
}
