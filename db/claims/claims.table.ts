import { EntitySchema } from 'typeorm';

export type ClaimBatchRow = {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly group_id: string;
  readonly treasurer_person_id: string;
  readonly received_on: string;
  readonly started_by_user_id: string | null;
  readonly started_at: string;
  readonly version: number;
};

export const claimBatchTable = new EntitySchema<ClaimBatchRow>({
  name: 'claim_batch',
  tableName: 'claim_batch',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    state: { type: 'varchar', length: 10 },
    group_id: { type: 'varchar', length: 36 },
    treasurer_person_id: { type: 'varchar', length: 36 },
    received_on: { type: 'varchar', length: 10 },
    started_by_user_id: { type: 'varchar', length: 36, nullable: true },
    started_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_claim_batch_reference', columns: ['reference'] }],
  checks: [
    {
      name: 'ck_claim_batch_state',
      expression: "state IN ('draft', 'to-sign', 'filed', 'withdrawn')",
    },
  ],
  foreignKeys: [
    {
      name: 'fk_claim_batch_group',
      target: 'tenant_group',
      columnNames: ['group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_batch_treasurer',
      target: 'person',
      columnNames: ['treasurer_person_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_claim_batch_group', columns: ['group_id'] }],
});

export type ClaimRow = {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly claimant_kind: string;
  readonly claimant_person_id: string | null;
  readonly claimant_group_id: string | null;
  readonly filer_person_id: string | null;
  readonly filer_group_id: string | null;
  readonly filer_words: string;
  readonly payee_person_id: string | null;
  readonly payee_group_id: string | null;
  readonly method: string;
  readonly batch_id: string | null;
  readonly received_on: string;
  readonly notes: string;
  readonly access_need_met: string;
  readonly claimed_pence: number | null;
  readonly payable_pence: number | null;
  readonly decided_pence: number | null;
  readonly paid_pence: number;
  readonly open_warnings: number;
  readonly started_by_user_id: string | null;
  readonly started_at: string;
  readonly filed_by_user_id: string | null;
  readonly filed_at: string | null;
  readonly filed_on: string | null;
  readonly sign_key: string | null;
  readonly signed_json: string;
  readonly signed_hash: string;
  readonly is_changed_since_signed: number;
  readonly decided_on: string | null;
  readonly withdrawn_why: string;
  readonly opened_by_user_id: string | null;
  readonly opened_until: string | null;
  readonly version: number;
};

export const claimTable = new EntitySchema<ClaimRow>({
  name: 'claim',
  tableName: 'claim',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    state: { type: 'varchar', length: 10 },
    claimant_kind: { type: 'varchar', length: 8 },
    claimant_person_id: { type: 'varchar', length: 36, nullable: true },
    claimant_group_id: { type: 'varchar', length: 36, nullable: true },
    filer_person_id: { type: 'varchar', length: 36, nullable: true },
    filer_group_id: { type: 'varchar', length: 36, nullable: true },
    filer_words: { type: 'varchar', length: 160 },
    payee_person_id: { type: 'varchar', length: 36, nullable: true },
    payee_group_id: { type: 'varchar', length: 36, nullable: true },
    method: { type: 'varchar', length: 16 },
    batch_id: { type: 'varchar', length: 36, nullable: true },
    received_on: { type: 'varchar', length: 10 },
    notes: { type: 'text' },
    access_need_met: { type: 'varchar', length: 200 },
    claimed_pence: { type: 'integer', nullable: true },
    payable_pence: { type: 'integer', nullable: true },
    decided_pence: { type: 'integer', nullable: true },
    paid_pence: { type: 'integer' },
    open_warnings: { type: 'integer' },
    started_by_user_id: { type: 'varchar', length: 36, nullable: true },
    started_at: { type: 'varchar', length: 24 },
    filed_by_user_id: { type: 'varchar', length: 36, nullable: true },
    filed_at: { type: 'varchar', length: 24, nullable: true },
    filed_on: { type: 'varchar', length: 10, nullable: true },
    sign_key: { type: 'varchar', length: 36, nullable: true },
    signed_json: { type: 'text' },
    signed_hash: { type: 'varchar', length: 64 },
    is_changed_since_signed: { type: 'integer' },
    decided_on: { type: 'varchar', length: 10, nullable: true },
    withdrawn_why: { type: 'varchar', length: 300 },
    opened_by_user_id: { type: 'varchar', length: 36, nullable: true },
    opened_until: { type: 'varchar', length: 24, nullable: true },
    version: { type: 'integer' },
  },
  uniques: [
    { name: 'uq_claim_reference', columns: ['reference'] },
    { name: 'uq_claim_sign_key', columns: ['sign_key'] },
  ],
  checks: [
    {
      name: 'ck_claim_state',
      expression:
        "state IN ('draft', 'to-sign', 'filed', 'verified', 'second', 'asked', 'decided', 'paid', 'withdrawn')",
    },
    {
      name: 'ck_claim_claimant',
      expression:
        "(claimant_kind = 'group') = (claimant_group_id IS NOT NULL) AND (claimant_kind IN ('person', 'staff')) = (claimant_person_id IS NOT NULL)",
    },
    { name: 'ck_claim_payee', expression: '(payee_person_id IS NULL) <> (payee_group_id IS NULL)' },
    { name: 'ck_claim_method', expression: "method IN ('bank-transfer', 'cheque', 'cash')" },
    {
      name: 'ck_claim_filed',
      expression:
        "state IN ('draft', 'to-sign', 'withdrawn') OR (filed_at IS NOT NULL AND filed_on IS NOT NULL)",
    },
  ],
  foreignKeys: [
    {
      name: 'fk_claim_claimant_person',
      target: 'person',
      columnNames: ['claimant_person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_claimant_group',
      target: 'tenant_group',
      columnNames: ['claimant_group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_filer_person',
      target: 'person',
      columnNames: ['filer_person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_filer_group',
      target: 'tenant_group',
      columnNames: ['filer_group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_payee_person',
      target: 'person',
      columnNames: ['payee_person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_payee_group',
      target: 'tenant_group',
      columnNames: ['payee_group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_batch',
      target: 'claim_batch',
      columnNames: ['batch_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_claim_queue', columns: ['state', 'received_on', 'reference'] },
    { name: 'ix_claim_claimant_person', columns: ['claimant_person_id', 'received_on'] },
    { name: 'ix_claim_claimant_group', columns: ['claimant_group_id', 'received_on'] },
    { name: 'ix_claim_filer_person', columns: ['filer_person_id'] },
    { name: 'ix_claim_filer_group', columns: ['filer_group_id'] },
    { name: 'ix_claim_payee_person', columns: ['payee_person_id'] },
    { name: 'ix_claim_payee_group', columns: ['payee_group_id'] },
    { name: 'ix_claim_batch', columns: ['batch_id'] },
  ],
});

export type ClaimLineRow = {
  readonly id: string;
  readonly claim_id: string;
  readonly position: number;
  readonly state: string;
  readonly kind: string;
  readonly activity_id: string | null;
  readonly on_day: string;
  readonly from_place: string;
  readonly to_place: string;
  readonly journey_key: string;
  readonly miles_tenths: number | null;
  readonly minutes: number | null;
  readonly children_json: string;
  readonly carer: string;
  readonly claimed_pence: number | null;
  readonly reason: string;
  readonly no_receipt_why: string;
  readonly prevented_attendance: number;
  readonly override_pence: number | null;
  readonly override_why: string;
  readonly payable_pence: number | null;
  readonly cuts_json: string;
  readonly policy_version: string;
  readonly decided_pence: number | null;
  readonly decision_why: string;
};

export const claimLineTable = new EntitySchema<ClaimLineRow>({
  name: 'claim_line',
  tableName: 'claim_line',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    claim_id: { type: 'varchar', length: 36 },
    position: { type: 'integer' },
    state: { type: 'varchar', length: 12 },
    kind: { type: 'varchar', length: 16 },
    activity_id: { type: 'varchar', length: 36, nullable: true },
    on_day: { type: 'varchar', length: 10 },
    from_place: { type: 'varchar', length: 120 },
    to_place: { type: 'varchar', length: 120 },
    journey_key: { type: 'varchar', length: 260 },
    miles_tenths: { type: 'integer', nullable: true },
    minutes: { type: 'integer', nullable: true },
    children_json: { type: 'varchar', length: 200 },
    carer: { type: 'varchar', length: 120 },
    claimed_pence: { type: 'integer', nullable: true },
    reason: { type: 'varchar', length: 500 },
    no_receipt_why: { type: 'varchar', length: 300 },
    prevented_attendance: { type: 'integer' },
    override_pence: { type: 'integer', nullable: true },
    override_why: { type: 'varchar', length: 300 },
    payable_pence: { type: 'integer', nullable: true },
    cuts_json: { type: 'text' },
    policy_version: { type: 'varchar', length: 80 },
    decided_pence: { type: 'integer', nullable: true },
    decision_why: { type: 'varchar', length: 500 },
  },
  uniques: [{ name: 'uq_claim_line_position', columns: ['claim_id', 'position'] }],
  checks: [
    {
      name: 'ck_claim_line_state',
      expression:
        "state IN ('open', 'waiting', 'approved', 'other', 'asked', 'rejected', 'withdrawn')",
    },
    {
      name: 'ck_claim_line_decided',
      expression: "(state IN ('approved', 'other')) = (decided_pence IS NOT NULL)",
    },
    {
      name: 'ck_claim_line_amounts',
      expression:
        'coalesce(claimed_pence, 0) >= 0 AND coalesce(payable_pence, 0) >= 0 AND coalesce(decided_pence, 0) >= 0',
    },
  ],
  foreignKeys: [
    {
      name: 'fk_claim_line_claim',
      target: 'claim',
      columnNames: ['claim_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_claim_line_activity',
      target: 'activity',
      columnNames: ['activity_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_claim_line_journey', columns: ['journey_key'], where: "journey_key <> ''" },
    { name: 'ix_claim_line_activity', columns: ['activity_id', 'kind'] },
    { name: 'ix_claim_line_day', columns: ['on_day', 'kind'] },
  ],
});

export type ClaimCapUseRow = {
  readonly line_id: string;
  readonly kind: string;
  readonly unit: string;
  readonly cap_key: string;
  readonly pence: number;
};

export const claimCapUseTable = new EntitySchema<ClaimCapUseRow>({
  name: 'claim_cap_use',
  tableName: 'claim_cap_use',
  columns: {
    line_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_claim_cap_use',
    },
    kind: { type: 'varchar', length: 16 },
    unit: {
      type: 'varchar',
      length: 10,
      primary: true,
      primaryKeyConstraintName: 'pk_claim_cap_use',
    },
    cap_key: {
      type: 'varchar',
      length: 120,
      primary: true,
      primaryKeyConstraintName: 'pk_claim_cap_use',
    },
    pence: { type: 'integer' },
  },
  foreignKeys: [
    {
      name: 'fk_claim_cap_use_line',
      target: 'claim_line',
      columnNames: ['line_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_claim_cap_use_key', columns: ['kind', 'unit', 'cap_key'] }],
});
