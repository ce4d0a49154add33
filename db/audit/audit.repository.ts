import type { Ctx } from '#db/shared/ctx';
import type { AuditEntryRow, AuditPersonalValueRow } from './audit.table.ts';
import { CHAIN_START, type ChainHead, HASHED_FIELDS } from './chain.ts';

const COLUMNS: readonly (keyof AuditEntryRow)[] = [...HASHED_FIELDS, 'prev_hash', 'hash'];

/** The newest entry, or the start of an empty chain. `at` is null for an empty chain. */
export async function findHead(ctx: Ctx): Promise<ChainHead & { readonly at: string | null }> {
  const rows: readonly { seq: number; hash: string; at: string }[] = await ctx.tx.query(
    'SELECT seq, hash, at FROM audit_entry ORDER BY seq DESC LIMIT 1',
  );
  return rows[0] ?? { seq: 0, hash: CHAIN_START, at: null };
}

/** SQLite binds 32,766 values in one statement. */
const ROWS_PER_STATEMENT = 500;

/** Rows of one statement, so that a run of entries costs one write. */
const placesFor = (columns: readonly string[], rows: readonly unknown[]): string => {
  const one = `(${columns.map(() => '?').join(', ')})`;
  return rows.map(() => one).join(', ');
};

export async function insert(ctx: Ctx, rows: readonly AuditEntryRow[]): Promise<void> {
  for (const part of partsOf(rows))
    await ctx.tx.query(
      `INSERT INTO audit_entry (${COLUMNS.join(', ')}) VALUES ${placesFor(COLUMNS, part)}`,
      part.flatMap((row) => COLUMNS.map((column) => row[column])),
    );
}

const PERSONAL_COLUMNS: readonly (keyof AuditPersonalValueRow)[] = [
  'seq',
  'side',
  'field',
  'subject_id',
  'value',
];

export async function insertPersonalValues(
  ctx: Ctx,
  rows: readonly AuditPersonalValueRow[],
): Promise<void> {
  for (const part of partsOf(rows))
    await ctx.tx.query(
      `INSERT INTO audit_personal_value (${PERSONAL_COLUMNS.join(', ')}) VALUES ${placesFor(PERSONAL_COLUMNS, part)}`,
      part.flatMap((row) => PERSONAL_COLUMNS.map((column) => row[column])),
    );
}

function* partsOf<R>(rows: readonly R[]): Generator<readonly R[]> {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT)
    yield rows.slice(from, from + ROWS_PER_STATEMENT);
}

export async function findSubjectKey(ctx: Ctx, subjectId: string): Promise<string | undefined> {
  const rows: readonly { key_hex: string }[] = await ctx.tx.query(
    'SELECT key_hex FROM subject_key WHERE subject_id = ?',
    [subjectId],
  );
  return rows[0]?.key_hex;
}

export async function insertSubjectKey(ctx: Ctx, subjectId: string, keyHex: string): Promise<void> {
  await ctx.tx.query('INSERT INTO subject_key (subject_id, key_hex) VALUES (?, ?)', [
    subjectId,
    keyHex,
  ]);
}

/** Up to `limit` entries after `seq`, oldest first. */
export async function listAfter(
  ctx: Ctx,
  seq: number,
  limit: number,
): Promise<readonly AuditEntryRow[]> {
  return ctx.tx.query('SELECT * FROM audit_entry WHERE seq > ? ORDER BY seq LIMIT ?', [seq, limit]);
}

export async function findHashAt(ctx: Ctx, seq: number): Promise<string | undefined> {
  const rows: readonly { hash: string }[] = await ctx.tx.query(
    'SELECT hash FROM audit_entry WHERE seq = ?',
    [seq],
  );
  return rows[0]?.hash;
}

