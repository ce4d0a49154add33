import {
  addDays,
  addMonths,
  financialYearOf,
  lastDayOfMonth,
  LocalDate,
  startOfMonth,
} from '#db/shared/local-date';
import { MONTH_NAMES } from '#db/shared/plain-words';

/** The times a report is asked for. */
export type PeriodKind =
  | 'this-month'
  | 'last-month'
  | 'this-financial-year'
  | 'last-financial-year'
  | 'this-year'
  | 'last-year';

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
const day = (year: number, monthAndDay: string): LocalDate =>
  LocalDate.parse(`${year}-${monthAndDay}`);

/** First and last day, both included. The financial year runs from 1 April to 31 March. */
export function periodOf(
  kind: PeriodKind,
  today: LocalDate,
): { readonly from: LocalDate; readonly until: LocalDate } {
  const year = yearOf(today);
  const aprilOf = today.slice(5) >= '04-01' ? year : year - 1;
  switch (kind) {
    case 'this-month':
      return { from: startOfMonth(today), until: lastDayOfMonth(today) };
    case 'last-month': {
      const before = addMonths(startOfMonth(today), -1);
      return { from: before, until: lastDayOfMonth(before) };
    }
    case 'this-financial-year':
      return { from: day(aprilOf, '04-01'), until: day(aprilOf + 1, '03-31') };
    case 'last-financial-year':
      return { from: day(aprilOf - 1, '04-01'), until: day(aprilOf, '03-31') };
    case 'this-year':
      return { from: day(year, '01-01'), until: day(year, '12-31') };
    case 'last-year':
      return { from: day(year - 1, '01-01'), until: day(year - 1, '12-31') };
  }
}

/** The choices with the time each stands for. */
export function periodOptions(
  today: LocalDate,
): readonly { readonly value: PeriodKind; readonly words: string }[] {
  const monthWords = (date: LocalDate) =>
    `${MONTH_NAMES[Number(date.slice(5, 7)) - 1]} ${yearOf(date)}`;
  const lastFinancial = addDays(periodOf('this-financial-year', today).from, -1);
  return [
    {
      value: 'this-financial-year',
      words: `This financial year (${financialYearOf(today)})`,
    },
    {
      value: 'last-financial-year',
      words: `Last financial year (${financialYearOf(lastFinancial)})`,
    },
    { value: 'this-year', words: `This year (${yearOf(today)})` },
    { value: 'last-year', words: `Last year (${yearOf(today) - 1})` },
    { value: 'this-month', words: `This month (${monthWords(today)})` },
    {
      value: 'last-month',
      words: `Last month (${monthWords(addMonths(startOfMonth(today), -1))})`,
    },
  ];
}
