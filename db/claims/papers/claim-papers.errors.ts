import { defineErrors } from '#db/shared/domain-error';
import { CLAIM_STATE_WORDS, type ClaimState } from '../claims.contract.ts';

/** Every refusal at printing and listing claims, with the sentence that is read. */
export const paperErrors = defineErrors({
  'claim.nothing-decided': {
    sentence: (d: { reference: string; state: ClaimState }) =>
      `There is no decision to tell of yet. ${d.reference} stands at “${CLAIM_STATE_WORDS[d.state]}”. Decide it first, then print the letter.`,
  },
  'claim.period-backwards': {
    field: 'until',
    sentence: (_: Record<never, never>) => 'The last day is before the first. Change one of them.',
  },
});
