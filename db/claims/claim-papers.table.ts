import { EntitySchema } from 'typeorm';

export type ClaimReceiptRow = {
  readonly id: string;
  readonly claim_id: string | null;
  readonly batch_id: string | null;
  readonly hash: string;
  readonly kind: string;
  readonly name: string;
  readonly printed_on: string | null;
  readonly printed_pence: number | null;
  readonly printed_number: string;
  readonly added_by_user_id: string | null;
  readonly added_at: string;
  readonly removed_at: string | null;
};

export const claimReceiptTable = new EntitySchema<ClaimReceiptRow>({
  name: 'claim_receipt',
  tableName: 'claim_receipt',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    claim_id: { type: 'varchar', length: 36, nullable: true },
    batch_id: { type: 'varchar', length: 36, nullable: true },
    hash: { type: 'varchar', length: 64 },
    kind: { type: 'varchar', length: 16 },
    name: { type: 'varchar', length: 255 },
    printed_on: { type: 'varchar', length: 10, nullable: true },
    printed_pence: { type: 'integer', nullable: true },
    printed_number: { type: 'varchar', length: 60 },
    added_by_user_id: { type: 'varchar', length: 36, nullable: true },
    added_at: { type: 'varchar', length: 24 },
    removed_at: { type: 'varchar', length: 24, nullable: true },
  },
  checks: [
    {
      name: 'ck_claim_receipt_kind',
      expression:
        "kind IN ('receipt', 'signed-claim', 'member-form', 'signed-sheet', 'cash-receipt')",
    },
    { name: 'ck_claim_receipt_of', expression: '(claim_id IS NULL) <> (batch_id IS NULL)' },
  ],
  foreignKeys: [
    {
      name: 'fk_claim_receipt_claim',
      target: 'claim',
      columnNames: ['claim_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_receipt_batch',
      target: 'claim_batch',
      columnNames: ['batch_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_claim_receipt_printed', columns: ['printed_on', 'printed_pence'] },
    { name: 'ix_claim_receipt_hash', columns: ['hash'] },
    { name: 'ix_claim_receipt_claim', columns: ['claim_id'] },
    { name: 'ix_claim_receipt_batch', columns: ['batch_id'] },
  ],
});

export type ClaimLineReceiptRow = {
  readonly line_id: string;
  readonly receipt_id: string;
};

export const claimLineReceiptTable = new EntitySchema<ClaimLineReceiptRow>({
  name: 'claim_line_receipt',
  tableName: 'claim_line_receipt',
  columns: {
    line_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_claim_line_receipt',
    },
    receipt_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_claim_line_receipt',
    },
  },
  foreignKeys: [
    {
      name: 'fk_claim_line_receipt_line',
      target: 'claim_line',
      columnNames: ['line_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_line_receipt_receipt',
      target: 'claim_receipt',
      columnNames: ['receipt_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_claim_line_receipt_receipt', columns: ['receipt_id'] }],
});

export type ClaimSignatureRow = {
  readonly id: string;
  readonly claim_id: string | null;
  readonly batch_id: string | null;
  readonly role: string;
  readonly person_id: string | null;
  readonly name: string;
  readonly way: string;
  readonly strokes_json: string;
  readonly receipt_id: string | null;
  readonly words: string;
  readonly signed_hash: string;
  readonly signed_on: string;
  readonly signed_at: string;
  readonly recorded_by_user_id: string | null;
  readonly is_superseded: number;
};

export const claimSignatureTable = new EntitySchema<ClaimSignatureRow>({
  name: 'claim_signature',
  tableName: 'claim_signature',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    claim_id: { type: 'varchar', length: 36, nullable: true },
    batch_id: { type: 'varchar', length: 36, nullable: true },
    role: { type: 'varchar', length: 12 },
    person_id: { type: 'varchar', length: 36, nullable: true },
    name: { type: 'varchar', length: 160 },
    way: { type: 'varchar', length: 8 },
    strokes_json: { type: 'text' },
    receipt_id: { type: 'varchar', length: 36, nullable: true },
    words: { type: 'text' },
    signed_hash: { type: 'varchar', length: 64 },
    signed_on: { type: 'varchar', length: 10 },
    signed_at: { type: 'varchar', length: 24 },
    recorded_by_user_id: { type: 'varchar', length: 36, nullable: true },
    is_superseded: { type: 'integer' },
  },
  checks: [
    {
      name: 'ck_claim_signature_role',
      expression: "role IN ('claimant', 'filer', 'treasurer', 'cash')",
    },
    { name: 'ck_claim_signature_way', expression: "way IN ('screen', 'paper')" },
    { name: 'ck_claim_signature_of', expression: '(claim_id IS NULL) <> (batch_id IS NULL)' },
    {
      name: 'ck_claim_signature_shown',
      expression:
        "(way = 'paper') = (receipt_id IS NOT NULL) AND (way = 'screen') = (strokes_json <> '')",
    },
  ],
  foreignKeys: [
    {
      name: 'fk_claim_signature_claim',
      target: 'claim',
      columnNames: ['claim_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_signature_batch',
      target: 'claim_batch',
      columnNames: ['batch_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_signature_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_signature_receipt',
      target: 'claim_receipt',
      columnNames: ['receipt_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_claim_signature_claim', columns: ['claim_id'] },
    { name: 'ix_claim_signature_batch', columns: ['batch_id'] },
    { name: 'ix_claim_signature_person', columns: ['person_id'] },
  ],
});

export type ClaimAnswerRow = {
  readonly id: string;
  readonly claim_id: string;
  readonly line_id: string | null;
  readonly code: string;
  readonly other_id: string;
  readonly why: string;
  readonly answered_by_user_id: string | null;
  readonly answered_at: string;
};

export const claimAnswerTable = new EntitySchema<ClaimAnswerRow>({
  name: 'claim_answer',
  tableName: 'claim_answer',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    claim_id: { type: 'varchar', length: 36 },
    line_id: { type: 'varchar', length: 36, nullable: true },
    code: { type: 'varchar', length: 40 },
    other_id: { type: 'varchar', length: 36 },
    why: { type: 'varchar', length: 500 },
    answered_by_user_id: { type: 'varchar', length: 36, nullable: true },
    answered_at: { type: 'varchar', length: 24 },
  },
  foreignKeys: [
    {
      name: 'fk_claim_answer_claim',
      target: 'claim',
      columnNames: ['claim_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_answer_line',
      target: 'claim_line',
      columnNames: ['line_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_claim_answer_claim', columns: ['claim_id'] }],
});

export type TravelPlanRow = {
  readonly id: string;
  readonly person_id: string;
  readonly words: string;
  readonly sealed_why: string;
  readonly kinds_json: string;
  readonly from_date: string;
  readonly until_date: string | null;
  readonly agreed_by_user_id: string | null;
  readonly agreed_on: string;
  readonly version: number;
};

export const travelPlanTable = new EntitySchema<TravelPlanRow>({
  name: 'travel_plan',
  tableName: 'travel_plan',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    person_id: { type: 'varchar', length: 36 },
    words: { type: 'varchar', length: 300 },
    sealed_why: { type: 'text' },
    kinds_json: { type: 'varchar', length: 200 },
    from_date: { type: 'varchar', length: 10 },
    until_date: { type: 'varchar', length: 10, nullable: true },
    agreed_by_user_id: { type: 'varchar', length: 36, nullable: true },
    agreed_on: { type: 'varchar', length: 10 },
    version: { type: 'integer' },
  },
  checks: [
    { name: 'ck_travel_plan_days', expression: 'until_date IS NULL OR until_date >= from_date' },
  ],
  foreignKeys: [
    {
      name: 'fk_travel_plan_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_travel_plan_person', columns: ['person_id'] }],
});
