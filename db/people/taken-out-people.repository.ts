import type { Ctx } from '#db/shared/ctx';
import type { PersonId } from './people.contract.ts';

/** The rows of this module about people whom nothing else names, and their own. */
export async function removePeople(ctx: Ctx, ids: readonly PersonId[]): Promise<void> {
  const list = JSON.stringify(ids);
  for (const table of ['person_consent', 'person_interest', 'person_record'])
    await ctx.tx.query(`DELETE FROM ${table} WHERE person_id IN (SELECT value FROM json_each(?))`, [
      list,
    ]);
  await ctx.tx.query('DELETE FROM person WHERE id IN (SELECT value FROM json_each(?))', [list]);
}
