import type { DayOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { openingWords, SLOT_MINUTES, spansOn } from '#db/bookings/bookings.rules';
import type { Facility } from '#db/facilities/facilities.contract';
import type { WeekHours } from '#db/settings/settings.contract';
import {
  atTime,
  compareText,
  type LocalDate,
  type LocalDateTime,
  type LocalEndTime,
  minutesBetween,
  timeOfMinutes,
} from '#db/shared/local-date';
import { countOf, formatTime, formatTimeRange } from '#db/shared/plain-words';

/** Shown when nothing says when the centre is open. */
const USUAL_DAY = { from: 9 * 60, until: 21 * 60 };
const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1440;

/** A stretch of the day in minutes since midnight, half-open. */
export type Stretch = { readonly from: number; readonly until: number };

/** A part of a room's column that is not simply free to book, with the words that say why. */
export type Band = Stretch & {
  readonly kind: 'closed' | 'walk-in';
  readonly words: string;
};

export type Block = Stretch & {
  readonly booking: BookingCard;
  /** '6pm to 8pm', '20 people' and so on, as shown under the name. */
  readonly facts: string;
};

export type Column = {
  readonly facility: Facility;
  /** 'Holds 40. Open 9am to 9pm.' */
  readonly words: string;
  readonly bands: readonly Band[];
  readonly blocks: readonly Block[];
};

/** Where office hours begin or end, so that everyone sees where a booking becomes out of hours (BOOK-04). */
export type OfficeLine = { readonly at: number; readonly words: string };

export type DayLayout = {
  readonly date: LocalDate;
  readonly shown: Stretch;
  readonly columns: readonly Column[];
  readonly officeLines: readonly OfficeLine[];
  /** A sentence where lines cannot say it: office closed all day, or its hours not entered. */
  readonly officeWords: string;
};

/** Minutes since the start of the day shown; a moment of another day is cut to the day's edge. */
export function minuteOn(date: LocalDate, moment: LocalDateTime): number {
  const minutes = minutesBetween(atTime(date, '00:00' as LocalEndTime), moment);
  return Math.min(MINUTES_PER_DAY, Math.max(0, minutes));
}

/** Everything the day view draws, worked out before anything is drawn. */
export function layOutDay(day: DayOfBookings): DayLayout {
  const facilities = day.facilities.filter(
    (facility) =>
      facility.isActive || day.bookings.some((booking) => booking.facilityId === facility.id),
  );
  const office = stretchesOn(day.officeHours, day.date);
  const shown = shownPart(day, facilities, office);
  return {
    date: day.date,
    shown,
    columns: facilities.map((facility) => columnOf(facility, day, shown)),
    officeLines: office.flatMap((span) => [
      { at: span.from, words: 'Office hours begin' },
      { at: span.until, words: 'Office hours end' },
    ]),
    officeWords: officeWords(day.officeHours, day.date),
  };
}

function stretchesOn(hours: WeekHours, date: LocalDate): readonly Stretch[] {
  return spansOn(hours, date).map((span) => ({
    from: minuteOn(date, span.from),
    until: minuteOn(date, span.until),
  }));
}

/** From the first thing that happens to the last, in whole hours, with an hour of air where there is any. */
function shownPart(
  day: DayOfBookings,
  facilities: readonly Facility[],
  office: readonly Stretch[],
): Stretch {
  const open = facilities.flatMap((facility) =>
    facility.hours === null ? [] : stretchesOn(facility.hours, day.date),
  );
  const someHoursUnknown = facilities.some((facility) => facility.hours === null);
  const all = [
    ...open,
    ...office,
    ...(someHoursUnknown || open.length === 0 ? [USUAL_DAY] : []),
    ...day.bookings.map((booking) => stretchOf(day.date, booking)),
  ];
  const from = Math.min(...all.map((span) => span.from));
  const until = Math.max(...all.map((span) => span.until));
  return {
    from: Math.max(0, (Math.ceil(from / MINUTES_PER_HOUR) - 1) * MINUTES_PER_HOUR),
    until: Math.min(MINUTES_PER_DAY, (Math.floor(until / MINUTES_PER_HOUR) + 1) * MINUTES_PER_HOUR),
  };
}

function columnOf(facility: Facility, day: DayOfBookings, shown: Stretch): Column {
  return {
    facility,
    words: facilityWords(facility, day.date),
    bands: [...closedBands(facility, day.date, shown), ...walkInBands(facility, day)],
    blocks: day.bookings
      .filter((booking) => booking.facilityId === facility.id)
      .toSorted((a, b) => compareText(a.startsAt, b.startsAt))
      .map((booking) => ({
        ...stretchOf(day.date, booking),
        booking,
        facts: bookingFacts(booking),
      })),
  };
}

function stretchOf(date: LocalDate, booking: BookingCard): Stretch {
  return { from: minuteOn(date, booking.startsAt), until: minuteOn(date, booking.endsAt) };
}

function closedBands(facility: Facility, date: LocalDate, shown: Stretch): readonly Band[] {
  if (facility.hours === null) return [];
  const open = stretchesOn(facility.hours, date);
  if (open.length === 0) return [{ ...shown, kind: 'closed', words: 'Closed all day' }];
  const edges = [shown.from, ...open.flatMap((span) => [span.from, span.until]), shown.until];
  const gaps: Band[] = [];
  for (let at = 0; at < edges.length; at += 2) {
    const from = edges[at] ?? shown.from;
    const until = edges[at + 1] ?? shown.until;
    if (from < until) gaps.push({ from, until, kind: 'closed', words: closedWords(until, shown) });
  }
  return gaps;
}

function closedWords(until: number, shown: Stretch): string {
  return until < shown.until ? `Closed until ${formatMinute(until)}` : 'Closed';
}

/** BOOK-02: walk-in facilities are shown, and booked only outside office hours. */
function walkInBands(facility: Facility, day: DayOfBookings): readonly Band[] {
  if (facility.isBookable) return [];
  return stretchesOn(day.officeHours, day.date).map((span) => ({
    ...span,
    kind: 'walk-in',
    words: 'Walk in, no booking',
  }));
}

/** What stands under a room's name. */
export function facilityWords(facility: Facility, date: LocalDate): string {
  const capacity = facility.capacity === null ? [] : [`holds ${facility.capacity}`];
  const use = facility.isBookable ? [] : ['walk in'];
  const opening = facility.hours === null ? '' : openingWords(facility.hours, date);
  const hours =
    facility.hours === null
      ? 'opening hours not entered'
      : opening === ''
        ? 'closed on this day'
        : `open ${opening}`;
  return sentenceOf([...use, ...capacity, hours]);
}

function sentenceOf(parts: readonly string[]): string {
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function officeWords(hours: WeekHours, date: LocalDate): string {
  if (hours.length === 0) {
    return 'Office hours are not entered yet, so no booking is marked as out of hours.';
  }
  const today = openingWords(hours, date);
  return today === ''
    ? 'The office is closed on this day. Every booking is out of hours.'
    : `Office hours ${today}. Bookings outside them are marked out of hours.`;
}

/** Time, people and needs of a booking in one line. */
export function bookingFacts(booking: BookingCard): string {
  return [
    formatSpan(booking.startsAt, booking.endsAt),
    ...(booking.expectedNumber === null
      ? []
      : [countOf(booking.expectedNumber, 'person', 'people')]),
    ...(booking.needs === '' ? [] : [`Needs: ${booking.needs}`]),
  ].join(' · ');
}

/** '6pm to 8pm'; an end at midnight reads as midnight. */
export function formatSpan(from: LocalDateTime, until: LocalDateTime): string {
  return formatTimeRange(from.slice(11) as LocalEndTime, until.slice(11) as LocalEndTime);
}

/** A minute of the day in words: 1110 is '6:30pm'. */
export function formatMinute(minute: number): string {
  return formatTime(timeOfMinutes(minute));
}

/** The whole hours that label the rows. */
export function hoursShown(shown: Stretch): readonly number[] {
  const hours: number[] = [];
  for (let at = shown.from; at < shown.until; at += MINUTES_PER_HOUR) hours.push(at);
  return hours;
}

/** How many quarter-hour rows a stretch takes; a booking at five past takes a part of one. */
export function rowsOf(minutes: number): number {
  return minutes / SLOT_MINUTES;
}
