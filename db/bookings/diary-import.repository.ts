import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';

/** Where a group can be named; whatever points at it keeps it in use. */
const POINTING: readonly string[] = [
  'usage_entry',
  'waiting',
  'restriction',
  'acknowledgement',
  'venue',
];

/** Whether anything points at a group but the bookings that an import made and that were taken back with it. */
export async function isGroupUsed(ctx: Ctx, id: GroupId, runId: string): Promise<boolean> {
  const pointing = POINTING.map(
    (table) => `UNION ALL SELECT 1 FROM ${table} WHERE group_id = ?`,
  ).join(' ');
  const rows: readonly unknown[] = await ctx.tx.query(
    `SELECT 1 FROM booking b
     WHERE b.group_id = ? AND NOT (b.status = 'cancelled' AND EXISTS (
       SELECT 1 FROM import_row r WHERE r.run_id = ? AND r.object_type = 'booking' AND r.object_id = b.id))
     ${pointing} LIMIT 1`,
    [id, runId, ...POINTING.map(() => id)],
  );
  return rows.length > 0;
}
