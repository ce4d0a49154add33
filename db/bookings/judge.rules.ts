import type { OpenDay } from '#db/calendar/calendar.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import { countOutOfOrder } from '#db/facilities/seats.rules';
import type { WeekHours } from '#db/settings/settings.contract';
import type { Actor } from '#db/shared/ctx';
import type { DomainError } from '#db/shared/domain-error';
import { findOutOfRange } from '#db/shared/entry-range';
import {
  addMinutes,
  compareText,
  dateOf,
  type LocalDateTime,
  minutesBetween,
  timeOf,
} from '#db/shared/local-date';
import { formatTimeRange, joinWords } from '#db/shared/plain-words';
import type { BookingCard, ChangeBooking, CreateBooking } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import { isOverCapacity, type Span, spansOn } from './bookings.rules.ts';
import { fewestFree } from './places.rules.ts';
import {
  capacityOf,
  heldSpan,
  type HoursFindings,
  lookAtHours,
  type MinutesAround,
  minutesAround,
  placesOn,
} from './room-time.rules.ts';
import { refusalsOfClock, refusalsOfLimits } from './limits.rules.ts';

/** What the rules know of a room on one day before they look at other bookings. */
export type RoomFacts = {
  readonly facility: Facility;
  readonly open: OpenDay;
  /** The office hours of that day; null while nobody has given any. */
  readonly office: WeekHours | null;
  readonly now: LocalDateTime;
  readonly actor: Actor;
};

/** A booking as it is wanted: what was typed, and the moments that come of it. */
export type AskedTime = {
  readonly wanted: Omit<CreateBooking, 'hold' | 'lateEntry'> &
    Partial<Pick<CreateBooking, 'hold' | 'lateEntry'>> &
    Partial<Pick<ChangeBooking, 'agreement'>>;
  readonly use: Span;
  /** The booking being changed, which never stands in its own way. */
  readonly exceptId?: string | undefined;
  /** A booking that keeps its start may run longer or move rooms although it has begun. */
  readonly isStartKept?: boolean | undefined;
  /** A line of an old diary, which may go back further than anything typed. */
  readonly isOldDiary?: boolean;
  /** The layout it had before, which it may keep although the room no longer offers it, with its minutes. */
  readonly kept?: { readonly layoutId: string | null; readonly around: MinutesAround } | undefined;
};

/** What the rules say of a wanted time, other bookings apart. */
export type Judgement = {
  readonly use: Span;
  readonly around: MinutesAround;
  readonly held: Span;
  readonly hours: HoursFindings;
  readonly isOutOfHours: boolean;
  /** Every rule that refuses it, the first one first. */
  readonly refusals: readonly DomainError[];
};

const isManager = (actor: Actor): boolean =>
  actor.kind === 'program' || (actor.kind === 'user' && actor.role === 'manager');

/** Asks every rule of a room and a day; nothing is thrown, so that a form can show all answers at once. */
export function judgeTime(facts: RoomFacts, asked: AskedTime): Judgement {
  const { facility, open, now } = facts;
  const around = aroundOf(facility, asked);
  const hours = lookAtHours({
    use: asked.use,
    now: asked.isStartKept === true ? asked.use.from : now,
    isBookable: facility.isBookable,
    open: open.spans,
    office: facts.office === null ? null : spansOn(facts.office, dateOf(asked.use.from)),
  });
  const outside = asked.wanted.outsideHours;
  return {
    use: asked.use,
    around,
    held: heldSpan(asked.use, around),
    hours,
    isOutOfHours: hours.isOutOfHours || (hours.isClosed && outside !== null),
    refusals: [
      ...refusalsOfRoom(facts, asked),
      ...refusalsOfHours(facts, asked, hours),
      ...refusalsOfLimits(facts, asked),
      ...refusalsOfSize(facility, asked),
    ],
  };
}

/** Minutes round the use; a layout that the room no longer offers keeps those it had. */
function aroundOf(facility: Facility, { wanted, kept }: AskedTime): MinutesAround {
  const isKept =
    kept !== undefined && wanted.layoutId !== null && kept.layoutId === wanted.layoutId;
  const around = minutesAround(facility, wanted);
  if (!isKept || facility.layouts.some((layout) => layout.id === wanted.layoutId)) return around;
  return {
    setup: wanted.setupMinutes ?? kept.around.setup,
    cleardown: wanted.cleardownMinutes ?? kept.around.cleardown,
  };
}

function refusalsOfRoom({ facility }: RoomFacts, asked: AskedTime): DomainError[] {
  const { wanted, kept } = asked;
  const refusals: DomainError[] = [];
  if (!facility.isActive)
    refusals.push(bookingErrors.error('booking.room-not-in-use', { facilityName: facility.name }));
  if (asked.use.until <= asked.use.from)
    refusals.push(bookingErrors.error('booking.ends-before-it-starts', {}));
  const hasLayout =
    wanted.layoutId === null ||
    wanted.layoutId === kept?.layoutId ||
    facility.layouts.some((layout) => layout.id === wanted.layoutId);
  if (!hasLayout)
    refusals.push(
      bookingErrors.error('booking.layout-of-another-room', { facilityName: facility.name }),
    );
  if (wanted.purpose === 'legal-dispute')
    refusals.push(bookingErrors.error('booking.legal-dispute', {}));
  return refusals;
}

