import type { PricedLine } from '#db/claim-policy/pricing.contract';
import { canonicalJson } from '../canonical.rules.ts';
import type { ClaimFacts } from '../claim-facts.ts';
import type { Claim, LineWords } from '../claims.contract.ts';

/** Where the text of what is signed changes its shape, this number goes up. */
const SHAPE = 1;

/**
 * Everything that is signed, as one text that is the same for the same facts: who claims, brings it and is paid, every
 * line with its figures, cuts and receipts, the sums, and the declaration. Its SHA-256 stands short on the form.
 */
export function signedText(
  stored: Pick<
    Claim,
    'reference' | 'claimant' | 'claimantName' | 'filerWords' | 'payee' | 'payeeName' | 'method'
  >,
  facts: ClaimFacts,
  declaration: string,
): string {
  const hashOf = new Map(facts.receipts.map(({ id, hash }) => [id, hash]));
  return canonicalJson({
    shape: SHAPE,
    reference: stored.reference,
    claimant: { ...stored.claimant, name: stored.claimantName },
    filer: {
      personId: facts.filerPersonId,
      groupId: facts.filerGroupId,
      words: stored.filerWords,
    },
    payee: { ...stored.payee, name: stored.payeeName },
    method: stored.method,
    lines: facts.lines.map(({ words, priced, activity }) => ({
      ...signedWords(words, hashOf),
      activity: activity === null ? null : activity.title,
      ...signedFigures(priced),
    })),
    declaration,
  });
}

/** What was entered on a line as it is signed: its receipts stand by what is on them, in an order of their own. */
export const signedWords = (words: LineWords, hashOf: ReadonlyMap<string, string>) => ({
  ...words,
  receipts: words.receiptIds.map((id) => hashOf.get(id) ?? '').toSorted(),
  receiptIds: undefined,
});

/** What a line comes to as it is signed. */
export const signedFigures = (
  priced: Pick<PricedLine, 'claimedPence' | 'payablePence' | 'cuts' | 'policyVersion'>,
) => ({
  askedPence: priced.claimedPence,
  payablePence: priced.payablePence,
  cuts: priced.cuts,
  policyVersion: priced.policyVersion,
});
