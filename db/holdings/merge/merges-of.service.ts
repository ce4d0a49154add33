import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import type { HeldCount, Merge, MergeId, RecordKind } from '../holdings.contract.ts';
import { countWords } from './merge-plan.service.ts';
import * as merges from '../merges.repository.ts';

/** What was put together with a record, and what it went into itself; the latest first. */
export async function mergesOf(ctx: Ctx, kind: RecordKind, id: string): Promise<Merge[]> {
  const found: Merge[] = [];
  for (const row of await merges.listOf(ctx, kind, id)) found.push(await toMerge(ctx, row));
  return found;
}

export async function getMerge(ctx: Ctx, id: string): Promise<Merge> {
  return toMerge(ctx, mustExist(await merges.findById(ctx, id), 'it was written in this unit'));
}

/** The record into which one that is gone went, also over several merges; undefined for one that is there. */
export async function findWhereItWent(
  ctx: Ctx,
  kind: string,
  id: string,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const rows = await merges.listOf(ctx, kind, id);
  const away = rows.find((row) => row.lost_id === id && row.undone_at === null);
  if (away === undefined) return undefined;
  if (away.kept_name !== null) return { id: away.kept_id, name: away.kept_name };
  return findWhereItWent(ctx, kind, away.kept_id);
}

async function toMerge(ctx: Ctx, row: merges.MergeWithNames): Promise<Merge> {
  const isUndone = row.undone_at !== null;
  const undoUntil = row.undo_until as LocalDate;
  const onward = await findWhereItWent(ctx, row.kind, row.kept_id);
  const rows = await merges.listRowsOf(ctx, row.id);
  return {
    id: row.id as MergeId,
    kind: row.kind as RecordKind,
    keptId: onward?.id ?? row.kept_id,
    keptName: onward?.name ?? row.kept_name ?? '',
    lostId: row.lost_id,
    lostName: row.lost_name,
    mergedOn: row.merged_on as LocalDate,
    mergedBy: row.by_name ?? 'TRC Desk',
    reason: row.reason,
    undoUntil,
    canUndo: !isUndone && onward === undefined && todayOf(ctx) <= undoUntil,
    isUndone,
    moved: JSON.parse(row.moved_json) as HeldCount[],
    // The last row is the record itself, which is no thing of its own.
    setAside: countWords(
      rows
        .filter(({ did }) => did === 'taken-out')
        .slice(0, -1)
        .map(({ words }) => words),
    ),
    left: JSON.parse(row.left_json) as HeldCount[],
  };
}
