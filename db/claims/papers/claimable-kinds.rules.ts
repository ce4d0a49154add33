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
};

/** What a form offers, in the policy's order; a blank form whatever anybody may claim (EXP-15). */
export function claimableKinds(policy: Policy, claimantKind: ClaimantKind | null): ClaimableKind[] {
  return [...policy.kinds.values()]
    .filter(({ allowedFor }) =>
      claimantKind === null ? allowedFor.length > 0 : allowedFor.includes(claimantKind),
    )
    .map((each) => ({
      kind: each.kind,
      words: COST_KIND_WORDS[each.kind],
      rate: [rateWords(each), capsWords(each.caps)]
        .filter((words) => words !== '')
        .map(beginSmall)
        .join(', '),
    }));
}

const beginSmall = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
