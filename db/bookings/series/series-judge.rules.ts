import type { OpenDay } from '#db/calendar/calendar.contract';
import type { Facility } from '#db/facilities/facilities.contract';
import type { WeekHours } from '#db/settings/settings.contract';
import type { Actor } from '#db/shared/ctx';
import {
  addDays,
  atTime,
  type LocalDate,
  type LocalDateTime,
  timeOf,
  weekdayOf,
} from '#db/shared/local-date';
import { countOf, formatTimeRange, WEEKDAY_NAMES } from '#db/shared/plain-words';
import { maskCard } from '../booking-mask.rules.ts';
import type { BookingCard, BookingId, CreateBooking } from '../bookings.contract.ts';
import type { Span } from '../bookings.rules.ts';
import {
  type AskedTime,
  findInTheWay,
  type InTheWay,
  judgeTime,
  type Judgement as TimeJudgement,
} from '../judge.rules.ts';
import { heldSpan, joinedIds, minutesAround } from '../room-time.rules.ts';
import type { Asked, Judgement, Place } from './series-plan.rules.ts';

/** What the bookings of a series hold in common, apart from where and when. */
export type DateDetails = Omit<AskedTime['wanted'], 'facilityId' | 'date' | 'from' | 'until'>;

/** A date of a series that is asked about: what would be booked, and where. */
export type DateAsked = {
  readonly details: DateDetails;
  /** The room to which the layout belongs; in another room the date has none. */
  readonly layoutOf: Facility['id'];
  readonly place: Place;
  /** The booking that would move there, and the layout it had. */
  readonly exceptId?: BookingId;
  readonly kept?: AskedTime['kept'];
};

/** What a date would hold, with all that is needed to write it; it stands in the way of the other dates. */
export type DateHold = {
  readonly facility: Facility;
  readonly judgement: TimeJudgement;
  readonly wanted: CreateBooking;
  readonly card: BookingCard;
};

/** When rooms are open, over all days that a series may touch. */
export type OpenRooms = {
  readonly rooms: readonly Facility[];
  readonly opening: {
    readonly openOn: (facility: Facility, date: LocalDate) => OpenDay;
    /** Null while nobody has given office hours. */
    readonly officeOn: (date: LocalDate) => WeekHours | null;
  };
};

/** Everything that the rules look at; read once for all dates. */
export type SeriesFacts = OpenRooms & {
  readonly now: LocalDateTime;
  readonly actor: Actor;
  /** Live bookings at the times of the series, by room. */
  readonly holdings: ReadonlyMap<string, readonly BookingCard[]>;
  /** Why somebody may not use the room of a date, in a sentence; undefined when nothing bars them. */
  readonly findBar: (date: DateAsked) => string | undefined;
};

/** How far ahead the next open day is looked for. */
export const NEXT_OPEN_DAYS = 31;

export function facilityIn(rooms: readonly Facility[], id: Facility['id']): Facility {
  const found = rooms.find((room) => room.id === id);
  if (found === undefined) throw new Error('Every room of the series was read');
  return found;
}

const useOf = (place: Place): Span => ({
  from: atTime(place.date, place.from),
  until: atTime(place.date, place.until),
});

/** The room of a date and those joined with it, and how long the date would hold them at most. */
export function heldAt(
  rooms: readonly Facility[],
  { details, place, kept }: DateAsked,
): { readonly roomIds: ReadonlySet<string>; readonly held: Span } {
  const facility = facilityIn(rooms, place.facilityId);
  const around = minutesAround(facility, details);
  // A layout that the room no longer offers holds the minutes it had, which may be more.
  const held = heldSpan(useOf(place), {
    setup: Math.max(around.setup, kept?.around.setup ?? 0),
    cleardown: Math.max(around.cleardown, kept?.around.cleardown ?? 0),
  });
  return { roomIds: joinedIds(facility, rooms), held };
}

/** Whether the room is shut that day, or shut at that time for a reason of the day: not merely outside its usual hours. */
export function isClosedDay({ rooms, opening }: OpenRooms, place: Place): boolean {
  const { spans, why } = opening.openOn(facilityIn(rooms, place.facilityId), place.date);
  if (spans === null || (spans.length > 0 && why === '')) return false;
  return !isOpenAt(spans, place);
}