function refusalsOfHours(facts: RoomFacts, asked: AskedTime, hours: HoursFindings): DomainError[] {
  const { facility, open, now } = facts;
  const refusals = [...refusalsOfClock(asked.use)];
  const range = findOutOfRange(dateOf(asked.use.from), dateOf(now));
  if (hours.isPast && range?.kind === 'too-long-ago' && asked.isOldDiary !== true)
    refusals.push(
      bookingErrors.error('booking.too-long-ago', { date: dateOf(asked.use.from), ...range }),
    );
  else if (hours.isPast && (asked.wanted.lateEntry ?? null) === null)
    refusals.push(bookingErrors.error('booking.in-the-past', { startsAt: asked.use.from, now }));
  const closed = {
    facilityName: facility.name,
    date: dateOf(asked.use.from),
    opens: openWords(open),
    why: open.why,
  };
  if (hours.isClosed && asked.wanted.outsideHours === null)
    refusals.push(bookingErrors.error('booking.room-closed', closed));
  if (hours.isClosed && asked.wanted.outsideHours !== null && !isManager(facts.actor))
    refusals.push(bookingErrors.error('booking.outside-hours-needs-manager', closed));
  if (!hours.isClosed && hours.isWalkInOnly)
    refusals.push(bookingErrors.error('booking.not-bookable', { facilityName: facility.name }));
  return refusals;
}

/** '9am to 9pm', or '9am to 1pm and 2pm to 5pm'; empty when closed that day. */
export function openWords(open: OpenDay): string {
  return joinWords(
    (open.spans ?? []).map((span) => formatTimeRange(timeOf(span.from), timeOf(span.until))),
  );
}

function refusalsOfSize(facility: Facility, { wanted }: AskedTime): DomainError[] {
  const refusals: DomainError[] = [];
  const tooMany = findOverCapacity(facility, wanted);
  if (tooMany !== undefined) refusals.push(tooMany);
  const places = placesOn(facility, wanted.date);
  if (wanted.units > places)
    refusals.push(
      bookingErrors.error('booking.too-many-places', {
        facilityName: facility.name,
        places: facility.units,
        outOfOrder: countOutOfOrder(facility, wanted.date),
        wanted: wanted.units,
      }),
    );
  return refusals;
}

/** More people than the layout, or the room, holds; also when only the number of an agreed booking changes. */
export function findOverCapacity(
  facility: Facility,
  wanted: Pick<CreateBooking, 'layoutId' | 'expectedNumber'>,
): DomainError | undefined {
  const capacity = capacityOf(facility, wanted.layoutId);
  return isOverCapacity(capacity, wanted.expectedNumber)
    ? bookingErrors.error('booking.too-many-people', {
        facilityName: facility.name,
        capacity: capacity ?? 0,
        expected: wanted.expectedNumber ?? 0,
      })
    : undefined;
}

/** What stands in the way of a held span: a booking of a whole room, or too few places. */
export type InTheWay =
  | { readonly kind: 'clash'; readonly other: BookingCard }
  | { readonly kind: 'places'; readonly freeUnits: number };

/**
 * What other bookings leave of a held span. `holdings` are the live bookings of the facility and of the rooms joined
 * with it; those of a facility with several places are counted, any other one is in the way (BOOK-03).
 */
export function findInTheWay(
  facility: Facility,
  asked: { readonly held: Span; readonly units: number; readonly exceptId?: string | undefined },
  holdings: readonly BookingCard[],
): InTheWay | undefined {
  const others = holdings.filter(
    (other) =>
      other.id !== asked.exceptId &&
      other.heldFrom < asked.held.until &&
      asked.held.from < other.heldUntil,
  );
  if (facility.units === 1) {
    const [first] = others.toSorted((a, b) => compareText(a.heldFrom, b.heldFrom));
    return first === undefined ? undefined : { kind: 'clash', other: first };
  }
  const freeUnits = freePlaces(facility, asked.held, others);
  return freeUnits >= asked.units ? undefined : { kind: 'places', freeUnits };
}

/** Places of a facility that stay free over a whole span. */
export function freePlaces(
  facility: Facility,
  span: Span,
  holdings: readonly BookingCard[],
): number {
  const places = placesOn(facility, dateOf(span.from));
  return Math.max(0, fewestFree(places, placesHeld(holdings), span));
}

export const placesHeld = (holdings: readonly BookingCard[]) =>
  holdings.map((one) => ({ from: one.heldFrom, until: one.heldUntil, units: one.units }));

/**
 * The first moment that day, from the wanted one on, at which so many places are free for as long as was asked; null
 * when there is none. Places become free only where a booking ends.
 */
export function findNextPlaces(
  facts: Pick<RoomFacts, 'facility' | 'open'>,
  asked: {
    readonly use: Span;
    readonly around: MinutesAround;
    readonly units: number;
    readonly exceptId?: string | undefined;
  },
  holdings: readonly BookingCard[],
): LocalDateTime | null {
  const { use, around, units } = asked;
  const others = holdings.filter((one) => one.id !== asked.exceptId);
  const length = minutesBetween(use.from, use.until);
  const starts = [use.from, ...others.map((one) => addMinutes(one.heldUntil, around.setup))]
    .filter((from) => from >= use.from && dateOf(from) === dateOf(use.from))
    .toSorted(compareText);
  const next = starts.find((from) => {
    const until = addMinutes(from, length);
    const isOpen =
      facts.open.spans === null ||
      facts.open.spans.some((span) => span.from <= from && until <= span.until);
    return isOpen && freePlaces(facts.facility, heldSpan({ from, until }, around), others) >= units;
  });
  return next ?? null;
}
