import type { WeekHours } from '#db/settings/settings.contract';
import { officeHoursOn, readOfficeHours } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import type { Closure, OpenDay } from './calendar.contract.ts';
import * as closures from './calendar.repository.ts';
import { officeSpans, openSpans, type WithHours } from './opening.rules.ts';
import {
  addWorkingDays,
  countDaysBetween,
  type CountingMethod,
  isWorkingDay,
} from './working-days.rules.ts';

/** When a facility is open on a day, after bank holidays, closures and extra open days. */
export async function openDayOf(ctx: Ctx, facility: WithHours, date: LocalDate): Promise<OpenDay> {
  return openSpans(facility, date, await closures.listBetween(ctx, date, date));
}

/** Every question about opening between two days, answered from what was read once. */
export type Opening = {
  readonly openOn: (facility: WithHours, date: LocalDate) => OpenDay;
  /** The office hours of that day, as `officeHoursOnDay` has them; null while nobody has given any. */
  readonly officeOn: (date: LocalDate) => WeekHours | null;
};

/** Reads closures and office hours between two days, both included; two look-ups, however many days and facilities. */
export async function readOpening(ctx: Ctx, from: LocalDate, until: LocalDate): Promise<Opening> {
  const inForce = await closures.listBetween(ctx, from, until);
  const officeHours = await readOfficeHours(ctx, until);
  return {
    openOn: (facility, date) => openSpans(facility, date, inForce),
    officeOn: (date) => {
      const usual = officeHours(date);
      return usual.length === 0 ? null : officeSpans(usual, date, inForce);
    },
  };
}

/** The open days of several facilities from `from` to `until`, both included: day by day, each with its facilities in the order given. */
export async function openDaysOf(
  ctx: Ctx,
  facilities: readonly WithHours[],
  from: LocalDate,
  until: LocalDate,
): Promise<readonly OpenDay[]> {
  const inForce = await closures.listBetween(ctx, from, until);
  const days: OpenDay[] = [];
  for (let date = from; date <= until; date = addDays(date, 1))
    for (const facility of facilities) days.push(openSpans(facility, date, inForce));
  return days;
}

/** The unit's office hours on one day, as spans of its weekday; empty on a bank holiday and on a day the whole centre is closed (BOOK-04). */
export async function officeHoursOnDay(ctx: Ctx, date: LocalDate): Promise<WeekHours> {
  return officeSpans(
    await officeHoursOn(ctx, date),
    date,
    await closures.listBetween(ctx, date, date),
  );
}

/**
 * Days on which a facility is open at some time, strictly between two days; for late cancellation. A facility without
 * hours is open on every day that is not closed.
 */
export async function clearOpenDaysBetween(
  ctx: Ctx,
  facility: WithHours,
  from: LocalDate,
  until: LocalDate,
): Promise<number> {
  const inForce = await closures.listBetween(ctx, from, until);
  return countDaysBetween(from, until, (date) => {
    const { spans } = openSpans(facility, date, inForce);
    return spans === null || spans.length > 0;
  });
}

/** The first day from `date` on, itself included, on which a facility is open; undefined when it is closed for a year. */
export async function findNextOpenDay(
  ctx: Ctx,
  facility: WithHours,
  date: LocalDate,
): Promise<OpenDay | undefined> {
  const last = addDays(date, 366);
  const inForce = await closures.listBetween(ctx, date, last);
  for (let day = date; day <= last; day = addDays(day, 1)) {
    const open = openSpans(facility, day, inForce);
    if (open.spans === null || open.spans.length > 0) return open;
  }
  return undefined;
}

/**
 * The working day so many working days after a day, or before it when `days` is negative: for due dates and notices.
 * Clear days unless the method says otherwise.
 */
export async function workingDayFrom(
  ctx: Ctx,
  from: LocalDate,
  days: number,
  method?: CountingMethod,
): Promise<LocalDate> {
  const inForce = await listClosuresRound(ctx, from, days);
  return addWorkingDays(from, days, (date) => isWorkingDay(date, inForce), method);
}

/** Closures near enough to a day to matter for a count of so many working days from it. */
export function listClosuresRound(
  ctx: Ctx,
  from: LocalDate,
  days: number,
): Promise<readonly Closure[]> {
  // Two calendar days for a working day and a year for closures leave room for any holiday.
  const reach = Math.abs(days) * 2 + 366;
  return closures.listBetween(ctx, addDays(from, -reach), addDays(from, reach));
}
