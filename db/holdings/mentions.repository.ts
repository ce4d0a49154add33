import type { Ctx } from '#db/shared/ctx';
import { phoneDigitsOf } from '#db/shared/fold';
import type { KnownBy } from './person-file/mask.rules.ts';

/** One place in another record where somebody is named in free text. */
export type MentionRow = {
  readonly table: string;
  readonly column: string;
  /** The place of the row in its table. */
  readonly rowid: number;
  readonly id: string | null;
  readonly reference: string | null;
  readonly text: string;
};

/** Tables that hold no words of anybody's, or are looked at by themselves. */
const LEFT_OUT = [
  'person',
  'person_record',
  'audit_entry',
  'audit_personal_value',
  'subject_key',
  'merged_row',
  'record_merge',
  'migration',
  'parameter_value',
  'search_entry',
  'search_word',
  'centre',
  'app_user',
  'condition_text',
];

type WordColumn = {
  readonly table: string;
  readonly column: string;
  readonly columns: string;
  /** The column that leads to a record with a reference, and the table of that, as `table.column`; null without. */
  readonly quotedBy: string | null;
};

/** Columns that hold words somebody typed: long enough for a name, no number of a record, no moment. */
async function wordColumns(ctx: Ctx): Promise<readonly WordColumn[]> {
  return ctx.tx.query(
    `SELECT t.name AS "table", c.name AS "column",
       (SELECT ',' || group_concat(o.name, ',') || ',' FROM pragma_table_info(t.name) o) AS columns,
       (SELECT f."table" || '.' || f."from" FROM pragma_foreign_key_list(t.name) f
        WHERE EXISTS (SELECT 1 FROM pragma_table_info(f."table") r WHERE r.name = 'reference')
        ORDER BY f.id DESC LIMIT 1) AS "quotedBy"
     FROM sqlite_master t JOIN pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND t.name NOT LIKE 'search_text%'
       AND t.name NOT IN (SELECT value FROM json_each(?)) AND t.sql NOT LIKE '%WITHOUT ROWID%'
       AND (lower(c.type) = 'text' OR (c.type LIKE 'varchar(%' AND CAST(substr(c.type, 9) AS integer) >= 60))
       AND c.name NOT LIKE '%\\_id' ESCAPE '\\' AND c.name NOT LIKE '%mark%' AND c.name NOT LIKE '%sealed%'
       AND c.name NOT LIKE 'folded%'
     ORDER BY t.name, c.cid`,
    [JSON.stringify(LEFT_OUT)],
  );
}

/** How a number may have been written between its digits. */
const SPACES = [' ', '-', '(', ')', '+'];

/** Rows whose words hold a name, number or address by which somebody is known; the first few hundred. */
export async function listMentions(
  ctx: Ctx,
  known: KnownBy,
  limit: number,
): Promise<readonly MentionRow[]> {
  const found: MentionRow[] = [];
  const words = JSON.stringify([...known.names, ...known.emails].map((one) => one.toLowerCase()));
  const phones = JSON.stringify(known.phones);
  for (const { table, column, columns, quotedBy } of await wordColumns(ctx)) {
    if (found.length >= limit) break;
    const digits = SPACES.reduce((text, sign) => `replace(${text}, '${sign}', '')`, `"${column}"`);
    const rows: readonly Omit<MentionRow, 'table' | 'column'>[] = await ctx.tx.query(
      `SELECT rowid AS rowid, ${columns.includes(',id,') ? '"id"' : 'NULL'} AS id,
         ${columns.includes(',reference,') ? '"reference"' : referenceBy(table, quotedBy)} AS reference, "${column}" AS text
       FROM "${table}" WHERE "${column}" <> '' AND (
         EXISTS (SELECT 1 FROM json_each(?) w WHERE instr(lower("${column}"), w.value) > 0)
         OR EXISTS (SELECT 1 FROM json_each(?) n WHERE instr(${digits}, n.value) > 0))
       ORDER BY rowid LIMIT ?`,
      [words, phones, limit - found.length],
    );
    found.push(...rows.map((row) => ({ ...row, table, column })));
  }
  return found;
}

