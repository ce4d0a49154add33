import type { Ctx } from '#db/shared/ctx';
import * as register from './register.repository.ts';

/**
 * Takes names without a record off the registers of these activities, whose time is over; the lines stay and are
 * counted. Answers the lines, under which the words of what happened are sealed.
 */
export async function unnameRegisters(
  ctx: Ctx,
  activityIds: readonly string[],
): Promise<readonly string[]> {
  return register.emptyNames(ctx, activityIds);
}
