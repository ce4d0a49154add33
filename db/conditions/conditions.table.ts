import { EntitySchema } from 'typeorm';

/** One version of the guidelines or of the fire procedure. */
export type ConditionRow = {
  readonly id: string;
  readonly kind: string;
  readonly number: number;
  readonly text: string;
  readonly from_date: string;
  readonly must_acknowledge_again: number;
  readonly recorded_at: string;
};

export const conditionTable = new EntitySchema<ConditionRow>({
  name: 'condition_text',
  tableName: 'condition_text',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 12 },
    number: { type: 'integer' },
    text: { type: 'text' },
    from_date: { type: 'varchar', length: 10 },
    must_acknowledge_again: { type: 'integer' },
    recorded_at: { type: 'varchar', length: 24 },
  },
  uniques: [{ name: 'uq_condition_text_number', columns: ['kind', 'number'] }],
  checks: [{ name: 'ck_condition_text_kind', expression: "kind IN ('guidelines', 'fire')" }],
});

/** A person or group that was given one version. */
export type AcknowledgementRow = {
  readonly id: string;
  readonly condition_id: string;
  readonly group_id: string | null;
  readonly person_id: string | null;
  readonly acknowledged_on: string;
  readonly how: string;
  readonly recorded_at: string;
  readonly recorded_by_user_id: string | null;
};

export const acknowledgementTable = new EntitySchema<AcknowledgementRow>({
  name: 'acknowledgement',
  tableName: 'acknowledgement',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    condition_id: { type: 'varchar', length: 36 },
    group_id: { type: 'varchar', length: 36, nullable: true },
    person_id: { type: 'varchar', length: 36, nullable: true },
    acknowledged_on: { type: 'varchar', length: 10 },
    how: { type: 'varchar', length: 14 },
    recorded_at: { type: 'varchar', length: 24 },
    recorded_by_user_id: { type: 'varchar', length: 36, nullable: true },
  },
  foreignKeys: [
    {
      name: 'fk_acknowledgement_condition',
      target: 'condition_text',
      columnNames: ['condition_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_acknowledgement_group',
      target: 'tenant_group',
      columnNames: ['group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_acknowledgement_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
  ],
  checks: [
    { name: 'ck_acknowledgement_one', expression: '(group_id IS NULL) <> (person_id IS NULL)' },
  ],
  indices: [
    { name: 'ix_acknowledgement_group', columns: ['group_id'] },
    { name: 'ix_acknowledgement_person', columns: ['person_id'] },
  ],
});
