import type { Ctx } from '#db/shared/ctx';
import { dateOf, localDateTimeOf } from '#db/shared/local-date';
import type { BookingId } from './bookings.contract.ts';

/**
 * Holds past their last day, offers past their moment and requests that have begun, in the order in which they were
 * asked for, and whether anybody waits for a time that has come. What was entered late waits for approval all the same.
 * One look-up over two short indexes: every booking asks it first.
 */
export async function listOverdueIds(
  ctx: Ctx,
): Promise<{ readonly bookingIds: readonly BookingId[]; readonly hasPassed: boolean }> {
  const now = ctx.now();
  const local = localDateTimeOf(now);
  const rows: readonly { readonly kind: string; readonly id: string }[] = await ctx.tx.query(
    `SELECT * FROM (
       SELECT 'booking' AS kind, id, requested_at FROM booking
       WHERE status IN ('provisional', 'requested', 'offered')
         AND ((status = 'provisional' AND lapses_on < ?) OR (status = 'offered' AND offer_until <= ?)
           OR (status = 'requested' AND starts_at <= ? AND late_entry_reason = ''))
       UNION ALL
       SELECT 'waiting', id, requested_at FROM waiting
       WHERE state = 'waiting' AND date <= ? AND date || 'T' || from_time <= ?
     ) ORDER BY requested_at, id`,
    [dateOf(local), now, local, dateOf(local), local],
  );
  return {
    bookingIds: rows.filter((row) => row.kind === 'booking').map((row) => row.id as BookingId),
    hasPassed: rows.some((row) => row.kind === 'waiting'),
  };
}
