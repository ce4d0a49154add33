import type { Ctx } from '#db/shared/ctx';
import * as receipts from '../claim-receipts.repository.ts';
import type { ClaimReceipt } from '../claims.contract.ts';
import * as claims from '../claims.repository.ts';
import type { StoredClaim } from '../claims.repository.ts';
import * as signed from '../signed.repository.ts';

/** A claim on a sheet, and whether its member has signed for it: on the screen, or on a form that is attached. */
export type OnSheet = {
  readonly claim: StoredClaim;
  readonly isSigned: boolean;
  /** The member's own signed form, where no signature on the screen stands; null otherwise. */
  readonly form: ClaimReceipt | null;
};

/** The claims of a sheet that were not withdrawn, in the order in which they were put on it. */
export async function listOnSheet(ctx: Ctx, batchId: string): Promise<readonly OnSheet[]> {
  const found: OnSheet[] = [];
  for (const claim of await claims.listOfBatch(ctx, batchId)) {
    if (claim.state === 'withdrawn') continue;
    const standing = (await signed.listSignatures(ctx, claim.id)).filter(
      ({ isSuperseded }) => !isSuperseded,
    );
    const hasSigned = claim.state !== 'draft' && standing.some(({ role }) => role !== 'cash');
    const form = (await receipts.listOfClaim(ctx, claim.id, null)).find(
      ({ kind }) => kind === 'member-form',
    );
    found.push({
      claim,
      isSigned: hasSigned || form !== undefined,
      form: hasSigned || form === undefined ? null : form,
    });
  }
  return found;
}
