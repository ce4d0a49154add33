import { recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { GroupHooks } from './group-hooks.ts';
import * as parts from './group-parts.repository.ts';
import type { HomesDetails, HomesId } from './group-record.contract.ts';
import { checkByToday } from './group-record.service.ts';
import type { groupsContract } from './groups-api.contract.ts';
import type { GroupId } from './groups.contract.ts';
import { groupErrors } from './groups.errors.ts';
import { getGroup } from './groups.service.ts';
import { afterLandlordChange, countInForce, type HomesCount, sameLandlord } from './homes.rules.ts';
import { showRecord } from './read-record.service.ts';

/** The homes a group covers, landlord by landlord, and the change of a landlord. */
export function homesService(
  hooks: GroupHooks,
): Pick<Handlers<typeof groupsContract>, 'addHomes' | 'withdrawHomes' | 'changeLandlord'> {
  return {
    async addHomes(ctx, { groupId, ...wanted }) {
      await getGroup(ctx, groupId);
      checkByToday(ctx, wanted.asAt);
      await insert(ctx, groupId, wanted);
      await recordAudit(ctx, {
        action: 'group.homes-counted',
        objectType: 'group',
        objectId: groupId,
        after: homesFacts(wanted),
      });
      return showRecord(ctx, hooks, groupId);
    },

    async withdrawHomes(ctx, { groupId, homesId }) {
      const row = (await parts.listHomes(ctx, groupId)).find((one) => one.id === homesId);
      if (row === undefined) throw groupErrors.error('group.entry-gone', { id: homesId });
      await parts.removeHomes(ctx, homesId);
      await recordAudit(ctx, {
        action: 'group.homes-withdrawn',
        objectType: 'group',
        objectId: groupId,
        before: homesFacts(row),
      });
      return showRecord(ctx, hooks, groupId);
    },

    async changeLandlord(ctx, { groupId, ...change }) {
      await getGroup(ctx, groupId);
      checkByToday(ctx, change.on);
      if (sameLandlord(change.fromLandlord, change.toLandlord))
        throw groupErrors.error('group.same-landlord', { landlord: change.toLandlord });
      const rows = afterLandlordChange(await parts.listHomes(ctx, groupId), change);
      if (rows === undefined)
        throw groupErrors.error('group.no-homes', {
          landlord: change.fromLandlord,
          on: change.on,
        });
      for (const row of rows) await insert(ctx, groupId, row);
      await parts.insertSupport(ctx, groupId, {
        id: ctx.newId(),
        on: change.on,
        kind: 'note',
        what: `Homes of ${rows[0].landlord} passed to ${rows[1].landlord} on ${formatDateNoWeekday(change.on)}. The group, its agreements and its plans go on.`,
        by: ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk',
      });
      await recordAudit(ctx, {
        action: 'group.landlord-changed',
        objectType: 'group',
        objectId: groupId,
        before: { landlord: rows[0].landlord },
        after: homesFacts(rows[1]),
      });
      return showRecord(ctx, hooks, groupId);
    },
  };
}

/** The homes a group covers on a day, the council's own apart; grants are reckoned from this (GRP-11, GRP-12). */
export async function homesOf(ctx: Ctx, id: GroupId, on: LocalDate): Promise<HomesCount> {
  return countInForce(await parts.listHomes(ctx, id), on);
}

const insert = (ctx: Ctx, id: GroupId, wanted: HomesDetails): Promise<void> =>
  parts.insertHomes(ctx, id, { ...wanted, id: ctx.newId() as HomesId });

const homesFacts = (homes: HomesDetails) => ({
  landlord: homes.landlord,
  isCouncil: homes.isCouncil,
  properties: homes.properties,
  tenancies: homes.tenancies,
  asAt: homes.asAt,
  source: homes.source,
});
