import type { MonthDay } from '#db/bookings/booking-views.contract';
import {
  addDays,
  addMonths,
  lastDayOfMonth,
  type LocalDate,
  startOfMonth,
  startOfWeek,
  weekdayOf,
} from '#db/shared/local-date';
import { countOf, formatDate, formatMinutes, MONTH_NAMES } from '#db/shared/plain-words';
import { formatHours } from '../bookings/booking-words.ts';

/** A day as the month shows it, in a word and a shape as well as a length. */
export type DayFill = {
  readonly date: LocalDate;
  readonly bookings: number;
  /** `unknown`: nobody has entered opening hours, so nothing can be said of free time. */
  readonly kind: 'free' | 'some' | 'full' | 'closed' | 'unknown';
  /** Free part of the opening time, in hundredths. */
  readonly freePercent: number;
  /** '12 h 30 free', 'Full', 'Closed: Good Friday'. */
  readonly freeWords: string;
  /** The whole of it, as a screen reader says it. */
  readonly words: string;
};

/** 'November 2026' */
export function monthTitle(date: LocalDate): string {
  return `${MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? ''} ${Number(date.slice(0, 4))}`;
}

/** The weeks a month touches, Monday first; null stands for a day of another month. */
export function weeksOfMonth(date: LocalDate): readonly (readonly (LocalDate | null)[])[] {
  const last = lastDayOfMonth(date);
  const weeks: (LocalDate | null)[][] = [];
  for (let monday = startOfWeek(startOfMonth(date)); monday <= last; monday = addDays(monday, 7)) {
    weeks.push(
      [0, 1, 2, 3, 4, 5, 6].map((step) => {
        const day = addDays(monday, step);
        return day.slice(0, 7) === date.slice(0, 7) ? day : null;
      }),
    );
  }
  return weeks;
}

/** What the month says of each of its days. */
export function fillsOf(days: readonly MonthDay[]): ReadonlyMap<LocalDate, DayFill> {
  return new Map(days.map((day) => [day.date, fillOf(day)]));
}

function fillOf(day: MonthDay): DayFill {
  const { bookings, openMinutes, freeMinutes } = day;
  const because = day.why === '' ? '' : `: ${day.why}`;
  const kind = day.isClosed
    ? 'closed'
    : openMinutes === 0
      ? 'unknown'
      : freeMinutes === 0
        ? 'full'
        : bookings === 0
          ? 'free'
          : 'some';
  const { short, long } = {
    closed: { short: `Closed${because}`, long: `closed${because}` },
    unknown: { short: '', long: '' },
    full: { short: 'Full', long: 'no time free' },
    free: { short: `${formatHours(freeMinutes)} free`, long: 'all free' },
    some: {
      short: `${formatHours(freeMinutes)} free`,
      long: `${formatMinutes(freeMinutes)} free`,
    },
  }[kind];
  return {
    date: day.date,
    bookings,
    kind,
    freePercent: openMinutes === 0 ? 0 : Math.round((100 * freeMinutes) / openMinutes),
    freeWords: short,
    words: [
      formatDate(day.date),
      ...(bookings === 0 && kind === 'closed'
        ? []
        : [bookings === 0 ? 'no bookings' : countOf(bookings, 'booking')]),
      ...(long === '' ? [] : [long]),
    ].join(', '),
  };
}

/** The day after a key in a month; undefined when the key does not move it. Days beyond the month lead into the next. */
export function movedDay(date: LocalDate, key: string): LocalDate | undefined {
  switch (key) {
    case 'ArrowLeft':
      return addDays(date, -1);
    case 'ArrowRight':
      return addDays(date, 1);
    case 'ArrowUp':
      return addDays(date, -7);
    case 'ArrowDown':
      return addDays(date, 7);
    case 'Home':
      return startOfWeek(date);
    case 'End':
      return addDays(date, 7 - weekdayOf(date));
    case 'PageUp':
      return addMonths(date, -1);
    case 'PageDown':
      return addMonths(date, 1);
    default:
      return undefined;
  }
}
