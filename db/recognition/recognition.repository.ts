import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  Activity,
  Decision,
  DecisionKind,
  Effect,
  Exception,
  Period,
  PeriodState,
  RecognitionDecisionId,
  RecognitionReturnId,
  Taken,
} from './recognition.contract.ts';
import {
  type RecognitionDecisionRow,
  recognitionDecisionTable,
  type RecognitionEffectRow,
  recognitionEffectTable,
  type RecognitionExceptionRow,
  recognitionExceptionTable,
  type RecognitionPeriodRow,
  recognitionPeriodTable,
} from './recognition.table.ts';

type PeriodWithDecision = RecognitionPeriodRow & {
  readonly reason: string;
  readonly decided_by: string;
};

const toPeriod = (row: PeriodWithDecision): StoredPeriod => ({
  id: row.id,
  groupId: row.group_id as GroupId,
  state: row.state as PeriodState,
  from: row.from_date as LocalDate,
  until: row.until_date as LocalDate | null,
  reason: row.reason,
  decidedBy: row.decided_by,
  decisionId: row.decision_id as RecognitionDecisionId,
});

/** A period with the decision that made it. */
export type StoredPeriod = Period & { readonly decisionId: RecognitionDecisionId };

const PERIODS = `
  SELECT p.*, d.reason, d.decided_by FROM recognition_period p
  JOIN recognition_decision d ON d.id = p.decision_id`;

/** Every period of a group, the latest first. */
export async function listPeriods(ctx: Ctx, groupId: GroupId): Promise<readonly StoredPeriod[]> {
  const rows: readonly PeriodWithDecision[] = await ctx.tx.query(
    `${PERIODS} WHERE p.group_id = ? ORDER BY p.from_date DESC`,
    [groupId],
  );
  return rows.map(toPeriod);
}

/** The period in which a day lies, of every group that has one. */
export async function listPeriodsOn(ctx: Ctx, on: LocalDate): Promise<readonly StoredPeriod[]> {
  const rows: readonly PeriodWithDecision[] = await ctx.tx.query(
    `${PERIODS} WHERE p.from_date <= ? AND (p.until_date IS NULL OR p.until_date >= ?)`,
    [on, on],
  );
  return rows.map(toPeriod);
}

export async function insertPeriod(
  ctx: Ctx,
  period: Omit<StoredPeriod, 'reason' | 'decidedBy'>,
): Promise<void> {
  await ctx.tx.insert(recognitionPeriodTable, {
    id: period.id,
    group_id: period.groupId,
    state: period.state,
    from_date: period.from,
    until_date: period.until,
    decision_id: period.decisionId,
  });
}

export async function endPeriod(ctx: Ctx, id: string, until: LocalDate | null): Promise<void> {
  await ctx.tx.update(recognitionPeriodTable, { id }, { until_date: until });
}

export async function removePeriod(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.delete(recognitionPeriodTable, { id });
}

const toDecision = (row: RecognitionDecisionRow): Decision => ({
  id: row.id as RecognitionDecisionId,
  groupId: row.group_id as GroupId,
  reference: row.reference,
  kind: row.kind as DecisionKind,
  from: row.from_date as LocalDate,
  reason: row.reason,
  conditions: row.conditions,
  outstanding: row.outstanding === '' ? [] : row.outstanding.split('\n'),
  decidedBy: row.decided_by,
  codeClauses: row.code_clauses,
  taken: row.taken === '' ? [] : (row.taken.split(',') as Taken[]),
  appealWords: row.appeal_words,
  returnId: row.return_id as RecognitionReturnId | null,
  isTakenBack: row.taken_back_at !== null,
});

/** Every decision about a group, the latest entered first. */
export async function listDecisions(ctx: Ctx, groupId: GroupId): Promise<readonly Decision[]> {
  const rows: readonly RecognitionDecisionRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_decision WHERE group_id = ? ORDER BY recorded_at DESC, reference DESC',
    [groupId],
  );
  return rows.map(toDecision);
}

export async function findDecision(ctx: Ctx, id: string): Promise<Decision | undefined> {
  const rows: readonly RecognitionDecisionRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_decision WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toDecision(rows[0]);
}

export async function insertDecision(ctx: Ctx, decision: Decision): Promise<void> {
  await ctx.tx.insert(recognitionDecisionTable, {
    id: decision.id,
    group_id: decision.groupId,
    reference: decision.reference,
    kind: decision.kind,
    from_date: decision.from,
    reason: decision.reason,
    conditions: decision.conditions,
    outstanding: decision.outstanding.join('\n'),
    decided_by: decision.decidedBy,
    code_clauses: decision.codeClauses,
    taken: decision.taken.join(','),
    appeal_words: decision.appealWords,
    return_id: decision.returnId,
    recorded_at: ctx.now(),
    taken_back_at: null,
  });
}

/** Marks a decision as taken back. */
export async function markTakenBack(ctx: Ctx, decision: Decision): Promise<void> {
  await ctx.tx.update(recognitionDecisionTable, { id: decision.id }, { taken_back_at: ctx.now() });
}

/** What a manager set for activities, as it holds on a day. */
export async function effectsOn(ctx: Ctx, on: LocalDate): Promise<ReadonlyMap<Activity, Effect>> {
  const rows: readonly RecognitionEffectRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_effect WHERE from_date <= ? ORDER BY from_date, recorded_at, rowid',
    [on],
  );
  return new Map(rows.map((row) => [row.activity as Activity, row.effect as Effect]));
}

/** Every effect that a manager set for an activity, the earliest first. */
export async function listEffects(
  ctx: Ctx,
  activity: Activity,
): Promise<readonly { readonly effect: Effect; readonly from: LocalDate }[]> {
  const rows: readonly RecognitionEffectRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_effect WHERE activity = ? ORDER BY from_date, recorded_at, rowid',
    [activity],
  );
  return rows.map((row) => ({
    effect: row.effect as Effect,
    from: row.from_date as LocalDate,
  }));
}

export async function insertEffect(
  ctx: Ctx,
  wanted: { readonly activity: Activity; readonly effect: Effect; readonly from: LocalDate },
): Promise<void> {
  await ctx.tx.insert(recognitionEffectTable, {
    id: ctx.newId(),
    activity: wanted.activity,
    effect: wanted.effect,
    from_date: wanted.from,
    recorded_at: ctx.now(),
  });
}

/** What goes on all the same for a group, the latest first. */
export async function listExceptions(ctx: Ctx, groupId: GroupId): Promise<readonly Exception[]> {
  const rows: readonly RecognitionExceptionRow[] = await ctx.tx.query(
    'SELECT * FROM recognition_exception WHERE group_id = ? ORDER BY from_date DESC, recorded_at DESC',
    [groupId],
  );
  return rows.map((row) => ({
    id: row.id,
    groupId: row.group_id as GroupId,
    activity: row.activity as Activity,
    from: row.from_date as LocalDate,
    until: row.until_date as LocalDate,
    reason: row.reason,
    decidedBy: row.decided_by,
  }));
}

export async function insertException(ctx: Ctx, exception: Exception): Promise<void> {
  await ctx.tx.insert(recognitionExceptionTable, {
    id: exception.id,
    group_id: exception.groupId,
    activity: exception.activity,
    from_date: exception.from,
    until_date: exception.until,
    reason: exception.reason,
    decided_by: exception.decidedBy,
    recorded_at: ctx.now(),
  });
}
