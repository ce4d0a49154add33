import { z } from 'zod';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type { Pence } from '#db/shared/money';
import {
  Cap,
  type ClaimantKind,
  type CostKind,
  type GeneralPolicy,
  type KindPolicy,
  type PolicyVersionId,
} from './claim-policy.contract.ts';
import {
  type ClaimGeneralPolicyRow,
  type ClaimKindPolicyRow,
  claimGeneralPolicyTable,
  claimKindPolicyTable,
} from './claim-policy.table.ts';

const Caps = z.array(Cap);
const bit = (is: boolean): number => (is ? 1 : 0);

const toKindPolicy = (row: ClaimKindPolicyRow): KindPolicy => ({
  id: row.id as PolicyVersionId,
  kind: row.kind as CostKind,
  from: row.from_date as LocalDate,
  // A CHECK on the table lets no other basis and receipt in.
  basis: row.basis as KindPolicy['basis'],
  ratePence: row.rate_pence as Pence | null,
  isRateAwaited: row.is_rate_awaited === 1,
  caps: Caps.parse(JSON.parse(row.caps_json)),
  allowedFor: row.allowed_for === '' ? [] : (row.allowed_for.split(',') as ClaimantKind[]),
  receipt: row.receipt as KindPolicy['receipt'],
  needsCouncilLed: row.needs_council_led === 1,
  needsFunded: row.needs_funded === 1,
  needsPreventedAttendance: row.needs_prevented === 1,
  needsFullDayWithoutLunch: row.needs_full_day === 1,
  warnsIfTransportProvided: row.warns_of_transport === 1,
  needsReason: row.needs_reason === 1,
  sentence: row.sentence,
  source: row.source,
  enteredBy: row.entered_by,
  enteredAt: row.entered_at as Instant,
});

const toGeneralPolicy = (row: ClaimGeneralPolicyRow): GeneralPolicy => ({
  id: row.id as PolicyVersionId,
  from: row.from_date as LocalDate,
  eligibleActivityKinds: row.eligible_kinds === null ? null : row.eligible_kinds.split('\n'),
  timeLimitDays: row.time_limit_days,
  monthLimitPence: row.month_limit_pence as Pence | null,
  yearLimitPence: row.year_limit_pence as Pence | null,
  mileageExemptFromReceipt: row.mileage_exempt === 1,
  secondApproverAbovePence: row.second_approver_above_pence as Pence | null,
  promisedWorkingDays: row.promised_working_days,
  entererMayVerify: row.enterer_may_verify === 1,
  principle: row.principle,
  cashLimitPence: row.cash_limit_pence as Pence | null,
  source: row.source,
  enteredBy: row.entered_by,
  enteredAt: row.entered_at as Instant,
});

/** Every version for a kind of cost, the latest first day first; of two for one day the one entered last comes first. */
export async function listKinds(ctx: Ctx): Promise<readonly KindPolicy[]> {
  const rows: readonly ClaimKindPolicyRow[] = await ctx.tx.query(
    'SELECT * FROM claim_kind_policy ORDER BY from_date DESC, sequence DESC',
  );
  return rows.map(toKindPolicy);
}

/** Every version of the general limits, in the same order. */
export async function listGeneral(ctx: Ctx): Promise<readonly GeneralPolicy[]> {
  const rows: readonly ClaimGeneralPolicyRow[] = await ctx.tx.query(
    'SELECT * FROM claim_general_policy ORDER BY from_date DESC, sequence DESC',
  );
  return rows.map(toGeneralPolicy);
}

async function nextSequence(ctx: Ctx, table: string): Promise<number> {
  const rows: readonly { next: number }[] = await ctx.tx.query(
    `SELECT coalesce(max(sequence), 0) + 1 AS next FROM ${table}`,
  );
  return rows[0]?.next ?? 1;
}

export async function insertKind(ctx: Ctx, policy: KindPolicy): Promise<void> {
  await ctx.tx.insert(claimKindPolicyTable, {
    id: policy.id,
    kind: policy.kind,
    from_date: policy.from,
    basis: policy.basis,
    rate_pence: policy.ratePence,
    is_rate_awaited: bit(policy.isRateAwaited),
    caps_json: JSON.stringify(policy.caps),
    allowed_for: policy.allowedFor.join(','),
    receipt: policy.receipt,
    needs_council_led: bit(policy.needsCouncilLed),
    needs_funded: bit(policy.needsFunded),
    needs_prevented: bit(policy.needsPreventedAttendance),
    needs_full_day: bit(policy.needsFullDayWithoutLunch),
    warns_of_transport: bit(policy.warnsIfTransportProvided),
    needs_reason: bit(policy.needsReason),
    sentence: policy.sentence,
    source: policy.source,
    entered_by: policy.enteredBy,
    entered_at: policy.enteredAt,
    sequence: await nextSequence(ctx, 'claim_kind_policy'),
  });
}

export async function insertGeneral(ctx: Ctx, policy: GeneralPolicy): Promise<void> {
  await ctx.tx.insert(claimGeneralPolicyTable, {
    id: policy.id,
    from_date: policy.from,
    eligible_kinds: policy.eligibleActivityKinds?.join('\n') ?? null,
    time_limit_days: policy.timeLimitDays,
    month_limit_pence: policy.monthLimitPence,
    year_limit_pence: policy.yearLimitPence,
    mileage_exempt: bit(policy.mileageExemptFromReceipt),
    second_approver_above_pence: policy.secondApproverAbovePence,
    promised_working_days: policy.promisedWorkingDays,
    enterer_may_verify: bit(policy.entererMayVerify),
    principle: policy.principle,
    cash_limit_pence: policy.cashLimitPence,
    source: policy.source,
    entered_by: policy.enteredBy,
    entered_at: policy.enteredAt,
    sequence: await nextSequence(ctx, 'claim_general_policy'),
  });
}
