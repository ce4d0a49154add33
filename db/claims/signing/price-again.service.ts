import { COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import type { Handlers } from '#db/shared/contract';
import * as capUses from '../cap-uses.repository.ts';
import { readFacts } from '../claim-facts.service.ts';
import { wordsOfClaim } from '../claim-words.rules.ts';
import type { claimsContract } from '../claims-api.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import { keepClaim } from '../filing/keep-claim.service.ts';
import * as lines from '../lines.repository.ts';
import { getWhole } from '../read-claim.service.ts';
import { moveClaim } from './freeze.service.ts';

export const priceAgainService: Pick<Handlers<typeof claimsContract>, 'priceAgain'> = {
  async priceAgain(ctx, { id, version }) {
    const whole = await getWhole(ctx, id);
    const { stored } = whole;
    const { reference } = stored;
    const counted = whole.lines.filter(({ state }) => state !== 'withdrawn');
    const unpriced = counted.filter(
      ({ state, payablePence }) => state === 'waiting' && payablePence === null,
    );
    if (unpriced.length === 0) throw claimErrors.error('claim.nothing-to-price', { reference });
    const facts = await readFacts(ctx, {
      words: wordsOfClaim(stored, counted),
      stored,
      // Only what has no figure yet is priced by the rates of today; every other line keeps its own.
      lines: counted.filter((line) => !unpriced.includes(line)),
    });
    const wanted = new Set<string>(unpriced.map((line) => line.id));
    const priced = facts.lines.map((line) => line.priced).filter((line) => wanted.has(line.lineId));
    const stillMissing = unpriced.filter(
      (line) => priced.find((one) => one.lineId === line.id)?.payablePence === null,
    );
    if (stillMissing.length === unpriced.length)
      throw claimErrors.error('claim.rate-still-missing', {
        reference,
        kinds: [...new Set(stillMissing.map(({ kind }) => COST_KIND_WORDS[kind].toLowerCase()))],
      });
    for (const line of priced) {
      if (line.payablePence === null) continue;
      await lines.update(ctx, line.lineId, {
        payable_pence: line.payablePence,
        cuts_json: JSON.stringify(line.cuts),
        policy_version: line.policyVersion ?? '',
      });
      await capUses.save(ctx, line.lineId, line.capKeys);
    }
    await moveClaim(ctx, stored, version, {});
    return keepClaim(ctx, id, { action: 'claim.priced-again' }, whole);
  },
};
