import { listFacilities } from '#db/facilities/facilities.service';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { Scope } from '#db/restrictions/restrictions.contract';
import type { RestrictionHit, RestrictionHits } from '#db/restrictions/restrictions.service';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import { localDateTimeOf, startOfDay } from '#db/shared/local-date';
import { maskBooking } from './booking-mask.rules.ts';
import type { Booking } from './bookings.contract.ts';
import { listConcerned } from './restriction-hits.repository.ts';

/** What restrictions ask of the bookings. Nothing is cancelled here: people are spoken to first. */
export const restrictionHits: RestrictionHits = {
  async list(ctx, restriction) {
    const found = await listHit(ctx, restriction, null);
    return found.map((booking) => ({
      bookingId: booking.id,
      reference: booking.reference,
      facilityName: booking.facilityName,
      bookerName: maskBooking(booking, ctx.actor).bookerName,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
    }));
  },

  async listForLetter(ctx, restriction, since) {
    const found = await listHit(ctx, restriction, since);
    return found.map((booking) => ({
      reference: booking.reference,
      facility: booking.facilityName,
      startsAt: booking.startsAt,
      isCancelled: booking.status === 'cancelled',
    }));
  },
};

async function listHit(
  ctx: Ctx,
  restriction: RestrictionHit,
  cancelledSince: Instant | null,
): Promise<readonly Booking[]> {
  const rooms = await roomsOf(ctx, restriction.scope);
  if (rooms !== null && rooms.length === 0) return [];
  const now = localDateTimeOf(ctx.now());
  return listConcerned(ctx, {
    subject: restriction.subject,
    facilityIds: rooms,
    from: restriction.from,
    until: restriction.until,
    // The letter also names what was cancelled between the restriction and now, even if its time has passed since.
    endsAfter: cancelledSince === null ? now : startOfDay(restriction.from),
    cancelledSince,
  });
}

/** The rooms that a scope takes away; null is all of them. Money and activities take away none. */
async function roomsOf(ctx: Ctx, scope: Scope): Promise<readonly FacilityId[] | null> {
  if (scope.kind === 'everything' || scope.kind === 'all-facilities') return null;
  if (scope.kind !== 'facility') return [];
  const wholes = (await listFacilities(ctx)).filter((one) =>
    one.partIds.includes(scope.facilityId),
  );
  return [scope.facilityId, ...wholes.map((one) => one.id)];
}