function isOpenAt(spans: readonly Span[], place: Place): boolean {
  const use = useOf(place);
  return spans.some((span) => span.from <= use.from && use.until <= span.until);
}

/** The next day on which the room is open at that time; undefined when none is near. */
export function findNextOpen({ rooms, opening }: OpenRooms, place: Place): LocalDate | undefined {
  const facility = facilityIn(rooms, place.facilityId);
  for (let ahead = 1; ahead <= NEXT_OPEN_DAYS; ahead += 1) {
    const date = addDays(place.date, ahead);
    const { spans } = opening.openOn(facility, date);
    if (spans === null || isOpenAt(spans, { ...place, date })) return date;
  }
  return undefined;
}

/** Asks of one date what every booking is asked; other dates of the series stand in its way like other bookings. */
export function judgeDate(
  facts: SeriesFacts,
  date: DateAsked,
  asked: Asked<DateHold>,
): Judgement<DateHold> {
  const { place, details } = date;
  const facility = facilityIn(facts.rooms, place.facilityId);
  const open = facts.opening.openOn(facility, place.date);
  const wanted: CreateBooking = {
    ...details,
    ...place,
    layoutId: place.facilityId === date.layoutOf ? details.layoutId : null,
    hold: null,
    lateEntry: null,
  };
  const judgement = judgeTime(
    {
      facility,
      open,
      office: facts.opening.officeOn(place.date),
      now: facts.now,
      actor: facts.actor,
    },
    { wanted, use: useOf(place), exceptId: date.exceptId, kept: date.kept },
  );
  if (judgement.hours.isPast) return { verdict: 'past', words: 'Has passed' };
  if (!asked.onClosedDay && isClosedDay(facts, place))
    return { verdict: 'closed', words: closedWords(open.why, place.date) };
  const refusal = judgement.refusals[0]?.message ?? facts.findBar(date);
  if (refusal !== undefined) return { verdict: 'refused', words: refusal };

  const joined = joinedIds(facility, facts.rooms);
  const holdings = [
    ...[...joined].flatMap((id) => facts.holdings.get(id) ?? []),
    ...asked.taken.map(({ card }) => card).filter((card) => joined.has(card.facilityId)),
  ];
  const span = { held: judgement.held, units: wanted.units, exceptId: date.exceptId };
  const inTheWay = findInTheWay(facility, span, holdings);
  if (inTheWay !== undefined) return { verdict: 'clash', words: takenWords(inTheWay, facts.actor) };
  return {
    verdict: 'free',
    hold: { facility, judgement, wanted, card: cardOf(wanted, judgement) },
  };
}

const closedWords = (why: string, date: LocalDate): string =>
  why === '' ? `Closed on ${WEEKDAY_NAMES[weekdayOf(date) - 1] ?? ''}s` : why;

/** 'Taken 10am to noon by Oak Estate TRA'. */
function takenWords(inTheWay: InTheWay, actor: Actor): string {
  if (inTheWay.kind === 'places')
    return inTheWay.freeUnits === 0
      ? 'No place is free'
      : `Only ${countOf(inTheWay.freeUnits, 'place')} free`;
  const { other } = inTheWay;
  const who = other.reference === '' ? other.bookerName : maskCard(other, actor).bookerName;
  return `Taken ${formatTimeRange(timeOf(other.heldFrom), timeOf(other.heldUntil))} by ${who}`;
}

/** A date that is not written yet, as it stands in the way of the others. */
function cardOf(wanted: CreateBooking, judgement: TimeJudgement): BookingCard {
  const use = useOf(wanted);
  return {
    id: `${wanted.facilityId} ${use.from}` as BookingId,
    reference: '',
    facilityId: wanted.facilityId,
    startsAt: use.from,
    endsAt: use.until,
    heldFrom: judgement.held.from,
    heldUntil: judgement.held.until,
    status: 'confirmed',
    bookerName: 'another date of this series',
    purpose: wanted.purpose,
    expectedNumber: wanted.expectedNumber,
    needs: '',
    isOutOfHours: judgement.isOutOfHours,
    units: wanted.units,
    seriesId: null,
    booker: wanted.booker,
    attendance: 'expected',
    version: 0,
  };
}
