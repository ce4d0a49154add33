import { rawOf } from '#db/data-source';
import type { Ctx } from '#db/shared/ctx';
import { erasureTable, type ErasureRow, type RetentionLineRow } from './erasures.table.ts';

export type ErasureWithNames = ErasureRow & {
  readonly name: string | null;
  readonly by_name: string | null;
};

const ERASURES = `
  SELECT e.*, coalesce(p.name, g.name) AS name, u.display_name AS by_name
  FROM erasure e
  LEFT JOIN person p ON e.kind = 'person' AND p.id = e.record_id
  LEFT JOIN tenant_group g ON e.kind = 'group' AND g.id = e.record_id
  LEFT JOIN app_user u ON u.id = e.confirmed_by_user_id`;

export async function insert(ctx: Ctx, row: ErasureRow): Promise<void> {
  await ctx.tx.insert(erasureTable, row);
}

export async function findById(ctx: Ctx, id: string): Promise<ErasureWithNames | undefined> {
  const rows: readonly ErasureWithNames[] = await ctx.tx.query(`${ERASURES} WHERE e.id = ?`, [id]);
  return rows[0];
}

/** The erasure of a record that waits or was done last; undefined for a record like any other. */
export async function findOf(
  ctx: Ctx,
  kind: string,
  id: string,
): Promise<ErasureWithNames | undefined> {
  const rows: readonly ErasureWithNames[] = await ctx.tx.query(
    `${ERASURES} WHERE e.kind = ? AND e.record_id = ? AND e.state <> 'taken-back'
     ORDER BY e.confirmed_on DESC, e.id DESC LIMIT 1`,
    [kind, id],
  );
  return rows[0];
}

/** Those that wait first, by their day; then the latest. */
export async function list(ctx: Ctx, limit: number): Promise<readonly ErasureWithNames[]> {
  return ctx.tx.query(
    `${ERASURES} ORDER BY e.state <> 'waiting', CASE e.state WHEN 'waiting' THEN e.due_on END,
       e.settled_on DESC, e.id DESC LIMIT ?`,
    [limit],
  );
}

/** Those whose day has come, and those of which the time of what was kept is over. */
export async function listDue(ctx: Ctx, today: string): Promise<readonly ErasureWithNames[]> {
  return ctx.tx.query(
    `${ERASURES} WHERE (e.state = 'waiting' AND e.due_on <= ?)
       OR (e.state = 'erased' AND e.kept_until < ?) ORDER BY e.due_on, e.id`,
    [today, today],
  );
}

export async function settle(
  ctx: Ctx,
  id: string,
  to: Pick<ErasureRow, 'state' | 'settled_on' | 'kept_json' | 'kept_until'>,
): Promise<void> {
  await ctx.tx.query(
    `UPDATE erasure SET state = ?, settled_on = ?, kept_json = ?, kept_until = ?, set_aside_json = '', swept_at = NULL
     WHERE id = ?`,
    [to.state, to.settled_on, to.kept_json, to.kept_until, id],
  );
}

/** Whether something was erased since the file was last written anew. */
export async function waitsForSweep(ctx: Ctx): Promise<boolean> {
  const rows: readonly { n: number }[] = await ctx.tx.query(
    "SELECT count(*) AS n FROM erasure WHERE state = 'erased' AND swept_at IS NULL",
  );
  return (rows[0]?.n ?? 0) > 0;
}

/**
 * [Note: nothing is left in the file]
 * SQLite overwrites what is deleted (`secure_delete`), but old pages stand in its log until that is folded in, and a
 * row that moved may have left its old place in a page. So the file is written anew as a whole, and its log emptied.
 * Neither can be done inside a transaction: it runs after the commit, while no other unit does.
 */
export function sweepAfterCommit(ctx: Ctx): void {
  const raw = rawOf(ctx.tx.connection);
  const at = ctx.now();
  ctx.afterCommit(() => {
    raw.exec('VACUUM');
    raw.pragma('wal_checkpoint(TRUNCATE)');
    raw
      .prepare("UPDATE erasure SET swept_at = ? WHERE state = 'erased' AND swept_at IS NULL")
      .run(at);
  });
}

/** Where the file itself lies; the list of what was erased lies near it. */
export const fileOf = (ctx: Ctx): string => rawOf(ctx.tx.connection).name;

export async function listLengths(ctx: Ctx): Promise<ReadonlyMap<string, number>> {
  const rows: readonly { record_type: string; amount: number }[] = await ctx.tx.query(
    'SELECT record_type, amount FROM retention_length',
  );
  return new Map(rows.map((row) => [row.record_type, row.amount]));
}

export async function saveLength(
  ctx: Ctx,
  of: { readonly recordType: string; readonly amount: number; readonly byUserId: string | null },
): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO retention_length (record_type, amount, set_at, set_by_user_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (record_type) DO UPDATE SET amount = excluded.amount, set_at = excluded.set_at,
       set_by_user_id = excluded.set_by_user_id`,
    [of.recordType, of.amount, ctx.now(), of.byUserId],
  );
}

export async function insertLines(ctx: Ctx, rows: readonly RetentionLineRow[]): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO retention_line (record_type, row_id, confirmed_on, confirmed_by_user_id, due_on)
     SELECT json_extract(value, '$.record_type'), json_extract(value, '$.row_id'), json_extract(value, '$.confirmed_on'),
       json_extract(value, '$.confirmed_by_user_id'), json_extract(value, '$.due_on') FROM json_each(?)`,
    [JSON.stringify(rows)],
  );
}

/** Confirmed lines that wait for their day, by record type and the day on which they were confirmed. */
export async function countLines(ctx: Ctx): Promise<
  readonly {
    readonly record_type: string;
    readonly confirmed_on: string;
    readonly due_on: string;
    readonly n: number;
  }[]
> {
  return ctx.tx.query(
    `SELECT record_type, confirmed_on, due_on, count(*) AS n FROM retention_line
     GROUP BY record_type, confirmed_on, due_on ORDER BY due_on, record_type`,
  );
}

export async function listLineIds(
  ctx: Ctx,
  of: { readonly recordType: string; readonly dueBy?: string },
): Promise<readonly string[]> {
  const rows: readonly { row_id: string }[] = await ctx.tx.query(
    'SELECT row_id FROM retention_line WHERE record_type = ? AND (? IS NULL OR due_on <= ?) ORDER BY row_id',
    [of.recordType, of.dueBy ?? null, of.dueBy ?? null],
  );
  return rows.map((row) => row.row_id);
}

export async function dropLines(
  ctx: Ctx,
  of: { readonly recordType: string; readonly ids: readonly string[] },
): Promise<void> {
  await ctx.tx.query(
    'DELETE FROM retention_line WHERE record_type = ? AND row_id IN (SELECT value FROM json_each(?))',
    [of.recordType, JSON.stringify(of.ids)],
  );
}

/** Takes a confirmation back while its lines wait; answers how many. */
export async function dropConfirmed(
  ctx: Ctx,
  of: { readonly recordType: string; readonly confirmedOn: string },
): Promise<number> {
  const rows: readonly unknown[] = await ctx.tx.query(
    'SELECT row_id FROM retention_line WHERE record_type = ? AND confirmed_on = ?',
    [of.recordType, of.confirmedOn],
  );
  await ctx.tx.query('DELETE FROM retention_line WHERE record_type = ? AND confirmed_on = ?', [
    of.recordType,
    of.confirmedOn,
  ]);
  return rows.length;
}
