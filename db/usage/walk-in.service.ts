import type { Facility, SeatId } from '#db/facilities/facilities.contract';
import { isOutOfOrder } from '#db/facilities/seats.rules';
import { officeHoursOnDay, openDayOf } from '#db/calendar/opening.service';
import { openingWords, spansOn } from '#db/bookings/bookings.rules';
import { freeStretches, freeWords } from '#db/bookings/places.rules';
import { officeHoursOn } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import {
  addMinutes,
  dateOf,
  endOfDay,
  type LocalDateTime,
  localDateTimeOf,
  timeOf,
} from '#db/shared/local-date';
import { formatTimeRange, joinWords } from '#db/shared/plain-words';
import { heldPlaces, placesOf, stretchesNow, yieldWords } from './places-now.rules.ts';
import type { SuiteNow, Usage } from './usage.contract.ts';
import { usageErrors } from './usage.errors.ts';
import * as entries from './usage.repository.ts';

type Shut = {
  readonly kind: 'out-of-hours' | 'closed';
  /** The hours of today in words; empty when there are none. */
  readonly hours: string;
  /** Why today is not as usual: 'Christmas Day'. Empty on an ordinary day. */
  readonly why: string;
};

/**
 * Outside office hours a facility is for those who booked it (BOOK-04), and nobody walks in while it is closed.
 * Office hours that nobody has entered are no rule; a bank holiday has none. Undefined while it is open.
 */
async function findShut(
  ctx: Ctx,
  facility: Facility,
  now: LocalDateTime,
): Promise<Shut | undefined> {
  const date = dateOf(now);
  const { spans, why } = await openDayOf(ctx, facility, date);
  const holdsNow = (span: { from: LocalDateTime; until: LocalDateTime }): boolean =>
    span.from <= now && now < span.until;
  if ((await officeHoursOn(ctx, date)).length > 0) {
    const hours = await officeHoursOnDay(ctx, date);
    if (!spansOn(hours, date).some(holdsNow))
      return { kind: 'out-of-hours', hours: openingWords(hours, date), why };
  }
  if (spans === null || spans.some(holdsNow)) return undefined;
  const opens = spans.map((span) => formatTimeRange(timeOf(span.from), timeOf(span.until)));
  return { kind: 'closed', hours: joinWords(opens), why };
}

/** Refuses a session while nobody walks in, with the hours of today and why they are not as usual. */
export async function checkWalkInHours(
  ctx: Ctx,
  facility: Facility,
  now: LocalDateTime,
): Promise<void> {
  const shut = await findShut(ctx, facility, now);
  if (shut === undefined) return;
  const said = { facilityName: facility.name, hours: shut.hours, why: shut.why };
  if (shut.kind === 'out-of-hours') throw usageErrors.error('usage.out-of-hours', said);
  throw usageErrors.error('usage.closed', said);
}

/** The same as the desk reads it beside the facility: 'Closed today: Christmas Day.' */
function shutWords({ kind, hours, why }: Shut): string {
  if (hours === '') return `Closed today${why === '' ? '' : `: ${why}`}.`;
  return kind === 'closed'
    ? `Closed now; open ${hours} today.`
    : `Outside office hours (${hours}).`;
}

/** What is free of a facility from now to midnight, and the open sessions in it. */
async function roomFor(ctx: Ctx, facility: Facility, open: readonly Usage[], now: LocalDateTime) {
  const span = { from: now, until: endOfDay(dateOf(now)) };
  const places = placesOf(facility, dateOf(now));
  const held = heldPlaces(places, await entries.listHeld(ctx, facility.id, span));
  const stretchesWith = (openSessions: number) =>
    stretchesNow({ places, held, openSessions, ...span });
  return { places, held, open, stretchesWith };
}

/**
 * Refuses a session when no place is free now, and answers the warning that it must end for a booking: bookings come
 * first, an open session yields to them.
 */
export async function checkPlaceFree(
  ctx: Ctx,
  facility: Facility,
  wanted: { readonly seatId: SeatId | null; readonly exceptId?: string },
): Promise<readonly string[]> {
  const now = localDateTimeOf(ctx.now());
  const open = (await entries.listOpen(ctx)).filter(
    (one) => one.facilityId === facility.id && one.id !== wanted.exceptId,
  );
  checkSeat(facility, wanted.seatId, open, now);
  const room = await roomFor(ctx, facility, open, now);
  const before = room.stretchesWith(open.length);
  const after = room.stretchesWith(open.length + 1);
  if (before === undefined || after === undefined) {
    const [first] = freeStretches(1, room.held, { from: now, until: addMinutes(now, 1) });
    if ((first?.free ?? 1) < 1)
      throw usageErrors.error('usage.no-place', { facilityName: facility.name, words: '' });
    return [];
  }
  if ((after[0]?.free ?? 0) < 0)
    throw usageErrors.error('usage.no-place', {
      facilityName: facility.name,
      words: freeWords(before),
    });
  const words = yieldWords(facility, room.places, { stretches: after, held: room.held });
  return words === '' ? [] : [words];
}

function checkSeat(
  facility: Facility,
  seatId: SeatId | null,
  open: readonly Usage[],
  now: LocalDateTime,
): void {
  if (seatId === null) return;
  const seat = facility.seats.find((one) => one.id === seatId);
  if (seat === undefined)
    throw usageErrors.error('usage.no-such-seat', { facilityName: facility.name });
  if (isOutOfOrder(seat, dateOf(now)))
    throw usageErrors.error('usage.seat-out-of-order', {
      seatName: seat.name,
      why: seat.outOfOrderWhy,
    });
  const there = open.find((one) => one.seatId === seatId);
  if (there !== undefined)
    throw usageErrors.error('usage.seat-taken', { seatName: seat.name, since: there.startedAt });
}

/** Below the facility's age an adult comes along, and is named; a facility without an age asks nothing (BOOK-24). */
export function checkAge(
  facility: Facility,
  answer: { readonly isOldEnough: boolean | null; readonly accompaniedBy: string },
): void {
  const age = facility.minimumAge;
  if (age === null) return;
  if (answer.isOldEnough === null)
    throw usageErrors.error('usage.age-not-answered', { facilityName: facility.name, age });
  if (!answer.isOldEnough && answer.accompaniedBy === '')
    throw usageErrors.error('usage.adult-needed', { age });
}

/** A facility that people walk into as the desk sees it now. */
export async function suiteNow(
  ctx: Ctx,
  facility: Facility,
  open: readonly Usage[],
): Promise<SuiteNow> {
  const room = await roomFor(ctx, facility, open, localDateTimeOf(ctx.now()));
  const stretches = room.stretchesWith(open.length);
  const shut = await findShut(ctx, facility, localDateTimeOf(ctx.now()));
  const free = stretches?.[0]?.free;
  return {
    facilityId: facility.id,
    facilityName: facility.name,
    units: room.places.total,
    unitName: facility.unitName,
    outOfOrder: room.places.outOfOrder,
    open: [...open],
    freeNow: free === undefined ? null : shut === undefined ? Math.max(free, 0) : 0,
    freeWords: stretches === undefined || shut !== undefined ? '' : freeWords(stretches),
    closedWords: shut === undefined ? '' : shutWords(shut),
    minimumAge: facility.minimumAge,
  };
}
