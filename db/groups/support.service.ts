import { personal, recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import { dutyDatesOf, setDutyDates } from './duties.service.ts';
import type { GroupHooks } from './group-hooks.ts';
import * as parts from './group-parts.repository.ts';
import type { SupportDetails } from './group-record.contract.ts';
import { checkByToday } from './group-record.service.ts';
import type { groupsContract } from './groups-api.contract.ts';
import type { GroupId } from './groups.contract.ts';
import { groupErrors } from './groups.errors.ts';
import { getGroup } from './groups.service.ts';
import { listFigure, showRecord } from './read-record.service.ts';
import { checkAsShown } from './shown-part.rules.ts';

/** What was done for a group, what a new one is given, and the dates it is held to. */
export function supportService(
  hooks: GroupHooks,
): Pick<
  Handlers<typeof groupsContract>,
  'recordSupport' | 'withdrawSupport' | 'startUp' | 'setDuty'
> {
  return {
    async recordSupport(ctx, { groupId, ...entry }) {
      await getGroup(ctx, groupId);
      checkByToday(ctx, entry.on);
      await parts.insertSupport(ctx, groupId, { ...entry, id: ctx.newId() });
      await recordAudit(ctx, {
        action: 'group.support-recorded',
        objectType: 'group',
        objectId: groupId,
        after: supportFacts(groupId, entry),
      });
      return showRecord(ctx, hooks, groupId);
    },

    async withdrawSupport(ctx, { groupId, entryId }) {
      const entry = (await parts.listSupport(ctx, groupId)).find((one) => one.id === entryId);
      if (entry === undefined) throw groupErrors.error('group.entry-gone', { id: entryId });
      await parts.removeSupport(ctx, entryId);
      await recordAudit(ctx, {
        action: 'group.support-withdrawn',
        objectType: 'group',
        objectId: groupId,
        before: supportFacts(groupId, entry),
      });
      return showRecord(ctx, hooks, groupId);
    },

    async startUp(ctx, { id }) {
      await getGroup(ctx, id);
      return [...(await listStartUp(ctx, id))];
    },

    async setDuty(ctx, { groupId, kind, lastOn, nextDueOn, shown }) {
      if (kind === 'recognition') throw groupErrors.error('group.recognition-is-decided', {});
      if (lastOn !== null) checkByToday(ctx, lastOn);
      checkAsShown(await dutyDatesOf(ctx, groupId, kind), shown, 'these dates');
      await setDutyDates(ctx, groupId, kind, { lastOn, nextDueOn });
      return showRecord(ctx, hooks, groupId);
    },
  };
}

/** What the council gives a new group, `groups.newGroupSupport`, each with the day on which the support log says so (GRP-13). */
export async function listStartUp(
  ctx: Ctx,
  id: GroupId,
): Promise<readonly { readonly words: string; readonly doneOn: LocalDate | null }[]> {
  const done = new Map(
    (await parts.listSupport(ctx, id))
      .filter((entry) => entry.kind === 'start-up')
      .map((entry) => [foldForSearch(entry.what), entry.on]),
  );
  const promised = await listFigure(ctx, 'groups.newGroupSupport');
  return promised.map((words) => ({
    words: `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`,
    doneOn: done.get(foldForSearch(words)) ?? null,
  }));
}

/** What was done is told in free words, which may be about somebody; they are sealed under the group's key. */
const supportFacts = (id: GroupId, entry: SupportDetails) => ({
  kind: entry.kind,
  on: entry.on,
  what: personal(id, entry.what),
  by: entry.by,
});
