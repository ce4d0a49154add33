import type { Ctx } from '#db/shared/ctx';
import type { RecordField } from './record-fields.rules.ts';

const IS_FILLED: Readonly<Record<RecordField, string>> = {
  phone: "(p.phone <> '' OR coalesce(r.text_phone, '') <> '')",
  email: "coalesce(r.email, '') <> ''",
  address: "coalesce(r.address, '') <> ''",
  postcode: "coalesce(r.postcode, '') <> ''",
  area: 'coalesce(r.area_id, r.scheme_id) IS NOT NULL',
  kind: "p.kind <> 'not-said'",
  channels: "coalesce(r.channels_json, '[]') <> '[]'",
  confirmed: 'r.last_confirmed_on IS NOT NULL',
};

/** How many residents are on record, and of how many every one of these fields is. Council staff are not counted. */
export async function countFilled(
  ctx: Ctx,
  fields: readonly RecordField[],
): Promise<{ readonly held: number; readonly complete: number }> {
  const filled = fields.map((field) => IS_FILLED[field]).join(' AND ');
  const rows: readonly { held: number; complete: number }[] = await ctx.tx.query(
    `SELECT count(*) AS held, count(CASE WHEN ${filled === '' ? '0' : filled} THEN 1 END) AS complete
     FROM person p LEFT JOIN person_record r ON r.person_id = p.id
     WHERE p.hidden_on IS NULL AND coalesce(r.is_council_staff, 0) = 0`,
  );
  return rows[0] ?? { held: 0, complete: 0 };
}
