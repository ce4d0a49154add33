import { EntitySchema } from 'typeorm';

/** The policy for one kind of cost from a day on. Rows are added, never changed: an older day keeps its policy. */
export type ClaimKindPolicyRow = {
  readonly id: string;
  readonly kind: string;
  readonly from_date: string;
  readonly basis: string;
  readonly rate_pence: number | null;
  readonly is_rate_awaited: number;
  readonly caps_json: string;
  /** Kinds of claimant, parted by commas. */
  readonly allowed_for: string;
  readonly receipt: string;
  readonly needs_council_led: number;
  readonly needs_funded: number;
  readonly needs_prevented: number;
  readonly needs_full_day: number;
  readonly warns_of_transport: number;
  readonly needs_reason: number;
  readonly sentence: string;
  readonly source: string;
  readonly entered_by: string;
  readonly entered_at: string;
  /** Of two rows for one day the higher one holds. */
  readonly sequence: number;
};

export const claimKindPolicyTable = new EntitySchema<ClaimKindPolicyRow>({
  name: 'claim_kind_policy',
  tableName: 'claim_kind_policy',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 20 },
    from_date: { type: 'varchar', length: 10 },
    basis: { type: 'varchar', length: 10 },
    rate_pence: { type: 'integer', nullable: true },
    is_rate_awaited: { type: 'integer' },
    caps_json: { type: 'text' },
    allowed_for: { type: 'varchar', length: 30 },
    receipt: { type: 'varchar', length: 20 },
    needs_council_led: { type: 'integer' },
    needs_funded: { type: 'integer' },
    needs_prevented: { type: 'integer' },
    needs_full_day: { type: 'integer' },
    warns_of_transport: { type: 'integer' },
    needs_reason: { type: 'integer' },
    sentence: { type: 'text' },
    source: { type: 'varchar', length: 200 },
    entered_by: { type: 'varchar', length: 120 },
    entered_at: { type: 'varchar', length: 24 },
    sequence: { type: 'integer' },
  },
  uniques: [{ name: 'uq_claim_kind_policy_sequence', columns: ['sequence'] }],
  checks: [
    {
      name: 'ck_claim_kind_policy_basis',
      expression: "basis IN ('per-mile', 'actual', 'per-hour')",
    },
    { name: 'ck_claim_kind_policy_rate', expression: 'rate_pence IS NULL OR rate_pence >= 0' },
    {
      name: 'ck_claim_kind_policy_awaited',
      expression: "(rate_pence IS NULL) = (basis = 'actual' OR is_rate_awaited = 1)",
    },
    {
      name: 'ck_claim_kind_policy_receipt',
      expression: "receipt IN ('needed', 'needed-or-reason', 'not-needed')",
    },
  ],
  indices: [{ name: 'ix_claim_kind_policy_from', columns: ['from_date', 'sequence'] }],
});

/** The general limits for claims from a day on; added to in the same way. */
export type ClaimGeneralPolicyRow = {
  readonly id: string;
  readonly from_date: string;
  /** Kinds of activity that count, one on each line; null is every kind. */
  readonly eligible_kinds: string | null;
  readonly time_limit_days: number | null;
  readonly month_limit_pence: number | null;
  readonly year_limit_pence: number | null;
  readonly mileage_exempt: number;
  readonly second_approver_above_pence: number | null;
  readonly promised_working_days: number | null;
  readonly enterer_may_verify: number;
  readonly principle: string;
  readonly cash_limit_pence: number | null;
  readonly source: string;
  readonly entered_by: string;
  readonly entered_at: string;
  readonly sequence: number;
};

export const claimGeneralPolicyTable = new EntitySchema<ClaimGeneralPolicyRow>({
  name: 'claim_general_policy',
  tableName: 'claim_general_policy',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    from_date: { type: 'varchar', length: 10 },
    eligible_kinds: { type: 'text', nullable: true },
    time_limit_days: { type: 'integer', nullable: true },
    month_limit_pence: { type: 'integer', nullable: true },
    year_limit_pence: { type: 'integer', nullable: true },
    mileage_exempt: { type: 'integer' },
    second_approver_above_pence: { type: 'integer', nullable: true },
    promised_working_days: { type: 'integer', nullable: true },
    enterer_may_verify: { type: 'integer' },
    principle: { type: 'text' },
    cash_limit_pence: { type: 'integer', nullable: true },
    source: { type: 'varchar', length: 200 },
    entered_by: { type: 'varchar', length: 120 },
    entered_at: { type: 'varchar', length: 24 },
    sequence: { type: 'integer' },
  },
  uniques: [{ name: 'uq_claim_general_policy_sequence', columns: ['sequence'] }],
  indices: [{ name: 'ix_claim_general_policy_from', columns: ['from_date', 'sequence'] }],
});
