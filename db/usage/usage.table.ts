import { EntitySchema } from 'typeorm';

/** One use without a booking; `ended_at` is null while the session is open. */
export type UsageRow = {
  readonly id: string;
  readonly facility_id: string;
  readonly seat_id: string | null;
  readonly person_id: string;
  readonly group_id: string | null;
  readonly purpose: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly copies: number;
  readonly colour_copies: number;
  readonly accompanied_by: string;
  readonly notes: string;
  readonly withdrawn_why: string;
  readonly recorded_at: string;
  readonly recorded_by_user_id: string | null;
  readonly version: number;
};

const pointsTo = (name: string, target: string, column: string) => ({
  name,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
});

export const usageTable = new EntitySchema<UsageRow>({
  name: 'usage_entry',
  tableName: 'usage_entry',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    facility_id: { type: 'varchar', length: 36 },
    seat_id: { type: 'varchar', length: 36, nullable: true },
    person_id: { type: 'varchar', length: 36 },
    group_id: { type: 'varchar', length: 36, nullable: true },
    purpose: { type: 'varchar', length: 200 },
    started_at: { type: 'varchar', length: 16 },
    ended_at: { type: 'varchar', length: 16, nullable: true },
    copies: { type: 'integer' },
    colour_copies: { type: 'integer' },
    accompanied_by: { type: 'varchar', length: 120 },
    notes: { type: 'text' },
    withdrawn_why: { type: 'text' },
    recorded_at: { type: 'varchar', length: 24 },
    recorded_by_user_id: { type: 'varchar', length: 36, nullable: true },
    version: { type: 'integer' },
  },
  foreignKeys: [
    pointsTo('fk_usage_entry_facility', 'facility', 'facility_id'),
    pointsTo('fk_usage_entry_seat', 'seat', 'seat_id'),
    pointsTo('fk_usage_entry_person', 'person', 'person_id'),
    pointsTo('fk_usage_entry_group', 'tenant_group', 'group_id'),
  ],
  indices: [
    { name: 'ix_usage_entry_facility', columns: ['facility_id', 'started_at'] },
    { name: 'ix_usage_entry_started', columns: ['started_at', 'id'] },
    { name: 'ix_usage_entry_group', columns: ['group_id', 'started_at'] },
    { name: 'ix_usage_entry_person', columns: ['person_id', 'started_at'] },
    {
      name: 'uq_usage_entry_open_seat',
      columns: ['seat_id'],
      unique: true,
      where: `"ended_at" IS NULL AND "withdrawn_why" = ''`,
    },
  ],
  checks: [
    { name: 'ck_usage_entry_ends', expression: 'ended_at IS NULL OR ended_at >= started_at' },
    {
      name: 'ck_usage_entry_copies',
      expression: 'copies >= 0 AND colour_copies BETWEEN 0 AND copies',
    },
  ],
});

/** An allowance from one day to another; one that was replaced on its first day ends before it begins. */
export type AllowanceRow = {
  readonly id: string;
  readonly facility_id: string;
  readonly per: string;
  readonly unit: string;
  readonly amount: number;
  readonly period: string;
  readonly valid_from: string;
  readonly valid_until: string | null;
  readonly recorded_at: string;
};

export const allowanceTable = new EntitySchema<AllowanceRow>({
  name: 'usage_allowance',
  tableName: 'usage_allowance',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    facility_id: { type: 'varchar', length: 36 },
    per: { type: 'varchar', length: 10 },
    unit: { type: 'varchar', length: 20 },
    amount: { type: 'integer' },
    period: { type: 'varchar', length: 10 },
    valid_from: { type: 'varchar', length: 10 },
    valid_until: { type: 'varchar', length: 10, nullable: true },
    recorded_at: { type: 'varchar', length: 24 },
  },
  foreignKeys: [pointsTo('fk_usage_allowance_facility', 'facility', 'facility_id')],
  indices: [{ name: 'ix_usage_allowance_facility', columns: ['facility_id', 'valid_from'] }],
  checks: [
    { name: 'ck_usage_allowance_per', expression: "per IN ('group', 'person')" },
    {
      name: 'ck_usage_allowance_unit',
      expression: "unit IN ('booked-minutes', 'session-minutes', 'copies')",
    },
    { name: 'ck_usage_allowance_period', expression: "period IN ('month', 'quarter', 'year')" },
    { name: 'ck_usage_allowance_amount', expression: 'amount > 0' },
  ],
});
