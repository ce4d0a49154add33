import type { Ctx } from '#db/shared/ctx';
import type { FoundKind } from './search.contract.ts';
import { placeInIndex } from './search.rules.ts';
import { toShortKeyExpression } from './short-keys.rules.ts';
import { wordsForSlips } from './slips.rules.ts';

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
  await forgetWords(ctx, stored);
}

/** Names are typed with slips; the words of bookings are those of their names, places and people again. */
const slipWordsOf = (row: SearchEntryRow): readonly string[] =>
  row.kind === 'booking' ? [] : wordsForSlips(row.folded);

async function keepWords(ctx: Ctx, rows: readonly SearchEntryRow[]): Promise<void> {
  const words = rows.flatMap(slipWordsOf);
  if (words.length === 0) return;
  await ctx.tx.query(
    `INSERT INTO search_word (word, uses) SELECT value, 1 FROM json_each(?) WHERE true
     ON CONFLICT (word) DO UPDATE SET uses = uses + 1`,
    [JSON.stringify(words)],
  );
}

/** A word that nobody is found by any more goes, so that nothing is left of a person who was forgotten. */
async function forgetWords(ctx: Ctx, row: SearchEntryRow): Promise<void> {
  const words = JSON.stringify(slipWordsOf(row));
  await ctx.tx.query(
    'UPDATE search_word SET uses = uses - 1 WHERE word IN (SELECT value FROM json_each(?))',
    [words],
  );
  await ctx.tx.query(
    'DELETE FROM search_word WHERE uses < 1 AND word IN (SELECT value FROM json_each(?))',
    [words],
  );
}

/** Words of people, groups and rooms that begin with one of these letters and are about as long as what was typed, or longer. */
export async function listWordsFrom(
  ctx: Ctx,
  firstLetters: readonly string[],
  fewestLetters: number,
): Promise<readonly string[]> {
  const rows: readonly { word: string }[] = await ctx.tx.query(
    `SELECT w.word AS word FROM json_each(?) AS letter
     JOIN search_word w ON w.word >= letter.value AND w.word < letter.value || char(1114111)
     WHERE length(w.word) >= ?`,
    [JSON.stringify(firstLetters), fewestLetters],
  );
  return rows.map(({ word }) => word);
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
  await keepWords(ctx, rows);
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
  await keepWords(ctx, [row]);
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

/** Groups and people whose short key, or a whole word of theirs, was typed; the groups first. */
export async function matchShortKey(
  ctx: Ctx,
  typed: string,
  limit: number,
): Promise<readonly SearchEntryRow[]> {
  const [{ from }, { after }] = [placeInIndex('person', ''), placeInIndex('group', '')];
  return ctx.tx.query(
    `SELECT e.kind, e.object_id, e.title, e.detail, e.folded, e.sort_key
     FROM search_text t JOIN search_entry e ON e.id = t.rowid
     WHERE search_text MATCH ? AND t.rowid >= ? AND t.rowid < ? ORDER BY t.rowid DESC LIMIT ?`,
    [toShortKeyExpression(typed), from, after, limit],
  );
}

/** The records of one kind that hold every word of `expression`, in the order of the index. */
export async function matchOfKind(
  ctx: Ctx,
  kind: FoundKind,
  expression: string,
  limit: number,
): Promise<readonly string[]> {
  const { from, after } = placeInIndex(kind, '');
  const rows: readonly { object_id: string }[] = await ctx.tx.query(
    `SELECT e.object_id FROM search_text t JOIN search_entry e ON e.id = t.rowid
     WHERE search_text MATCH ? AND t.rowid >= ? AND t.rowid < ? ORDER BY t.rowid DESC LIMIT ?`,
    [expression, from, after, limit],
  );
  return rows.map((row) => row.object_id);
}

export async function countMatches(ctx: Ctx, expression: string): Promise<number> {
  const rows: readonly { n: number }[] = await ctx.tx.query(
    'SELECT count(*) AS n FROM search_text WHERE search_text MATCH ?',
    [expression],
  );
  return rows[0]?.n ?? 0;
}

/** Writes the full-text index anew from what is there, so that no page of it keeps a word that was taken out. */
export async function rebuild(ctx: Ctx): Promise<void> {
  await ctx.tx.query("INSERT INTO search_text (search_text) VALUES ('rebuild')");
}
