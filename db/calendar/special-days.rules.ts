// [browser-safe]
import { addDays, compareText, type LocalDate } from '#db/shared/local-date';
import type { BankHoliday } from './bank-holidays.rules.ts';
import type { Closure, SpecialDay } from './calendar.contract.ts';
import { isWorkingDay } from './working-days.rules.ts';

/**
 * Every day between two that is not an ordinary one, in order, one entry for each day of a closure. A bank holiday
 * counts as a working day only where the centre is entered as open on it.
 */
export function specialDaysOf(
  holidays: readonly BankHoliday[],
  closures: readonly Closure[],
  from: LocalDate,
  until: LocalDate,
): SpecialDay[] {
  const ofHolidays = holidays.map(
    ({ date, name }): SpecialDay => ({
      date,
      name,
      kind: 'bank-holiday',
      closureId: null,
      facilityId: null,
      from: null,
      until: null,
      isNonWorking: !isWorkingDay(date, closures),
    }),
  );
  return [...ofHolidays, ...closures.flatMap((one) => daysOf(one, from, until))].toSorted((a, b) =>
    compareText(a.date, b.date),
  );
}

function daysOf(closure: Closure, from: LocalDate, until: LocalDate): readonly SpecialDay[] {
  const first = closure.firstDate > from ? closure.firstDate : from;
  const last = closure.lastDate < until ? closure.lastDate : until;
  const days: SpecialDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1))
    days.push({
      date,
      name: closure.name,
      kind: closure.effect,
      closureId: closure.id,
      facilityId: closure.facilityId,
      from: closure.from,
      until: closure.until,
      isNonWorking: closure.isNonWorking,
    });
  return days;
}
