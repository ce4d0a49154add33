import { createHash } from 'node:crypto';
import type { Ctx } from '#db/shared/ctx';
import type { Holding } from '#db/shared/holding';
import type { AnyRow } from './merge/merge.rules.ts';

/**
 * Reads and writes rows of other modules by the register alone. Names of tables and columns come from the register
 * or from the file's own layout, never from what somebody typed.
 */
const name = (word: string): string => `"${word}"`;

/** Rows of one holding that name a record. */
export async function listRows(ctx: Ctx, holding: Holding, id: string): Promise<readonly AnyRow[]> {
  return ctx.tx.query(`SELECT * FROM ${name(holding.table)} WHERE ${whereOf(holding)}`, [
    id,
    ...valuesOf(holding),
  ]);
}

export async function countRows(ctx: Ctx, holding: Holding, id: string): Promise<number> {
  const rows: readonly { n: number }[] = await ctx.tx.query(
    `SELECT count(*) AS n FROM ${name(holding.table)} WHERE ${whereOf(holding)}`,
    [id, ...valuesOf(holding)],
  );
  return rows[0]?.n ?? 0;
}

/** Which of these ids a holding names. */
export async function listNamed(
  ctx: Ctx,
  holding: Holding,
  ids: readonly string[],
): Promise<readonly string[]> {
  const rows: readonly { id: string }[] = await ctx.tx.query(
    `SELECT wanted.value AS id FROM json_each(?) AS wanted WHERE EXISTS (
       SELECT 1 FROM ${name(holding.table)} WHERE ${whereOf(holding).replace('?', 'wanted.value')})`,
    [JSON.stringify(ids), ...valuesOf(holding)],
  );
  return rows.map(({ id }) => id);
}

function whereOf(holding: Holding): string {
  const column = name(holding.column);
  const named = holding.isInText === true ? `instr(${column}, ?) > 0` : `${column} = ?`;
  return holding.only === undefined ? named : `${named} AND ${name(holding.only.column)} = ?`;
}

const valuesOf = (holding: Holding): readonly string[] =>
  holding.only === undefined ? [] : [holding.only.is];

/** The columns of a table, and those of its primary key in order. */
export async function layoutOf(
  ctx: Ctx,
  table: string,
): Promise<{ readonly columns: readonly string[]; readonly key: readonly string[] }> {
  const rows: readonly { name: string; pk: number }[] = await ctx.tx.query(
    'SELECT name, pk FROM pragma_table_info(?) ORDER BY cid',
    [table],
  );
  return {
    columns: rows.map((row) => row.name),
    key: rows
      .filter((row) => row.pk > 0)
      .toSorted((a, b) => a.pk - b.pk)
      .map((row) => row.name),
  };
}

const whereKey = (key: AnyRow): string =>
  Object.keys(key)
    .map((column) => `${name(column)} = ?`)
    .join(' AND ');

export async function findRow(ctx: Ctx, table: string, key: AnyRow): Promise<AnyRow | undefined> {
  const rows: readonly AnyRow[] = await ctx.tx.query(
    `SELECT * FROM ${name(table)} WHERE ${whereKey(key)}`,
    Object.values(key),
  );
  return rows[0];
}

export async function change(
  ctx: Ctx,
  of: { readonly table: string; readonly key: AnyRow; readonly to: AnyRow },
): Promise<void> {
  const set = Object.keys(of.to).map((column) => `${name(column)} = ?`);
  await ctx.tx.query(`UPDATE ${name(of.table)} SET ${set.join(', ')} WHERE ${whereKey(of.key)}`, [
    ...Object.values(of.to),
    ...Object.values(of.key),
  ]);
}

export async function takeOut(ctx: Ctx, table: string, key: AnyRow): Promise<void> {
  await ctx.tx.query(`DELETE FROM ${name(table)} WHERE ${whereKey(key)}`, Object.values(key));
}

export async function putBack(ctx: Ctx, table: string, row: AnyRow): Promise<void> {
  const columns = Object.keys(row);
  await ctx.tx.query(
    `INSERT INTO ${name(table)} (${columns.map(name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    Object.values(row),
  );
}

/** By which a row is known to be as it was: its whole content but for what is reckoned anew, column by column. */
export function markOf(row: AnyRow, reckoned: readonly string[]): string {
  const pairs = Object.keys(row)
    .filter((column) => !reckoned.includes(column))
    .toSorted()
    .map((column) => [column, row[column] ?? null]);
  return createHash('sha256').update(JSON.stringify(pairs)).digest('hex');
}

/** Tables whose rows belong to a row of another one, with the column that says to which. */
export async function childrenOf(
  ctx: Ctx,
  table: string,
): Promise<readonly { readonly table: string; readonly column: string }[]> {
  return ctx.tx.query(
    `SELECT t.name AS "table", f."from" AS "column"
     FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) f
     WHERE t.type = 'table' AND f."table" = ? ORDER BY t.name, f."from"`,
    [table],
  );
}

export async function listBy(
  ctx: Ctx,
  of: { readonly table: string; readonly column: string },
  value: string,
): Promise<readonly AnyRow[]> {
  return ctx.tx.query(`SELECT * FROM ${name(of.table)} WHERE ${name(of.column)} = ?`, [value]);
}

export async function takeOutBy(
  ctx: Ctx,
  of: { readonly table: string; readonly column: string },
  value: string,
): Promise<void> {
  await ctx.tx.query(`DELETE FROM ${name(of.table)} WHERE ${name(of.column)} = ?`, [value]);
}

/** Writes other words over columns that say something, in the rows that belong to one. */
export async function empty(
  ctx: Ctx,
  of: { readonly table: string; readonly column: string },
  value: string,
  empties: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [column, words] of Object.entries(empties))
    await ctx.tx.query(
      `UPDATE ${name(of.table)} SET ${name(column)} = ? WHERE ${name(of.column)} = ? AND ${name(column)} <> ''`,
      [words, value],
    );
}

/** Reminders and tasks about rows that are no more, or that name nobody any more. */
export async function dropTasksAbout(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx.query('DELETE FROM task WHERE object_id IN (SELECT value FROM json_each(?))', [
    JSON.stringify(ids),
  ]);
}

/** How lines of imports describe records, which may name people. */
export async function emptyImportWords(ctx: Ctx, ids: readonly string[]): Promise<void> {
  await ctx.tx.query(
    "UPDATE import_row SET words = '' WHERE object_id IN (SELECT value FROM json_each(?))",
    [JSON.stringify(ids)],
  );
}
