import { readOpening } from '#db/calendar/opening.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { getFacility, listFacilities } from '#db/facilities/facilities.service';
import type { Ctx } from '#db/shared/ctx';
import { addDays, compareText, type LocalDate, localDateTimeOf } from '#db/shared/local-date';
import { readBars } from '../booking-bars.service.ts';
import * as lists from '../booking-lists.repository.ts';
import { maskWords } from '../booking-mask.rules.ts';
import type { BookingCard } from '../bookings.contract.ts';
import {
  type DateAsked,
  type DateHold,
  facilityIn,
  findNextOpen,
  heldAt,
  isClosedDay,
  judgeDate,
  NEXT_OPEN_DAYS,
} from './series-judge.rules.ts';
import type { Asked, Judgement } from './series-plan.rules.ts';

/** Everything that was read for a series at once, so that each of its dates is judged without asking the file again. */
export type SeriesWorld = {
  readonly facilityOf: (id: Facility['id']) => Facility;
  readonly judge: (date: DateAsked, asked: Asked<DateHold>) => Judgement<DateHold>;
  readonly findNextOpen: (date: DateAsked) => LocalDate | undefined;
  /** Why somebody may not use the room of a date, in a sentence; undefined when nothing bars them. */
  readonly findBar: (date: DateAsked) => string | undefined;
};

/**
 * Reads what the rules need to know of all dates: hours and closed days once, restrictions once, and whoever holds a
 * room at one of these times in one query. The rules themselves are those of a single booking.
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
  const open = { rooms, opening };

  const nextOpen = asked.movesToNextOpen
    ? dates.flatMap((date) => {
        const next = isClosedDay(open, date.place) ? findNextOpen(open, date.place) : undefined;
        return next === undefined ? [] : [{ ...date, place: { ...date.place, date: next } }];
      })
    : [];
  const facts = {
    ...open,
    now: localDateTimeOf(ctx.now()),
    actor: ctx.actor,
    holdings: byFacility(await lists.listHoldingIn(ctx, windowsOf(rooms, [...dates, ...nextOpen]))),
    findBar: await readBarsOf(ctx, rooms, dates),
  };
  return {
    facilityOf: (id) => facilityIn(rooms, id),
    judge: (date, taken) => judgeDate(facts, date, taken),
    findNextOpen: (date) => findNextOpen(open, date.place),
    findBar: facts.findBar,
  };
}

async function roomsOf(ctx: Ctx, dates: readonly DateAsked[]): Promise<readonly Facility[]> {
  const rooms = await listFacilities(ctx);
  const unknown = dates.find(({ place }) => !rooms.some((room) => room.id === place.facilityId));
  // Refuses a room that is not there in the words of its own module.
  return unknown === undefined
    ? rooms
    : [...rooms, await getFacility(ctx, unknown.place.facilityId)];
}

function windowsOf(
  rooms: readonly Facility[],
  dates: readonly DateAsked[],
): readonly lists.HeldWindow[] {
  return dates.flatMap((date) => {
    const { roomIds, held } = heldAt(rooms, date);
    return [...roomIds].map((id) => ({ facilityId: id as Facility['id'], ...held }));
  });
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

/** Restrictions of everybody who books or answers for a date of the series, each of them read once. */
async function readBarsOf(
  ctx: Ctx,
  rooms: readonly Facility[],
  dates: readonly DateAsked[],
): Promise<(date: DateAsked) => string | undefined> {
  const keyOf = ({ details }: DateAsked): string =>
    JSON.stringify([details.booker, details.responsiblePersonId]);
  const bars = new Map<string, Awaited<ReturnType<typeof readBars>>>();
  for (const date of dates)
    if (!bars.has(keyOf(date))) bars.set(keyOf(date), await readBars(ctx, date.details));
  return (date) => {
    const refusal = bars.get(keyOf(date))?.(
      facilityIn(rooms, date.place.facilityId),
      date.place.date,
    );
    return refusal === undefined ? undefined : maskWords(refusal.message, ctx.actor);
  };
}
