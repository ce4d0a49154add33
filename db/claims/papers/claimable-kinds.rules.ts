// [browser-safe]
import {
  type ClaimantKind,
  COST_KIND_WORDS,
  type KindPolicy,
} from '#db/claim-policy/claim-policy.contract';
import { capsWords, rateWords } from '#db/claim-policy/policy-words.rules';
import type { Policy } from '#db/claim-policy/pricing.contract';

/** A kind of cost as a row of a form offers it: 'Taxi', 'what it cost, at most £25 for each claim'. */
export type ClaimableKind = {
  readonly kind: KindPolicy['kind'];
  readonly words: string;
  readonly rate: string;
  /** 'At most £25 for each meeting and £100 for each claim', where that is not said with the rate; otherwise empty. */
  readonly limit: string;
};

/** A rate with its limit is two lines of its row at most. */
const LONGEST_RATE = 44;
/** More rows than these that say a limit make the form a page longer. */
const MOST_LIMITS_IN_ROWS = 3;

/** What a form offers, in the policy's order; a blank form whatever anybody may claim (EXP-15). */
export function claimableKinds(policy: Policy, claimantKind: ClaimantKind | null): ClaimableKind[] {
  const offered = [...policy.kinds.values()]
    .filter(({ allowedFor }) =>
      claimantKind === null ? allowedFor.length > 0 : allowedFor.includes(claimantKind),
    )
    .map((each) => ({
      kind: each.kind,
      words: COST_KIND_WORDS[each.kind],
      rate: beginSmall(rateWords(each)),
      limit: capsWords(each.caps),
    }));
  const together = offered.map(({ rate, limit }) =>
    limit === '' ? rate : `${rate}, ${beginSmall(limit)}`,
  );
  const limited = offered.filter(({ limit }) => limit !== '').length;
  return offered.map((each, i) => {
    const rate = together[i] ?? each.rate;
    const isInRow = limited <= MOST_LIMITS_IN_ROWS && rate.length <= LONGEST_RATE;
    return isInRow ? { ...each, rate, limit: '' } : each;
  });
}

/** As words stand after a colon. */
export const beginSmall = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
