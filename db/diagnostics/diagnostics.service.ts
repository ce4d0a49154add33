import type { Ctx } from '#db/shared/ctx';

/** Tables whose sizes say something about a problem; no content is read. */
const COUNTED_TABLES = [
  'app_user',
  'audit_entry',
  'booking',
  'facility',
  'parameter_value',
  'person',
  'search_entry',
  'tenant_group',
] as const;

export type RecordFacts = {
  readonly sqlite: string;
  readonly layout: number;
  readonly pages: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly migrations: readonly string[];
};

/** Sizes and versions of the centre's file, and nothing that anybody typed. */
export async function readRecordFacts(ctx: Ctx): Promise<RecordFacts> {
  const one = async (sql: string): Promise<unknown> => {
    const rows: readonly Record<string, unknown>[] = await ctx.tx.query(sql);
    return Object.values(rows[0] ?? {})[0];
  };
  const counts: Record<string, number> = {};
  for (const table of COUNTED_TABLES)
    counts[table] = Number(await one(`SELECT count(*) AS n FROM ${table}`));
  const migrations: readonly { name: string }[] = await ctx.tx.query(
    'SELECT name FROM migration ORDER BY id',
  );
  return {
    sqlite: String(await one('SELECT sqlite_version() AS v')),
    layout: Number(await one('PRAGMA user_version')),
    pages: Number(await one('PRAGMA page_count')),
    counts,
    migrations: migrations.map((row) => row.name),
  };
}
