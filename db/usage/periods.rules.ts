import {
  addDays,
  addMonths,
  financialYearOf,
  lastDayOfMonth,
  type LocalDate,
  startOfMonth,
} from '#db/shared/local-date';
import { countOf, formatMinutes, MONTH_NAMES } from '#db/shared/plain-words';
import type { Allowance } from './usage.contract.ts';

export type Period = {
  readonly from: LocalDate;
  /** Last day, included. */
  readonly until: LocalDate;
};

const MONTHS_OF: Readonly<Record<Allowance['period'], number>> = { month: 1, quarter: 3, year: 12 };

/**
 * The period of an allowance that a day lies in. Quarters and years are those of the council's financial year,
 * April to March, because allowances are paid for out of its budgets.
 */
export function periodOn(period: Allowance['period'], date: LocalDate): Period {
  const months = MONTHS_OF[period];
  const firstOfYear = `${financialYearOf(date).slice(0, 4)}-04-01` as LocalDate;
  let from = period === 'month' ? startOfMonth(date) : firstOfYear;
  while (addMonths(from, months) <= date) from = addMonths(from, months);
  return { from, until: lastDayOfMonth(addMonths(from, months - 1)) };
}

const monthOf = (date: LocalDate): string => MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '';

/** 'June 2027', 'April to June 2027', 'April 2027 to March 2028'. */
export function formatMonths({ from, until }: Period): string {
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  const end = `${monthOf(until)} ${last}`;
  if (from.slice(0, 7) === until.slice(0, 7)) return end;
  return first === last ? `${monthOf(from)} to ${end}` : `${monthOf(from)} ${first} to ${end}`;
}

/** So many minutes or pages, in words: '3 hours 20 minutes', '140 copies'. */
function amountWords(unit: Allowance['unit'], amount: number): string {
  return unit === 'copies' ? countOf(amount, 'copy', 'copies') : formatMinutes(amount);
}

/**
 * '140 of 500 copies left this quarter (April to June 2027)'; past the end of it '20 copies over the 500 copies of
 * this quarter (…)'. A period that today does not lie in is 'that' one.
 */
export function leftWords(asked: {
  readonly allowance: Pick<Allowance, 'unit' | 'amount' | 'period'>;
  readonly used: number;
  readonly period: Period;
  readonly today: LocalDate;
}): string {
  const { allowance, used, period, today } = asked;
  const isNow = period.from <= today && today <= period.until;
  const when = `${isNow ? 'this' : 'that'} ${allowance.period} (${formatMonths(period)})`;
  const left = allowance.amount - used;
  const whole = amountWords(allowance.unit, allowance.amount);
  if (left < 0) return `${amountWords(allowance.unit, -left)} over the ${whole} of ${when}`;
  const some = allowance.unit === 'copies' ? String(left) : amountWords(allowance.unit, left);
  return `${some} of ${whole} left ${when}`;
}

/** The day before an allowance begins, on which the one before it ends. */
export const dayBefore = (date: LocalDate): LocalDate => addDays(date, -1);
