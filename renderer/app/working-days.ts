import { type LocalDate, weekdayOf } from '#db/shared/local-date';

const FRIDAY = 5;

/** Some day of a year that the calendar lists; `isNonWorking` takes it out of the council's working days. */
type ListedDay = { readonly date: LocalDate; readonly isNonWorking: boolean };

/** A day beyond the years that were read is none, so that a count into the unknown is refused and never wrong. */
export function workingDaysAround(
  year: number,
  listed: readonly ListedDay[],
): (date: LocalDate) => boolean {
  const off = new Set(listed.filter((day) => day.isNonWorking).map((day) => day.date));
  return (date) =>
    Math.abs(Number(date.slice(0, 4)) - year) <= 1 && weekdayOf(date) <= FRIDAY && !off.has(date);
}