/** The readable values behind the seals of the entries from one number to another. */
export async function listPersonalValues(
  ctx: Ctx,
  fromSeq: number,
  toSeq: number,
): Promise<readonly (AuditPersonalValueRow & { readonly key_hex: string | null })[]> {
  return ctx.tx.query(
    `SELECT v.seq, v.side, v.field, v.subject_id, v.value, k.key_hex
     FROM audit_personal_value v LEFT JOIN subject_key k ON k.subject_id = v.subject_id
     WHERE v.seq BETWEEN ? AND ? ORDER BY v.seq, v.side, v.field`,
    [fromSeq, toSeq],
  );
}

type EntryWithName = AuditEntryRow & { readonly actor_name: string | null };

const WITH_NAME = `SELECT e.*, u.display_name AS actor_name FROM audit_entry e LEFT JOIN app_user u ON u.id = e.actor_id`;

/** The newest entries first; `actorId` narrows to one person's own acts. */
export async function listRecent(
  ctx: Ctx,
  wanted: {
    readonly limit: number;
    readonly beforeSeq: number | null;
    readonly actorId: string | null;
  },
): Promise<readonly EntryWithName[]> {
  return ctx.tx.query(
    `${WITH_NAME} WHERE (? IS NULL OR e.seq < ?) AND (? IS NULL OR e.actor_id = ?) ORDER BY e.seq DESC LIMIT ?`,
    [wanted.beforeSeq, wanted.beforeSeq, wanted.actorId, wanted.actorId, wanted.limit],
  );
}

export async function listOfObject(
  ctx: Ctx,
  objectType: string,
  objectId: string,
): Promise<readonly EntryWithName[]> {
  return ctx.tx.query(`${WITH_NAME} WHERE e.object_type = ? AND e.object_id = ? ORDER BY e.seq`, [
    objectType,
    objectId,
  ]);
}

/** Deletes the readable values of these subjects and the keys that sealed them; the chain keeps seals that nobody opens. */
export async function forgetSubjects(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const table of ['audit_personal_value', 'subject_key'])
    await ctx.tx.query(
      `DELETE FROM ${table} WHERE subject_id IN (SELECT value FROM json_each(?))`,
      [JSON.stringify(ids)],
    );
}

/** Numbers of the entries about these records, or with readable values about them; oldest first. */
export async function listAbout(
  ctx: Ctx,
  ids: readonly string[],
): Promise<readonly AuditEntryRow[]> {
  const list = JSON.stringify(ids);
  return ctx.tx.query(
    `SELECT * FROM audit_entry WHERE seq IN (
       SELECT seq FROM audit_entry WHERE object_id IN (SELECT value FROM json_each(?))
       UNION SELECT seq FROM audit_personal_value WHERE subject_id IN (SELECT value FROM json_each(?)))
     ORDER BY seq`,
    [list, list],
  );
}

export async function listValuesOf(
  ctx: Ctx,
  ids: readonly string[],
): Promise<readonly AuditPersonalValueRow[]> {
  return ctx.tx.query(
    `SELECT * FROM audit_personal_value WHERE subject_id IN (SELECT value FROM json_each(?))
     ORDER BY seq, side, field`,
    [JSON.stringify(ids)],
  );
}

/** The newest entries with their times, newest first: by them the computer's clock is judged. */
export async function listNewestTimes(
  ctx: Ctx,
  limit: number,
): Promise<readonly Pick<AuditEntryRow, 'at' | 'action'>[]> {
  return ctx.tx.query('SELECT at, action FROM audit_entry ORDER BY seq DESC LIMIT ?', [limit]);
}

/** Deletes what entries about a record hold readably in some of its fields, of whomever it is. */
export async function forgetFields(
  ctx: Ctx,
  of: { readonly objectId: string; readonly fields: readonly string[] },
): Promise<void> {
  await ctx.tx.query(
    `DELETE FROM audit_personal_value WHERE field IN (SELECT value FROM json_each(?))
       AND seq IN (SELECT seq FROM audit_entry WHERE object_id = ?)`,
    [JSON.stringify(of.fields), of.objectId],
  );
}
