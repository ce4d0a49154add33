import { millisecondsBetween } from '#db/shared/instant';
import {
  addMonths,
  compareText,
  endOfDay,
  instantOf,
  lastDayOfMonth,
  type LocalDate,
  type LocalEndTime,
  type LocalTime,
  startOfDay,
  startOfMonth,
  type Weekday,
  weekdayOf,
} from '#db/shared/local-date';
import {
  formatDateNoWeekday,
  formatTimeRange,
  joinWords,
  MONTH_NAMES,
  WEEKDAY_NAMES,
} from '#db/shared/plain-words';
import type { Repeat, SeriesEnd } from './series.contract.ts';

/** The first day from which a series counts, how it repeats, and where it ends. */
export type Recurrence = {
  readonly date: LocalDate;
  readonly repeat: Repeat;
  readonly end: SeriesEnd;
};

const RFC_DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
const rfcDay = (weekday: Weekday): string => RFC_DAYS[weekday - 1] ?? '';
const rfcDate = (date: LocalDate): string => date.replaceAll('-', '');

/** Days chosen by hand in the order of the calendar, each once. */
export function pickedDates(dates: readonly LocalDate[]): readonly LocalDate[] {
  return [...new Set(dates)].toSorted(compareText);
}

/**
 * The rule in the words of RFC 5545, as it is stored and as other calendars read it. It speaks of days alone, so no
 * clock change can shift it: the hour stands beside it as the centre's wall clock shows it.
 */
export function ruleTextOf({ date, repeat, end }: Recurrence): string {
  if (repeat.kind === 'picked') {
    const dates = pickedDates(repeat.dates);
    return `DTSTART;VALUE=DATE:${rfcDate(dates[0] ?? date)}\nRDATE;VALUE=DATE:${dates.map(rfcDate).join(',')}`;
  }
  const parts = [
    ...rfcRule(repeat),
    ...(repeat.every === 1 ? [] : [`INTERVAL=${repeat.every}`]),
    end.kind === 'until' ? `UNTIL=${rfcDate(end.date)}` : `COUNT=${end.count}`,
  ];
  return `DTSTART;VALUE=DATE:${rfcDate(date)}\nRRULE:${parts.join(';')}`;
}

function rfcRule(repeat: Exclude<Repeat, { kind: 'picked' }>): readonly string[] {
  switch (repeat.kind) {
    case 'daily':
      return ['FREQ=DAILY'];
    case 'weekly':
      // Weeks begin on Monday here; every second week depends on it.
      return [
        'FREQ=WEEKLY',
        `BYDAY=${inWeekOrder(repeat.weekdays).map(rfcDay).join(',')}`,
        'WKST=MO',
      ];
    case 'monthly-by-date':
      return ['FREQ=MONTHLY', `BYMONTHDAY=${repeat.day}`];
    case 'monthly-by-weekday':
      return ['FREQ=MONTHLY', `BYDAY=${repeat.which}${rfcDay(repeat.weekday)}`];
    case 'yearly':
      return ['FREQ=YEARLY'];
  }
}

const inWeekOrder = (weekdays: readonly Weekday[]): readonly Weekday[] =>
  [...new Set(weekdays)].toSorted((a, b) => a - b);

const weekdayName = (weekday: Weekday): string => WEEKDAY_NAMES[weekday - 1] ?? '';
const monthName = (date: LocalDate): string => MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '';
const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
const dayOf = (date: LocalDate): number => Number(date.slice(8, 10));

const WHICH_WORDS: Readonly<Record<number, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  [-1]: 'last',
};

/** `1st`, `22nd`, `31st`. */
function ordinal(n: number): string {
  const isTeen = n % 100 >= 11 && n % 100 <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th');
  return `${n}${ending}`;
}

/** `every second Tuesday of the month`, without when it begins and ends; `date` is the day a yearly one falls on. */
export function formatRepeat(repeat: Repeat, date: LocalDate): string {
  switch (repeat.kind) {
    case 'daily':
      return repeat.every === 1 ? 'Every day' : `Every ${repeat.every} days`;
    case 'weekly':
      return repeat.every === 1
        ? `Every ${weekdayWords(repeat.weekdays)}`
        : `Every ${repeat.every} weeks on ${weekdayWords(repeat.weekdays)}`;
    case 'monthly-by-date':
      return repeat.every === 1
        ? `The ${ordinal(repeat.day)} of every month`
        : `The ${ordinal(repeat.day)} of every ${ordinal(repeat.every)} month`;
    case 'monthly-by-weekday': {
      const day = `${WHICH_WORDS[repeat.which] ?? ''} ${weekdayName(repeat.weekday)}`;
      return repeat.every === 1
        ? `Every ${day} of the month`
        : `The ${day} of every ${ordinal(repeat.every)} month`;
    }
    case 'yearly': {
      const day = `${dayOf(date)} ${monthName(date)}`;
      return repeat.every === 1 ? `Every year on ${day}` : `Every ${repeat.every} years on ${day}`;
    }
    case 'picked': {
      const count = pickedDates(repeat.dates).length;
      return count === 1 ? 'On one chosen date' : `On ${count} chosen dates`;
    }
  }
}

