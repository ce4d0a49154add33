// [browser-safe]
import { addDays, addMonths, daysBetween, type LocalDate } from '#db/shared/local-date';

/** A time in which the month does not run; still open while `resumedOn` is null. */
type Stop = { readonly from: LocalDate; readonly resumedOn: LocalDate | null };

/** A day that nobody works on for so long is a mistake in the calendar. */
const FARTHEST_DAYS = 60;

/**
 * The last day for an answer: one calendar month after the day of asking (the same date of the next month, else its
 * last day), later by the days on which the time stood still, and on the next working day where it is none.
 */
export function dueOn(
  askedOn: LocalDate,
  stops: readonly Stop[],
  isWorking: (date: LocalDate) => boolean,
): LocalDate {
  const stood = stops.reduce(
    (days, { from, resumedOn }) => days + (resumedOn === null ? 0 : daysBetween(from, resumedOn)),
    0,
  );
  let date = addDays(addMonths(askedOn, 1), stood);
  for (let tried = 0; tried < FARTHEST_DAYS && !isWorking(date); tried += 1)
    date = addDays(date, 1);
  return date;
}
