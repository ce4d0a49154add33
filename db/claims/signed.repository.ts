import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { type ClaimSignatureRow, claimSignatureTable } from './claim-papers.table.ts';
import type { ClaimReceiptId, Signature } from './claims.contract.ts';

const toSignature = (row: ClaimSignatureRow): Signature => ({
  id: row.id,
  role: row.role as Signature['role'],
  personId: row.person_id as PersonId | null,
  name: row.name,
  way: row.way as Signature['way'],
  strokes: row.way === 'screen' ? (JSON.parse(row.strokes_json) as number[][]) : null,
  receiptId: row.receipt_id as ClaimReceiptId | null,
  words: row.words,
  signedHash: row.signed_hash,
  signedOn: row.signed_on as LocalDate,
  isSuperseded: row.is_superseded === 1,
});

export async function insertSignature(ctx: Ctx, row: ClaimSignatureRow): Promise<void> {
  await ctx.tx.insert(claimSignatureTable, row);
}

/** Whether a signature was kept under an id before, on whatever it is. */
export async function hasSignature(ctx: Ctx, id: string): Promise<boolean> {
  const rows: readonly unknown[] = await ctx.tx.query(
    'SELECT 1 FROM claim_signature WHERE id = ?',
    [id],
  );
  return rows.length > 0;
}

/** Who signed a claim, in the order in which they did. */
export async function listSignatures(ctx: Ctx, claimId: string): Promise<readonly Signature[]> {
  const rows: readonly ClaimSignatureRow[] = await ctx.tx.query(
    'SELECT * FROM claim_signature WHERE claim_id = ? ORDER BY signed_at, rowid',
    [claimId],
  );
  return rows.map(toSignature);
}

/** Who signed a sheet, in the order in which they did. */
export async function listSignaturesOfBatch(
  ctx: Ctx,
  batchId: string,
): Promise<readonly Signature[]> {
  const rows: readonly ClaimSignatureRow[] = await ctx.tx.query(
    'SELECT * FROM claim_signature WHERE batch_id = ? ORDER BY signed_at, rowid',
    [batchId],
  );
  return rows.map(toSignature);
}

/** Signatures under what the claim said before it was changed stay, and count no longer. */
export async function supersede(ctx: Ctx, claimId: string): Promise<void> {
  await ctx.tx.query(
    `UPDATE claim_signature SET is_superseded = 1 WHERE claim_id = ? AND role <> 'cash'`,
    [claimId],
  );
}

/** Which of these people and groups are on record; one that was put together with another is there no longer. */
export async function listStillThere(
  ctx: Ctx,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const list = JSON.stringify(ids);
  const rows: readonly { id: string }[] = await ctx.tx.query(
    `SELECT id FROM person WHERE id IN (SELECT value FROM json_each(?))
     UNION SELECT id FROM tenant_group WHERE id IN (SELECT value FROM json_each(?))`,
    [list, list],
  );
  return new Set(rows.map(({ id }) => id));
}