function weekdayWords(weekdays: readonly Weekday[]): string {
  const days = inWeekOrder(weekdays);
  const isRun = days.length > 2 && (days.at(-1) ?? 0) - (days[0] ?? 0) === days.length - 1;
  return isRun
    ? `${weekdayName(days[0] ?? 1)} to ${weekdayName(days.at(-1) ?? 7)}`
    : joinWords(days.map(weekdayName));
}

/**
 * A series in one sentence part: `Every second Tuesday of the month, 6:30pm to 8:30pm, January to December 2027`.
 * `dates` are those the rule gives; a rule that goes by months is told by months, any other by its first and last day.
 */
export function formatSeries(series: {
  readonly repeat: Repeat;
  readonly from: LocalTime;
  readonly until: LocalEndTime;
  readonly dates: readonly LocalDate[];
}): string {
  const first = series.dates[0];
  const last = series.dates.at(-1);
  const times = formatTimeRange(series.from, series.until);
  if (first === undefined || last === undefined) return times;
  const range = series.repeat.kind.startsWith('monthly') ? monthRange : dayRange;
  return `${formatRepeat(series.repeat, first)}, ${times}, ${range(first, last)}`;
}

function dayRange(first: LocalDate, last: LocalDate): string {
  if (first === last) return formatDateNoWeekday(first);
  if (yearOf(first) !== yearOf(last))
    return `${formatDateNoWeekday(first)} to ${formatDateNoWeekday(last)}`;
  const isSameMonth = first.slice(0, 7) === last.slice(0, 7);
  const start = isSameMonth ? `${dayOf(first)}` : `${dayOf(first)} ${monthName(first)}`;
  return `${start} to ${formatDateNoWeekday(last)}`;
}

function monthRange(first: LocalDate, last: LocalDate): string {
  const end = `${monthName(last)} ${yearOf(last)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return end;
  return yearOf(first) === yearOf(last)
    ? `${monthName(first)} to ${end}`
    : `${monthName(first)} ${yearOf(first)} to ${end}`;
}

/** More than this many months are counted, not named. */
const NAMED_MONTHS = 12;

/**
 * What the rule leaves out because the day does not exist there, in a sentence; empty when it leaves out nothing.
 * `last` is the last day looked at: the end that was asked for, or the last date of a counted series.
 */
export function leftOutWords(
  { date, repeat }: Pick<Recurrence, 'date' | 'repeat'>,
  last: LocalDate,
): string {
  if (repeat.kind === 'yearly' && date.endsWith('-02-29')) {
    const years: string[] = [];
    for (let year = yearOf(date); year <= yearOf(last); year += repeat.every)
      if (lastDayOfMonth(`${year}-02-01` as LocalDate).endsWith('28')) years.push(String(year));
    return leftOut(years, 'year', '29 February');
  }
  if (repeat.kind !== 'monthly-by-date') return '';
  const months: LocalDate[] = [];
  for (let month = startOfMonth(date); month <= last; month = addMonths(month, repeat.every))
    if (dayOf(lastDayOfMonth(month)) < repeat.day && lastDayOfMonth(month) <= last)
      months.push(month);
  return leftOut(monthsInWords(months), 'month', ordinal(repeat.day));
}

/** `February and April 2027`: the year once, after its last month. */
function monthsInWords(months: readonly LocalDate[]): readonly string[] {
  return months.map((month, index) => {
    const next = months[index + 1];
    const isLastOfYear = next === undefined || yearOf(next) !== yearOf(month);
    return isLastOfYear ? `${monthName(month)} ${yearOf(month)}` : monthName(month);
  });
}

function leftOut(names: readonly string[], unit: string, day: string): string {
  if (names.length === 0) return '';
  const who = names.length > NAMED_MONTHS ? `${names.length} ${unit}s` : joinWords(names);
  return names.length === 1
    ? `${who} has no ${day} and is left out.`
    : `${who} have no ${day} and are left out.`;
}

const SUNDAY = 7;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Whether the clocks change on that day. In this country they do so on a Sunday, which spares asking on other days. */
export function isClockChange(date: LocalDate): boolean {
  if (weekdayOf(date) !== SUNDAY) return false;
  const length = millisecondsBetween(instantOf(startOfDay(date)), instantOf(endOfDay(date)));
  return length !== MILLISECONDS_PER_DAY;
}
