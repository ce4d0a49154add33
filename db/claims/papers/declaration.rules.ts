// [browser-safe]
import type { ClaimantKind } from '#db/claim-policy/claim-policy.contract';

/** What a claimant declares by signing, in full. */
export function declarationOf(kind: ClaimantKind): string {
  return kind === 'group'
    ? 'Our group had these costs for what is written here. Nobody else has paid them, and we have not asked for them anywhere else. What is written here is true.'
    : 'I had these costs because I took part in what is written here. Nobody else has paid them, and I have not asked for them anywhere else. What is written here is true.';
}
