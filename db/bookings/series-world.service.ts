import { type Opening, readOpening } from '#db/calendar/opening.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import type { Ctx } from '#db/shared/ctx';
import {
  addDays,
  atTime,
  compareText,
  type LocalDate,
  timeOf,
  weekdayOf,
} from '#db/shared/local-date';
import { countOf, formatTimeRange, WEEKDAY_NAMES } from '#db/shared/plain-words';
import { barredError, listBars } from './booking-bars.service.ts';
import { factsFrom } from './booking-checks.service.ts';
import * as lists from './booking-lists.repository.ts';
import { maskCard, maskWords } from './booking-mask.rules.ts';
import type { BookingCard, BookingId, CreateBooking } from './bookings.contract.ts';
import type { Span } from './bookings.rules.ts';
import {
  type AskedTime,
  findInTheWay,
  type InTheWay,
  judgeTime,
  type Judgement as TimeJudgement,
} from './judge.rules.ts';
import { heldSpan, joinedIds, minutesAround } from './room-time.rules.ts';
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

/** Everything that was read for a series at once, so that each of its dates is judged without asking the file again. */
export type SeriesWorld = {
  readonly facilityOf: (id: Facility['id']) => Facility;
  readonly judge: (date: DateAsked, asked: Asked<DateHold>) => Judgement<DateHold>;
  readonly findNextOpen: (date: DateAsked) => LocalDate | undefined;
};

/** How far ahead the next open day is looked for. */
const NEXT_OPEN_DAYS = 31;

/**
 * Reads what the rules need to know of all dates: hours and closed days once, restrictions, and whoever holds a room
 * at one of these times in one query. The rules themselves are those of a single booking.
 */
export async function readWorld(
  ctx: Ctx,
  dates: readonly DateAsked[],
  asked: { readonly movesToNextOpen: boolean },
): Promise<SeriesWorld> {
  const rooms = await roomsOf(ctx, dates);
  const days = dates.map(({ place }) => place.date).toSorted(compareText);
  const first = days[0];
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('A series has at least one date');
  const opening = await readOpening(ctx, first, addDays(last, NEXT_OPEN_DAYS));
  const base = { ctx, rooms, opening };

  const nextOpen = asked.movesToNextOpen
    ? dates.flatMap((date) => {
        const next = isClosedDay(base, date) ? findNextOpen(base, date) : undefined;
        return next === undefined ? [] : [{ ...date, place: { ...date.place, date: next } }];
      })
    : [];
  const all = [...dates, ...nextOpen];
  const holdings = await lists.listHoldingIn(
    ctx,
    all.flatMap((date) => windowsOf(base, date)),
  );
  const read: Read = { ...base, holdings: byFacility(holdings), bars: await readBars(ctx, all) };
  return {
    facilityOf: (id) => facilityIn(rooms, id),
    judge: (date, taken) => judgeDate(read, date, taken),
    findNextOpen: (date) => findNextOpen(base, date),
  };
}

type Base = { readonly ctx: Ctx; readonly rooms: readonly Facility[]; readonly opening: Opening };
type Read = Base & {
  readonly holdings: ReadonlyMap<string, readonly BookingCard[]>;
  /** Why somebody may not use a room on a day, by room and day. */
  readonly bars: ReadonlyMap<string, string>;
};

async function roomsOf(ctx: Ctx, dates: readonly DateAsked[]): Promise<readonly Facility[]> {
  const rooms = await listFacilities(ctx);
  const unknown = dates.find(({ place }) => !rooms.some((room) => room.id === place.facilityId));
  // Refuses a room that is not there in the words of its own module.
  return unknown === undefined
    ? rooms
    : [...rooms, await getFacility(ctx, unknown.place.facilityId)];
}

function facilityIn(rooms: readonly Facility[], id: Facility['id']): Facility {
  const found = rooms.find((room) => room.id === id);
  if (found === undefined) throw new Error('Every room of the series was read');
  return found;
}

const useOf = (place: Place): Span => ({
  from: atTime(place.date, place.from),
  until: atTime(place.date, place.until),
});

/** The room itself and those joined with it, for as long as the date would hold them. */
function windowsOf({ rooms }: Base, { details, place, kept }: DateAsked): lists.HeldWindow[] {
  const facility = facilityIn(rooms, place.facilityId);
  const around = minutesAround(facility, details);
  // A layout that the room no longer offers holds the minutes it had, which may be more.
  const held = heldSpan(useOf(place), {
    setup: Math.max(around.setup, kept?.around.setup ?? 0),
    cleardown: Math.max(around.cleardown, kept?.around.cleardown ?? 0),
  });
  return [...joinedIds(facility, rooms)].map((id) => ({
    facilityId: id as Facility['id'],
    from: held.from,
    until: held.until,
  }));
}

function byFacility(cards: readonly BookingCard[]): ReadonlyMap<string, readonly BookingCard[]> {
  const found = new Map<string, BookingCard[]>();
  for (const card of cards) {
    const here = found.get(card.facilityId);
    if (here === undefined) found.set(card.facilityId, [card]);
    else here.push(card);
  }
  return found;
}

