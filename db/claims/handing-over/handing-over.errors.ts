import { defineErrors } from '#db/shared/domain-error';

/** Why a screen cannot be lent for a claim, in the sentence that staff read. */
export const handingOverErrors = defineErrors({
  'claim.nothing-to-hand-over': {
    sentence: (_: { id: string }) =>
      'This claim is not being filled in, so there is nothing to do at the screen. Start a claim, or open this one again first, as for an answer to a question.',
  },
});
