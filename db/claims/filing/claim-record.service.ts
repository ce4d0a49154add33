import { type AuditFacts, personal } from '#db/audit/record';
import { COST_KIND_WORDS } from '#db/claim-policy/claim-policy.contract';
import { formatPence } from '#db/shared/money';
import { formatShortDate } from '#db/shared/plain-words';
import { partyIdOf } from '#db/people/party.rules';
import type { ClaimFacts } from '../claim-facts.ts';
import { partyOfClaimant } from '../claim-words.rules.ts';
import type { StoredClaim } from '../claims.repository.ts';

/** Whose key seals what the record says about a claim. */
export const subjectOf = ({ claimant }: Pick<StoredClaim, 'claimant'>): string =>
  partyIdOf(partyOfClaimant(claimant));

/** What the audit trail keeps of a claim; everything that tells about people is sealed under the claimant's key. */
export function factsOf(stored: StoredClaim, facts: ClaimFacts): AuditFacts {
  const seal = (words: string) => (words === '' ? '' : personal(subjectOf(stored), words));
  return {
    reference: stored.reference,
    state: stored.state,
    claimant: seal(stored.claimantName),
    brought: seal(stored.filerWords),
    paidTo: seal(stored.payeeName),
    method: stored.method,
    receivedOn: stored.receivedOn,
    lines: facts.lines.length,
    costs: seal(facts.lines.map(lineWords).join('; ')),
    notes: seal(stored.notes),
    accessNeed: seal(stored.accessNeedMet),
    claimed: stored.claimedPence ?? 'rate not set',
    payable: stored.payablePence ?? 'rate not set',
    openWarnings: stored.openWarnings,
  };
}

/** 'Car 6 Apr, Home to Town Hall, £6.00', with whatever was written about it. */
function lineWords({ words, priced }: ClaimFacts['lines'][number]): string {
  const { fromPlace, toPlace, carer, reason, noReceiptWhy, overrideWhy } = words;
  return [
    `${COST_KIND_WORDS[words.kind]} ${formatShortDate(words.day)}`,
    fromPlace === '' && toPlace === '' ? '' : `${fromPlace} to ${toPlace}`,
    priced.claimedPence === null ? 'rate not set' : formatPence(priced.claimedPence),
    carer,
    reason,
    noReceiptWhy,
    overrideWhy,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
