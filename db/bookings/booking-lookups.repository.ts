import { partyColumn, partyIdOf } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { Booker, BookingId, Squeeze } from './bookings.contract.ts';

type IdRow = { readonly id: string };

/** The booking that one group or person asked for last, whenever it lies; cancelled ones teach as much. */
export async function findLastIdOf(ctx: Ctx, booker: Booker): Promise<BookingId | undefined> {
  const rows: readonly IdRow[] = await ctx.tx.query(
    `SELECT id FROM booking WHERE ${partyColumn(booker)} = ? ORDER BY requested_at DESC, starts_at DESC LIMIT 1`,
    [partyIdOf(booker)],
  );
  return rows[0]?.id as BookingId | undefined;
}

/** Ids of the bookings that hold a room without being confirmed, in the order in which they were asked for. */
export async function listUndecidedIds(ctx: Ctx): Promise<readonly BookingId[]> {
  const rows: readonly IdRow[] = await ctx.tx.query(
    `SELECT id FROM booking WHERE status IN ('provisional', 'requested', 'offered')
     ORDER BY requested_at, starts_at, id`,
  );
  return rows.map((row) => row.id as BookingId);
}

type SqueezeRow = {
  readonly id: string;
  readonly part: Squeeze['part'];
  readonly from_booking_id: string;
  readonly from_reference: string;
  readonly for_booking_id: string;
  readonly for_reference: string;
  readonly minutes: number;
  readonly reason: string;
  readonly by_name: string | null;
  readonly at: string;
};

/** Squeezes that still count in which a booking gave up time or gained it, the earliest first. */
export async function listSqueezesOf(ctx: Ctx, id: BookingId): Promise<readonly Squeeze[]> {
  const rows: readonly SqueezeRow[] = await ctx.tx.query(
    `SELECT s.id, s.part, s.from_booking_id, f.reference AS from_reference, s.for_booking_id,
            t.reference AS for_reference, s.minutes, s.reason, u.display_name AS by_name, s.at
     FROM booking_squeeze s
     JOIN booking f ON f.id = s.from_booking_id
     JOIN booking t ON t.id = s.for_booking_id
     LEFT JOIN app_user u ON u.id = s.by_user_id
     WHERE s.ended_at IS NULL AND (s.from_booking_id = ? OR s.for_booking_id = ?)
     ORDER BY s.at, s.id`,
    [id, id],
  );
  return rows.map((row) => ({
    id: row.id,
    part: row.part,
    fromBookingId: row.from_booking_id as BookingId,
    fromReference: row.from_reference,
    forBookingId: row.for_booking_id as BookingId,
    forReference: row.for_reference,
    minutes: row.minutes,
    reason: row.reason,
    by: row.by_name ?? '',
    at: row.at as Instant,
  }));
}
