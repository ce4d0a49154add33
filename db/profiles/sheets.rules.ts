import { addMonths, financialYearOf, LocalDate } from '#db/shared/local-date';
import type { Month, Sheet } from './profiles.contract.ts';

/** Months that answers are kept where the council says nothing. */
export const DEFAULT_MONTHS_KEPT = 12;

const firstDayOf = (month: Month): LocalDate => LocalDate.parse(`${month}-01`);

export const monthOf = (day: LocalDate): Month => day.slice(0, 7) as Month;

/** The financial year in which a sheet was filled in: '2026/27'. Sheets of two years are never added up. */
export const yearOf = (month: Month): string => financialYearOf(firstDayOf(month));

/** The last month whose sheets are no longer kept one by one. */
export const lastMonthOver = (today: LocalDate, monthsKept: number): Month =>
  monthOf(addMonths(firstDayOf(monthOf(today)), -monthsKept));

/** What a sheet counts in from now on; what it counts in already stays. */
export type Release = Pick<Sheet, 'key' | 'isCounted' | 'isCountedByArea' | 'isCountedByTenure'>;

/**
 * Which sheets join the counts now. A sheet waits until as many others of its kind wait with it as the threshold says:
 * others of the same year, and involved or not like it; for the counts by area and by tenure, others of the same area
 * and tenure. Otherwise whoever looks before and after one sheet is entered would read its answers off the difference.
 */
export function releases(sheets: readonly Sheet[], threshold: number): readonly Release[] {
  const mayJoin = (
    waiting: readonly Sheet[],
    kindOf: (sheet: Sheet) => string,
  ): ReadonlySet<string> =>
    new Set(
      [...Map.groupBy(waiting, (sheet) => `${yearOf(sheet.month)} ${kindOf(sheet)}`).values()]
        .filter((alike) => alike.length >= threshold)
        .flatMap((alike) => alike.map(({ key }) => key)),
    );
  const joining = mayJoin(
    sheets.filter((sheet) => !sheet.isCounted),
    ({ isInvolved }) => String(isInvolved),
  );
  const counted = sheets.filter((sheet) => sheet.isCounted || joining.has(sheet.key));
  const byArea = mayJoin(
    counted.filter((sheet) => !sheet.isCountedByArea && sheet.areaId !== null),
    ({ areaId }) => areaId ?? '',
  );
  const byTenure = mayJoin(
    counted.filter((sheet) => !sheet.isCountedByTenure),
    ({ tenure }) => tenure,
  );
  return counted
    .filter(({ key }) => joining.has(key) || byArea.has(key) || byTenure.has(key))
    .map(({ key, isCountedByArea, isCountedByTenure }) => ({
      key,
      isCounted: true,
      isCountedByArea: isCountedByArea || byArea.has(key),
      isCountedByTenure: isCountedByTenure || byTenure.has(key),
    }));
}
