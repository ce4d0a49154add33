import { CLAIM_STATE_WORDS, type ClaimState } from '#db/claims/claims.contract';
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
