import type { Ctx } from '#db/shared/ctx';
import { countOpenWarnings } from '../checks/warnings.rules.ts';
import { warningsFor } from '../checks/warnings.service.ts';
import * as claims from '../claims.repository.ts';
import { listNeighbours } from '../neighbours.repository.ts';
import { getWhole, type WholeClaim } from '../read-claim.service.ts';

/** The same unit of work as staff see it: warnings are judged whole wherever the screen is. */
export function asStaff(ctx: Ctx): Ctx {
  const { handedOver: _, ...staff } = ctx;
  return staff;
}

/**
 * Counts again what is open in the claims of the queue that share a receipt, a journey or an activity with a claim, so
 * that a double which came or went later is told there too. Nobody at a screen has to look at those claims anew for it.
 */
export async function renewNeighbours(ctx: Ctx, claimId: string): Promise<void> {
  await renewDoubts(ctx, await listNeighbours(ctx, claimId));
}

/** Counts again what is open in each of these claims. */
export async function renewDoubts(ctx: Ctx, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const { stored, facts } = await getWhole(ctx, id);
    const open = countOpenWarnings(await warningsFor(asStaff(ctx), facts));
    if (open !== stored.openWarnings) await claims.setOpenWarnings(ctx, id, open);
  }
}

/** How far each part of a claim is, without the lines that are being filled in: what other claims' doubles hang on. */
export const signedPartOf = ({ stored, lines }: Pick<WholeClaim, 'stored' | 'lines'>): string =>
  [
    stored.state,
    ...lines
      .filter(({ state }) => state !== 'open')
      .map(({ id, state }) => `${id} ${state}`)
      .toSorted(),
  ].join();
