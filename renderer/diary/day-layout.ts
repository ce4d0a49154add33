import type { DayOfBookings, WeekOfBookings } from '#db/bookings/booking-views.contract';
import type { BookingCard } from '#db/bookings/bookings.contract';
import { openingWords, SLOT_MINUTES, spansOn } from '#db/bookings/bookings.rules';
import type { OpenDay } from '#db/calendar/calendar.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import type { WeekHours } from '#db/settings/settings.contract';
import {
  addDays,
  atTime,
  compareText,
  dateOf,
  type LocalDate,
  type LocalDateTime,
  type LocalEndTime,
  minutesBetween,
  timeOfMinutes,
} from '#db/shared/local-date';
import {
  countOf,
  formatDate,
  formatShortDate,
  formatTime,
  joinWords,
} from '#db/shared/plain-words';
import { formatSpan, placesWords } from '../bookings/booking-words.ts';
import { closedNotices, type ClosedNotice } from './closed-notices.ts';
import { freeGaps, inLanes, loadsOf } from './column-facts.ts';

export { formatSpan } from '../bookings/booking-words.ts';

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
  /** With set-up and clear-down. */
  readonly held: Stretch;
  /** Place among the bookings beside it, from 0, where a facility has several places. */
  readonly lane: number;
  readonly lanes: number;
};

/** A stretch nobody holds, with how long it is: '2 h 15 free, after clearing up'. */
export type Gap = Stretch & { readonly words: string };

/** How many places are taken for a while: '5 of 8 booked'. */
export type Load = Stretch & { readonly words: string; readonly isFull: boolean };

/** A room on one day. */
export type Column = {
  readonly key: string;
  readonly facility: Facility;
  readonly date: LocalDate;
  /** The room's name, or the day where one room's week is shown. */
  readonly title: string;
  /** 'Holds 40. Open 9am to 9pm.' */
  readonly words: string;
  readonly bands: readonly Band[];
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly loads: readonly Load[];
};

/** Where office hours begin or end, so that everyone sees where a booking becomes out of hours (BOOK-04). */
export type OfficeLine = { readonly at: number; readonly words: string };

export type DayLayout = {
  /** What the grid is called: 'Rooms on Tuesday 24 November 2026'. */
  readonly label: string;
  /** The day shown, or the first of the days shown. */
  readonly date: LocalDate;
  readonly shown: Stretch;
  readonly columns: readonly Column[];
  readonly officeLines: readonly OfficeLine[];
  /** A sentence where lines cannot say it: office closed all day, or its hours not entered. */
  readonly officeWords: string;
  /** Why rooms are closed out of the ordinary, with the bookings that lie there all the same. */
  readonly closed: readonly ClosedNotice[];
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
  const shown = shownPart([{ day, facilities, office }]);
  return {
    label: `Rooms on ${formatDate(day.date)}`,
    date: day.date,
    shown,
    columns: facilities.map((facility) => columnOf(facility, day, shown)),
    officeLines: officeLines(office),
    officeWords: officeWords(day.officeHours, day.date),
    closed: closedNotices(facilities, [day]),
  };
}

/** One room's seven days, Monday first, as columns of the same grid. */
export function layOutRoomWeek(week: WeekOfBookings, facility: Facility): DayLayout {
  const days = daysOfWeek(week.from).map((date) => dayOf(week, date, facility));
  const offices = days.map((day) => stretchesOn(day.officeHours, day.date));
  const shown = shownPart(
    days.map((day, at) => ({ day, facilities: [facility], office: offices[at] ?? [] })),
  );
  const worked = offices.filter((office) => office.length > 0);
  const usual = worked[0] ?? [];
  const isSameEachDay = worked.every((office) => spansText(office) === spansText(usual));
  return {
    label: `${facility.name}, week of ${formatDate(week.from)}`,
    date: week.from,
    shown,
    columns: days.map((day) => ({
      ...columnOf(facility, day, shown),
      title: formatShortDate(day.date),
      words: openDayWords(facility, day),
    })),
    officeLines: isSameEachDay ? officeLines(usual) : [],
    officeWords:
      week.officeHours.length === 0
        ? officeWords(week.officeHours, week.from)
        : 'Bookings outside office hours are marked out of hours.',
    closed: closedNotices([facility], days).filter((notice) => notice.bookings.length > 0),
  };
}

export function daysOfWeek(monday: LocalDate): readonly LocalDate[] {
  return [0, 1, 2, 3, 4, 5, 6].map((step) => addDays(monday, step));
}

function dayOf(week: WeekOfBookings, date: LocalDate, facility: Facility): DayOfBookings {
  return {
    date,
    facilities: [facility],
    officeHours: week.officeHours,
    open: week.open.filter((each) => each.date === date),
    bookings: week.bookings.filter((booking) => dateOf(booking.startsAt) === date),
  };
}

const spansText = (spans: readonly Stretch[]): string =>
  spans.map((span) => `${span.from}-${span.until}`).join();

const officeLines = (office: readonly Stretch[]): readonly OfficeLine[] =>
  office.flatMap((span) => [
    { at: span.from, words: 'Office hours begin' },
    { at: span.until, words: 'Office hours end' },
  ]);

function stretchesOn(hours: WeekHours, date: LocalDate): readonly Stretch[] {
  return spansOn(hours, date).map((span) => ({
    from: minuteOn(date, span.from),
    until: minuteOn(date, span.until),
  }));
}

/** What the calendar of closures says of the room that day; undefined where it says nothing of it. */
function findOpenDay(day: DayOfBookings, facility: Facility): OpenDay | undefined {
  return day.open.find((each) => each.facilityId === facility.id && each.date === day.date);
}

