import { type Opening, readOpening } from '#db/calendar/opening.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import type { Ctx } from '#db/shared/ctx';
import type { DomainError } from '#db/shared/domain-error';
import {
  addMinutes,
  dateOf,
  endOfDay,
  type LocalDate,
  localDateTimeOf,
  minutesBetween,
  startOfDay,
} from '#db/shared/local-date';
import { refuseBarred } from './booking-bars.service.ts';
import * as lists from './booking-lists.repository.ts';
import type { BookingCard, BookingId } from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import * as bookings from './bookings.repository.ts';
import { findNextFree, type Span } from './bookings.rules.ts';
import {
  type AskedTime,
  findInTheWay,
  findNextPlaces,
  type InTheWay,
  type Judgement,
  judgeTime,
  placesHeld,
  type RoomFacts,
} from './judge.rules.ts';
import { freeStretches, freeWords } from './places.rules.ts';
import { joinedIds, LONGEST_AROUND_MINUTES, placesOn } from './room-time.rules.ts';
import { planSqueeze, type SqueezePlan } from './squeeze.rules.ts';

/** A booking that every rule lets through: how the hours mark it, what it holds, and what is given up for it. */
export type Allowed = {
  readonly judgement: Judgement;
  readonly held: Span;
  readonly squeeze: SqueezePlan | undefined;
};

type AskedHeld = AskedTime & Pick<Judgement, 'held' | 'around'>;

/** What neighbours hold that gave up time for the booking which is being moved: as if it had left already. */
export type GiversHold = ReadonlyMap<BookingId, Span>;

/** What the rules need to know of a room on a day, and the opening of all rooms that day to look for another one. */
export type RoomDay = RoomFacts & { readonly opening: Opening };

/** Reads what the rules need to know of a room on a day. */
export async function readRoomFacts(
  ctx: Ctx,
  facility: Facility,
  date: LocalDate,
): Promise<RoomDay> {
  return factsFrom(ctx, await readOpening(ctx, date, date), facility, date);
}

/** The same, out of an opening that was read for many days. */
export function factsFrom(
  ctx: Ctx,
  opening: Opening,
  facility: Facility,
  date: LocalDate,
): RoomDay {
  return {
    facility,
    opening,
    open: opening.openOn(facility, date),
    office: opening.officeOn(date),
    now: localDateTimeOf(ctx.now()),
    actor: ctx.actor,
  };
}

/** Asks every rule whether a time can be had; throws the first refusal. */
export async function checkCanBook(
  ctx: Ctx,
  facility: Facility,
  asked: AskedTime,
  giversHold: GiversHold = new Map(),
): Promise<Allowed> {
  const facts = await readRoomFacts(ctx, facility, asked.wanted.date);
  const judgement = judgeTime(facts, asked);
  if (judgement.refusals[0] !== undefined) throw judgement.refusals[0];
  await refuseBarred(ctx, asked.wanted);
  return { judgement, ...(await checkIsFree(ctx, facts, { ...asked, ...judgement }, giversHold)) };
}

/** Asks only whether other bookings leave the time; throws who has it, or gives up set-up time where that was asked. */
export async function checkIsFree(
  ctx: Ctx,
  facts: RoomDay,
  asked: AskedHeld,
  giversHold: GiversHold,
): Promise<Pick<Allowed, 'held' | 'squeeze'>> {
  const { held, around } = asked;
  // A neighbour that gets time back may reach further than it does now.
  const reach = giversHold.size === 0 ? 0 : LONGEST_AROUND_MINUTES;
  const found = await lists.listHoldingJoined(
    ctx,
    addMinutes(held.from, -reach),
    addMinutes(held.until, reach),
    facts.facility.id,
  );
  const holdings = giversHold.size === 0 ? found : withSpans(found, giversHold);
  const wanted = { held, units: asked.wanted.units, exceptId: asked.exceptId };
  const inTheWay = findInTheWay(facts.facility, wanted, holdings);
  if (inTheWay === undefined) return { held, squeeze: undefined };
  const squeeze =
    inTheWay.kind === 'clash'
      ? planSqueeze({ use: asked.use, around }, others(holdings, asked.exceptId))
      : undefined;
  if (squeeze !== undefined && asked.wanted.squeeze !== null) {
    if (ctx.actor.kind === 'user' && !['officer', 'manager'].includes(ctx.actor.role))
      throw bookingErrors.error('booking.squeeze-needs-officer', {});
    return { held: squeeze.held, squeeze };
  }
  throw await takenError(ctx, facts, asked, { inTheWay, canSqueeze: squeeze !== undefined });
}

/** Neighbours as they will hold the room once the booking that is moved has left. */
const withSpans = (holdings: readonly BookingCard[], spans: GiversHold): readonly BookingCard[] =>
  holdings.map((one) => {
    const held = spans.get(one.id);
    return held === undefined ? one : { ...one, heldFrom: held.from, heldUntil: held.until };
  });

