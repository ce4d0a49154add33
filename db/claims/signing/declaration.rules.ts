import type { ClaimFacts } from '../claim-facts.ts';
import type { SignatureRole } from '../claims.contract.ts';
import { declarationOf } from '../papers/declaration.rules.ts';

const CARE = 'Paying for this care myself would have kept me from coming.';
const BROUGHT = 'I bring this claim as the claimant has signed it.';

/**
 * What whoever signs declares, in full, as it stands above the signature on screen and on paper. Where a rule asks for
 * the claimant's own word that the cost would have kept them away, that word is part of it (EXP-01); whoever only
 * brings a claim declares nothing in the claimant's place.
 */
export function declarationFor(
  { claimant, lines }: Pick<ClaimFacts, 'claimant' | 'lines'>,
  role: SignatureRole = 'claimant',
): string {
  if (role === 'filer' && claimant.kind !== 'group') return BROUGHT;
  const isCareSaid = lines.some(({ words }) => words.preventedAttendance);
  return `${declarationOf(claimant.kind)}${isCareSaid ? ` ${CARE}` : ''}`;
}
