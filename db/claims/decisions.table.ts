import { EntitySchema } from 'typeorm';

export type ClaimDecisionRow = {
  readonly id: string;
  readonly claim_id: string;
  readonly line_id: string | null;
  readonly step: string;
  readonly decision: string;
  readonly pence: number | null;
  readonly why: string;
  readonly key: string;
  readonly user_id: string;
  readonly decided_on: string;
  readonly decided_at: string;
};

export const claimDecisionTable = new EntitySchema<ClaimDecisionRow>({
  name: 'claim_decision',
  tableName: 'claim_decision',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    claim_id: { type: 'varchar', length: 36 },
    line_id: { type: 'varchar', length: 36, nullable: true },
    step: { type: 'varchar', length: 8 },
    decision: { type: 'varchar', length: 12 },
    pence: { type: 'integer', nullable: true },
    why: { type: 'varchar', length: 500 },
    key: { type: 'varchar', length: 36 },
    user_id: { type: 'varchar', length: 36 },
    decided_on: { type: 'varchar', length: 10 },
    decided_at: { type: 'varchar', length: 24 },
  },
  checks: [
    {
      name: 'ck_claim_decision_step',
      expression: "step IN ('verify', 'approve', 'second', 'top-up')",
    },
    {
      name: 'ck_claim_decision_decision',
      expression: "decision IN ('approved', 'other', 'asked', 'rejected', 'sent-back')",
    },
    {
      name: 'ck_claim_decision_pence',
      expression:
        "(decision IN ('approved', 'other') AND line_id IS NOT NULL) = (pence IS NOT NULL)",
    },
    { name: 'ck_claim_decision_why', expression: "decision = 'approved' OR why <> ''" },
  ],
  foreignKeys: [
    {
      name: 'fk_claim_decision_claim',
      target: 'claim',
      columnNames: ['claim_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_decision_line',
      target: 'claim_line',
      columnNames: ['line_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_decision_user',
      target: 'app_user',
      columnNames: ['user_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    {
      name: 'uq_claim_decision_line_key',
      columns: ['key', 'step', 'line_id'],
      unique: true,
    },
    {
      name: 'uq_claim_decision_claim_key',
      columns: ['key', 'step'],
      unique: true,
      where: 'line_id IS NULL',
    },
    { name: 'ix_claim_decision_claim', columns: ['claim_id'] },
    { name: 'ix_claim_decision_line', columns: ['line_id'] },
  ],
});

export type ClaimPaymentRow = {
  readonly id: string;
  readonly claim_id: string;
  readonly key: string;
  readonly paid_on: string;
  readonly method: string;
  readonly details_id: string | null;
  readonly details_number: number | null;
  readonly signature_id: string | null;
  readonly pence: number;
  readonly note: string;
  readonly user_id: string;
  readonly recorded_at: string;
};

export const claimPaymentTable = new EntitySchema<ClaimPaymentRow>({
  name: 'claim_payment',
  tableName: 'claim_payment',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    claim_id: { type: 'varchar', length: 36 },
    key: { type: 'varchar', length: 36 },
    paid_on: { type: 'varchar', length: 10 },
    method: { type: 'varchar', length: 16 },
    details_id: { type: 'varchar', length: 36, nullable: true },
    details_number: { type: 'integer', nullable: true },
    signature_id: { type: 'varchar', length: 36, nullable: true },
    pence: { type: 'integer' },
    note: { type: 'varchar', length: 300 },
    user_id: { type: 'varchar', length: 36 },
    recorded_at: { type: 'varchar', length: 24 },
  },
  uniques: [{ name: 'uq_claim_payment_key', columns: ['key'] }],
  checks: [
    {
      name: 'ck_claim_payment_method',
      expression: "method IN ('bank-transfer', 'cheque', 'cash')",
    },
    {
      name: 'ck_claim_payment_shown',
      expression:
        "(method = 'cash') = (signature_id IS NOT NULL) AND (method = 'cash') = (details_id IS NULL)",
    },
    { name: 'ck_claim_payment_pence', expression: 'pence > 0' },
  ],
  foreignKeys: [
    {
      name: 'fk_claim_payment_claim',
      target: 'claim',
      columnNames: ['claim_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_payment_signature',
      target: 'claim_signature',
      columnNames: ['signature_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_payment_user',
      target: 'app_user',
      columnNames: ['user_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_claim_payment_claim', columns: ['claim_id'] }],
});

export type ClaimPaymentPartRow = {
  readonly decision_id: string;
  readonly payment_id: string;
  readonly line_id: string;
  readonly pence: number;
};

export const claimPaymentPartTable = new EntitySchema<ClaimPaymentPartRow>({
  name: 'claim_payment_part',
  tableName: 'claim_payment_part',
  columns: {
    decision_id: { type: 'varchar', length: 36, primary: true },
    payment_id: { type: 'varchar', length: 36 },
    line_id: { type: 'varchar', length: 36 },
    pence: { type: 'integer' },
  },
  foreignKeys: [
    {
      name: 'fk_claim_payment_part_decision',
      target: 'claim_decision',
      columnNames: ['decision_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_payment_part_payment',
      target: 'claim_payment',
      columnNames: ['payment_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_payment_part_line',
      target: 'claim_line',
      columnNames: ['line_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_claim_payment_part_payment', columns: ['payment_id'] }],
});

export type ClaimReasonRow = {
  readonly id: string;
  readonly decision: string;
  readonly words: string;
  readonly is_active: number;
  readonly version: number;
};

export const claimReasonTable = new EntitySchema<ClaimReasonRow>({
  name: 'claim_reason',
  tableName: 'claim_reason',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    decision: { type: 'varchar', length: 12 },
    words: { type: 'varchar', length: 500 },
    is_active: { type: 'integer' },
    version: { type: 'integer' },
  },
  checks: [
    { name: 'ck_claim_reason_decision', expression: "decision IN ('other', 'asked', 'rejected')" },
  ],
});
