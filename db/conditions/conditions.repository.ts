import { partyColumn, partyColumns, partyIdOf, toParty } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type {
  Acknowledgement,
  Acknowledger,
  Condition,
  ConditionId,
  ConditionKind,
} from './conditions.contract.ts';
import {
  type AcknowledgementRow,
  acknowledgementTable,
  type ConditionRow,
  conditionTable,
} from './conditions.table.ts';

const toCondition = (row: ConditionRow): Condition => ({
  id: row.id as ConditionId,
  kind: row.kind as ConditionKind,
  number: row.number,
  text: row.text,
  from: row.from_date as LocalDate,
  mustAcknowledgeAgain: row.must_acknowledge_again === 1,
});

/** Every version of both texts, the newest first. */
export async function listTexts(ctx: Ctx): Promise<readonly Condition[]> {
  const rows: readonly ConditionRow[] = await ctx.tx.query(
    'SELECT * FROM condition_text ORDER BY from_date DESC, number DESC, kind DESC',
  );
  return rows.map(toCondition);
}

export async function insertText(ctx: Ctx, condition: Condition): Promise<void> {
  await ctx.tx.insert(conditionTable, {
    id: condition.id,
    kind: condition.kind,
    number: condition.number,
    text: condition.text,
    from_date: condition.from,
    must_acknowledge_again: condition.mustAcknowledgeAgain ? 1 : 0,
    recorded_at: ctx.now(),
  });
}

type WithNames = AcknowledgementRow & {
  readonly kind: string;
  readonly number: number;
  readonly who_name: string;
};

const WITH_NAMES = `
  SELECT a.*, c.kind, c.number, coalesce(g.name, p.name) AS who_name
  FROM acknowledgement a
  JOIN condition_text c ON c.id = a.condition_id
  LEFT JOIN tenant_group g ON g.id = a.group_id
  LEFT JOIN person p ON p.id = a.person_id`;

const toAcknowledgement = (row: WithNames): Acknowledgement => ({
  id: row.id,
  kind: row.kind as ConditionKind,
  number: row.number,
  who: toParty(row),
  whoName: row.who_name,
  on: row.acknowledged_on as LocalDate,
  how: row.how as Acknowledgement['how'],
});

/** What one person or group acknowledged, the latest first. */
export async function listOf(ctx: Ctx, who: Acknowledger): Promise<readonly Acknowledgement[]> {
  const rows: readonly WithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE a.${partyColumn(who)} = ? ORDER BY a.acknowledged_on DESC, a.recorded_at DESC, a.id`,
    [partyIdOf(who)],
  );
  return rows.map(toAcknowledgement);
}

/** The latest who acknowledged a kind of text, the latest first. */
export async function listLatest(
  ctx: Ctx,
  kind: ConditionKind,
  limit: number,
): Promise<readonly Acknowledgement[]> {
  const rows: readonly WithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE c.kind = ? ORDER BY a.acknowledged_on DESC, a.recorded_at DESC, a.id LIMIT ?`,
    [kind, limit],
  );
  return rows.map(toAcknowledgement);
}

export async function insertAcknowledgement(
  ctx: Ctx,
  given: {
    readonly acknowledgement: Acknowledgement;
    readonly conditionId: ConditionId;
    readonly byUserId: string | null;
  },
): Promise<void> {
  const { acknowledgement } = given;
  const { who } = acknowledgement;
  await ctx.tx.insert(acknowledgementTable, {
    id: acknowledgement.id,
    condition_id: given.conditionId,
    ...partyColumns(who),
    acknowledged_on: acknowledgement.on,
    how: acknowledgement.how,
    recorded_at: ctx.now(),
    recorded_by_user_id: given.byUserId,
  });
}
