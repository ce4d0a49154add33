import { defineErrors } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';

/** Every refusal about the claims policy with the sentence the manager reads. */
export const claimPolicyErrors = defineErrors({
  'policy.older-days': {
    field: 'from',
    sentence: (d: { today: LocalDate }) =>
      `Days before today keep the policy they had, so that nobody’s claim changes afterwards. Enter today, ${formatDateNoWeekday(d.today)}, or a later day.`,
  },
  'policy.rate-missing': {
    field: 'ratePence',
    sentence: (d: { per: 'mile' | 'hour' }) =>
      `Enter how much is paid for each ${d.per}, or say that the rate is not known yet.`,
  },
  'policy.rate-and-awaited': {
    field: 'ratePence',
    sentence: () =>
      'There is a rate, but it is also marked as not known yet. Leave one of the two out.',
  },
  'policy.rate-without-use': {
    field: 'ratePence',
    sentence: () =>
      'What it really cost is paid, so a rate has no use here. Leave the rate empty, or enter a limit.',
  },
  'policy.same-limit-twice': {
    field: 'caps',
    sentence: (d: { unit: string }) =>
      `There are two limits for ${d.unit}. Keep the one that holds.`,
  },
  'policy.nothing-changes': {
    sentence: (d: { from: LocalDate }) =>
      `This is what holds on ${formatDateNoWeekday(d.from)} already. Change what should be different, or close without saving.`,
  },
});
