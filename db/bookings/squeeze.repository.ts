import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { BookingId } from './bookings.contract.ts';
import { type SqueezeRow, squeezeTable } from './squeeze.table.ts';

/** Squeezes that count in which a booking gave up time or gained it. */
export async function listStanding(ctx: Ctx, id: BookingId): Promise<readonly SqueezeRow[]> {
  return ctx.tx.query(
    `SELECT * FROM booking_squeeze WHERE ended_at IS NULL AND (from_booking_id = ? OR for_booking_id = ?)
     ORDER BY at, id`,
    [id, id],
  );
}

/** Every squeeze in which a booking ever gave up time or gained it, the latest first. */
export async function listEver(ctx: Ctx, id: BookingId): Promise<readonly SqueezeRow[]> {
  return ctx.tx.query(
    `SELECT * FROM booking_squeeze WHERE from_booking_id = ? OR for_booking_id = ?
     ORDER BY at DESC, id DESC`,
    [id, id],
  );
}

export async function insert(ctx: Ctx, row: SqueezeRow): Promise<void> {
  await ctx.tx.insert(squeezeTable, row);
}

export async function end(ctx: Ctx, id: string, at: Instant): Promise<void> {
  await ctx.tx.update(squeezeTable, { id }, { ended_at: at });
}
