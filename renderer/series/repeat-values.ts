import { z } from 'zod';
import { OnClosedDay, type Repeat, type SeriesEnd } from '#db/bookings/series/series.contract';
import { findOutOfRange, tooFarAheadWords } from '#db/shared/entry-range';
import {
  addDays,
  addMonths,
  compareText,
  lastDayOfMonth,
  LocalDate,
  startOfMonth,
  type Weekday,
  weekdayOf,
} from '#db/shared/local-date';
import { formatDate, MONTH_NAMES, WEEKDAY_NAMES } from '#db/shared/plain-words';

const DAYS_IN_A_WEEK = 7;
const MOST_DATES = 366;

/** How often, as the form's list says it; what exactly it means follows from the day chosen. */
export const RepeatKind = z.enum([
  'never',
  'daily',
  'weekly',
  'fortnightly',
  'monthly-by-weekday',
  'monthly-last-weekday',
  'monthly-by-date',
  'yearly',
  'picked',
]);
export type RepeatKind = z.infer<typeof RepeatKind>;

/** What the form holds about repeating; as the contract's Repeat and SeriesEnd only when something repeats. */
export const RepeatValues = z.object({
  kind: RepeatKind,
  endKind: z.enum(['until', 'count']),
  until: z.string(),
  count: z.number().nullable(),
  onClosedDay: OnClosedDay,
  dates: z.array(LocalDate),
});
export type RepeatValues = z.infer<typeof RepeatValues>;

export const NO_REPEAT: RepeatValues = {
  kind: 'never',
  endKind: 'until',
  until: '',
  count: null,
  onClosedDay: 'skip',
  dates: [],
};

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Which one of its weekday a day is in its month: 1 to 5. */
function placeInMonth(date: LocalDate): number {
  return Math.ceil(Number(date.slice(8, 10)) / DAYS_IN_A_WEEK);
}

function isLastOfItsWeekday(date: LocalDate): boolean {
  return addDays(date, DAYS_IN_A_WEEK) > lastDayOfMonth(date);
}

/** '1st', '22nd', '13th'. */
function ordinalOf(day: number): string {
  const isTeen = day > 10 && day < 14;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}

/** The ways a booking on that day can repeat, in the words of the day itself. */
export function repeatOptions(
  date: LocalDate,
): readonly { readonly value: RepeatKind; readonly words: string }[] {
  const weekday = WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '';
  const day = Number(date.slice(8, 10));
  const month = MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '';
  const place = placeInMonth(date);
  return [
    { value: 'never', words: 'No, only this once' },
    { value: 'daily', words: 'Every day' },
    { value: 'weekly', words: `Every ${weekday}` },
    { value: 'fortnightly', words: `Every two weeks on ${weekday}` },
    // A fifth one is not there in every month; the last one is.
    ...(place > 4
      ? []
      : [
          {
            value: 'monthly-by-weekday' as const,
            words: `Every month on the ${ORDINALS[place - 1]} ${weekday}`,
          },
        ]),
    ...(isLastOfItsWeekday(date)
      ? [
          {
            value: 'monthly-last-weekday' as const,
            words: `Every month on the last ${weekday}`,
          },
        ]
      : []),
    { value: 'monthly-by-date', words: `Every month on the ${ordinalOf(day)}` },
    { value: 'yearly', words: `Every year on ${day} ${month}` },
    { value: 'picked', words: 'On days I pick' },
  ];
}

/** Where a series ends unless somebody says otherwise: a week of days, a year of weeks, twelve months, three years. */
export function usualEnd(kind: RepeatKind, date: LocalDate): LocalDate {
  const inAYear = addMonths(date, 12);
  if (kind === 'daily') return addDays(date, 4);
  if (kind === 'yearly') return addMonths(date, 24);
  // To the end of the twelfth month: a day counted from the first would now and then make it thirteen.
  return addDays(kind.startsWith('monthly') ? startOfMonth(inAYear) : inAYear, -1);
}

/** The contract's rule for what the form holds; undefined when nothing repeats. */
export function findRepeat(values: RepeatValues, date: LocalDate): Repeat | undefined {
  const weekday: Weekday = weekdayOf(date);
  switch (values.kind) {
    case 'never':
      return undefined;
    case 'daily':
      return { kind: 'daily', every: 1 };
    case 'weekly':
      return { kind: 'weekly', every: 1, weekdays: [weekday] };
    case 'fortnightly':
      return { kind: 'weekly', every: 2, weekdays: [weekday] };
    case 'monthly-by-weekday':
      return { kind: 'monthly-by-weekday', every: 1, which: whichOf(date), weekday };
    case 'monthly-last-weekday':
      return { kind: 'monthly-by-weekday', every: 1, which: -1, weekday };
    case 'monthly-by-date':
      return { kind: 'monthly-by-date', every: 1, day: Number(date.slice(8, 10)) };
    case 'yearly':
      return { kind: 'yearly', every: 1 };
    case 'picked':
      return { kind: 'picked', dates: pickedDates(values, date) };
  }
}

function whichOf(date: LocalDate): 1 | 2 | 3 | 4 | -1 {
  const which = ([1, 2, 3, 4] as const)[placeInMonth(date) - 1];
  return which ?? -1;
}

/** The day of the booking itself and those picked beside it, each once, in order. */
export function pickedDates(values: RepeatValues, date: LocalDate): LocalDate[] {
  return [...new Set([date, ...values.dates])].toSorted(compareText);
}

/** Why a typed day cannot be picked, in a sentence that names it; undefined when it can be. */
export function findPickProblem(
  typed: string,
  read: LocalDate | undefined,
  known: {
    readonly first: LocalDate;
    readonly picked: readonly LocalDate[];
    readonly today: LocalDate;
  },
): string | undefined {
  if (read === undefined)
    return typed.trim() === ''
      ? 'Type a day first, like 24/11.'
      : `“${typed.trim()}” is no day that exists. Write it like 24/11 or 24 nov.`;
  if (read === known.first)
    return `${formatDate(read)} is the first day above already. Type another day.`;
  if (known.picked.includes(read))
    return `${formatDate(read)} is on the list already. Type another day.`;
  if (read < known.today)
    return `${formatDate(read)} has passed. Type a day from today on, with its year if it is not this one.`;
  const range = findOutOfRange(read, known.today);
  return range?.kind === 'too-far-ahead' ? tooFarAheadWords(read, range.lastDay) : undefined;
}

/** Where the series ends; hand-picked days end with the last of them. */
export function endOf(values: RepeatValues, date: LocalDate): SeriesEnd {
  if (values.kind === 'picked') return { kind: 'count', count: pickedDates(values, date).length };
  if (values.endKind === 'count') return { kind: 'count', count: values.count ?? 1 };
  return { kind: 'until', date: LocalDate.safeParse(values.until).data ?? date };
}

/** What is wrong with the repeat as typed: the field and the sentence; nothing when it can be asked about. */
export function findRepeatProblem(
  values: RepeatValues,
  date: LocalDate,
): { readonly path: readonly string[]; readonly message: string } | undefined {
  if (values.kind === 'never' || values.kind === 'picked') return undefined;
  if (values.endKind === 'count') {
    const isCount = values.count !== null && values.count >= 1 && values.count <= MOST_DATES;
    return isCount
      ? undefined
      : { path: ['repeat', 'count'], message: `Enter how many times, from 1 to ${MOST_DATES}.` };
  }
  const until = LocalDate.safeParse(values.until).data;
  return until !== undefined && until >= date
    ? undefined
    : {
        path: ['repeat', 'until'],
        message: 'Enter the last day of the series, on or after the first.',
      };
}
