import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Pence } from '#db/shared/money';
import { type ClaimReceiptRow, claimReceiptTable } from './claim-papers.table.ts';
import type { ClaimId, ClaimLineId, ClaimReceipt, ClaimReceiptId } from './claims.contract.ts';

type RowWithFile = ClaimReceiptRow & {
  readonly media_type: string;
  readonly byte_count: number;
  readonly lines_json: string;
};

/** A receipt with the claim that it came with; null for one of a sheet. */
export type StoredReceipt = ClaimReceipt & { readonly claimId: ClaimId | null };

const toStored = (row: RowWithFile): StoredReceipt => ({
  id: row.id as ClaimReceiptId,
  claimId: row.claim_id as ClaimId | null,
  hash: row.hash,
  kind: row.kind as ClaimReceipt['kind'],
  name: row.name,
  mediaType: row.media_type as ClaimReceipt['mediaType'],
  byteCount: row.byte_count,
  printedOn: row.printed_on as LocalDate | null,
  printedPence: row.printed_pence as Pence | null,
  printedNumber: row.printed_number,
  lineIds: JSON.parse(row.lines_json) as ClaimLineId[],
});

const WITH_FILE = `
  SELECT r.*, coalesce(f.media_type, 'application/pdf') AS media_type,
    coalesce(f.byte_count, 0) AS byte_count,
    (SELECT json_group_array(x.line_id) FROM claim_line_receipt x WHERE x.receipt_id = r.id) AS lines_json
  FROM claim_receipt r LEFT JOIN kept_file f ON f.hash = r.hash`;

export async function insert(ctx: Ctx, row: ClaimReceiptRow): Promise<void> {
  await ctx.tx.insert(claimReceiptTable, row);
}

export async function update(
  ctx: Ctx,
  id: string,
  change: Partial<Omit<ClaimReceiptRow, 'id'>>,
): Promise<void> {
  await ctx.tx.update(claimReceiptTable, { id }, change);
}

async function listWhere(
  ctx: Ctx,
  where: string,
  value: string,
): Promise<readonly StoredReceipt[]> {
  const rows: readonly RowWithFile[] = await ctx.tx.query(
    `${WITH_FILE} WHERE r.removed_at IS NULL AND ${where} ORDER BY r.added_at, r.id`,
    [value],
  );
  return rows.map(toStored);
}

export const findById = async (ctx: Ctx, id: string): Promise<StoredReceipt | undefined> =>
  (await listWhere(ctx, 'r.id = ?', id))[0];

/** Receipts and signed papers of a claim, and receipts of the sheet it is on, in the order in which they came. */
export async function listOfClaim(
  ctx: Ctx,
  claimId: string,
  batchId: string | null,
): Promise<readonly StoredReceipt[]> {
  const own = await listWhere(ctx, 'r.claim_id = ?', claimId);
  if (batchId === null) return own;
  return [...own, ...(await listWhere(ctx, `r.kind = 'receipt' AND r.batch_id = ?`, batchId))];
}

/** Receipts and signed papers of a sheet itself. */
export const listOfBatch = (ctx: Ctx, batchId: string): Promise<readonly StoredReceipt[]> =>
  listWhere(ctx, 'r.batch_id = ?', batchId);

/** Lays a receipt to exactly these lines. */
export async function layToLines(
  ctx: Ctx,
  receiptId: string,
  lineIds: readonly string[],
): Promise<void> {
  const wanted = JSON.stringify([...new Set(lineIds)]);
  // What stays is not touched: the file keeps a receipt with the cost that was signed.
  await ctx.tx.query(
    `DELETE FROM claim_line_receipt WHERE receipt_id = ?
       AND line_id NOT IN (SELECT value FROM json_each(?))`,
    [receiptId, wanted],
  );
  await ctx.tx.query(
    `INSERT INTO claim_line_receipt (line_id, receipt_id) SELECT value, ? FROM json_each(?)
     WHERE value NOT IN (SELECT line_id FROM claim_line_receipt WHERE receipt_id = ?)`,
    [receiptId, wanted, receiptId],
  );
}

/** Whether any paper that is still there shows this file. */
export async function isHashUsed(ctx: Ctx, hash: string): Promise<boolean> {
  const rows: readonly unknown[] = await ctx.tx.query(
    'SELECT 1 FROM claim_receipt WHERE hash = ? AND removed_at IS NULL LIMIT 1',
    [hash],
  );
  return rows.length > 0;
}
