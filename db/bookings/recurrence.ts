import { RRuleTemporal } from 'rrule-temporal';
import type { LocalDate } from '#db/shared/local-date';
import { formatRepeat, pickedDates, type Recurrence, ruleTextOf } from './recurrence.rules.ts';
import { seriesErrors } from './series.errors.ts';

/** The most dates one series may have: a daily one of a leap year. */
export const MAX_SERIES_DATES = 366;

/** The last day the diary knows; see `DiaryDate`. */
const LAST_DIARY_DATE = '2199-12-31' as LocalDate;

/**
 * The dates a rule gives, in order. A day that a month or year lacks is left out and takes up no count (RFC 5545).
 * Throws `series.too-many-dates`, `series.no-dates`, `series.beyond-the-diary`.
 */
export function expandDates(recurrence: Recurrence): readonly LocalDate[] {
  const { date, repeat, end } = recurrence;
  if (repeat.kind === 'picked') return pickedDates(repeat.dates);

  // A rule that counts is bounded by the end of the diary too: one that never fits would be tried for ever.
  const bound = end.kind === 'until' ? end.date : LAST_DIARY_DATE;
  const wanted = end.kind === 'count' ? end.count : MAX_SERIES_DATES + 1;
  const rule = ruleTextOf({ ...recurrence, end: { kind: 'until', date: bound } });
  const dates = new RRuleTemporal({ rruleString: rule })
    .all((_, index) => index < wanted)
    .map((occurrence) => occurrence.toPlainDate().toString() as LocalDate);

  if (dates.length > MAX_SERIES_DATES)
    throw seriesErrors.error('series.too-many-dates', { limit: MAX_SERIES_DATES });
  if (dates.length === 0)
    throw seriesErrors.error('series.no-dates', { words: formatRepeat(repeat, date), from: date });
  if (end.kind === 'count' && dates.length < end.count)
    throw seriesErrors.error('series.beyond-the-diary', {});
  return dates;
}
