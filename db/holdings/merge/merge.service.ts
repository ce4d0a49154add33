import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { type BankOutcome, settleBankDetails } from './bank-details.service.ts';
import { fieldWords } from './field-words.service.ts';
import * as held from '../held-rows.repository.ts';
import { holdingErrors } from '../holdings.errors.ts';
import { RECORD_TABLE, reckonedIn } from '../holdings-register.rules.ts';
import type { MergedRowRow } from '../holdings.table.ts';
import { findAgain } from './merge-search.service.ts';
import {
  countPlanned,
  type MergePlan,
  type PlannedField,
  type PlannedRow,
  planMerge,
  type RecordPair,
} from './merge-plan.service.ts';
import { type AnyRow, undoUntil } from './merge.rules.ts';
import * as merges from '../merges.repository.ts';

/** What a merge did to rows, in order; an undo goes the other way. */
type Step = {
  readonly table: string;
  /** Where the row stands after the step, or stood when it was taken out. */
  readonly key: AnyRow;
  readonly did: 'changed' | 'taken-out';
  readonly before: AnyRow;
  readonly after: AnyRow;
  readonly words: string;
};

/** Puts two records together in one act and answers the id of the merge. */
export async function joinRecords(
  ctx: Ctx,
  wanted: RecordPair & {
    readonly keptVersion: number;
    readonly lostVersion: number;
    readonly fromLost: readonly string[];
    readonly reason: string;
  },
): Promise<string> {
  const { kind, keptId, lostId } = wanted;
  const plan = await planMerge(ctx, { kind, keptId, lostId });
  if (plan.kept.version !== wanted.keptVersion || plan.lost.version !== wanted.lostVersion)
    throw holdingErrors.error('merge.changed-meanwhile', {});
  const taken = plan.fields.filter(
    ({ field, outcome }) =>
      outcome.wins === 'lost' || (outcome.isChoice && wanted.fromLost.includes(field.field)),
  );

  const bank =
    plan.bank === undefined ? undefined : settleBankDetails(ctx, plan.bank, wanted.fromLost);
  const facts = await factsOf(ctx, plan, taken, bank);

  // First, because the file lets nobody be paid in two ways.
  const steps: Step[] = bank === undefined ? [] : [...(await closeBankDetails(ctx, bank))];
  for (const one of plan.rows) {
    const step = await moveRow(ctx, plan, one);
    if (step !== undefined) steps.push(step);
  }
  steps.push(...(await takeFields(ctx, plan, taken)));
  steps.push(await takeOutRecord(ctx, plan));

  const id = ctx.newId();
  await merges.insert(ctx, {
    id,
    kind,
    kept_id: keptId,
    lost_id: lostId,
    lost_name: plan.lost.name,
    merged_at: ctx.now(),
    merged_on: todayOf(ctx),
    merged_by_user_id: userIdOf(ctx.actor),
    undo_until: undoUntil(todayOf(ctx)),
    reason: wanted.reason,
    moved_json: JSON.stringify(movedWords(plan)),
    undone_at: null,
    undone_by_user_id: null,
    left_json: '[]',
  });
  await merges.insertRows(ctx, await rowsOf(ctx, id, steps));
  await findAgain(ctx, { kind, ids: [keptId], ledTo: plan.lost });
  await auditBoth(ctx, plan, { ...facts, reason: wanted.reason });
  return id;
}

const movedWords = (plan: MergePlan) => countPlanned(plan.rows, ({ do: what }) => what === 'move');

async function closeBankDetails(ctx: Ctx, bank: BankOutcome): Promise<readonly Step[]> {
  const steps: Step[] = [];
  for (const { table, key, to } of bank.changes) {
    const row = mustExist(await held.findRow(ctx, table, key), 'it was read a moment ago');
    const { columns } = await held.layoutOf(ctx, table);
    const before = pick(row, Object.keys(to));
    await held.change(ctx, { table, key, to: { ...to, ...counted(row, columns) } });
    steps.push({ table, key, did: 'changed', before, after: to, words: 'bank details' });
  }
  return steps;
}

async function moveRow(ctx: Ctx, plan: MergePlan, one: PlannedRow): Promise<Step | undefined> {
  const { holding, outcome } = one;
  const { columns, key: keyColumns } = await held.layoutOf(ctx, holding.table);
  const key = pick(one.row, keyColumns);
  // Set aside by an earlier line of the register, or moved in part: what stands there now counts.
  const row = await held.findRow(ctx, holding.table, key);
  if (row === undefined) return undefined;
  if (outcome.do === 'set-aside') {
    await held.takeOut(ctx, holding.table, key);
    return {
      table: holding.table,
      key,
      did: 'taken-out',
      before: row,
      after: {},
      words: holding.words,
    };
  }
  const to: Record<string, string | number | null> = {
    [holding.column]:
      outcome.do === 'clear'
        ? null
        : holding.isInText === true
          ? String(row[holding.column]).replaceAll(plan.lostId, plan.keptId)
          : plan.keptId,
  };
  for (const column of outcome.do === 'move' ? outcome.alsoClear : []) to[column] = null;
  if (holding.numbered !== undefined && outcome.do === 'move')
    to[holding.numbered] = (await held.listRows(ctx, holding, plan.keptId)).length;
  const before = pick(row, Object.keys(to));
  await held.change(ctx, { table: holding.table, key, to: { ...to, ...counted(row, columns) } });
  return {
    table: holding.table,
    key: {
      ...key,
      ...pick(
        to,
        keyColumns.filter((column) => column in to),
      ),
    },
    did: 'changed',
    before,
    after: to,
    words: holding.words,
  };
}

