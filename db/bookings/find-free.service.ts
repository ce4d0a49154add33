import { readOpening } from '#db/calendar/opening.service';
import { ACCESS_WORDS, type Facility } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import {
  addDays,
  addMinutes,
  compareText,
  dateOf,
  endOfDay,
  type LocalDate,
  type LocalDateTime,
  localDateTimeOf,
  minutesBetween,
  startOfDay,
  timeOf,
} from '#db/shared/local-date';
import { formatTime } from '#db/shared/plain-words';
import * as lists from './booking-lists.repository.ts';
import type { FreeSlot } from './booking-views.contract.ts';
import type { bookingsContract } from './bookings-api.contract.ts';
import { SLOT_MINUTES, type Span } from './bookings.rules.ts';
import { freeStretches } from './places.rules.ts';
import {
  clipped,
  gapsBetween,
  joinedIds,
  lookAtHours,
  type MinutesAround,
  minutesAround,
  placesOn,
} from './room-time.rules.ts';
import { spansOn } from './bookings.rules.ts';

type Wanted = Parameters<Handlers<typeof bookingsContract>['findFree']>[1];

/** Days that are read at once; most answers lie in the first few. */
const DAYS_AT_ONCE = 14;

/** More days than this are not looked through for one question. */
const MOST_DAYS = 366;

/** When the parts of a day begin and end, as moments after its midnight. */
const PARTS: Readonly<Record<Wanted['part'], readonly [from: number, until: number]>> = {
  any: [0, 1440],
  morning: [0, 720],
  afternoon: [720, 1020],
  evening: [1020, 1440],
};

/**
 * Free times that fit, the nearest first: the first start in every gap of every room that is large enough, has what is
 * needed, and is open for all of that time. A time belongs to a part of the day when all of it lies there, or when it
 * begins there and is longer than that part.
 */
export async function findFreeSlots(ctx: Ctx, wanted: Wanted): Promise<FreeSlot[]> {
  const all = await listFacilities(ctx);
  const rooms = all.filter((room) => canServe(room, wanted));
  const now = localDateTimeOf(ctx.now());
  const first = wanted.from < dateOf(now) ? dateOf(now) : wanted.from;
  const furthest = addDays(first, MOST_DAYS);
  const last = wanted.until < furthest ? wanted.until : furthest;
  const slots: FreeSlot[] = [];
  for (
    let from = first;
    from <= last && rooms.length > 0 && slots.length < wanted.limit;
    from = addDays(from, DAYS_AT_ONCE)
  ) {
    const end = addDays(from, DAYS_AT_ONCE - 1);
    const until = end < last ? end : last;
    const held = await lists.listHeldBetween(ctx, startOfDay(from), endOfDay(addDays(until, 1)));
    const opening = await readOpening(ctx, from, until);
    for (let date = from; date <= until; date = addDays(date, 1)) {
      const found = rooms.flatMap((room) => {
        const joined = joinedIds(room, all);
        return slotsOn(date, {
          wanted,
          room,
          now,
          open: opening.openOn(room, date).spans,
          office: opening.officeOn(date),
          held: held.filter((one) => joined.has(one.facilityId)),
        });
      });
      slots.push(...found.toSorted((a, b) => compareText(a.startsAt, b.startsAt)));
    }
  }
  return slots.slice(0, wanted.limit);
}

/** The layout that a number of people needs; undefined when the room itself is large enough, null when nothing is. */
function layoutFor(
  room: Facility,
  people: number | null,
): Facility['layouts'][number] | null | undefined {
  if (people === null || room.capacity === null || room.capacity >= people) return undefined;
  return room.layouts.find((layout) => (layout.capacity ?? 0) >= people) ?? null;
}

function canServe(room: Facility, wanted: Wanted): boolean {
  return (
    room.isActive &&
    (wanted.facilityId === null ? room.isBookable : room.id === wanted.facilityId) &&
    room.units >= wanted.units &&
    (room.longestMinutes === null || wanted.minutes <= room.longestMinutes) &&
    layoutFor(room, wanted.people) !== null &&
    wanted.accessNeeds.every((need) => room.accessFeatures.includes(need))
  );
}

type RoomDay = {
  readonly wanted: Wanted;
  readonly room: Facility;
  readonly now: LocalDateTime;
  readonly open: readonly Span[] | null;
  readonly office: Parameters<typeof spansOn>[0] | null;
  readonly held: readonly lists.HeldTime[];
};

