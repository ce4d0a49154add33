import { createHash } from 'node:crypto';
import type { Ctx } from '#db/shared/ctx';
import { warningsFor } from '../checks/warnings.service.ts';
import * as capUses from '../cap-uses.repository.ts';
import type { ClaimFacts } from '../claim-facts.ts';
import type { SignatureRole } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import * as claims from '../claims.repository.ts';
import { isBeingFilledIn } from '../filing/open-claim.rules.ts';
import { missingIn } from '../filing/missing.rules.ts';
import { asStaff } from '../filing/renew-doubts.service.ts';
import * as lines from '../lines.repository.ts';
import type { WholeClaim } from '../read-claim.service.ts';
import * as signed from '../signed.repository.ts';
import { declarationFor } from './declaration.rules.ts';
import { signedText } from './signed-text.rules.ts';

/** What was frozen: the whole text that is signed, its mark, and what is declared. */
export type Frozen = {
  readonly text: string;
  readonly hash: string;
  readonly declaration: string;
};

/** Refuses a claim that is not being filled in, or that something still keeps from being signed. */
export async function checkReady(ctx: Ctx, whole: WholeClaim): Promise<void> {
  const { stored, facts } = whole;
  const { reference, state } = stored;
  if (!isBeingFilledIn(stored, whole.lines))
    throw claimErrors.error('claim.not-open', { reference, state });
  const warnings = await warningsFor(asStaff(ctx), facts);
  const missing = missingIn(facts, warnings, ctx.handedOver !== undefined);
  if (missing.length > 0)
    throw claimErrors.error('claim.not-ready', {
      reference,
      missing: [...new Set(missing.map(({ words }) => words))],
    });
}

/** Refuses a signing page that signed another claim before: its key is that claim's alone. */
export async function checkKeyIsNew(ctx: Ctx, key: string, reference: string): Promise<void> {
  const other = await claims.findBySignKey(ctx, key);
  if (other !== undefined)
    throw claimErrors.error('claim.sign-key-used', { reference, other: other.reference });
}

/** What would be signed as the claim stands. */
export function frozenOf({ stored, facts }: WholeClaim, role: SignatureRole): Frozen {
  const text = signedText(stored, facts, declarationFor(facts));
  return { text, hash: hashOf(text), declaration: declarationFor(facts, role) };
}

/** The mark of a text: its SHA-256. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Freezes the open lines of a claim at the figures of this moment: later policies change nothing, and what they use up
 * of caps counts for every later claim. Signatures under what the claim said before count no longer.
 */
export async function freezeLines(ctx: Ctx, claimId: string, facts: ClaimFacts): Promise<void> {
  for (const { words, state, priced } of facts.lines) {
    if (state !== 'open') continue;
    await lines.update(ctx, words.id, {
      state: 'waiting',
      payable_pence: priced.payablePence,
      cuts_json: JSON.stringify(priced.cuts),
      policy_version: priced.policyVersion ?? '',
      // The question that opened it is answered; it stays among the decisions.
      decision_why: '',
    });
    await capUses.save(ctx, words.id, priced.capKeys);
  }
  await signed.supersede(ctx, claimId);
}

/** Writes a step of a claim; refused when somebody else was quicker. */
export async function moveClaim(
  ctx: Ctx,
  stored: Pick<claims.StoredClaim, 'id' | 'reference'>,
  version: number,
  change: Parameters<typeof claims.update>[3],
): Promise<void> {
  if (!(await claims.update(ctx, stored.id, version, change)))
    throw claimErrors.error('claim.changed-by-someone-else', { reference: stored.reference });
}
