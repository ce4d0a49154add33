import { RRuleTemporal } from 'rrule-temporal';
import { addDays, addMonths, type LocalDate } from '#db/shared/local-date';
import { formatRepeat, pickedDates, type Recurrence, ruleTextOf } from './recurrence.rules.ts';
import type { Repeat } from './series.contract.ts';
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

  const wanted = end.kind === 'count' ? end.count : MAX_SERIES_DATES + 1;
  const enough = farEnough(date, repeat, wanted);
  const bound = end.kind === 'until' && end.date < enough ? end.date : enough;
  const rule = ruleTextOf({ ...recurrence, end: { kind: 'until', date: bound } });
  const dates = new RRuleTemporal({ rruleString: rule })
    .all()
    .slice(0, wanted)
    .map((occurrence) => occurrence.toPlainDate().toString() as LocalDate);

  if (dates.length > MAX_SERIES_DATES)
    throw seriesErrors.error('series.too-many-dates', { limit: MAX_SERIES_DATES });
  if (dates.length === 0)
    throw seriesErrors.error('series.no-dates', { words: formatRepeat(repeat, date), from: date });
  if (end.kind === 'count' && dates.length < end.count)
    throw seriesErrors.error('series.beyond-the-diary', {});
  return dates;
}

/**
 * A day by which a rule has given so many dates, or the end of the diary. A rule that counts gets an end as well: one
 * that never fits, such as the 31st of every April, would be tried for ever.
 */
function farEnough(date: LocalDate, repeat: Exclude<Repeat, { kind: 'picked' }>, count: number) {
  // The first turn may lie before the first day.
  const turns = (count + 1) * repeat.every;
  const isOnEveryTurn =
    (repeat.kind !== 'monthly-by-date' || repeat.day <= LAST_DAY_OF_EVERY_MONTH) &&
    (repeat.kind !== 'yearly' || !date.endsWith('-02-29'));
  if (!isOnEveryTurn) return LAST_DIARY_DATE;
  const far =
    repeat.kind === 'daily' || repeat.kind === 'weekly'
      ? addDays(date, repeat.kind === 'daily' ? turns : turns * 7)
      : addMonths(
          date,
          Math.min(repeat.kind === 'yearly' ? turns * 12 : turns, MONTHS_OF_THE_DIARY),
        );
  return far < LAST_DIARY_DATE ? far : LAST_DIARY_DATE;
}

const LAST_DAY_OF_EVERY_MONTH = 28;
const MONTHS_OF_THE_DIARY = 210 * 12;
