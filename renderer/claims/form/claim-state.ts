import { CLAIM_STATE_WORDS, type Claim, type ClaimState } from '#db/claims/claims.contract';
import type { Tone } from '../../shared/StatusWord.tsx';

const TONES: Readonly<Record<ClaimState, Tone>> = {
  draft: 'quiet',
  'to-sign': 'warning',
  filed: 'info',
  verified: 'info',
  second: 'info',
  asked: 'warning',
  decided: 'good',
  paid: 'good',
  withdrawn: 'quiet',
};

/** How far a claim is, for StatusWord. */
export const stateWord = (state: ClaimState): { readonly tone: Tone; readonly words: string } => ({
  tone: TONES[state],
  words: CLAIM_STATE_WORDS[state],
});

/** A member of a sheet has signed, or given a form of their own; what is missing is the treasurer's signature. */
export const waitsForTreasurer = (claim: Claim): boolean =>
  claim.batch !== null &&
  claim.state === 'to-sign' &&
  (claim.signatures.some(({ role, isSuperseded }) => role === 'claimant' && !isSuperseded) ||
    claim.receipts.some(({ kind }) => kind === 'member-form'));
