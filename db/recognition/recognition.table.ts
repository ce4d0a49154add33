import { EntitySchema } from 'typeorm';

const ofGroup = (table: string) => ({
  name: `fk_${table}_group`,
  target: 'tenant_group',
  columnNames: ['group_id'],
  referencedColumnNames: ['id'],
});

export type RecognitionPeriodRow = {
  readonly id: string;
  readonly group_id: string;
  readonly state: string;
  readonly from_date: string;
  /** Last day, included; null while it lasts. */
  readonly until_date: string | null;
  readonly decision_id: string;
};

export const recognitionPeriodTable = new EntitySchema<RecognitionPeriodRow>({
  name: 'recognition_period',
  tableName: 'recognition_period',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    state: { type: 'varchar', length: 10 },
    from_date: { type: 'varchar', length: 10 },
    until_date: { type: 'varchar', length: 10, nullable: true },
    decision_id: { type: 'varchar', length: 36 },
  },
  checks: [
    {
      name: 'ck_recognition_period_state',
      expression: "state IN ('applied', 'recognised', 'lapsed', 'withdrawn')",
    },
    {
      name: 'ck_recognition_period_dates',
      expression: 'until_date IS NULL OR until_date >= from_date',
    },
  ],
  foreignKeys: [
    ofGroup('recognition_period'),
    {
      name: 'fk_recognition_period_decision',
      target: 'recognition_decision',
      columnNames: ['decision_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_recognition_period_group', columns: ['group_id', 'from_date'] }],
});

export type RecognitionDecisionRow = {
  readonly id: string;
  readonly group_id: string;
  readonly reference: string;
  readonly kind: string;
  /** First day on which it holds. */
  readonly from_date: string;
  readonly reason: string;
  readonly conditions: string;
  readonly outstanding: string;
  readonly decided_by: string;
  readonly code_clauses: string;
  /** What a withdrawal takes away, parted by commas. */
  readonly taken: string;
  readonly appeal_words: string;
  readonly return_id: string | null;
  readonly recorded_at: string;
  readonly taken_back_at: string | null;
};

export const recognitionDecisionTable = new EntitySchema<RecognitionDecisionRow>({
  name: 'recognition_decision',
  tableName: 'recognition_decision',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    reference: { type: 'varchar', length: 20 },
    kind: { type: 'varchar', length: 12 },
    from_date: { type: 'varchar', length: 10 },
    reason: { type: 'text' },
    conditions: { type: 'text' },
    outstanding: { type: 'text' },
    decided_by: { type: 'varchar', length: 120 },
    code_clauses: { type: 'varchar', length: 300 },
    taken: { type: 'varchar', length: 60 },
    appeal_words: { type: 'text' },
    return_id: { type: 'varchar', length: 36, nullable: true },
    recorded_at: { type: 'varchar', length: 24 },
    taken_back_at: { type: 'varchar', length: 24, nullable: true },
  },
  uniques: [{ name: 'uq_recognition_decision_reference', columns: ['reference'] }],
  checks: [
    {
      name: 'ck_recognition_decision_kind',
      expression:
        "kind IN ('applied', 'recognised', 'refused', 'continued', 'lapsed', 'restored', 'withdrawn')",
    },
  ],
  foreignKeys: [
    ofGroup('recognition_decision'),
    {
      name: 'fk_recognition_decision_return',
      target: 'recognition_return',
      columnNames: ['return_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_recognition_decision_group', columns: ['group_id', 'from_date'] }],
});

export type RecognitionReturnRow = {
  readonly id: string;
  readonly group_id: string;
  readonly kind: string;
  readonly opened_on: string;
  readonly due_on: string | null;
  readonly closed_on: string | null;
};

export const recognitionReturnTable = new EntitySchema<RecognitionReturnRow>({
  name: 'recognition_return',
  tableName: 'recognition_return',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    kind: { type: 'varchar', length: 8 },
    opened_on: { type: 'varchar', length: 10 },
    due_on: { type: 'varchar', length: 10, nullable: true },
    closed_on: { type: 'varchar', length: 10, nullable: true },
  },
  checks: [{ name: 'ck_recognition_return_kind', expression: "kind IN ('first', 'yearly')" }],
  foreignKeys: [ofGroup('recognition_return')],
  indices: [{ name: 'ix_recognition_return_group', columns: ['group_id', 'closed_on'] }],
});