/** What a row is quoted by that has no reference itself: that of the record it belongs to. */
function referenceBy(table: string, quotedBy: string | null): string {
  const [parent, column] = quotedBy?.split('.') ?? [];
  return parent === undefined
    ? 'NULL'
    : `(SELECT whole.reference FROM "${parent}" whole WHERE whole.id = "${table}"."${column}")`;
}

/** By what a person is known, with the names that a merge brought along. */
export async function readKnownBy(ctx: Ctx, ids: readonly string[]): Promise<KnownBy> {
  const list = JSON.stringify(ids);
  const rows: readonly {
    name: string;
    phone: string;
    text_phone: string | null;
    email: string | null;
  }[] = await ctx.tx.query(
    `SELECT p.name, p.phone_digits AS phone, r.text_phone_digits AS text_phone, r.email
     FROM person p LEFT JOIN person_record r ON r.person_id = p.id
     WHERE p.id IN (SELECT value FROM json_each(?))
     UNION ALL SELECT g.name, '', NULL, r.email FROM tenant_group g
       LEFT JOIN group_record r ON r.group_id = g.id WHERE g.id IN (SELECT value FROM json_each(?))
     UNION ALL SELECT m.lost_name, '', NULL, NULL FROM record_merge m
       WHERE m.lost_id IN (SELECT value FROM json_each(?)) AND m.undone_at IS NULL`,
    [list, list, list],
  );
  // What they were called and how they were reached before is known from the record of what happened.
  const before: readonly { field: string; value: string }[] = await ctx.tx.query(
    `SELECT DISTINCT v.field, v.value FROM audit_personal_value v JOIN audit_entry e ON e.seq = v.seq
     WHERE v.subject_id IN (SELECT value FROM json_each(?)) AND e.object_id = v.subject_id
       AND v.field IN ('name', 'phone', 'textPhone', 'email')`,
    [list],
  );
  const earlier = (...fields: readonly string[]): readonly string[] =>
    before.filter(({ field }) => fields.includes(field)).map(({ value }) => value);
  const filled = (values: readonly (string | null)[]): string[] => [
    ...new Set(values.filter((value): value is string => value !== null && value !== '')),
  ];
  return {
    names: filled([...rows.map((row) => row.name), ...earlier('name')]),
    phones: filled([
      ...rows.flatMap((row) => [row.phone, row.text_phone]),
      ...earlier('phone', 'textPhone').map(phoneDigitsOf),
    ]),
    emails: filled(
      [...rows.map((row) => row.email), ...earlier('email')].map(
        (one) => one?.toLowerCase() ?? null,
      ),
    ),
  };
}

/** Names of everybody else on record, of people in free columns too. */
export async function listOtherNames(ctx: Ctx, ids: readonly string[]): Promise<readonly string[]> {
  const rows: readonly { name: string }[] = await ctx.tx.query(
    `SELECT name FROM person WHERE id NOT IN (SELECT value FROM json_each(?))
     UNION SELECT guardian_name FROM person_record WHERE guardian_name <> ''`,
    [JSON.stringify(ids)],
  );
  return rows.map((row) => row.name);
}

/** What an id stands for, in words: a person, group, room, area or account. */
export async function readNames(
  ctx: Ctx,
): Promise<ReadonlyMap<string, { readonly kind: string; readonly name: string }>> {
  const rows: readonly { id: string; kind: string; name: string }[] = await ctx.tx.query(
    `SELECT id, 'person' AS kind, name FROM person UNION ALL SELECT id, 'group', name FROM tenant_group
     UNION ALL SELECT id, 'facility', name FROM facility UNION ALL SELECT id, 'area', name FROM area
     UNION ALL SELECT id, 'account', display_name FROM app_user`,
  );
  return new Map(rows.map(({ id, kind, name }) => [id, { kind, name }]));
}
