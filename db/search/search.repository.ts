import type { Ctx } from '#db/shared/ctx';
import type { FoundKind } from './search.contract.ts';
import { placeInIndex } from './search.rules.ts';

/** An entry of the index; `folded` is what is searched, the rest is what is shown. */
export type SearchEntryRow = {
  readonly kind: FoundKind;
  readonly object_id: string;
  readonly title: string;
  readonly detail: string;
  readonly folded: string;
  readonly sort_key: string;
};

type Stored = SearchEntryRow & { readonly id: number };

async function find(ctx: Ctx, kind: string, objectId: string): Promise<Stored | undefined> {
  const rows: readonly Stored[] = await ctx.tx.query(
    'SELECT * FROM search_entry WHERE kind = ? AND object_id = ?',
    [kind, objectId],
  );
  return rows[0];
}

/** The full-text index keeps no copy of the text, so taking an entry out needs the words that were put in. */
async function takeOutOfIndex(ctx: Ctx, stored: Stored): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO search_text (search_text, rowid, folded) VALUES ('delete', ?, ?)`,
    [stored.id, stored.folded],
  );
}

/** Puts new entries in, however many, by one statement for each table: a year of a series is one act at the desk. */
export async function insert(ctx: Ctx, rows: readonly SearchEntryRow[]): Promise<void> {
  if (rows.length === 0) return;
  const ids = await takeNumbers(ctx, rows);
  await ctx.tx.query(
    `INSERT INTO search_entry (id, kind, object_id, title, detail, folded, sort_key)
     VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
    rows.flatMap((row, index) => [
      ids[index],
      row.kind,
      row.object_id,
      row.title,
      row.detail,
      row.folded,
      row.sort_key,
    ]),
  );
  await ctx.tx.query(
    `INSERT INTO search_text (rowid, folded) VALUES ${rows.map(() => '(?, ?)').join(', ')}`,
    rows.flatMap(({ folded }, index) => [ids[index], folded]),
  );
}

/** The next free number of each entry's own place in the index. */
async function takeNumbers(ctx: Ctx, rows: readonly SearchEntryRow[]): Promise<readonly number[]> {
  const places = rows.map((row) => placeInIndex(row.kind, row.sort_key));
  const found: readonly { last: number | null }[] = await ctx.tx.query(
    `SELECT (SELECT max(id) FROM search_entry
             WHERE id >= json_extract(place.value, '$.from') AND id < json_extract(place.value, '$.after')) AS last
     FROM json_each(?) AS place ORDER BY place.key`,
    [JSON.stringify(places)],
  );
  const taken = new Map<number, number>();
  return places.map(({ from }, index) => {
    const next = (taken.get(from) ?? found[index]?.last ?? from) + 1;
    taken.set(from, next);
    return next;
  });
}

/** Puts the entry in, or replaces the one of the same record; a moved booking gets another place. */
export async function save(ctx: Ctx, row: SearchEntryRow): Promise<void> {
  const stored = await find(ctx, row.kind, row.object_id);
  if (stored === undefined) return insert(ctx, [row]);
  await takeOutOfIndex(ctx, stored);
  if (stored.sort_key !== row.sort_key) {
    await ctx.tx.query('DELETE FROM search_entry WHERE id = ?', [stored.id]);
    return insert(ctx, [row]);
  }
  await ctx.tx.query('UPDATE search_entry SET title = ?, detail = ?, folded = ? WHERE id = ?', [
    row.title,
    row.detail,
    row.folded,
    stored.id,
  ]);
  await ctx.tx.query('INSERT INTO search_text (rowid, folded) VALUES (?, ?)', [
    stored.id,
    row.folded,
  ]);
}

export async function remove(ctx: Ctx, kind: string, objectId: string): Promise<void> {
  const stored = await find(ctx, kind, objectId);
  if (stored === undefined) return;
  await takeOutOfIndex(ctx, stored);
  await ctx.tx.query('DELETE FROM search_entry WHERE id = ?', [stored.id]);
}

/** So many hits cost next to nothing to look at; only when there are more are they counted by a second look. */
const HITS_LOOKED_AT = 1000;

/**
 * Entries that hold every word of `match`, people, groups and rooms before bookings, the newest bookings first; and
 * how many there are, where that came to light on the way. Two words that many entries hold take long to bring
 * together, so it is done once.
 */
export async function match(
  ctx: Ctx,
  expression: string,
  limit: number,
): Promise<{ readonly rows: readonly SearchEntryRow[]; readonly total: number | undefined }> {
  const most = Math.max(limit, HITS_LOOKED_AT);
  const rows: readonly (SearchEntryRow & { readonly hits: number })[] = await ctx.tx.query(
    `WITH hit AS MATERIALIZED (
       SELECT rowid AS id FROM search_text WHERE search_text MATCH ? ORDER BY rowid DESC LIMIT ?
     )
     SELECT e.kind, e.object_id, e.title, e.detail, e.folded, e.sort_key, (SELECT count(*) FROM hit) AS hits
     FROM (SELECT id FROM hit ORDER BY id DESC LIMIT ?) AS shown JOIN search_entry e ON e.id = shown.id
     ORDER BY shown.id DESC`,
    [expression, most, limit],
  );
  const hits = rows[0]?.hits ?? 0;
  return { rows, total: hits < most ? hits : undefined };
}

export async function countMatches(ctx: Ctx, expression: string): Promise<number> {
  const rows: readonly { n: number }[] = await ctx.tx.query(
    'SELECT count(*) AS n FROM search_text WHERE search_text MATCH ?',
    [expression],
  );
  return rows[0]?.n ?? 0;
}
