import type { Ctx } from '#db/shared/ctx';

const THESE = 'IN (SELECT value FROM json_each(?))';

/** Files of these claims that no other claim or sheet shows. */
export async function listFilesOnlyOf(
  ctx: Ctx,
  claimIds: readonly string[],
): Promise<readonly string[]> {
  const list = JSON.stringify(claimIds);
  const rows: readonly { hash: string }[] = await ctx.tx.query(
    `SELECT DISTINCT r.hash FROM claim_receipt r WHERE r.claim_id ${THESE}
       AND NOT EXISTS (SELECT 1 FROM claim_receipt o WHERE o.hash = r.hash AND (o.claim_id IS NULL OR o.claim_id NOT ${THESE}))`,
    [list, list],
  );
  return rows.map(({ hash }) => hash);
}

/** Puts nobody in the place of everybody whom these claims name; what nobody need be in is emptied. */
export async function unnameClaims(
  ctx: Ctx,
  claimIds: readonly string[],
  nobodyId: string,
): Promise<void> {
  const list = JSON.stringify(claimIds);
  await ctx.tx.query(
    `UPDATE claim SET claimant_person_id = iif(claimant_person_id IS NULL, NULL, ?),
       payee_person_id = iif(payee_person_id IS NULL, NULL, ?), filer_person_id = NULL,
       version = version + 1 WHERE id ${THESE}`,
    [nobodyId, nobodyId, list],
  );
  await ctx.tx.query(`UPDATE claim_signature SET person_id = NULL WHERE claim_id ${THESE}`, [list]);
}

/** Writes other words over columns of these claims, or of what belongs to them, that say something. */
export async function writeOver(
  ctx: Ctx,
  of: { readonly table: string; readonly column: string },
  claimIds: readonly string[],
  empties: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [column, words] of Object.entries(empties))
    await ctx.tx.query(
      `UPDATE "${of.table}" SET "${column}" = ? WHERE "${of.column}" ${THESE} AND "${column}" <> ''`,
      [words, JSON.stringify(claimIds)],
    );
}
