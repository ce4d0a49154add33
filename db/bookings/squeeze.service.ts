import { personal, recordAudit } from '#db/audit/record';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { addMinutes } from '#db/shared/local-date';
import type { GiversHold } from './booking-checks.service.ts';
import * as lists from './booking-lists.repository.ts';
import type { Booking, BookingId } from './bookings.contract.ts';
import * as bookings from './bookings.repository.ts';
import type { Span } from './bookings.rules.ts';
import * as squeezes from './squeeze.repository.ts';
import { heldSpan, LONGEST_AROUND_MINUTES } from './room-time.rules.ts';
import { planSqueeze, restoredSpan, type SqueezePlan } from './squeeze.rules.ts';

type Given = {
  readonly id: BookingId;
  readonly plan: Pick<SqueezePlan, 'neighbours' | 'cuts'>;
  readonly reason: string;
};

/**
 * Shortens what the neighbours hold, writes the booking itself, and notes every minute that was given up on both
 * bookings. The order matters: the file's guard refuses the booking while a neighbour still holds the time.
 */
export async function applySqueeze<T>(ctx: Ctx, given: Given, write: () => Promise<T>): Promise<T> {
  const { id, plan, reason } = given;
  for (const neighbour of plan.neighbours)
    await holdInstead(ctx, neighbour.id, neighbour.held, reason);
  const written = await write();
  for (const cut of plan.cuts) {
    const isOwn = cut.giver === 'own';
    await squeezes.insert(ctx, {
      id: ctx.newId(),
      part: cut.part,
      from_booking_id: isOwn ? id : cut.neighbourId,
      for_booking_id: isOwn ? cut.neighbourId : id,
      minutes: cut.minutes,
      reason,
      by_user_id: userIdOf(ctx.actor),
      at: ctx.now(),
      ended_at: null,
    });
  }
  return written;
}

/** What those who gave up time for a booking would hold if it were not there; empty for nearly every booking. */
export async function spansWithout(ctx: Ctx, id: BookingId): Promise<GiversHold> {
  const standing = await squeezes.listStanding(ctx, id);
  const givers = new Set(standing.map((squeeze) => squeeze.from_booking_id as BookingId));
  givers.delete(id);
  const spans = new Map<BookingId, Span>();
  // One after the other: two who gave up time on either side may both want the same minutes back.
  for (const giverId of givers) {
    const giver = await bookings.findById(ctx, giverId);
    if (giver !== undefined) spans.set(giverId, await spanToRestore(ctx, giver, id, spans));
  }
  return spans;
}

/**
 * Moves a booking among its neighbours: its old squeezes end, new ones may begin. A neighbour that loses time is
 * shortened before the booking moves, one that gets time back only afterwards, so that nothing held ever overlaps.
 */
export async function moveSqueezed<T>(
  ctx: Ctx,
  given: Omit<Given, 'plan'> & {
    readonly plan: SqueezePlan | undefined;
    readonly giversHold: GiversHold;
  },
  move: () => Promise<T>,
): Promise<T> {
  const { id, plan, reason, giversHold } = given;
  for (const squeeze of await squeezes.listStanding(ctx, id))
    await squeezes.end(ctx, squeeze.id, ctx.now());
  const atLast = new Map(giversHold);
  for (const neighbour of plan?.neighbours ?? []) atLast.set(neighbour.id, neighbour.held);
  const shortened: SqueezePlan['neighbours'][number][] = [];
  for (const [neighbourId, held] of atLast) {
    const now = await bookings.findById(ctx, neighbourId);
    if (now === undefined) continue;
    const both = {
      from: now.heldFrom > held.from ? now.heldFrom : held.from,
      until: now.heldUntil < held.until ? now.heldUntil : held.until,
    };
    if (both.from !== now.heldFrom || both.until !== now.heldUntil)
      shortened.push({ id: neighbourId, held: both });
  }
  const moved = await applySqueeze(
    ctx,
    { id, reason, plan: { cuts: plan?.cuts ?? [], neighbours: shortened } },
    move,
  );
  for (const [neighbourId, span] of atLast) await holdInstead(ctx, neighbourId, span, reason);
  return moved;
}

/**
 * Ends every squeeze of a booking that holds nothing any more. Whoever gave up time for it holds that time again, as
 * far as nobody else holds it by now.
 */
