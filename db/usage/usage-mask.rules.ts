import { MASKED } from '#db/people/people.rules';
import { isAuditor } from '#db/shared/actor';
import type { Actor } from '#db/shared/ctx';
import type { Usage } from './usage.contract.ts';

const masked = (text: string): string => (text === '' ? '' : MASKED);

/** The auditor sees what was used when and by which group, not who the people are or what they wrote. */
export function maskUsage(usage: Usage, actor: Actor): Usage {
  if (!isAuditor(actor)) return usage;
  return {
    ...usage,
    personName: MASKED,
    purpose: masked(usage.purpose),
    accompaniedBy: masked(usage.accompaniedBy),
    notes: masked(usage.notes),
    withdrawnWhy: masked(usage.withdrawnWhy),
  };
}
