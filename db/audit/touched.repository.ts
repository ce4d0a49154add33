import type { Ctx } from '#db/shared/ctx';

/** Which of these records have an entry after the last one about another record. */
export async function listTouchedAfter(
  ctx: Ctx,
  of: { readonly objectType: string; readonly ids: readonly string[] },
  mark: { readonly objectType: string; readonly objectId: string },
): Promise<readonly string[]> {
  const rows: readonly { id: string }[] = await ctx.tx.query(
    `SELECT wanted.value AS id FROM json_each(?) AS wanted WHERE EXISTS (
       SELECT 1 FROM audit_entry e WHERE e.object_type = ? AND e.object_id = wanted.value AND e.seq > (
         SELECT coalesce(max(m.seq), 0) FROM audit_entry m WHERE m.object_type = ? AND m.object_id = ?))`,
    [JSON.stringify(of.ids), of.objectType, mark.objectType, mark.objectId],
  );
  return rows.map(({ id }) => id);
}