async function readBars(
  ctx: Ctx,
  dates: readonly DateAsked[],
): Promise<ReadonlyMap<string, string>> {
  const bars = new Map<string, string>();
  for (const { details, place } of dates) {
    const found = await listBars(ctx, { ...details, ...place });
    const bar = found.find((one) => one.effect === 'bars');
    if (bar !== undefined) bars.set(barKey(place), maskWords(barredError(bar).message, ctx.actor));
  }
  return bars;
}

const barKey = (place: Place): string => `${place.facilityId} ${place.date}`;

/** Whether the room is shut that day, or shut at that time for a reason of the day: not merely outside its usual hours. */
function isClosedDay({ rooms, opening }: Base, { place }: DateAsked): boolean {
  const { spans, why } = opening.openOn(facilityIn(rooms, place.facilityId), place.date);
  if (spans === null || (spans.length > 0 && why === '')) return false;
  return !isOpenAt(spans, place);
}

function isOpenAt(spans: readonly Span[], place: Place): boolean {
  const use = useOf(place);
  return spans.some((span) => span.from <= use.from && use.until <= span.until);
}

function findNextOpen({ rooms, opening }: Base, { place }: DateAsked): LocalDate | undefined {
  const facility = facilityIn(rooms, place.facilityId);
  for (let ahead = 1; ahead <= NEXT_OPEN_DAYS; ahead += 1) {
    const date = addDays(place.date, ahead);
    const { spans } = opening.openOn(facility, date);
    if (spans === null || isOpenAt(spans, { ...place, date })) return date;
  }
  return undefined;
}

function judgeDate(read: Read, date: DateAsked, asked: Asked<DateHold>): Judgement<DateHold> {
  const { place, details } = date;
  const facility = facilityIn(read.rooms, place.facilityId);
  const facts = factsFrom(read.ctx, read.opening, facility, place.date);
  const wanted: CreateBooking = {
    ...details,
    ...place,
    layoutId: place.facilityId === date.layoutOf ? details.layoutId : null,
    hold: null,
    lateEntry: null,
  };
  const judgement = judgeTime(facts, {
    wanted,
    use: useOf(place),
    exceptId: date.exceptId,
    kept: date.kept,
  });
  if (judgement.hours.isPast) return { verdict: 'past', words: 'Has passed' };
  if (!asked.onClosedDay && isClosedDay(read, date))
    return { verdict: 'closed', words: closedWords(facts.open.why, place.date) };
  const refusal = judgement.refusals[0]?.message ?? read.bars.get(barKey(place));
  if (refusal !== undefined) return { verdict: 'refused', words: refusal };

  const joined = joinedIds(facility, read.rooms);
  const holdings = [
    ...[...joined].flatMap((id) => read.holdings.get(id) ?? []),
    ...asked.taken.map(({ card }) => card).filter((card) => joined.has(card.facilityId)),
  ];
  const inTheWay = findInTheWay(
    facility,
    { held: judgement.held, units: wanted.units, exceptId: date.exceptId },
    holdings,
  );
  if (inTheWay !== undefined) return { verdict: 'clash', words: takenWords(read.ctx, inTheWay) };
  return {
    verdict: 'free',
    hold: { facility, judgement, wanted, card: cardOf(date, judgement, facility) },
  };
}

const closedWords = (why: string, date: LocalDate): string =>
  why === '' ? `Closed on ${WEEKDAY_NAMES[weekdayOf(date) - 1] ?? ''}s` : why;

/** 'Taken 10am to noon by Oak Estate TRA'. */
function takenWords(ctx: Ctx, inTheWay: InTheWay): string {
  if (inTheWay.kind === 'places')
    return inTheWay.freeUnits === 0
      ? 'No place is free'
      : `Only ${countOf(inTheWay.freeUnits, 'place')} free`;
  const { other } = inTheWay;
  const who = other.reference === '' ? other.bookerName : maskCard(other, ctx.actor).bookerName;
  return `Taken ${formatTimeRange(timeOf(other.heldFrom), timeOf(other.heldUntil))} by ${who}`;
}

/** A date that is not written yet, as it stands in the way of the others. */
function cardOf(date: DateAsked, judgement: TimeJudgement, facility: Facility): BookingCard {
  const use = useOf(date.place);
  return {
    id: `${date.place.facilityId} ${use.from}` as BookingId,
    reference: '',
    facilityId: facility.id,
    startsAt: use.from,
    endsAt: use.until,
    heldFrom: judgement.held.from,
    heldUntil: judgement.held.until,
    status: 'confirmed',
    bookerName: 'another date of this series',
    purpose: date.details.purpose,
    expectedNumber: date.details.expectedNumber,
    needs: '',
    isOutOfHours: judgement.isOutOfHours,
    units: date.details.units,
    seriesId: null,
    booker: date.details.booker,
    attendance: 'expected',
    version: 0,
  };
}
