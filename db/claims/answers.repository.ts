import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import { claimAnswerTable } from './claim-papers.table.ts';
import type { ClaimId, ClaimLineId } from './claims.contract.ts';

/** A reason that somebody gave for going on past a warning. */
export type GivenAnswer = {
  readonly lineId: ClaimLineId | null;
  readonly code: string;
  /** The receipt or line that the warning leads to; empty where it leads nowhere. */
  readonly otherId: string;
  readonly why: string;
  readonly by: string;
  readonly at: Instant;
};

type Row = {
  readonly line_id: string | null;
  readonly code: string;
  readonly other_id: string;
  readonly why: string;
  readonly by_name: string | null;
  readonly answered_at: string;
};

/** The answers of a claim, the latest first. */
export async function listAnswers(ctx: Ctx, claimId: ClaimId): Promise<readonly GivenAnswer[]> {
  const rows: readonly Row[] = await ctx.tx.query(
    `SELECT a.line_id, a.code, a.other_id, a.why, a.answered_at, u.display_name AS by_name
     FROM claim_answer a LEFT JOIN app_user u ON u.id = a.answered_by_user_id
     WHERE a.claim_id = ? ORDER BY a.answered_at DESC, a.rowid DESC`,
    [claimId],
  );
  return rows.map((row) => ({
    lineId: row.line_id as ClaimLineId | null,
    code: row.code,
    otherId: row.other_id,
    why: row.why,
    by: row.by_name ?? 'TRC Desk',
    at: row.answered_at as Instant,
  }));
}

/** Keeps an answer; a later one to the same warning stands before it. */
export async function insertAnswer(
  ctx: Ctx,
  claimId: ClaimId,
  answer: Omit<GivenAnswer, 'by' | 'at'> & { readonly byUserId: string | null },
): Promise<void> {
  await ctx.tx.insert(claimAnswerTable, {
    id: ctx.newId(),
    claim_id: claimId,
    line_id: answer.lineId,
    code: answer.code,
    other_id: answer.otherId,
    why: answer.why,
    answered_by_user_id: answer.byUserId,
    answered_at: ctx.now(),
  });
}
