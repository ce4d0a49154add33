import type { Ctx } from '#db/shared/ctx';
import type { HoldingSubject } from '#db/shared/holding';
import * as held from './held-rows.repository.ts';
import { HOLDINGS } from './holdings-register.rules.ts';

/** For each of these people or groups one place that names them, in words; places in `without`, each `table.column`, are left out. */
export async function findUses(
  ctx: Ctx,
  subject: HoldingSubject,
  ids: readonly string[],
  without: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const places = HOLDINGS.filter(
    (one) =>
      one.subject === subject &&
      one.isBeside !== true &&
      !without.includes(`${one.table}.${one.column}`),
  );
  for (const place of places)
    for (const id of await held.listNamed(ctx, place, ids))
      if (!found.has(id)) found.set(id, place.words);
  return found;
}