const others = (holdings: readonly BookingCard[], exceptId: string | undefined) =>
  holdings.filter((one) => one.id !== exceptId);

/** What could be had instead of a time that is taken. */
export type Ways = {
  readonly nextFreeFrom: ReturnType<typeof findNextFree>;
  readonly freeRoom: Facility | undefined;
};

/** The refusal of a taken time, with what helps: who has it, when it is free next, which other room is free. */
export async function takenError(
  ctx: Ctx,
  facts: RoomDay,
  asked: AskedHeld,
  found: { readonly inTheWay: InTheWay; readonly canSqueeze: boolean },
): Promise<DomainError> {
  const date = dateOf(asked.use.from);
  const day = await lists.listLiveBetween(ctx, startOfDay(date), endOfDay(date), null);
  const rooms = await listFacilities(ctx);
  const { facility } = facts;
  if (found.inTheWay.kind === 'places') return placesError(facts, asked, day);

  const { other } = found.inTheWay;
  const { nextFreeFrom, freeRoom } = findWays(ctx, facts, asked, { day, rooms });
  const otherRoom = rooms.find((room) => room.id === other.facilityId);
  return bookingErrors.error('booking.clash', {
    facilityName: facility.name,
    otherId: other.id,
    otherReference: other.reference,
    otherBookerName: other.bookerName,
    otherFrom: other.heldFrom,
    otherUntil: other.heldUntil,
    nextFreeFrom,
    freeRoomId: freeRoom?.id ?? null,
    freeRoomName: freeRoom?.name ?? null,
    minutesAround:
      minutesBetween(other.heldFrom, other.startsAt) +
      minutesBetween(other.endsAt, other.heldUntil),
    canSqueeze: found.canSqueeze,
    ...(otherRoom === undefined || otherRoom.id === facility.id
      ? {}
      : { otherFacilityName: otherRoom.name }),
  });
}

/** The next free time that day in the room, and another room that is free at the time that was asked for. */
export function findWays(
  ctx: Ctx,
  facts: RoomDay,
  asked: AskedHeld,
  read: { readonly day: readonly BookingCard[]; readonly rooms: readonly Facility[] },
): Ways {
  const { facility } = facts;
  const date = dateOf(asked.use.from);
  const nextFreeFrom = findNextFree({
    wanted: {
      ...asked.use,
      facilityId: facility.id,
      joined: joinedIds(facility, read.rooms),
      exceptId: asked.exceptId,
    },
    held: read.day,
    hours: null,
    open: facts.open.spans,
    around: asked.around,
  });
  const freeRoom = read.rooms.find((room) => {
    if (room.id === facility.id || !room.isBookable || room.units !== 1) return false;
    const instead = {
      ...asked,
      wanted: { ...asked.wanted, facilityId: room.id, layoutId: null, outsideHours: null },
    };
    const judged = judgeTime(factsFrom(ctx, facts.opening, room, date), instead);
    if (judged.refusals.length > 0) return false;
    const joined = joinedIds(room, read.rooms);
    const there = read.day.filter((one) => joined.has(one.facilityId));
    const wanted = { held: judged.held, units: 1, exceptId: asked.exceptId };
    return findInTheWay(room, wanted, there) === undefined;
  });
  return { nextFreeFrom, freeRoom };
}

/** '3 free until noon, 8 after': how the places go that day from the wanted start on. */
export function placesWords(facts: RoomFacts, use: Span, day: readonly BookingCard[]): string {
  const { facility, open } = facts;
  const date = dateOf(use.from);
  const closing = open.spans?.find((span) => span.from <= use.from && use.from < span.until)?.until;
  const span = { from: use.from, until: closing ?? endOfDay(date) };
  const held = placesHeld(day.filter((one) => one.facilityId === facility.id));
  return freeWords(freeStretches(placesOn(facility, date), held, span));
}

function placesError(facts: RoomFacts, asked: AskedHeld, day: readonly BookingCard[]): DomainError {
  const { facility } = facts;
  const here = day.filter((one) => one.facilityId === facility.id && one.id !== asked.exceptId);
  const inTheWay = findInTheWay(
    facility,
    { held: asked.held, units: asked.wanted.units, exceptId: asked.exceptId },
    here,
  );
  return bookingErrors.error('booking.no-places', {
    facilityName: facility.name,
    freeWords: placesWords(facts, asked.use, here),
    wanted: asked.wanted.units,
    freeUnits: inTheWay?.kind === 'places' ? inTheWay.freeUnits : 0,
    nextFreeFrom: findNextPlaces(facts, { ...asked, units: asked.wanted.units }, here),
  });
}

/**
 * The database's own guard has the last word. Since units of work run one at a time it speaks only when a rule
 * above was passed by, which is a defect; it is logged as one.
 */
export function refuseOverlap(error: unknown): never {
  if (bookings.isOverlapRefusal(error))
    throw new Error('The overlap guard refused what the clash rule had let through', {
      cause: error,
    });
  throw error;
}
