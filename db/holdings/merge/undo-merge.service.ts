import { personal, recordAudit } from '#db/audit/record';
import type { GroupId } from '#db/groups/groups.contract';
import { findGroupsByName, getGroup } from '#db/groups/groups.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { foldForSearch } from '#db/shared/fold';
import * as held from '../held-rows.repository.ts';
import type { HeldCount, RecordKind } from '../holdings.contract.ts';
import { holdingErrors } from '../holdings.errors.ts';
import { RECORD_TABLE, reckonedIn } from '../holdings-register.rules.ts';
import type { MergedRowRow } from '../holdings.table.ts';
import { staysWithBankDetails } from './bank-details.service.ts';
import { findAgain } from './merge-search.service.ts';
import { countWords } from './merge-plan.service.ts';
import type { AnyRow } from './merge.rules.ts';
import { counted } from './merge.service.ts';
import { findWhereItWent } from './merges-of.service.ts';
import * as merges from '../merges.repository.ts';

/**
 * Takes a merge back. What the merge moved or took over returns, row by row, as long as the row is as the merge left
 * it; what was changed since stays with the kept record, and is named.
 */
export async function undoJoin(ctx: Ctx, id: string): Promise<void> {
  const merge = await checkCanUndo(ctx, id);
  const rows = await merges.listRowsOf(ctx, id);
  // Judged before anything is written, because several steps may be about one row.
  const isAsLeft = new Map<number, boolean>();
  for (const row of rows) isAsLeft.set(row.position, await isUnchanged(ctx, row));
  for (const position of staysWithBankDetails(rows, (row) => isAsLeft.get(row.position) === true))
    isAsLeft.set(position, false);

  if (merge.kind === 'group')
    await checkNamesAreFree(
      ctx,
      merge,
      rows.filter((row) => isAsLeft.get(row.position) === true),
    );

  const left: string[] = [];
  for (const row of rows.toReversed())
    if (isAsLeft.get(row.position) === true) await goBack(ctx, row);
    else left.push(row.words);
  const leftWords = countWords(left.toReversed());

  await merges.markUndone(ctx, id, {
    at: ctx.now(),
    byUserId: userIdOf(ctx.actor),
    leftJson: JSON.stringify(leftWords),
  });
  const kind = merge.kind as RecordKind;
  await findAgain(ctx, { kind, ids: [merge.kept_id, merge.lost_id] });
  await auditBoth(ctx, merge, leftWords);
}

async function checkCanUndo(ctx: Ctx, id: string): Promise<merges.MergeWithNames> {
  const merge = await merges.findById(ctx, id);
  if (merge === undefined) throw holdingErrors.error('merge.not-found', { id });
  if (merge.undone_at !== null)
    throw holdingErrors.error('merge.undone-before', { lostName: merge.lost_name });
  const until = merge.undo_until as LocalDate;
  if (todayOf(ctx) > until) throw holdingErrors.error('merge.too-late', { until });
  const now = await findWhereItWent(ctx, merge.kind, merge.kept_id);
  if (now !== undefined) throw holdingErrors.error('merge.went-on', { keptName: now.name });
  return merge;
}

/**
 * Two groups in use never share a name. The one that went takes its own back, and the kept one the name that it gave
 * up for that, unless it was changed since.
 */
async function checkNamesAreFree(
  ctx: Ctx,
  merge: merges.MergeWithNames,
  goingBack: readonly MergedRowRow[],
): Promise<void> {
  const kept = await getGroup(ctx, merge.kept_id as GroupId);
  const own = goingBack.filter((row) => row.table_name === RECORD_TABLE.group);
  const isRenamedBack = own.some((row) => row.did === 'changed' && 'name' in beforeOf(row));
  const groups = own
    .map((row): AnyRow => ({ is_active: Number(kept.isActive), ...beforeOf(row) }))
    .filter((row) => row['is_active'] === 1 && typeof row['name'] === 'string');
  const names = groups.map((row) => String(row['name']));
  const bearers = await findGroupsByName(ctx, names);
  for (const name of names) {
    const bearer = bearers.get(foldForSearch(name));
    if (bearer?.isActive === true && !(isRenamedBack && bearer.id === kept.id))
      throw holdingErrors.error('merge.name-taken', { name });
  }
}

/** Whether a row is as the merge left it: where it was put, with the same content, or still taken out. */
async function isUnchanged(ctx: Ctx, row: MergedRowRow): Promise<boolean> {
  const now = await held.findRow(ctx, row.table_name, keyOf(row));
  return row.did === 'taken-out'
    ? now === undefined
    : now !== undefined && held.markOf(now, reckonedIn(row.table_name)) === row.mark;
}

async function goBack(ctx: Ctx, row: MergedRowRow): Promise<void> {
  const table = row.table_name;
  const before = beforeOf(row);
  if (row.did === 'taken-out') return held.putBack(ctx, table, before);
  const { columns } = await held.layoutOf(ctx, table);
  const now = mustExist(await held.findRow(ctx, table, keyOf(row)), 'it was read a moment ago');
  await held.change(ctx, { table, key: keyOf(row), to: { ...before, ...counted(now, columns) } });
}

// Written by the merge from a row of the file.
const keyOf = (row: MergedRowRow): AnyRow => JSON.parse(row.key_json) as AnyRow;
const beforeOf = (row: MergedRowRow): AnyRow => JSON.parse(row.before_json) as AnyRow;

async function auditBoth(
  ctx: Ctx,
  merge: merges.MergeWithNames,
  left: readonly HeldCount[],
): Promise<void> {
  const stayed = left.map(({ words, count }) => `${count} × ${words}`);
  for (const id of [merge.kept_id, merge.lost_id])
    await recordAudit(ctx, {
      action: `${merge.kind}.merge-undone`,
      objectType: merge.kind,
      objectId: id,
      after: { record: personal(id, merge.lost_name), stayed },
    });
}
