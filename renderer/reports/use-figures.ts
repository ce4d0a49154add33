import type { UseRow } from '#db/reports/reports.contract';
import type { LocalDate } from '#db/shared/local-date';
import { countOf, formatMinutes } from '#db/shared/plain-words';

const MINUTES_IN_AN_HOUR = 60;

/** Hours as a figure of a table: '12', '12.5'. */
export function hoursOf(minutes: number): string {
  const tenths = Math.round((minutes * 10) / MINUTES_IN_AN_HOUR);
  const whole = Math.trunc(tenths / 10).toLocaleString('en-GB');
  return tenths % 10 === 0 ? whole : `${whole}.${tenths % 10}`;
}

/** '23%' of the hours it was open; empty where nobody entered hours, or it was never open. */
export function shareOf(row: UseRow): string {
  if (row.openMinutes === null || row.openMinutes === 0) return '';
  return `${Math.round((row.usedMinutes * 100) / row.openMinutes)}%`;
}

/** People counted, and over how many bookings, because an uncounted booking is not one with nobody. */
export function headsOf(row: UseRow): string {
  return row.counted === 0 ? '' : `${row.headcount} (${row.counted} counted)`;
}

/** The months of a report that have begun; those to come have nothing to show yet. */
export const monthsBegun = (rows: readonly UseRow[], today: LocalDate): readonly UseRow[] =>
  rows.filter((row) => row.key <= today.slice(0, 7));

/** The year in one sentence, for those who read no charts. */
export function summaryWords(total: UseRow): string {
  const share = shareOf(total);
  return [
    `${countOf(total.bookings, 'booking')} used ${formatMinutes(total.usedMinutes)}`,
    ...(share === '' ? [] : [`${share} of the hours the rooms were open`]),
  ].join(', ');
}
