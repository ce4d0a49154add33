import { recordAudit } from '#db/audit/record';
import { forgetSearchEntry } from '#db/search/search.service';
import type { Ctx } from '#db/shared/ctx';
import { settleReminders } from './duties.service.ts';
import type { GroupId } from './groups.contract.ts';
import { getGroup } from './groups.service.ts';
import { removeGroup } from './taken-out-group.repository.ts';

/** Takes a group off the record that was entered by mistake and that nothing else names. */
export async function takeGroupOut(ctx: Ctx, id: GroupId, reason: string): Promise<void> {
  const group = await getGroup(ctx, id);
  await settleReminders(ctx, id);
  await forgetSearchEntry(ctx, 'group', id);
  await removeGroup(ctx, id);
  await recordAudit(ctx, {
    action: 'group.taken-out',
    objectType: 'group',
    objectId: id,
    reason,
    before: { name: group.name, kind: group.kind },
  });
}
