import { EntitySchema } from 'typeorm';

export type RestrictionRow = {
  readonly id: string;
  readonly reference: string;
  readonly group_id: string | null;
  readonly person_id: string | null;
  readonly scope: string;
  readonly facility_id: string | null;
  readonly activity: string;
  readonly effect: string;
  readonly from_date: string;
  /** Last day, included; null is open-ended. */
  readonly until_date: string | null;
  readonly incident_on: string | null;
  readonly reason: string;
  readonly decided_by: string;
  readonly source: string;
  readonly appeal_words: string;
  readonly lifted_on: string | null;
  readonly lifted_why: string;
  readonly recorded_at: string;
  readonly version: number;
};

export const restrictionTable = new EntitySchema<RestrictionRow>({
  name: 'restriction',
  tableName: 'restriction',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    group_id: { type: 'varchar', length: 36, nullable: true },
    person_id: { type: 'varchar', length: 36, nullable: true },
    scope: { type: 'varchar', length: 16 },
    facility_id: { type: 'varchar', length: 36, nullable: true },
    activity: { type: 'varchar', length: 60 },
    effect: { type: 'varchar', length: 8 },
    from_date: { type: 'varchar', length: 10 },
    until_date: { type: 'varchar', length: 10, nullable: true },
    incident_on: { type: 'varchar', length: 10, nullable: true },
    reason: { type: 'text' },
    decided_by: { type: 'varchar', length: 120 },
    source: { type: 'varchar', length: 20 },
    appeal_words: { type: 'text' },
    lifted_on: { type: 'varchar', length: 10, nullable: true },
    lifted_why: { type: 'text' },
    recorded_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_restriction_reference', columns: ['reference'] }],
  checks: [
    {
      name: 'ck_restriction_one_subject',
      expression: '(group_id IS NULL) <> (person_id IS NULL)',
    },
    {
      name: 'ck_restriction_scope',
      expression: "scope IN ('facility', 'all-facilities', 'activity', 'money', 'everything')",
    },
    {
      name: 'ck_restriction_facility',
      expression: "(scope = 'facility') = (facility_id IS NOT NULL)",
    },
    { name: 'ck_restriction_effect', expression: "effect IN ('bars', 'warns')" },
    {
      name: 'ck_restriction_dates',
      expression: 'until_date IS NULL OR until_date >= from_date',
    },
  ],
  foreignKeys: [
    {
      name: 'fk_restriction_group',
      target: 'tenant_group',
      columnNames: ['group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_restriction_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_restriction_facility',
      target: 'facility',
      columnNames: ['facility_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_restriction_group', columns: ['group_id'] },
    { name: 'ix_restriction_person', columns: ['person_id'] },
  ],
});