/** When the room is open that day; null while nobody has entered its hours. */
function openOn(facility: Facility, day: DayOfBookings): readonly Stretch[] | null {
  const said = findOpenDay(day, facility);
  if (said === undefined)
    return facility.hours === null ? null : stretchesOn(facility.hours, day.date);
  return (
    said.spans?.map((span) => ({
      from: minuteOn(day.date, span.from),
      until: minuteOn(day.date, span.until),
    })) ?? null
  );
}

type DayToShow = {
  readonly day: DayOfBookings;
  readonly facilities: readonly Facility[];
  readonly office: readonly Stretch[];
};

/** From the first thing that happens to the last, in whole hours, with an hour of air where there is any. */
function shownPart(days: readonly DayToShow[]): Stretch {
  const all = days.flatMap(({ day, facilities, office }) => {
    const open = facilities.map((facility) => openOn(facility, day));
    const known = open.flatMap((spans) => spans ?? []);
    return [
      ...known,
      ...office,
      ...(open.includes(null) ? [USUAL_DAY] : []),
      ...day.bookings
        .filter((booking) => facilities.some((each) => each.id === booking.facilityId))
        .map((booking) => heldOf(day.date, booking)),
    ];
  });
  const some = all.length === 0 ? [USUAL_DAY] : all;
  const from = Math.min(...some.map((span) => span.from));
  const until = Math.max(...some.map((span) => span.until));
  return {
    from: Math.max(0, (Math.ceil(from / MINUTES_PER_HOUR) - 1) * MINUTES_PER_HOUR),
    until: Math.min(MINUTES_PER_DAY, (Math.floor(until / MINUTES_PER_HOUR) + 1) * MINUTES_PER_HOUR),
  };
}

function columnOf(facility: Facility, day: DayOfBookings, shown: Stretch): Column {
  const open = openOn(facility, day);
  const blocks = inLanes(
    day.bookings
      .filter((booking) => booking.facilityId === facility.id)
      .toSorted((a, b) => compareText(a.startsAt, b.startsAt))
      .map((booking) => ({
        from: minuteOn(day.date, booking.startsAt),
        until: minuteOn(day.date, booking.endsAt),
        held: heldOf(day.date, booking),
        booking,
        facts: bookingFacts(booking, facility),
      })),
  );
  return {
    key: `${facility.id} ${day.date}`,
    facility,
    date: day.date,
    title: facility.name,
    words: facilityWords(facility, day.date, findOpenDay(day, facility)),
    bands: [...closedBands(facility, day, shown), ...walkInBands(facility, day)],
    blocks,
    gaps: freeGaps(facility, open ?? [shown], blocks),
    loads: loadsOf(facility, day.date, blocks),
  };
}

function heldOf(date: LocalDate, booking: BookingCard): Stretch {
  return { from: minuteOn(date, booking.heldFrom), until: minuteOn(date, booking.heldUntil) };
}

function closedBands(facility: Facility, day: DayOfBookings, shown: Stretch): readonly Band[] {
  const open = openOn(facility, day);
  if (open === null) return [];
  const why = findOpenDay(day, facility)?.why ?? '';
  if (open.length === 0) {
    return [{ ...shown, kind: 'closed', words: why === '' ? 'Closed all day' : `Closed: ${why}` }];
  }
  const usual = facility.hours === null ? [] : stretchesOn(facility.hours, day.date);
  const edges = [shown.from, ...open.flatMap((span) => [span.from, span.until]), shown.until];
  const gaps: Band[] = [];
  for (let at = 0; at < edges.length; at += 2) {
    const from = edges[at] ?? shown.from;
    const until = edges[at + 1] ?? shown.until;
    const isUsuallyOpen = usual.some((span) => span.from < until && from < span.until);
    const words =
      why !== '' && isUsuallyOpen
        ? `Closed: ${why}`
        : until < shown.until
          ? `Closed until ${formatMinute(until)}`
          : 'Closed';
    if (from < until) gaps.push({ from, until, kind: 'closed', words });
  }
  return gaps;
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
export function facilityWords(facility: Facility, date: LocalDate, said?: OpenDay): string {
  const capacity = facility.capacity === null ? [] : [`holds ${facility.capacity}`];
  const use = facility.isBookable ? [] : ['walk in'];
  return sentenceOf([...use, ...capacity, openingOf(facility, date, said)]);
}

/** What stands under a day's name in one room's week. */
function openDayWords(facility: Facility, day: DayOfBookings): string {
  return sentenceOf([openingOf(facility, day.date, findOpenDay(day, facility))]);
}

function openingOf(facility: Facility, date: LocalDate, said: OpenDay | undefined): string {
  const why = said === undefined || said.why === '' ? '' : ` (${said.why})`;
  const opening =
    said === undefined
      ? facility.hours && openingWords(facility.hours, date)
      : said.spans && joinWords(said.spans.map((span) => formatSpan(span.from, span.until)));
  if (opening === null) return 'opening hours not entered';
  return opening === '' ? `closed on this day${why}` : `open ${opening}${why}`;
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
export function bookingFacts(booking: BookingCard, facility?: Facility): string {
  const places = placesWords(booking, facility);
  return [
    formatSpan(booking.startsAt, booking.endsAt),
    ...(places === '' ? [] : [places]),
    ...(booking.expectedNumber === null
      ? []
      : [countOf(booking.expectedNumber, 'person', 'people')]),
    ...(booking.needs === '' ? [] : [`Needs: ${booking.needs}`]),
  ].join(' · ');
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
