import type { HoursSpan, WeekHours } from '#db/settings/settings.contract';
import {
  addMinutes,
  atTime,
  dateOf,
  endOfDay,
  type LocalDate,
  type LocalDateTime,
  minutesBetween,
  overlaps,
  startOfDay,
  weekdayOf,
} from '#db/shared/local-date';
import { formatTime, joinWords } from '#db/shared/plain-words';
import { HOLDING_STATUSES } from './bookings.contract.ts';

/** A stretch of local time, half-open: the end belongs to whoever comes next. */
export type Span = { readonly from: LocalDateTime; readonly until: LocalDateTime };

/** As much of a booking as the clash rule looks at. */
export type Held = {
  readonly id: string;
  readonly facilityId: string;
  readonly heldFrom: LocalDateTime;
  readonly heldUntil: LocalDateTime;
  readonly status: string;
};

/** The states in which a booking is in anybody's way. */
const HOLDING: ReadonlySet<string> = new Set(HOLDING_STATUSES);

/** The grid on which free times are offered. */
export const SLOT_MINUTES = 15;

/**
 * The first booking, in time order, that holds the room during `wanted`; undefined when the room is free.
 * First come, first served: whoever holds it keeps it (BOOK-03). Cancelled bookings hold nothing, and a
 * booking never stands in its own way (`exceptId`).
 */
export function findClash<H extends Held>(
  wanted: Span & {
    readonly facilityId: string;
    readonly exceptId?: string | undefined;
    /** The rooms joined with it, itself among them; only the room itself when absent. */
    readonly joined?: ReadonlySet<string> | undefined;
  },
  held: readonly H[],
): H | undefined {
  return held
    .filter(
      (other) =>
        (other.facilityId === wanted.facilityId || wanted.joined?.has(other.facilityId) === true) &&
        other.id !== wanted.exceptId &&
        HOLDING.has(other.status) &&
        overlaps(
          { from: wanted.from, until: wanted.until },
          { from: other.heldFrom, until: other.heldUntil },
        ),
    )
    .toSorted((a, b) => (a.heldFrom < b.heldFrom ? -1 : 1))[0];
}

/** The opening spans of one day as moments; none when the place is closed that day. */
export function spansOn(hours: WeekHours, date: LocalDate): readonly Span[] {
  const weekday = weekdayOf(date);
  return hours
    .filter((span: HoursSpan) => span.weekday === weekday)
    .map((span) => ({ from: atTime(date, span.opensAt), until: atTime(date, span.closesAt) }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** '9am to 9pm', or '9am to 1pm and 2pm to 5pm'; empty when closed that day. */
export function openingWords(hours: WeekHours, date: LocalDate): string {
  const weekday = weekdayOf(date);
  return joinWords(
    hours
      .filter((span) => span.weekday === weekday)
      .toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
      .map((span) => `${formatTime(span.opensAt)} to ${formatTime(span.closesAt)}`),
  );
}

const isInside = (inner: Span, outer: Span): boolean =>
  outer.from <= inner.from && inner.until <= outer.until;

export type HoursVerdict =
  /** Inside the unit's office hours, or nobody has said what these are. */
  | 'inside-office-hours'
  /** Inside the room's opening hours, outside office hours: allowed when booked, marked, no walk-in (BOOK-04). */
  | 'out-of-hours'
  | 'closed'
  | 'past'
  /** The facility takes people as they come and is not booked during office hours (BOOK-02). */
  | 'walk-in-only'
  | 'ends-before-it-starts';

/**
 * What the hours say about a wanted time. A figure nobody has given is no rule: without the room's hours
 * nothing is closed, without office hours nothing is out of hours (BOOK-04, BOOK-24).
 * A booking that has begun is past only when its start is earlier than the minute `now` stands in.
 */
export function checkHours(asked: {
  readonly wanted: Span;
  readonly now: LocalDateTime;
  readonly isBookable: boolean;
  readonly hours: WeekHours | null;
  readonly officeHours: WeekHours;
}): HoursVerdict {
  const { wanted, officeHours } = asked;
  if (wanted.until <= wanted.from) return 'ends-before-it-starts';
  if (wanted.from < asked.now) return 'past';

  const date = dateOf(wanted.from);
  if (asked.hours !== null && !spansOn(asked.hours, date).some((open) => isInside(wanted, open)))
    return 'closed';

  const office = spansOn(officeHours, date);
  const touchesOffice = office.some((span) => overlaps(wanted, span));
  if (!asked.isBookable && (officeHours.length === 0 || touchesOffice)) return 'walk-in-only';
  if (officeHours.length > 0 && !office.some((span) => isInside(wanted, span)))
    return 'out-of-hours';
  return 'inside-office-hours';
}

/** Longest stretch of time looked through for a free slot: to the end of the day asked for. */
const MINUTES_IN_A_DAY = 24 * 60;

/**
 * The first moment from `wanted.from` on, that day, at which the room is free for as long as was asked;
 * null when there is none. Looks only inside opening hours where these are known.
 */
export function findNextFree(asked: {
  readonly wanted: Parameters<typeof findClash>[0];
  readonly held: readonly Held[];
  readonly hours: WeekHours | null;
  /** The opening spans of the day where they differ from the week's; taken from `hours` when absent. */
  readonly open?: readonly Span[] | null;
  /** Minutes to set up and to clear, which must be free but may lie outside opening hours. */
  readonly around?: { readonly setup: number; readonly cleardown: number };
}): LocalDateTime | null {
  const { setup, cleardown } = asked.around ?? { setup: 0, cleardown: 0 };
  const { wanted } = asked;
  const length = minutesBetween(wanted.from, wanted.until);
  const date = dateOf(wanted.from);
  const usual = asked.hours === null ? null : spansOn(asked.hours, date);
  const open: readonly Span[] = (asked.open === undefined ? usual : asked.open) ?? [
    { from: startOfDay(date), until: endOfDay(date) },
  ];

  let from = wanted.from;
  for (let tries = 0; tries <= MINUTES_IN_A_DAY / SLOT_MINUTES; tries += 1) {
    const until = addMinutes(from, length);
    const held = { from: addMinutes(from, -setup), until: addMinutes(until, cleardown) };
    const clash = findClash({ ...wanted, ...held }, asked.held);
    if (clash !== undefined) {
      from = addMinutes(clash.heldUntil, setup);
    } else if (open.some((span) => isInside({ from, until }, span))) {
      return from;
    } else {
      const later = open.find((span) => span.from > from);
      if (later === undefined) return null;
      from = later.from;
    }
  }
  return null;
}

/** BOOK-06: work in the centre should be tied to tenant involvement; anything else is warned about, not refused. */
export function isOutsideInvolvement(purpose: string): boolean {
  return purpose === 'not-involvement';
}

/** More people than the room holds; a room whose capacity nobody has given holds any number (BOOK-24). */
export function isOverCapacity(capacity: number | null, expected: number | null): boolean {
  return capacity !== null && expected !== null && expected > capacity;
}
