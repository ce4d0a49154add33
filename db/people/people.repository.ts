import type { Ctx } from '#db/shared/ctx';
import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';
import type { Person, PersonId, PersonKind } from './people.contract.ts';
import { type PersonRow, personTable } from './people.table.ts';

export function toPerson(row: PersonRow): Person {
  return {
    id: row.id as PersonId,
    name: row.name,
    kind: row.kind as PersonKind,
    phone: row.phone,
    version: row.version,
  };
}

function toRow(person: Person): Omit<PersonRow, 'hidden_on'> {
  return {
    id: person.id,
    name: person.name,
    folded_name: foldForSearch(person.name),
    kind: person.kind,
    phone: person.phone,
    phone_digits: phoneDigitsOf(person.phone),
    version: person.version,
  };
}

export async function findById(ctx: Ctx, id: string): Promise<Person | undefined> {
  const rows: readonly PersonRow[] = await ctx.tx.query('SELECT * FROM person WHERE id = ?', [id]);
  return rows[0] === undefined ? undefined : toPerson(rows[0]);
}

/** People whose folded name is one of these. */
export async function listByFoldedNames(
  ctx: Ctx,
  folded: readonly string[],
): Promise<readonly Person[]> {
  const rows: readonly PersonRow[] = await ctx.tx.query(
    `SELECT * FROM person WHERE hidden_on IS NULL AND folded_name IN (SELECT value FROM json_each(?)) ORDER BY id`,
    [JSON.stringify(folded)],
  );
  return rows.map(toPerson);
}

/** A name typed as one word, `oneill` for Ó Néill; short words would be found inside too many names. */
const asJoined = (word: string): string => (word.length < 4 ? '' : `%${word}%`);

/** People whose name holds every word of `text`, or whose phone holds its digits; alphabetical, with the number found. */
export async function listByText(
  ctx: Ctx,
  text: string,
  limit: number,
): Promise<{ readonly people: readonly Person[]; readonly total: number }> {
  const words = foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
  const byName =
    words
      .map(() => `((' ' || folded_name) LIKE ? OR replace(folded_name, ' ', '') LIKE ?)`)
      .join(' AND ') || '1 = 1';
  const digits = /\p{L}/u.test(text) ? '' : phoneDigitsOf(text);
  const byPhone = digits.length >= 3 ? ' OR phone_digits LIKE ?' : '';
  const values = [
    ...words.flatMap((word) => [`% ${word}%`, asJoined(word)]),
    ...(byPhone === '' ? [] : [`%${digits}%`]),
  ];
  const where = `hidden_on IS NULL AND ((${byName})${byPhone})`;
  // Counted on the way: looking through everybody's name twice would take twice as long.
  const rows: readonly (PersonRow & { readonly total: number })[] = await ctx.tx.query(
    `SELECT *, count(*) OVER () AS total FROM person WHERE ${where} ORDER BY folded_name, id LIMIT ?`,
    [...values, limit],
  );
  return { people: rows.map(toPerson), total: rows[0]?.total ?? 0 };
}

/** These people in alphabetical order. */
export async function listByIds(ctx: Ctx, ids: readonly string[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const rows: readonly PersonRow[] = await ctx.tx.query(
    'SELECT * FROM person WHERE id IN (SELECT value FROM json_each(?)) ORDER BY folded_name, id',
    [JSON.stringify(ids)],
  );
  return rows.map(toPerson);
}

export async function listByPhonePart(
  ctx: Ctx,
  digits: string,
  limit: number,
): Promise<readonly Person[]> {
  const rows: readonly PersonRow[] = await ctx.tx.query(
    // Two lists one after the other are read from the indexes of numbers alone; put in order by UNION, every record is.
    `SELECT * FROM person WHERE hidden_on IS NULL AND id IN (
       SELECT id FROM person WHERE instr(phone_digits, ?) > 0
       UNION ALL SELECT person_id FROM person_record WHERE instr(text_phone_digits, ?) > 0
     ) ORDER BY folded_name, id LIMIT ?`,
    [digits, digits, limit],
  );
  return rows.map(toPerson);
}

export async function insert(ctx: Ctx, person: Person): Promise<void> {
  await ctx.tx.insert(personTable, { ...toRow(person), hidden_on: null });
}

/** Writes the person if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, person: Person, seenVersion: number): Promise<boolean> {
  const { id, ...columns } = toRow(person);
  const result = await ctx.tx.update(personTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}

/** From which day on a record is shown nowhere; null as a rule. */
export async function findHiddenOn(ctx: Ctx, id: string): Promise<string | null> {
  const rows: readonly { hidden_on: string | null }[] = await ctx.tx.query(
    'SELECT hidden_on FROM person WHERE id = ?',
    [id],
  );
  return rows[0]?.hidden_on ?? null;
}

export async function setHiddenOn(ctx: Ctx, id: string, on: string | null): Promise<void> {
  await ctx.tx.query('UPDATE person SET hidden_on = ?, version = version + 1 WHERE id = ?', [
    on,
    id,
  ]);
}

/** Leaves nothing of a person but the name, because records that must be kept still name them. */
export async function leaveNameOnly(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.query(
    "UPDATE person SET phone = '', phone_digits = '', kind = 'not-said', version = version + 1 WHERE id = ?",
    [id],
  );
}
