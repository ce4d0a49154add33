import { personal, recordAudit } from '#db/audit/record';
import { findGroupsByName } from '#db/groups/groups.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { foldForSearch } from '#db/shared/fold';
import * as held from '../held-rows.repository.ts';
import type { HeldCount, RecordKind } from '../holdings.contract.ts';
import { holdingErrors } from '../holdings.errors.ts';
import type { MergedRowRow } from '../holdings.table.ts';
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
  if (merge.kind === 'group') await checkNameIsFree(ctx, merge);
  return merge;
}

/** Two groups in use never share a name; the kept one may have taken this name over and gives it back. */
async function checkNameIsFree(ctx: Ctx, merge: merges.MergeWithNames): Promise<void> {
  const bearer = (await findGroupsByName(ctx, [merge.lost_name])).get(
    foldForSearch(merge.lost_name),
  );
  if (bearer?.isActive === true && bearer.id !== merge.kept_id)
    throw holdingErrors.error('merge.name-taken', { name: merge.lost_name });
}

/** Whether a row is as the merge left it: where it was put, with the same content, or still taken out. */
async function isUnchanged(ctx: Ctx, row: MergedRowRow): Promise<boolean> {
  const now = await held.findRow(ctx, row.table_name, keyOf(row));
  return row.did === 'taken-out'
    ? now === undefined
    : now !== undefined && held.markOf(now) === row.mark;
}

async function goBack(ctx: Ctx, row: MergedRowRow): Promise<void> {
  const table = row.table_name;
  const before = JSON.parse(row.before_json) as AnyRow;
  if (row.did === 'taken-out') return held.putBack(ctx, table, before);
  const { columns } = await held.layoutOf(ctx, table);
  const now = mustExist(await held.findRow(ctx, table, keyOf(row)), 'it was read a moment ago');
  await held.change(ctx, { table, key: keyOf(row), to: { ...before, ...counted(now, columns) } });
}

// Written by the merge from a row of the file.
const keyOf = (row: MergedRowRow): AnyRow => JSON.parse(row.key_json) as AnyRow;

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