export async function endSqueezes(
  ctx: Ctx,
  booking: Pick<Booking, 'id' | 'reference'>,
): Promise<void> {
  const giversHold = await spansWithout(ctx, booking.id);
  for (const squeeze of await squeezes.listStanding(ctx, booking.id))
    await squeezes.end(ctx, squeeze.id, ctx.now());
  for (const [giverId, held] of giversHold)
    await holdInstead(ctx, giverId, held, `${booking.reference} no longer needs the time`);
}

/** The squeezes a booking was in before it was taken away from its place: with whom, and why. */
export type FormerSqueezes = {
  readonly partnerIds: ReadonlySet<BookingId>;
  readonly reason: string;
};

/** What an officer once allowed a booking to give up or gain; undefined for one that was never squeezed. */
export async function findFormerSqueezes(
  ctx: Ctx,
  id: BookingId,
): Promise<FormerSqueezes | undefined> {
  const rows = await squeezes.listEver(ctx, id);
  if (rows[0] === undefined) return undefined;
  const partnerIds = rows.flatMap((row) => [row.from_booking_id, row.for_booking_id]);
  return {
    partnerIds: new Set(partnerIds.filter((each) => each !== id) as BookingId[]),
    reason: rows[0].reason,
  };
}

/**
 * How a booking that comes back to its place shares it with those who stand around it by now, where it had been
 * squeezed there: the same set-up and clear-down is given up again. Undefined when it holds what it held.
 */
export async function planSqueezeAgain(
  ctx: Ctx,
  booking: Booking,
  former: FormerSqueezes | undefined,
): Promise<SqueezePlan | undefined> {
  if (former === undefined) return undefined;
  const around = { setup: booking.setupMinutes, cleardown: booking.cleardownMinutes };
  const use = { from: booking.startsAt, until: booking.endsAt };
  const wanted = heldSpan(use, around);
  const neighbours = await lists.listHoldingJoined(
    ctx,
    wanted.from,
    wanted.until,
    booking.facilityId,
  );
  const others = neighbours.filter((other) => other.id !== booking.id);
  return planSqueeze({ use, around }, others);
}

/**
 * Brings a cancelled booking back with the squeezes it was in, where its neighbours have taken their time back in the
 * meantime. `restore` writes it, with the span it holds where that differs from before.
 */
export async function squeezeAgain(
  ctx: Ctx,
  { booking, former }: { readonly booking: Booking; readonly former: FormerSqueezes | undefined },
  restore: (held: Span | undefined) => Promise<Booking>,
): Promise<Booking> {
  const plan = await planSqueezeAgain(ctx, booking, former);
  if (plan === undefined) return restore(undefined);
  return applySqueeze(ctx, { id: booking.id, plan, reason: former?.reason ?? '' }, () =>
    restore(plan.held),
  );
}

/** What a booking would hold if another did not stand there; `restored` are those who got their time back before it. */
async function spanToRestore(
  ctx: Ctx,
  booking: Booking,
  ...[absentId, restored]: [BookingId, GiversHold]
): Promise<Span> {
  const around = { setup: booking.setupMinutes, cleardown: booking.cleardownMinutes };
  const use = { from: booking.startsAt, until: booking.endsAt };
  const wanted = heldSpan(use, around);
  // Somebody who just got time back may reach further than the file says.
  const others = await lists.listHoldingJoined(
    ctx,
    addMinutes(wanted.from, -LONGEST_AROUND_MINUTES),
    addMinutes(wanted.until, LONGEST_AROUND_MINUTES),
    booking.facilityId,
  );
  return restoredSpan(
    { use, around },
    others
      .filter((other) => other.id !== booking.id && other.id !== absentId)
      .map((other) => {
        const held = restored.get(other.id);
        return held === undefined ? other : { heldFrom: held.from, heldUntil: held.until };
      }),
  );
}

/** Writes what a neighbour holds from now on, with its line in the record. */
async function holdInstead(ctx: Ctx, id: BookingId, held: Span, reason: string): Promise<void> {
  const before = await bookings.findById(ctx, id);
  if (before === undefined) return;
  if (before.heldFrom === held.from && before.heldUntil === held.until) return;
  await bookings.update(
    ctx,
    {
      ...before,
      cancelledByUserId: null,
      cancelledFrom: null,
      heldFrom: held.from,
      heldUntil: held.until,
      version: before.version + 1,
    },
    before.version,
  );
  await recordAudit(ctx, {
    action: 'booking.held-time-changed',
    objectType: 'booking',
    objectId: id,
    reason: personal(before.responsiblePersonId, reason),
    before: { heldFrom: before.heldFrom, heldUntil: before.heldUntil },
    after: { heldFrom: held.from, heldUntil: held.until },
  });
}
