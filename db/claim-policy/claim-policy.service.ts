import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Policy } from './pricing.contract.ts';

/** The claims policy of one day. */
export async function policyOn(ctx: Ctx, day: LocalDate): Promise<Policy> {
  return (await readPolicies(ctx))(day);
}

/** The claims policy of any day, read once. */
export async function readPolicies(_ctx: Ctx): Promise<(day: LocalDate) => Policy> {
  return () => {
    throw new Error('The policy is not kept yet.');
  };
}
