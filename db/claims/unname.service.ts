import type { FileHash } from '#db/shared/incoming-file';
import { forgetFile } from '#db/receipts/receipts.service';
import type { Ctx } from '#db/shared/ctx';
import { indexClaim } from './filing/claim-search.service.ts';
import { CLAIM_EMPTIES, CLAIM_EMPTIES_BESIDE } from './claims-holdings.rules.ts';
import { getStored } from './read-claim.service.ts';
import * as claims from './unname.repository.ts';

/**
 * Takes names, words and pictures of receipts off claims whose time is over; what was asked for, decided and paid stays
 * and is counted. `nobodyId` is the record that stands for somebody erased.
 */
export async function unnameClaims(
  ctx: Ctx,
  claimIds: readonly string[],
  nobodyId: string,
): Promise<void> {
  await claims.unnameClaims(ctx, claimIds, nobodyId);
  await claims.writeOver(ctx, { table: 'claim', column: 'id' }, claimIds, CLAIM_EMPTIES);
  for (const { empties, ...of } of CLAIM_EMPTIES_BESIDE)
    await claims.writeOver(ctx, of, claimIds, empties);
  await forgetClaimFiles(ctx, claimIds);
  // Nobody is found any more by a name that the claim no longer has.
  for (const id of claimIds) await indexClaim(ctx, await getStored(ctx, id));
}

/** Takes away the pictures and papers that these claims alone show; their names are gone by then, and the file asks for that. */
export async function forgetClaimFiles(ctx: Ctx, claimIds: readonly string[]): Promise<void> {
  for (const hash of await claims.listFilesOnlyOf(ctx, claimIds))
    await forgetFile(ctx, hash as FileHash);
}
