import { personal, recordAudit } from '#db/audit/record';
import type { Facility, FacilityId } from '#db/facilities/facilities.contract';
import { listFacilities } from '#db/facilities/facilities.service';
import type { Ctx } from '#db/shared/ctx';
import { DomainError } from '#db/shared/domain-error';
import { type Instant, millisecondsOf, toInstant } from '#db/shared/instant';
import {
  addDays,
  atTime,
  dateOf,
  instantOf,
  type LocalDateTime,
  localDateTimeOf,
  overlaps,
} from '#db/shared/local-date';
import { type Allowed, checkCanBook } from '../booking-checks.service.ts';
import {
  type Booking,
  type BookingId,
  type CreateBooking,
  FreedOffer,
  PLAIN_BOOKING,
} from '../bookings.contract.ts';
import { getBooking, namesOf, placeBooking, saveBooking, useOf } from '../place-booking.service.ts';
import { areJoined, heldSpan, minutesAround } from '../room-time.rules.ts';
import * as waitings from '../waiting.repository.ts';

/** How long an offer stands unless somebody says otherwise; never beyond the time it is for. */
export const OFFER_HOURS = 24;

/** The moment at which an offer made now ends by itself. */
export function offerEnd(now: Instant, startsAt: LocalDateTime): Instant {
  const usual = toInstant(millisecondsOf(now) + OFFER_HOURS * 60 * 60 * 1000);
  const start = instantOf(startsAt);
  return usual < start ? usual : start;
}

/** What an entry of the queue would be as a booking of a room. */
export function wantedOf(waiting: waitings.NewRow, facilityId: FacilityId): CreateBooking {
  return {
    needs: '',
    notes: '',
    ...PLAIN_BOOKING,
    ...waiting.details,
    facilityId,
    date: waiting.date,
    from: waiting.from,
    until: waiting.until,
    units: waiting.units,
    booker: waiting.booker,
    responsiblePersonId: waiting.responsiblePersonId,
    purpose: waiting.purpose,
    expectedNumber: waiting.expectedNumber,
    outsideHours: null,
    squeeze: null,
    hold: null,
    lateEntry: null,
  };
}

/** The rooms that would do for an entry: the one that was named, or all that are booked. */
export function roomsFor(
  waiting: Pick<waitings.NewRow, 'facilityId'>,
  rooms: readonly Facility[],
): readonly Facility[] {
  return rooms.filter((room) =>
    waiting.facilityId === null ? room.isActive && room.isBookable : room.id === waiting.facilityId,
  );
}

/** A room that an entry of the queue can have now; or why the first one that would do cannot be had. */
export type Fit =
  | { readonly facility: Facility; readonly allowed: Allowed }
  | { readonly refusal: DomainError | undefined };

/** Asks every rule of every room that would do, the first one first. */
export async function findFit(
  ctx: Ctx,
  waiting: waitings.StoredWaiting,
  rooms: readonly Facility[],
): Promise<Fit> {
  let refusal: DomainError | undefined;
  for (const facility of roomsFor(waiting, rooms)) {
    const wanted = wantedOf(waiting, facility.id);
    try {
      const allowed = await checkCanBook(ctx, facility, { wanted, use: useOf(wanted) });
      return { facility, allowed };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      refusal ??= error;
    }
  }
  return { refusal };
}

/** Holds a time for somebody who waits for it, until a stated moment. */
export async function makeOffer(
  ctx: Ctx,
  waiting: waitings.StoredWaiting,
  offer: { readonly facility: Facility; readonly allowed: Allowed; readonly until: Instant },
): Promise<Booking> {
  const wanted = wantedOf(waiting, offer.facility.id);
  const booking = await placeBooking(ctx, wanted, {
    facility: offer.facility,
    allowed: offer.allowed,
    names: await namesOf(ctx, wanted),
    offerUntil: offer.until,
    requestedAt: waiting.requestedAt,
  });
  await settleWaiting(ctx, waiting, {
    state: 'offered',
    bookingId: booking.id,
    offerUntil: offer.until,
    settledWhy: '',
  });
  return booking;
}

/** Writes how an entry of the queue stands, with its line in the record. */
export async function settleWaiting(
  ctx: Ctx,
  waiting: waitings.StoredWaiting,
  change: Parameters<typeof waitings.update>[2],
): Promise<void> {
  await waitings.update(ctx, waiting.id, change, waiting.version);
  await recordAudit(ctx, {
    action: `waiting.${change.state === 'waiting' ? 'put-back' : change.state}`,
    objectType: 'waiting',
    objectId: waiting.id,
    reason: personal(waiting.responsiblePersonId, change.settledWhy),
    before: { state: waiting.state },
    after: { state: change.state, booking: change.bookingId, offerUntil: change.offerUntil },
  });
}

/** Whoever takes any room asks for no set-up of their own. */
const NO_MINUTES = { setup: 0, cleardown: 0 };

/**
 * Offers a time that has become free to those who wait for it, the first to ask first (BOOK-03). Whoever does not fit
 * keeps waiting and the next one is asked. `exceptIds` were offered it just now and declined. Answers the offers it made.
 */
export async function offerFreed(
  ctx: Ctx,
  freed: Pick<Booking, 'facilityId' | 'heldFrom' | 'heldUntil'>,
  exceptIds: readonly string[] = [],
): Promise<FreedOffer[]> {
  const waiting = await waitings.listWaitingOn(
    ctx,
    dateOf(freed.heldFrom),
    addDays(dateOf(freed.heldUntil), 1),
  );
  const now = localDateTimeOf(ctx.now());
  const coming = waiting.filter(
    (one) => atTime(one.date, one.from) > now && !exceptIds.includes(one.id),
  );
  if (coming.length === 0) return [];
  const rooms = await listFacilities(ctx);
  const offers: FreedOffer[] = [];
  for (const one of coming) {
    const named = rooms.find((each) => each.id === one.facilityId);
    const around = named === undefined ? NO_MINUTES : minutesAround(named, wantedOf(one, named.id));
    const isTouched =
      overlaps(heldSpan(useOf(one), around), { from: freed.heldFrom, until: freed.heldUntil }) &&
      areJoined(freed.facilityId, one.facilityId, rooms);
    if (!isTouched) continue;
    const fit = await findFit(ctx, one, rooms);
    if (!('allowed' in fit)) continue;
    const until = offerEnd(ctx.now(), useOf(one).from);
    offers.push(FreedOffer.parse(await makeOffer(ctx, one, { ...fit, until })));
  }
  return offers;
}

/**
 * Ends an offer without an answer; whoever it was made to waits again at the same place in the queue. What others gave
 * up for it they get back from `endSqueezes`, once whatever takes its place is written.
 */
export async function takeBackOffer(ctx: Ctx, id: BookingId, why: string): Promise<void> {
  const before = await getBooking(ctx, id);
  await saveBooking(
    ctx,
    before,
    { status: 'lapsed', cancelReason: why },
    { action: 'booking.offer-taken-back', reason: why },
  );
  const waiting = await waitings.findByBooking(ctx, id);
  if (waiting !== undefined)
    await settleWaiting(ctx, waiting, {
      state: 'waiting',
      bookingId: null,
      offerUntil: null,
      settledWhy: why,
    });
}
