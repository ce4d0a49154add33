import { recordAudit } from '#db/audit/record';
import type { HandOverEnd } from '#db/session/session.contract';
import type { Ctx } from '#db/shared/ctx';
import { countPartsOfOthers, findClaimToLend } from '../lent-claim.repository.ts';
import { handingOverErrors } from './handing-over.errors.ts';
import type { LentClaim, NamedParts } from './handing-over.rules.ts';

/**
 * Notes that staff lend their screen for one claim, and answers what the screen must keep to. Everything on record
 * between this entry and the one of taking it back, at the same session, was done by whoever claims.
 * Throws `claim.nothing-to-hand-over` unless the claim is being filled in.
 */
export async function lendScreen(ctx: Ctx, claimId: string): Promise<LentClaim> {
  const lent = await findClaimToLend(ctx, claimId);
  if (lent === undefined)
    throw handingOverErrors.error('claim.nothing-to-hand-over', { id: claimId });
  await recordAudit(ctx, {
    action: 'claim.screen-handed-over',
    objectType: 'claim',
    objectId: claimId,
  });
  return lent;
}

/** Notes that staff have their screen back, and how the lending came to its end. */
export async function takeScreenBack(
  ctx: Ctx,
  of: { readonly claimId: string; readonly endedBy: HandOverEnd },
): Promise<void> {
  await recordAudit(ctx, {
    action: 'claim.screen-taken-back',
    objectType: 'claim',
    objectId: of.claimId,
    after: { endedBy: of.endedBy },
  });
}

/** Whether a call names no part of any other claim. */
export async function keepsToClaim(ctx: Ctx, claimId: string, parts: NamedParts): Promise<boolean> {
  return (await countPartsOfOthers(ctx, claimId, parts)) === 0;
}
