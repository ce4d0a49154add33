import type { PaymentMethod } from '#db/payees/payees.contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type { Pence } from '#db/shared/money';
import type { ClaimLineId, Decision, HandPayment } from './claims.contract.ts';
import type { ClaimDecisionRow, ClaimPaymentRow } from './decisions.table.ts';

type DecisionRowWithName = ClaimDecisionRow & { readonly decided_by: string };

/** What was decided about a claim, in its order. */
export async function listDecisions(ctx: Ctx, claimId: string): Promise<readonly Decision[]> {
  const rows: readonly DecisionRowWithName[] = await ctx.tx.query(
    `SELECT d.*, u.display_name AS decided_by FROM claim_decision d
     JOIN app_user u ON u.id = d.user_id WHERE d.claim_id = ? ORDER BY d.decided_at, d.rowid`,
    [claimId],
  );
  return rows.map((row) => ({
    id: row.id,
    lineId: row.line_id as ClaimLineId | null,
    step: row.step as Decision['step'],
    decision: row.decision as Decision['decision'],
    pence: row.pence as Pence | null,
    why: row.why,
    by: row.decided_by,
    on: row.decided_on as LocalDate,
    at: row.decided_at as Instant,
  }));
}

type PaymentRowWithNames = ClaimPaymentRow & {
  readonly paid_by: string;
  readonly masked_account: string | null;
  readonly lines_json: string;
};

/** What was paid of a claim by hand, in its order. */
export async function listPayments(ctx: Ctx, claimId: string): Promise<readonly HandPayment[]> {
  const rows: readonly PaymentRowWithNames[] = await ctx.tx.query(
    `SELECT p.*, u.display_name AS paid_by, d.masked_account AS masked_account,
       (SELECT json_group_array(DISTINCT x.line_id) FROM claim_payment_part x
        WHERE x.payment_id = p.id) AS lines_json
     FROM claim_payment p JOIN app_user u ON u.id = p.user_id
     LEFT JOIN payee_details d ON d.id = p.details_id
     WHERE p.claim_id = ? ORDER BY p.recorded_at, p.rowid`,
    [claimId],
  );
  return rows.map((row) => ({
    id: row.id,
    paidOn: row.paid_on as LocalDate,
    method: row.method as PaymentMethod,
    maskedAccount: row.masked_account ?? '',
    detailsNumber: row.details_number,
    pence: row.pence as Pence,
    signatureId: row.signature_id,
    note: row.note,
    by: row.paid_by,
    lineIds: JSON.parse(row.lines_json) as ClaimLineId[],
  }));
}
