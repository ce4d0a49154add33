import type { Ctx } from '#db/shared/ctx';

/** The one value of a one-value query. */
async function readOne(ctx: Ctx, sql: string): Promise<unknown> {
  const rows: readonly Record<string, unknown>[] = await ctx.tx.query(sql);
  return Object.values(rows[0] ?? {})[0];
}

/** How many rows a table of ours has; the name comes from our own list, never from outside. */
export async function countRows(ctx: Ctx, table: string): Promise<number> {
  return Number(await readOne(ctx, `SELECT count(*) AS n FROM ${table}`));
}

/** Versions and size of the file itself. */
export async function readFileFacts(
  ctx: Ctx,
): Promise<{ readonly sqlite: string; readonly layout: number; readonly pages: number }> {
  return {
    sqlite: String(await readOne(ctx, 'SELECT sqlite_version() AS v')),
    layout: Number(await readOne(ctx, 'PRAGMA user_version')),
    pages: Number(await readOne(ctx, 'PRAGMA page_count')),
  };
}

export async function listMigrations(ctx: Ctx): Promise<readonly string[]> {
  const rows: readonly { name: string }[] = await ctx.tx.query(
    'SELECT name FROM migration ORDER BY id',
  );
  return rows.map((row) => row.name);
}