/** Writes the values that win over into the kept record's rows, one step for each table. */
async function takeFields(
  ctx: Ctx,
  plan: MergePlan,
  taken: readonly PlannedField[],
): Promise<readonly Step[]> {
  const steps: Step[] = [];
  const own = RECORD_TABLE[plan.kind];
  for (const table of new Set([own, ...taken.map(({ field }) => field.table)])) {
    const here = taken.filter(({ field }) => field.table === table);
    const keyColumn = here[0]?.field.key ?? 'id';
    const key = { [keyColumn]: plan.keptId };
    const row = mustExist(await held.findRow(ctx, table, key), 'the kept record has its row');
    const { columns } = await held.layoutOf(ctx, table);
    const to = Object.assign(
      {},
      ...here.map(({ field, lost }) => noLinkBetween(plan, pick(lost ?? {}, field.columns))),
    ) as AnyRow;
    const hasNews = Object.keys(to).some((column) => to[column] !== row[column]);
    // Whoever has the kept record open is told, also where only rows around it moved.
    if (!hasNews && table !== own) continue;
    const before = pick(row, Object.keys(to));
    await held.change(ctx, { table, key, to: { ...to, ...counted(row, columns) } });
    if (hasNews)
      steps.push({ table, key, did: 'changed', before, after: to, words: 'detail taken over' });
  }
  return steps;
}

/** A record neither belongs to itself nor follows itself. */
const noLinkBetween = (pair: RecordPair, row: AnyRow): AnyRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value === pair.keptId || value === pair.lostId ? null : value,
    ]),
  );

/** The record itself goes last: the file refuses that while anything still names it. */
async function takeOutRecord(ctx: Ctx, plan: MergePlan): Promise<Step> {
  const table = RECORD_TABLE[plan.kind];
  const key = { id: plan.lostId };
  const row = mustExist(await held.findRow(ctx, table, key), 'it was read a moment ago');
  await held.takeOut(ctx, table, key);
  return { table, key, did: 'taken-out', before: row, after: {}, words: 'record itself' };
}

async function rowsOf(ctx: Ctx, mergeId: string, steps: readonly Step[]): Promise<MergedRowRow[]> {
  const rows: MergedRowRow[] = [];
  for (const [position, step] of steps.entries()) {
    // Read when all is done, because several steps may have changed one row.
    const row = step.did === 'changed' ? await held.findRow(ctx, step.table, step.key) : undefined;
    rows.push({
      merge_id: mergeId,
      position,
      table_name: step.table,
      key_json: JSON.stringify(step.key),
      did: step.did,
      before_json: JSON.stringify(step.before),
      after_json: JSON.stringify(step.after),
      words: step.words,
      mark: row === undefined ? '' : held.markOf(row, reckonedIn(step.table)),
    });
  }
  return rows;
}

/** What the audit trail keeps of the values taken over; read while both records are there. */
async function factsOf(
  ctx: Ctx,
  { keptId }: MergePlan,
  taken: readonly PlannedField[],
  bank: BankOutcome | undefined,
): Promise<{ readonly before: AuditFacts; readonly after: AuditFacts }> {
  const before: Record<string, AuditFacts[string]> = {};
  const after: Record<string, AuditFacts[string]> = {};
  for (const { field, kept, lost } of taken) {
    before[field.field] = personal(keptId, await fieldWords(ctx, field, kept));
    after[field.field] = personal(keptId, await fieldWords(ctx, field, lost));
  }
  if (bank !== undefined) {
    if (bank.isTaken) {
      before['bankDetails'] = personal(keptId, bank.goes.words);
      after['bankDetails'] = personal(keptId, bank.stays.words);
    }
    after['bankDetailsClosed'] = personal(keptId, bank.goes.words);
  }
  return { before, after };
}

async function auditBoth(
  ctx: Ctx,
  plan: MergePlan,
  how: { readonly before: AuditFacts; readonly after: AuditFacts; readonly reason: string },
): Promise<void> {
  const { kind, keptId, lostId } = plan;
  const moved = movedWords(plan).map(({ words, count }) => `${count} × ${words}`);
  const reason = how.reason === '' ? '' : personal(keptId, how.reason);
  await recordAudit(ctx, {
    action: `${kind}.merged`,
    objectType: kind,
    objectId: keptId,
    reason,
    before: how.before,
    after: { ...how.after, mergedFrom: personal(keptId, plan.lost.name), moved },
  });
  await recordAudit(ctx, {
    action: `${kind}.merged-away`,
    objectType: kind,
    objectId: lostId,
    before: { name: personal(lostId, plan.lost.name) },
    after: { mergedInto: personal(lostId, plan.kept.name) },
  });
}

export const pick = (row: AnyRow, columns: readonly string[]): AnyRow =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** Rows that count their changes count this one, so that nobody writes over it from an older screen. */
export const counted = (row: AnyRow, columns: readonly string[]): AnyRow =>
  columns.includes('version') ? { version: Number(row['version']) + 1 } : {};
