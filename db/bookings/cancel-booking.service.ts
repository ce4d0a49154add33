import { clearOpenDaysBetween } from '#db/calendar/opening.service';
import { getFacility } from '#db/facilities/facilities.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { compareText, dateOf, localDateTimeOf, overlaps } from '#db/shared/local-date';
import { refuseBarred } from './booking-bars.service.ts';
import { readRoomFacts } from './booking-checks.service.ts';
import * as lists from './booking-lists.repository.ts';
import {
  type Booking,
  type BookingCard,
  type BookingId,
  type BookingStatus,
  type FreedOffers,
  PLAIN_BOOKING,
} from './bookings.contract.ts';
import { bookingErrors } from './bookings.errors.ts';
import * as bookings from './bookings.repository.ts';
import { type AskedTime, findInTheWay, judgeTime } from './judge.rules.ts';
import { lapseOverdue } from './queue/lapse.service.ts';
import { offerFreed, takeBackOffer } from './queue/offers.service.ts';
import { checkUnchanged, getBooking, saveBooking } from './place-booking.service.ts';
import {
  endSqueezes,
  findFormerSqueezes,
  type FormerSqueezes,
  squeezeAgain,
} from './squeeze.service.ts';

/**
 * Cancels a booking with a reason. It is kept, marked when it came later than the room's notice allows, and its time
 * is offered to the first who waits for it, whom the answer names.
 */
export async function cancelBooking(
  ctx: Ctx,
  asked: { readonly id: BookingId; readonly version: number; readonly reason: string },
): Promise<Booking & FreedOffers> {
  await lapseOverdue(ctx);
  const before = await getBooking(ctx, asked.id);
  const { reference, status } = before;
  if (status === 'cancelled') throw bookingErrors.error('booking.already-cancelled', { reference });
  if (status === 'refused' || status === 'lapsed')
    throw bookingErrors.error('booking.no-longer-held', { reference, status });
  if (status === 'offered') throw bookingErrors.error('booking.is-an-offer', { reference });
  if (before.attendance !== 'expected')
    throw bookingErrors.error('booking.was-used', { reference });
  await checkUnchanged(ctx, before, asked.version);

  const after = await saveBooking(
    ctx,
    before,
    {
      status: 'cancelled',
      cancelledAt: ctx.now(),
      cancelledByUserId: userIdOf(ctx.actor),
      cancelledFrom: status,
      cancelReason: asked.reason,
      isLateCancellation: await isLate(ctx, before),
    },
    { action: 'booking.cancelled', reason: asked.reason },
  );
  await endSqueezes(ctx, after);
  return { ...after, offers: await offerFreed(ctx, before) };
}

/** Fewer clear open days lie between today and the booking than its room asks for; a room without a figure asks for none. */
async function isLate(ctx: Ctx, booking: Booking): Promise<boolean> {
  if (booking.status !== 'confirmed') return false;
  const facility = await getFacility(ctx, booking.facilityId);
  if (facility.noticeOpenDays === null) return false;
  const date = dateOf(booking.startsAt);
  const clearDays = await clearOpenDaysBetween(ctx, facility, todayOf(ctx), date);
  return clearDays < facility.noticeOpenDays;
}

/**
 * Takes a cancellation back while the room is open and free at that time. It wins over an offer that nobody has
 * accepted: who was offered the time waits again at the same place. Otherwise it says who has it.
 */
export async function undoCancellation(
  ctx: Ctx,
  asked: { readonly id: BookingId; readonly version: number },
): Promise<Booking> {
  await lapseOverdue(ctx);
  const before = await getBooking(ctx, asked.id);
  if (before.status !== 'cancelled')
    throw bookingErrors.error('booking.not-cancelled', { reference: before.reference });
  await checkUnchanged(ctx, before, asked.version);
  const status = (await bookings.findCancelledFrom(ctx, before.id)) ?? 'confirmed';
  if (isOver(ctx, before, status))
    throw bookingErrors.error('booking.no-longer-held', {
      reference: before.reference,
      status: 'lapsed',
    });
  await checkStillOpen(ctx, before);
  await refuseBarred(ctx, { ...before, date: dateOf(before.startsAt) });
  const former = await findFormerHere(ctx, before);
  const takenBack = await clearOffers(ctx, before, former);

  const change = {
    status,
    cancelledAt: null,
    cancelReason: '',
    isLateCancellation: false,
  } as const;
  const after = await squeezeAgain(ctx, { booking: before, former }, (held) =>
    saveBooking(
      ctx,
      before,
      { ...change, ...(held === undefined ? {} : { heldFrom: held.from, heldUntil: held.until }) },
      { action: 'booking.cancellation-undone' },
    ),
  );
  for (const offer of takenBack) await endSqueezes(ctx, offer);
  return after;
}

