import type { Policy, PricingInput } from '#db/claim-policy/pricing.contract';
import { priceClaim } from '#db/claim-policy/pricing.rules';
import type { Ctx } from '#db/shared/ctx';
import { type Pence, pence } from '#db/shared/money';
import * as capUses from '../cap-uses.repository.ts';
import type { ClaimFacts } from '../claim-facts.ts';
import { householdOf, readUsed } from '../claim-facts.service.ts';
import { toPricingLine } from '../checks/checked-claim.rules.ts';
import type { ClaimLine } from '../claims.contract.ts';
import type { Judged } from './decide.rules.ts';
import { decidingErrors } from './deciding.errors.ts';

/**
 * Has each line hold of its limits what was decided for it. What is lowered or refused leaves its share first; then
 * whatever is approved whole is priced again, because other claims may have used up what a decision once freed.
 * @throws DomainError claim.limit-used-since where less is left of a limit than was signed for
 */
export async function settleCaps(
  ctx: Ctx,
  facts: ClaimFacts,
  judged: readonly Judged[],
): Promise<void> {
  for (const { line, decision, pence: amount } of judged) {
    if (decision === 'rejected') await capUses.forget(ctx, line.id);
    if (decision === 'other' && amount !== null) await holdCaps(ctx, line, amount);
  }
  for (const { line, decision, pence: amount } of judged) {
    if (decision !== 'approved' || amount === null) continue;
    const left = await leftFor(ctx, facts, line.id);
    if (left !== null && left < amount)
      throw decidingErrors.error('claim.limit-used-since', { place: line.place, left });
    await holdCaps(ctx, line, amount);
  }
}

/** A line holds of its caps what it is paid, and never more than the caps left it when it was signed. */
export const holdCaps = (
  ctx: Ctx,
  line: Pick<ClaimLine, 'id' | 'payablePence'>,
  amount: Pence,
): Promise<void> => capUses.setTo(ctx, line.id, Math.min(amount, line.payablePence ?? amount));

/**
 * What the limits leave a signed line by now, after all that other lines and claims hold; null where they leave it
 * whole. A limit that was raised since it was signed counts as it stands now.
 */
export async function leftFor(ctx: Ctx, facts: ClaimFacts, lineId: string): Promise<Pence | null> {
  const line = facts.lines.find(({ words }) => words.id === lineId);
  if (line === undefined) return null;
  const { claimant, receivedOn } = facts;
  const household = await householdOf(ctx, claimant);
  const priced = toPricingLine(line.words, line.activity ?? undefined, household);
  const comesTo = (policy: Policy, used: Pick<PricingInput, 'used' | 'usedHere'>): number =>
    priceClaim({
      claimantKind: claimant.kind,
      receivedOn,
      lines: [priced],
      policyOn: () => policy,
      ...used,
    }).payablePence;
  const used = await readUsed(ctx, facts, [priced], lineId);
  const left = comesTo(line.policy, used);
  if (left >= comesTo(line.policy, { used: [] })) return null;
  return pence(Math.max(left, comesTo(facts.policyOn(line.words.day), used)));
}
