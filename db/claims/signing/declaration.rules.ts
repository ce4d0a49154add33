import type { ClaimFacts } from '../claim-facts.ts';
import type { SignatureRole } from '../claims.contract.ts';

const PAID = 'These costs were paid to take part in the activities named here.';
const ONCE = 'They have not been claimed anywhere else, and everything entered is true.';
const CUTS = 'What will be paid, and why anything is less than was asked for, has been shown.';
const CARE = 'Without this care the meeting could not have been attended.';

/**
 * What whoever signs declares, in full, as it stands above the signature on screen and on paper. Where a rule asks for
 * the claimant's own word that the cost would have kept them away, that word is part of it (EXP-01).
 */
export function declarationOf(
  facts: Pick<ClaimFacts, 'claimant' | 'lines'>,
  names: { readonly claimant: string },
  role: SignatureRole = 'claimant',
): string {
  const said = facts.lines.some(
    ({ words }) =>
      words.preventedAttendance && (words.kind === 'childcare' || words.kind === 'dependant-care'),
  );
  const who =
    role === 'filer' && facts.claimant.kind !== 'group'
      ? `I bring the claim that ${names.claimant} has signed, as it was signed.`
      : facts.claimant.kind === 'group'
        ? `I claim for ${names.claimant}.`
        : 'I claim for myself.';
  return [who, PAID, ...(said ? [CARE] : []), ONCE, CUTS].join(' ');
}