export type RecognitionEvidenceRow = {
  readonly return_id: string;
  readonly item_id: string;
  /** The words as they were asked; the council may put them otherwise later. */
  readonly words: string;
  readonly state: string;
  readonly received_on: string | null;
  readonly evidence: string;
  readonly entered_by: string;
  readonly recorded_at: string;
};

export const recognitionEvidenceTable = new EntitySchema<RecognitionEvidenceRow>({
  name: 'recognition_evidence',
  tableName: 'recognition_evidence',
  columns: {
    return_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_recognition_evidence',
    },
    item_id: {
      type: 'varchar',
      length: 80,
      primary: true,
      primaryKeyConstraintName: 'pk_recognition_evidence',
    },
    words: { type: 'varchar', length: 160 },
    state: { type: 'varchar', length: 12 },
    received_on: { type: 'varchar', length: 10, nullable: true },
    evidence: { type: 'text' },
    entered_by: { type: 'varchar', length: 120 },
    recorded_at: { type: 'varchar', length: 24 },
  },
  checks: [
    {
      name: 'ck_recognition_evidence_state',
      expression: "state IN ('not-asked', 'have-it', 'accepted', 'not-met', 'not-amended')",
    },
    {
      name: 'ck_recognition_evidence_day',
      expression: "state IN ('not-asked', 'not-met') OR received_on IS NOT NULL",
    },
  ],
  foreignKeys: [
    {
      name: 'fk_recognition_evidence_return',
      target: 'recognition_return',
      columnNames: ['return_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

export type RecognitionItemRow = {
  readonly id: string;
  readonly kind: string;
  readonly words: string;
  readonly asked: string;
  readonly if_amended: number;
};

export const recognitionItemTable = new EntitySchema<RecognitionItemRow>({
  name: 'recognition_item',
  tableName: 'recognition_item',
  columns: {
    id: { type: 'varchar', length: 80, primary: true },
    kind: { type: 'varchar', length: 10 },
    words: { type: 'varchar', length: 160 },
    asked: { type: 'varchar', length: 8 },
    if_amended: { type: 'integer' },
  },
  checks: [
    { name: 'ck_recognition_item_kind', expression: "kind IN ('criterion', 'paper')" },
    { name: 'ck_recognition_item_asked', expression: "asked IN ('first', 'yearly', 'always')" },
  ],
});

export type RecognitionEffectRow = {
  readonly id: string;
  readonly activity: string;
  readonly effect: string;
  /** First day on which it holds; a later row takes its place. */
  readonly from_date: string;
  readonly recorded_at: string;
};

export const recognitionEffectTable = new EntitySchema<RecognitionEffectRow>({
  name: 'recognition_effect',
  tableName: 'recognition_effect',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    activity: { type: 'varchar', length: 20 },
    effect: { type: 'varchar', length: 8 },
    from_date: { type: 'varchar', length: 10 },
    recorded_at: { type: 'varchar', length: 24 },
  },
  checks: [
    { name: 'ck_recognition_effect_effect', expression: "effect IN ('none', 'warns', 'blocks')" },
  ],
  indices: [{ name: 'ix_recognition_effect_activity', columns: ['activity', 'from_date'] }],
});

export type RecognitionExceptionRow = {
  readonly id: string;
  readonly group_id: string;
  readonly activity: string;
  readonly from_date: string;
  /** Last day, included. */
  readonly until_date: string;
  readonly reason: string;
  readonly decided_by: string;
  readonly recorded_at: string;
};

export const recognitionExceptionTable = new EntitySchema<RecognitionExceptionRow>({
  name: 'recognition_exception',
  tableName: 'recognition_exception',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    group_id: { type: 'varchar', length: 36 },
    activity: { type: 'varchar', length: 20 },
    from_date: { type: 'varchar', length: 10 },
    until_date: { type: 'varchar', length: 10 },
    reason: { type: 'varchar', length: 500 },
    decided_by: { type: 'varchar', length: 120 },
    recorded_at: { type: 'varchar', length: 24 },
  },
  checks: [{ name: 'ck_recognition_exception_dates', expression: 'until_date >= from_date' }],
  foreignKeys: [ofGroup('recognition_exception')],
  indices: [
    { name: 'ix_recognition_exception_group', columns: ['group_id', 'activity', 'from_date'] },
  ],
});
