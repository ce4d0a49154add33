import type { Ctx } from '#db/shared/ctx';
import {
  mergedRowTable,
  type MergedRowRow,
  recordMergeTable,
  type RecordMergeRow,
} from './holdings.table.ts';

export type MergeWithNames = RecordMergeRow & {
  readonly kept_name: string | null;
  readonly by_name: string | null;
};

const MERGES = `
  SELECT m.*, coalesce(p.name, g.name) AS kept_name, u.display_name AS by_name
  FROM record_merge m
  LEFT JOIN person p ON p.id = m.kept_id
  LEFT JOIN tenant_group g ON g.id = m.kept_id
  LEFT JOIN app_user u ON u.id = m.merged_by_user_id`;

export async function insert(ctx: Ctx, row: RecordMergeRow): Promise<void> {
  await ctx.tx.insert(recordMergeTable, row);
}

export async function insertRows(ctx: Ctx, rows: readonly MergedRowRow[]): Promise<void> {
  for (const row of rows) await ctx.tx.insert(mergedRowTable, row);
}

export async function findById(ctx: Ctx, id: string): Promise<MergeWithNames | undefined> {
  const rows: readonly MergeWithNames[] = await ctx.tx.query(`${MERGES} WHERE m.id = ?`, [id]);
  return rows[0];
}

/** Merges that a record kept or went into, the latest first. */
export async function listOf(
  ctx: Ctx,
  kind: string,
  id: string,
): Promise<readonly MergeWithNames[]> {
  return ctx.tx.query(
    `${MERGES} WHERE m.kind = ? AND (m.kept_id = ? OR m.lost_id = ?) ORDER BY m.merged_at DESC, m.id`,
    [kind, id, id],
  );
}

/** The rows that a merge changed or took out, in the order in which it did. */
export async function listRowsOf(ctx: Ctx, mergeId: string): Promise<readonly MergedRowRow[]> {
  return ctx.tx.query('SELECT * FROM merged_row WHERE merge_id = ? ORDER BY position', [mergeId]);
}

/** Notes that a merge was taken back, and what stayed. */
export async function markUndone(
  ctx: Ctx,
  id: string,
  undone: { readonly at: string; readonly byUserId: string | null; readonly leftJson: string },
): Promise<void> {
  await ctx.tx.query(
    'UPDATE record_merge SET undone_at = ?, undone_by_user_id = ?, left_json = ? WHERE id = ?',
    [undone.at, undone.byUserId, undone.leftJson, id],
  );
}

/** Records that went into these, also over several merges; taken back ones too, because they left their traces. */
export async function listOldIds(ctx: Ctx, kind: string, id: string): Promise<readonly string[]> {
  const rows: readonly { id: string }[] = await ctx.tx.query(
    `WITH RECURSIVE old (id) AS (
       SELECT lost_id FROM record_merge WHERE kind = ? AND kept_id = ? AND undone_at IS NULL
       UNION SELECT m.lost_id FROM record_merge m JOIN old ON m.kept_id = old.id
       WHERE m.kind = ? AND m.undone_at IS NULL)
     SELECT id FROM old`,
    [kind, id, kind],
  );
  return rows.map((row) => row.id);
}

/** Leaves of the merges of these records only that they were; what they kept row by row goes. */
export async function forgetMergesOf(ctx: Ctx, ids: readonly string[]): Promise<void> {
  const list = JSON.stringify(ids);
  const theirs = `SELECT id FROM record_merge WHERE kept_id IN (SELECT value FROM json_each(?))
     OR lost_id IN (SELECT value FROM json_each(?))`;
  await ctx.tx.query(`DELETE FROM merged_row WHERE merge_id IN (${theirs})`, [list, list]);
  await ctx.tx.query(
    `UPDATE record_merge SET lost_name = '', reason = '', undo_until = '' WHERE id IN (${theirs})`,
    [list, list],
  );
}

/** Merges of others that moved a row which named this record name somebody else instead. */
export async function renameInMerges(ctx: Ctx, id: string, other: string): Promise<void> {
  for (const column of ['key_json', 'before_json', 'after_json'])
    await ctx.tx.query(
      `UPDATE merged_row SET ${column} = replace(${column}, ?, ?) WHERE instr(${column}, ?) > 0`,
      [id, other, id],
    );
}
