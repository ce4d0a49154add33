import type { Ctx } from '#db/shared/ctx';
import {
  copyRequestStopTable,
  type CopyRequestStopRow,
  copyRequestTable,
  type CopyRequestRow,
} from './requests.table.ts';

export type RequestWithName = CopyRequestRow & { readonly name: string | null };

const REQUESTS = `
  SELECT r.*, coalesce(p.name, g.name) AS name
  FROM copy_request r
  LEFT JOIN person p ON r.kind = 'person' AND p.id = r.record_id
  LEFT JOIN tenant_group g ON r.kind = 'group' AND g.id = r.record_id`;

export async function insert(ctx: Ctx, row: CopyRequestRow): Promise<void> {
  await ctx.tx.insert(copyRequestTable, row);
}

export async function findById(ctx: Ctx, id: string): Promise<RequestWithName | undefined> {
  const rows: readonly RequestWithName[] = await ctx.tx.query(`${REQUESTS} WHERE r.id = ?`, [id]);
  return rows[0];
}

/** Those to be answered first, by their last day; then the latest answered. */
export async function list(ctx: Ctx, limit: number): Promise<readonly RequestWithName[]> {
  return ctx.tx.query(
    `${REQUESTS} ORDER BY r.answered_on IS NOT NULL, CASE WHEN r.answered_on IS NULL THEN r.due_on END,
       r.answered_on DESC, r.id DESC LIMIT ?`,
    [limit],
  );
}

export async function listStops(ctx: Ctx, id: string): Promise<readonly CopyRequestStopRow[]> {
  return ctx.tx.query('SELECT * FROM copy_request_stop WHERE request_id = ? ORDER BY position', [
    id,
  ]);
}

export async function insertStop(ctx: Ctx, row: CopyRequestStopRow): Promise<void> {
  await ctx.tx.insert(copyRequestStopTable, row);
}

export async function endStop(
  ctx: Ctx,
  of: { readonly id: string; readonly position: number; readonly on: string },
): Promise<void> {
  await ctx.tx.query(
    'UPDATE copy_request_stop SET resumed_on = ? WHERE request_id = ? AND position = ?',
    [of.on, of.id, of.position],
  );
}

/** Writes what changed if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  id: string,
  seenVersion: number,
  to: Pick<CopyRequestRow, 'due_on' | 'answered_on' | 'answer'>,
): Promise<boolean> {
  const result = await ctx.tx.update(
    copyRequestTable,
    { id, version: seenVersion },
    { ...to, version: seenVersion + 1 },
  );
  return result.affected === 1;
}
