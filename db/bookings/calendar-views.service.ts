import { type Opening, readOpening } from '#db/calendar/opening.service';
import type { Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import type { Handlers } from '#db/shared/contract';
import {
  addDays,
  dateOf,
  endOfDay,
  lastDayOfMonth,
  type LocalDate,
  minutesBetween,
  startOfDay,
  startOfMonth,
  startOfWeek,
} from '#db/shared/local-date';
import * as lists from './booking-lists.repository.ts';
import { maskCard } from './booking-mask.rules.ts';
import type { MonthDay } from './booking-views.contract.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import type { Span } from './bookings.rules.ts';
import { findFreeSlots } from './find-free.service.ts';
import { freeStretches } from './places.rules.ts';
import { clipped, gapsBetween, joinedIds, placesOn } from './room-time.rules.ts';

type ViewVerbs = 'onWeek' | 'inMonth' | 'findFree';

/** The wider views of the calendar. */
export const calendarViews: Pick<Handlers<typeof bookingsContract>, ViewVerbs> = {
  async onWeek(ctx, { date }) {
    const from = startOfWeek(date);
    const dates = daysFrom(from, addDays(from, 6));
    const cards = await lists.listLiveBetween(
      ctx,
      startOfDay(from),
      endOfDay(addDays(from, 6)),
      null,
    );
    const booked = new Set(cards.map((card) => card.facilityId));
    const facilities = (await listFacilities(ctx)).filter(
      (facility) => facility.isActive || booked.has(facility.id),
    );
    const opening = await readOpening(ctx, from, addDays(from, 6));
    return {
      from,
      facilities,
      officeHours: dates.flatMap((day) => opening.officeOn(day) ?? []),
      open: dates.flatMap((day) => facilities.map((facility) => opening.openOn(facility, day))),
      bookings: cards.map((card) => maskCard(card, ctx.actor)),
    };
  },

  async inMonth(ctx, { date, facilityId }) {
    const from = startOfMonth(date);
    const until = lastDayOfMonth(date);
    const all = await listFacilities(ctx);
    const rooms = roomsCounted(all, facilityId);
    const held = await lists.listHeldBetween(ctx, startOfDay(from), endOfDay(until));
    const opening = await readOpening(ctx, from, until);
    const byDay = groupByDay(held, from, until);
    const counted = new Set(rooms.flatMap((room) => [...joinedIds(room, all)]));
    return {
      days: daysFrom(from, until).map((day) =>
        monthDay(day, {
          rooms,
          all,
          opening,
          held: byDay.get(day) ?? [],
          counted: facilityId === null ? undefined : counted,
        }),
      ),
    };
  },

  async findFree(ctx, wanted) {
    return findFreeSlots(ctx, wanted);
  },
};

function daysFrom(from: LocalDate, until: LocalDate): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The room that was asked for; otherwise every room that is booked, a hall made of others left out, so that no hour counts twice. */
function roomsCounted(all: readonly Facility[], facilityId: string | null): readonly Facility[] {
  return facilityId === null
    ? all.filter((room) => room.isActive && room.isBookable && room.partIds.length === 0)
    : all.filter((room) => room.id === facilityId);
}

/** What is held, under every day that it touches. */
function groupByDay(
  held: readonly lists.HeldTime[],
  from: LocalDate,
  until: LocalDate,
): ReadonlyMap<LocalDate, readonly lists.HeldTime[]> {
  const byDay = new Map<LocalDate, lists.HeldTime[]>();
  for (const one of held) {
    const last = dateOf(one.heldUntil);
    for (let day = dateOf(one.heldFrom); day <= last; day = addDays(day, 1)) {
      if (day < from || day > until) continue;
      const there = byDay.get(day);
      if (there === undefined) byDay.set(day, [one]);
      else there.push(one);
    }
  }
  return byDay;
}

function monthDay(
  date: LocalDate,
  seen: {
    readonly rooms: readonly Facility[];
    readonly all: readonly Facility[];
    readonly opening: Opening;
    readonly held: readonly lists.HeldTime[];
    /** The rooms whose bookings are counted; all of them when undefined. */
    readonly counted: ReadonlySet<string> | undefined;
  },
): MonthDay {
  let openMinutes = 0;
  let freeMinutes = 0;
  let isClosed = seen.rooms.length > 0;
  const reasons = new Set<string>();
  for (const room of seen.rooms) {
    const { spans, why } = seen.opening.openOn(room, date);
    const open = spans ?? [{ from: startOfDay(date), until: endOfDay(date) }];
    if (why !== '') reasons.add(why);
    if (open.length === 0) continue;
    isClosed = false;
    const joined = joinedIds(room, seen.all);
    const held = seen.held.filter((one) => joined.has(one.facilityId));
    openMinutes += minutesOf(open);
    freeMinutes += minutesOf(
      room.units === 1 ? gapsBetween(open, held) : withPlace(room, date, open, held),
    );
  }
  const starting = seen.held.filter(
    (one) =>
      dateOf(one.startsAt) === date &&
      (seen.counted === undefined || seen.counted.has(one.facilityId)),
  );
  return {
    date,
    bookings: starting.length,
    openMinutes,
    freeMinutes,
    isClosed,
    why: [...reasons].join('; '),
  };
}

/** The stretches in which a facility with several places has at least one left. */
function withPlace(
  room: Facility,
  date: LocalDate,
  ...[open, held]: [readonly Span[], readonly lists.HeldTime[]]
): readonly Span[] {
  const places = placesOn(room, date);
  const taken = held.map((one) => ({ from: one.heldFrom, until: one.heldUntil, units: one.units }));
  return open.flatMap((span) =>
    clipped(
      freeStretches(places, taken, span).filter((stretch) => stretch.free > 0),
      span,
    ),
  );
}

const minutesOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, span) => sum + minutesBetween(span.from, span.until), 0);
