import type { AuditFacts } from '#db/audit/record';
import type { Facility } from '#db/facilities/facilities.contract';
import type { Ctx } from '#db/shared/ctx';
import { checkCanBook } from './booking-checks.service.ts';
import type { Booking, ChangeBooking, FreedOffers } from './bookings.contract.ts';
import type { AskedTime } from './judge.rules.ts';
import { offerFreed } from './queue/offers.service.ts';
import { saveBooking, storedDetails } from './place-booking.service.ts';
import { moveSqueezed, spansWithout } from './squeeze.service.ts';

export type Move = {
  readonly before: Booking;
  readonly wanted: ChangeBooking;
  readonly facility: Facility;
  readonly asked: AskedTime;
  /** What the record keeps of how the move was agreed. */
  readonly facts?: AuditFacts | undefined;
};

/**
 * Moves a booking to another room, time, length or number of places, once every rule lets it through. What its
 * neighbours had given up for it they hold again first; the time it leaves is offered to whoever waits for it,
 * whom the answer names.
 */
export async function moveBooking(ctx: Ctx, move: Move): Promise<Booking & FreedOffers> {
  const { before, wanted, facility, asked } = move;
  const giversHold = await spansWithout(ctx, before.id);
  const allowed = await checkCanBook(ctx, facility, asked, giversHold);
  const { judgement, held, squeeze } = allowed;
  const outside = judgement.hours.isClosed ? wanted.outsideHours : null;
  const change = {
    ...storedDetails(wanted),
    facilityId: facility.id,
    // A room that asks for approval asks for it of whoever moves in, too.
    status:
      before.status === 'confirmed' && facility.needsApproval && facility.id !== before.facilityId
        ? ('requested' as const)
        : before.status,
    startsAt: asked.use.from,
    endsAt: asked.use.until,
    heldFrom: held.from,
    heldUntil: held.until,
    setupMinutes: judgement.around.setup,
    cleardownMinutes: judgement.around.cleardown,
    isOutOfHours: judgement.isOutOfHours,
    keyholder: outside?.keyholder ?? '',
    hoursReason: outside?.reason ?? '',
  };
  const reason = wanted.squeeze?.reason ?? '';
  const after = await moveSqueezed(ctx, { id: before.id, plan: squeeze, reason, giversHold }, () =>
    saveBooking(ctx, before, change, { action: 'booking.changed', facts: move.facts }),
  );
  return { ...after, offers: await offerFreed(ctx, before) };
}