function slotsOn(date: LocalDate, day: RoomDay): readonly FreeSlot[] {
  const { room, wanted, now } = day;
  if (room.daysAhead !== null && date > addDays(dateOf(now), room.daysAhead)) return [];
  const layout = layoutFor(room, wanted.people) ?? undefined;
  const around = minutesAround(room, {
    layoutId: layout?.id ?? null,
    setupMinutes: null,
    cleardownMinutes: null,
  });
  const whole = { from: startOfDay(date), until: endOfDay(date) };
  const open = day.open ?? [whole];
  const [partFrom, partUntil] = PARTS[wanted.part];
  const part = {
    from: addMinutes(whole.from, partFrom),
    until: wanted.minutes > partUntil - partFrom ? whole.until : addMinutes(whole.from, partUntil),
  };
  return freeSpans(date, day, around).flatMap((gap) => {
    // Set-up and clear-down have to be free, but may lie outside opening hours.
    const forUse = {
      from: addMinutes(gap.from, around.setup),
      until: addMinutes(gap.until, -around.cleardown),
    };
    return open.flatMap((span) => {
      const [usable] = clipped(clipped([span], forUse), part);
      if (usable === undefined) return [];
      const from = onGrid(usable.from < now ? now : usable.from);
      const until = addMinutes(from, wanted.minutes);
      if (until > usable.until || from >= part.until) return [];
      const slot = slotOf(day, { from, until }, { open: span, gap: forUse, layout });
      return slot === undefined ? [] : [slot];
    });
  });
}

/** Stretches, reaching over midnight where set-up does, in which enough of the room is free. */
function freeSpans(date: LocalDate, day: RoomDay, around: MinutesAround): readonly Span[] {
  const reach = {
    from: addMinutes(startOfDay(date), -around.setup),
    until: addMinutes(endOfDay(date), around.cleardown),
  };
  if (day.room.units === 1) return gapsBetween([reach], day.held);
  const taken = day.held.map((one) => ({
    from: one.heldFrom,
    until: one.heldUntil,
    units: one.units,
  }));
  const enough = freeStretches(placesOn(day.room, date), taken, reach).filter(
    (stretch) => stretch.free >= day.wanted.units,
  );
  return joinedSpans(enough);
}

/** Stretches that follow one another without a gap, as one. */
function joinedSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last?.until === span.from)
      joined[joined.length - 1] = { from: last.from, until: span.until };
    else joined.push(span);
  }
  return joined;
}

/** The next start on the grid of the calendar. */
function onGrid(moment: LocalDateTime): LocalDateTime {
  const over = minutesBetween(startOfDay(dateOf(moment)), moment) % SLOT_MINUTES;
  return over === 0 ? moment : addMinutes(moment, SLOT_MINUTES - over);
}

function slotOf(
  day: RoomDay,
  use: Span,
  found: {
    readonly open: Span;
    readonly gap: Span;
    readonly layout: Facility['layouts'][number] | undefined;
  },
): FreeSlot | undefined {
  const { room } = day;
  const office = day.office === null ? null : spansOn(day.office, dateOf(use.from));
  const hours = lookAtHours({
    use,
    now: use.from,
    isBookable: room.isBookable,
    open: null,
    office,
  });
  if (hours.isWalkInOnly) return undefined;
  const freeUntil = found.gap.until < found.open.until ? found.gap.until : found.open.until;
  return {
    facilityId: room.id,
    facilityName: room.name,
    startsAt: use.from,
    endsAt: use.until,
    freeUntil,
    isOutOfHours: hours.isOutOfHours,
    words: wordsOf(room, found.layout, freeUntil),
  };
}

/** 'Holds 40. Step-free entrance. Free until 9pm.' */
function wordsOf(
  room: Facility,
  layout: Facility['layouts'][number] | undefined,
  freeUntil: LocalDateTime,
): string {
  const holds = layout?.capacity ?? room.capacity;
  const sentences = [
    ...(holds === null ? [] : [`Holds ${holds}${layout === undefined ? '' : ` (${layout.name})`}`]),
    ...room.accessFeatures.map((feature) => ACCESS_WORDS[feature]),
    `Free until ${formatTime(timeOf(freeUntil))}`,
  ];
  return `${sentences.join('. ')}.`;
}
