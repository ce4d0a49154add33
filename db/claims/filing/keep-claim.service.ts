import { personal, recordAudit } from '#db/audit/record';
import type { Ctx } from '#db/shared/ctx';
import { countOpenWarnings } from '../checks/warnings.rules.ts';
import { warningsFor } from '../checks/warnings.service.ts';
import type { Claim } from '../claims.contract.ts';
import * as claims from '../claims.repository.ts';
import {
  getStored,
  getWhole,
  showClaim,
  totalsOf,
  type WholeClaim,
} from '../read-claim.service.ts';
import { factsOf, subjectOf } from './claim-record.service.ts';
import { indexClaim } from './claim-search.service.ts';
import { asStaff, renewNeighbours, signedPartOf } from './renew-doubts.service.ts';

/** What was done to a claim, for the record; `reason` is in the words of whoever did it. */
export type Act = { readonly action: string; readonly reason?: string };

/**
 * Ends every act on a claim: brings its sums and open warnings up to date, and those of claims that share something
 * with it, puts it into the search and on record, and answers it as whoever acts may see it.
 */
export async function keepClaim(
  ctx: Ctx,
  id: string,
  act: Act,
  before?: WholeClaim,
): Promise<Claim> {
  const after = await refreshed(ctx, await getWhole(ctx, id));
  // What is being filled in is nobody's double, so that nothing is looked up while somebody types.
  if (before !== undefined && signedPartOf(before) !== signedPartOf(after))
    await renewNeighbours(ctx, id);
  const { action, reason = '' } = act;
  await indexClaim(ctx, after.stored);
  await recordAudit(ctx, {
    action,
    objectType: 'claim',
    objectId: id,
    ...(reason === '' ? {} : { reason: personal(subjectOf(after.stored), reason) }),
    ...(before === undefined ? {} : { before: factsOf(before.stored, before.facts) }),
    after: factsOf(after.stored, after.facts),
  });
  return showClaim(ctx, after);
}

/** Brings sums and open warnings of a claim up to date, where nothing else of it was written. */
export async function refreshSums(ctx: Ctx, id: string): Promise<void> {
  await refreshed(ctx, await getWhole(ctx, id));
}

/** Sums and open warnings as they follow from what is kept; the claim's version stays what it is. */
async function refreshed(ctx: Ctx, whole: WholeClaim): Promise<WholeClaim> {
  // What was asked for stays readable on a claim that was withdrawn.
  if (whole.stored.state === 'withdrawn') return whole;
  const { claimedPence, payablePence } = totalsOf(whole.facts);
  await claims.updateSums(ctx, whole.stored.id, {
    claimed_pence: claimedPence,
    payable_pence: payablePence,
    open_warnings: countOpenWarnings(await warningsFor(asStaff(ctx), whole.facts)),
  });
  return { ...whole, stored: await getStored(ctx, whole.stored.id) };
}

/** Says that the same was asked for once more; nothing else happens. */
export async function keptBefore(ctx: Ctx, stored: claims.StoredClaim): Promise<Claim> {
  await recordAudit(ctx, {
    action: 'claim.sent-again',
    objectType: 'claim',
    objectId: stored.id,
    after: { reference: stored.reference },
  });
  return showClaim(ctx, await getWhole(ctx, stored.id));
}