/** A hold whose last day is over, or a request that has begun, would lapse again at once. */
function isOver(ctx: Ctx, booking: Booking, status: BookingStatus): boolean {
  const { lapsesOn, startsAt, lateEntryReason } = booking;
  if (status === 'provisional') return lapsesOn !== null && lapsesOn < todayOf(ctx);
  const hasBegun = startsAt <= localDateTimeOf(ctx.now());
  return status === 'requested' && hasBegun && lateEntryReason === '';
}

/** The hours are asked again: a room may have closed since. A booking that has begun may still be taken back. */
export async function checkStillOpen(ctx: Ctx, booking: Booking): Promise<void> {
  const facility = await getFacility(ctx, booking.facilityId);
  const facts = await readRoomFacts(ctx, facility, dateOf(booking.startsAt));
  const { refusals } = judgeTime({ ...facts, actor: { kind: 'program' } }, asItWas(booking));
  const closed = refusals.find((refusal) =>
    ['booking.room-not-in-use', 'booking.room-closed'].includes(refusal.code),
  );
  if (closed !== undefined) throw closed;
}

/** A booking as it stands, as the rules look at it; what a manager allowed once stays allowed. */
function asItWas(booking: Booking): AskedTime {
  return {
    wanted: {
      ...PLAIN_BOOKING,
      ...booking,
      date: dateOf(booking.startsAt),
      from: '00:00' as never,
      until: '00:00' as never,
      outsideHours:
        booking.keyholder === ''
          ? null
          : { keyholder: booking.keyholder, reason: booking.hoursReason },
      squeeze: null,
    },
    use: { from: booking.startsAt, until: booking.endsAt },
    exceptId: booking.id,
    isStartKept: true,
  };
}

/** The squeezes a booking was in; places of a suite are counted and never squeezed. */
export async function findFormerHere(
  ctx: Ctx,
  booking: Booking,
): Promise<FormerSqueezes | undefined> {
  const facility = await getFacility(ctx, booking.facilityId);
  return facility.units > 1 ? undefined : findFormerSqueezes(ctx, booking.id);
}

/**
 * Who leaves a squeezed booking its place though they hold time of it: it gives up set-up and clear-down once more,
 * and so do those with whom it was squeezed, but never their time of use, and nobody else gives up anything.
 */
function sharesAgain(booking: Booking, former: FormerSqueezes, other: BookingCard): boolean {
  const use = { from: booking.startsAt, until: booking.endsAt };
  if (former.partnerIds.has(other.id))
    return !overlaps(use, { from: other.startsAt, until: other.endsAt });
  // An offer nobody has accepted makes way altogether.
  return (
    other.status !== 'offered' && !overlaps(use, { from: other.heldFrom, until: other.heldUntil })
  );
}

/** Takes back offers that stand where the booking was, the last one made first; refuses when anybody else has the time. */
export async function clearOffers(
  ctx: Ctx,
  booking: Booking,
  former: FormerSqueezes | undefined,
): Promise<readonly BookingCard[]> {
  const facility = await getFacility(ctx, booking.facilityId);
  const held = { from: booking.heldFrom, until: booking.heldUntil };
  const wanted = { held, units: booking.units, exceptId: booking.id };
  const all = await lists.listHoldingJoined(ctx, held.from, held.until, facility.id);
  const found = all.filter((one) => one.id !== booking.id);
  const holdings = found.filter(
    (one) => former === undefined || !sharesAgain(booking, former, one),
  );
  if (findInTheWay(facility, wanted, holdings) === undefined) return [];
  const firm = holdings.filter((one) => one.status !== 'offered');
  const inTheWay = findInTheWay(facility, wanted, firm);
  const other: BookingCard | undefined =
    inTheWay?.kind === 'clash' ? inTheWay.other : inTheWay && firm[0];
  if (other !== undefined)
    throw bookingErrors.error('booking.slot-gone', {
      facilityName: booking.facilityName,
      otherBookerName: other.bookerName,
      otherReference: other.reference,
      otherFrom: other.heldFrom,
      otherUntil: other.heldUntil,
    });
  const offers = holdings
    .filter((one) => one.status === 'offered')
    .toSorted((a, b) => compareText(b.id, a.id));
  const takenBack: BookingCard[] = [];
  for (const offer of offers) {
    const standing = holdings.filter((one) => !takenBack.includes(one));
    if (findInTheWay(facility, wanted, standing) === undefined) break;
    await takeBackOffer(ctx, offer.id, `The cancellation of ${booking.reference} was taken back`);
    takenBack.push(offer);
  }
  return takenBack;
}
