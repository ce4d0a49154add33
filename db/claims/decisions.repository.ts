import type { Ctx } from '#db/shared/ctx';
import type { KeyedDecision } from './deciding/decided.rules.ts';
import {
  type ClaimDecisionRow,
  claimDecisionTable,
  claimPaymentPartTable,
  type ClaimPaymentRow,
  claimPaymentTable,
} from './decisions.table.ts';

/** A decision as it is put on record, in the name of whoever is signed in. */
export type NewDecision = Pick<
  ClaimDecisionRow,
  'claim_id' | 'line_id' | 'step' | 'decision' | 'pence' | 'why' | 'key'
> & { readonly userId: string; readonly on: string };

export async function insertDecision(
  ctx: Ctx,
  { userId, on, ...row }: NewDecision,
): Promise<string> {
  const id = ctx.newId();
  await ctx.tx.insert(claimDecisionTable, {
    ...row,
    id,
    user_id: userId,
    decided_on: on,
    decided_at: ctx.now(),
  });
  return id;
}

/** On which claim something was done under a key, and by whom. */
export type DoneUnder = { readonly claimId: string; readonly userId: string };

/** One decision of an act: on a line, or on the whole claim. */
export type OneAct = {
  readonly lineId: string | null;
  readonly decision: string;
  readonly pence: number | null;
  readonly why: string;
};

/** The decisions of a step that were taken under a key; none while nobody has used the key for it. */
export async function listByKey(
  ctx: Ctx,
  key: string,
  step: string,
): Promise<readonly (DoneUnder & OneAct)[]> {
  return ctx.tx.query(
    `SELECT claim_id AS claimId, user_id AS userId, line_id AS lineId, decision, pence, why
     FROM claim_decision WHERE key = ? AND step = ?`,
    [key, step],
  );
}

/** Every decision on a claim with the key of its act, in their order. */
export async function listKeyed(ctx: Ctx, claimId: string): Promise<readonly KeyedDecision[]> {
  return ctx.tx.query(
    `SELECT id, line_id AS lineId, step, decision, pence, key FROM claim_decision
     WHERE claim_id = ? ORDER BY decided_at, rowid`,
    [claimId],
  );
}

/** Who checked the papers of a claim the last time; undefined while nobody has. */
export async function findVerifier(ctx: Ctx, claimId: string): Promise<string | undefined> {
  const rows: readonly { readonly user_id: string }[] = await ctx.tx.query(
    `SELECT user_id FROM claim_decision WHERE claim_id = ? AND step = 'verify' AND decision = 'approved'
     ORDER BY decided_at DESC, rowid DESC LIMIT 1`,
    [claimId],
  );
  return rows[0]?.user_id;
}

/** The decided amounts of a claim that a payment holds already. */
export async function listPaidDecisions(ctx: Ctx, claimId: string): Promise<ReadonlySet<string>> {
  const rows: readonly { readonly decision_id: string }[] = await ctx.tx.query(
    `SELECT p.decision_id FROM claim_payment_part p JOIN claim_payment y ON y.id = p.payment_id
     WHERE y.claim_id = ?`,
    [claimId],
  );
  return new Set(rows.map(({ decision_id }) => decision_id));
}

/** A payment as it was sent; for cash with who signed, and the strokes or the scan's hash. */
export type PaymentSent = {
  readonly paidOn: string;
  readonly method: string;
  readonly note: string;
  readonly signer: string | null;
  readonly strokes: string | null;
  readonly hash: string | null;
};

/** The payment that was recorded under a key; undefined while nobody has used it. */
export async function findPaymentByKey(
  ctx: Ctx,
  key: string,
): Promise<(DoneUnder & PaymentSent) | undefined> {
  const rows: readonly (DoneUnder & PaymentSent)[] = await ctx.tx.query(
    `SELECT p.claim_id AS claimId, p.user_id AS userId, p.paid_on AS paidOn, p.method, p.note,
       s.name AS signer, s.strokes_json AS strokes, r.hash
     FROM claim_payment p LEFT JOIN claim_signature s ON s.id = p.signature_id
     LEFT JOIN claim_receipt r ON r.id = s.receipt_id WHERE p.key = ?`,
    [key],
  );
  return rows[0];
}

/** The last day on which something of a claim was approved, which no payment comes before. */
export async function findLastApprovedOn(ctx: Ctx, claimId: string): Promise<string | undefined> {
  const rows: readonly { readonly day: string | null }[] = await ctx.tx.query(
    `SELECT max(decided_on) AS day FROM claim_decision
     WHERE claim_id = ? AND step <> 'verify' AND decision IN ('approved', 'other')`,
    [claimId],
  );
  return rows[0]?.day ?? undefined;
}

export async function insertPayment(
  ctx: Ctx,
  row: ClaimPaymentRow,
  parts: readonly {
    readonly decisionId: string;
    readonly lineId: string;
    readonly pence: number;
  }[],
): Promise<void> {
  await ctx.tx.insert(claimPaymentTable, row);
  for (const part of parts)
    await ctx.tx.insert(claimPaymentPartTable, {
      decision_id: part.decisionId,
      payment_id: row.id,
      line_id: part.lineId,
      pence: part.pence,
    });
}

/** What a claimant was paid by hand from a day on, and in how many claims. */
export async function sumPaidSince(
  ctx: Ctx,
  column: 'claimant_person_id' | 'claimant_group_id',
  id: string,
  since: string,
): Promise<{ readonly claims: number; readonly pence: number }> {
  const rows: readonly { readonly claims: number; readonly pence: number | null }[] =
    await ctx.tx.query(
      `SELECT count(DISTINCT p.claim_id) AS claims, sum(p.pence) AS pence
       FROM claim c JOIN claim_payment p ON p.claim_id = c.id
       WHERE c.${column} = ? AND p.paid_on > ?`,
      [id, since],
    );
  return { claims: rows[0]?.claims ?? 0, pence: rows[0]?.pence ?? 0 };
}
