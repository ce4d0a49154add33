import { receiptNeeded } from '#db/claim-policy/claimable.rules';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { atHandedOverScreen } from '../checks/warnings.rules.ts';
import { warningsFor } from '../checks/warnings.service.ts';
import type { ClaimFacts, LineFacts } from '../claim-facts.ts';
import { readFacts } from '../claim-facts.service.ts';
import type { claimsContract } from '../claims-api.contract.ts';
import type { ClaimWords } from '../claims.contract.ts';
import * as claims from '../claims.repository.ts';
import type { Forecast } from '../filing.contract.ts';
import * as lines from '../lines.repository.ts';
import { totalsOf } from '../read-claim.service.ts';
import { declarationFor } from '../signing/declaration.rules.ts';
import { missingIn } from './missing.rules.ts';
import { asStaff } from './renew-doubts.service.ts';

export const foreseeService: Pick<Handlers<typeof claimsContract>, 'foresee'> = {
  async foresee(ctx, words) {
    const stored = await claims.findById(ctx, words.id);
    const kept = stored === undefined ? [] : await lines.listOfClaim(ctx, words.id);
    const withdrawn = new Set<string>(
      kept.filter(({ state }) => state === 'withdrawn').map(({ id }) => id),
    );
    const sent = { ...words, lines: words.lines.filter(({ id }) => !withdrawn.has(id)) };
    return forecastOf(ctx, await readFacts(ctx, { words: sent, stored, lines: kept }), words);
  },
};

/** What a claim would come to and what stands in its way, in the words of the screen that asks. */
async function forecastOf(ctx: Ctx, facts: ClaimFacts, words: ClaimWords): Promise<Forecast> {
  const isHandedOver = ctx.handedOver !== undefined;
  const warnings = await warningsFor(asStaff(ctx), facts);
  const shown = isHandedOver ? warnings.map(atHandedOverScreen) : warnings;
  const missing = missingIn(facts, isHandedOver ? shown : warnings, isHandedOver);
  const today = todayOf(ctx);
  return {
    lines: facts.lines.map((line) => forecastLine(facts, line)),
    ...totalsOf(facts),
    warnings: shown,
    missing: [
      ...missing,
      ...(words.receivedOn > today
        ? [{ lineId: null, field: 'receivedOn', words: 'Enter today or an earlier day.' }]
        : []),
    ],
    declaration: declarationFor(facts),
  };
}

function forecastLine(facts: ClaimFacts, { words, priced }: LineFacts): Forecast['lines'][number] {
  const policy = facts.policyOn(words.day);
  const kind = policy.kinds.get(words.kind);
  return {
    lineId: words.id,
    askedPence: priced.claimedPence,
    payablePence: priced.payablePence,
    cuts: [...priced.cuts],
    ruleWords: kind?.sentence ?? '',
    asks:
      kind === undefined
        ? null
        : {
            basis: kind.basis,
            receipt: receiptNeeded(kind, policy.general),
            prevented: kind.needsPreventedAttendance,
            reason: kind.needsReason,
          },
  };
}
