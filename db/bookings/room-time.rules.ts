// [browser-safe]
import type { Facility } from '#db/facilities/facilities.contract';
import { countOutOfOrder } from '#db/facilities/seats.rules';
import { addMinutes, type LocalDate, overlaps } from '#db/shared/local-date';
import type { BookingCard, CreateBooking } from './bookings.contract.ts';
import type { Span } from './bookings.rules.ts';

/** Minutes that a booking holds its room before and after the use. */
export type MinutesAround = { readonly setup: number; readonly cleardown: number };

/** The longest set-up or clear-down that a booking may have. */
export const LONGEST_AROUND_MINUTES = 480;

type WantedMinutes = Pick<CreateBooking, 'layoutId' | 'setupMinutes' | 'cleardownMinutes'>;

/** The minutes round a use: what was typed for this booking, else what its layout takes, else none. */
export function minutesAround(facility: Facility, wanted: WantedMinutes): MinutesAround {
  const layout = facility.layouts.find((each) => each.id === wanted.layoutId);
  return {
    setup: wanted.setupMinutes ?? layout?.setupMinutes ?? 0,
    cleardown: wanted.cleardownMinutes ?? layout?.cleardownMinutes ?? 0,
  };
}

/** What is held for a use: the set-up before it, the use, the clear-down after it. */
export function heldSpan(use: Span, around: MinutesAround): Span {
  return {
    from: addMinutes(use.from, -around.setup),
    until: addMinutes(use.until, around.cleardown),
  };
}

/** Places of a facility on a day: those it has, less the seats that are out of order. */
export function placesOn(facility: Facility, date: LocalDate): number {
  return Math.max(0, facility.units - countOutOfOrder(facility, date));
}

/** How many people fit: what the layout says, else what the room says; null while nobody has said (BOOK-24). */
export function capacityOf(facility: Facility, layoutId: string | null): number | null {
  const layout = facility.layouts.find((each) => each.id === layoutId);
  return layout?.capacity ?? facility.capacity;
}

/** What the hours say about a time. A figure nobody has given is no rule: null is open, or always office hours. */
export type HoursFindings = {
  /** Begins before the minute `now` stands in. */
  readonly isPast: boolean;
  readonly isClosed: boolean;
  /** The facility takes people as they come and is not booked during office hours (BOOK-02). */
  readonly isWalkInOnly: boolean;
  /** Outside office hours (BOOK-04). */
  readonly isOutOfHours: boolean;
};

/** Looks at a time of use with the opening and office spans of its day. */
export function lookAtHours(asked: {
  readonly use: Span;
  readonly now: string;
  readonly isBookable: boolean;
  readonly open: readonly Span[] | null;
  readonly office: readonly Span[] | null;
}): HoursFindings {
  const { use, open, office } = asked;
  const isInside = (outer: Span): boolean => outer.from <= use.from && use.until <= outer.until;
  return {
    isPast: use.from < asked.now,
    isClosed: open !== null && !open.some(isInside),
    isWalkInOnly:
      !asked.isBookable && (office === null || office.some((span) => overlaps(use, span))),
    isOutOfHours: office !== null && !office.some(isInside),
  };
}

/** The facilities whose bookings are in each other's way: the room, its parts, the wholes it belongs to, their sisters. */
export function joinedIds(
  facility: Pick<Facility, 'id' | 'partIds'>,
  all: readonly Pick<Facility, 'id' | 'partIds'>[],
): ReadonlySet<string> {
  const parts = new Set<string>(facility.partIds);
  const joined = new Set<string>([facility.id, ...parts]);
  for (const other of all) {
    const isWhole = other.partIds.includes(facility.id);
    const isSister = other.partIds.some((id) => parts.has(id));
    if (isWhole || isSister) joined.add(other.id);
  }
  return joined;
}

/** Whether two wishes are for rooms that stand in each other's way; a wish for any room touches every room. */
export function areJoined(
  one: Facility['id'] | null,
  other: Facility['id'] | null,
  all: readonly Pick<Facility, 'id' | 'partIds'>[],
): boolean {
  if (one === null || other === null || one === other) return true;
  const room = all.find((each) => each.id === one);
  return room !== undefined && joinedIds(room, all).has(other);
}

/** Opening spans cut down to what lies between two moments. */
export function clipped(spans: readonly Span[], to: Span): readonly Span[] {
  return spans
    .map((span) => ({
      from: span.from < to.from ? to.from : span.from,
      until: span.until > to.until ? to.until : span.until,
    }))
    .filter((span) => span.from < span.until);
}

/** What is left of some spans when everything held is taken out, in order. */
export function gapsBetween(
  open: readonly Span[],
  held: readonly Pick<BookingCard, 'heldFrom' | 'heldUntil'>[],
): readonly Span[] {
  const inOrder = held.toSorted((a, b) => (a.heldFrom < b.heldFrom ? -1 : 1));
  return open.flatMap((span) => {
    const gaps: Span[] = [];
    let from = span.from;
    for (const other of inOrder) {
      if (other.heldUntil <= from || other.heldFrom >= span.until) continue;
      if (other.heldFrom > from) gaps.push({ from, until: other.heldFrom });
      from = other.heldUntil;
    }
    if (from < span.until) gaps.push({ from, until: span.until });
    return gaps;
  });
}
