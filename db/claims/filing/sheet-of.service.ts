import type { Ctx } from '#db/shared/ctx';
import * as batches from '../batches.repository.ts';
import type { BatchId } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';

/** The sheet of a claim while it waits for the treasurer; none once it was handed in, and for a claim by itself. */
export async function findOpenSheet(
  ctx: Ctx,
  batchId: BatchId | null,
): Promise<batches.StoredBatch | undefined> {
  if (batchId === null) return undefined;
  const sheet = await batches.findById(ctx, batchId);
  return sheet?.state === 'draft' || sheet?.state === 'to-sign' ? sheet : undefined;
}

/** A claim is put on a sheet only while that is open; one that was on it stays. */
export async function checkSheet(
  ctx: Ctx,
  wanted: BatchId | null,
  before: BatchId | null,
): Promise<void> {
  if (wanted === null || wanted === before) return;
  if ((await findOpenSheet(ctx, wanted)) === undefined)
    throw claimErrors.error('claim.no-open-sheet', {});
}
