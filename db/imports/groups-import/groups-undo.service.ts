import { listTouchedSinceImport } from '#db/audit/touched.service';
import type { GroupId } from '#db/groups/groups.contract';
import { retireGroup } from '#db/groups/groups.service';
import { takeGroupOut } from '#db/groups/take-group-out.service';
import type { TermId } from '#db/officers/officers.contract';
import { tellAndTurn } from '#db/shared/act-turn';
import type { Ctx } from '#db/shared/ctx';
import { progressOf } from '#db/shared/plain-words';
import type { MadeThing, RunName } from '../import-source.ts';
import { undoPeople } from '../people-import/people-undo.service.ts';
import type { GroupActs } from './groups-import.service.ts';

/** After so many groups the page hears how far it is, and may stop it. */
const AT_ONCE = 20;

/** What belongs to a group's own record. */
const OWN = [
  ...['group_record', 'group_area', 'group_homes', 'group_duty'].map(
    (table) => `${table}.group_id`,
  ),
  'task.object_id',
];

/**
 * Takes imported groups off the record again, with the terms that came with them. Which was changed since or is named
 * by anything else by now stays as it is and is listed. A name that was on record before, out of use, goes out of use
 * again. Then the people who came with the groups, where nothing else names them.
 */
export async function undoGroups(
  ctx: Ctx,
  of: { readonly made: readonly MadeThing[]; readonly run: RunName },
  { officers, findUses }: GroupActs,
): Promise<readonly string[]> {
  const { made, run } = of;
  const kept: string[] = [];
  const groups = made.filter(({ objectType }) => objectType === 'group');
  const terms = Map.groupBy(
    made.filter(({ objectType }) => objectType === 'officer-term'),
    ({ line }) => line,
  );
  const wasThere = new Set(
    made.filter(({ objectType }) => objectType === 'group-back').map(({ objectId }) => objectId),
  );
  const ids = groups.map(({ objectId }) => objectId);
  const touched = await listTouchedSinceImport(ctx, { objectType: 'group', ids }, run.id);
  const uses = await findUses(ctx, 'group', ids, [...OWN, 'officer_term.group_id']);
  for (const [index, { objectId, line, words }] of groups.entries()) {
    if (index % AT_ONCE === 0)
      await tellAndTurn(ctx, progressOf(index, groups.length, { word: 'group', did: 'taken out' }));
    const use = uses.get(objectId);
    if (touched.has(objectId) || use !== undefined) {
      kept.push(
        `${words}, line ${line}: ${use === undefined ? 'the group was changed since' : `in use since (${use})`}.`,
      );
      continue;
    }
    for (const term of terms.get(line) ?? [])
      await officers.withdrawTerm(ctx, { id: term.objectId as TermId, version: term.version });
    const reason = `Import ${run.reference} undone`;
    const id = objectId as GroupId;
    if (wasThere.has(objectId)) await retireGroup(ctx, id, reason);
    else await takeGroupOut(ctx, id, reason);
  }
  return [...kept, ...(await undoPeople(ctx, of, findUses))];
}
