import type { Ctx } from '#db/shared/ctx';
import type { GroupId } from './groups.contract.ts';

/** The rows of this module about a group that nothing else names. */
export async function removeGroup(ctx: Ctx, id: GroupId): Promise<void> {
  for (const table of ['group_duty', 'group_homes', 'group_area', 'group_record'])
    await ctx.tx.query(`DELETE FROM ${table} WHERE group_id = ?`, [id]);
  await ctx.tx.query('DELETE FROM tenant_group WHERE id = ?', [id]);
}
