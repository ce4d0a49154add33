import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { ClaimsTakenBy } from '#db/users/account-person.service';
import { compareText } from '#db/shared/local-date';
import * as hands from '../hands.repository.ts';

/**
 * Claims on which two people of the records acted as people apart: one claimed, brought or was paid, the other checked,
 * decided or paid; or each took another step. Put together they would be one who did both. References in order.
 */
export async function claimsKeptApartBy(
  ctx: Ctx,
  one: PersonId,
  other: PersonId,
): Promise<readonly string[]> {
  const found = [
    ...(await hands.listDecidedAcross(ctx, one, other)),
    ...(await hands.listDecidedAcross(ctx, other, one)),
    ...(await hands.listStepsAcross(ctx, one, other)),
  ];
  return [...new Set(found)].toSorted(compareText);
}

/** Claims in which a person has a hand and on which an account took a step; references in order. */
export const claimsTakenBy: ClaimsTakenBy = (ctx, of) => hands.listTakenByAccount(ctx, of);
