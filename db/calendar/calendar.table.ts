import { EntitySchema } from 'typeorm';

export type ClosureRow = {
  readonly id: string;
  readonly name: string;
  readonly effect: string;
  readonly first_date: string;
  readonly last_date: string;
  /** Null is the whole centre. */
  readonly facility_id: string | null;
  /** Null, both, is the whole day. */
  readonly from_time: string | null;
  readonly until_time: string | null;
  readonly is_non_working: number;
  readonly is_withdrawn: number;
  readonly recorded_at: string;
  readonly recorded_by_user_id: string | null;
  readonly version: number;
};

export const closureTable = new EntitySchema<ClosureRow>({
  name: 'closure',
  tableName: 'closure',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 120 },
    effect: { type: 'varchar', length: 8 },
    first_date: { type: 'varchar', length: 10 },
    last_date: { type: 'varchar', length: 10 },
    facility_id: { type: 'varchar', length: 36, nullable: true },
    from_time: { type: 'varchar', length: 5, nullable: true },
    until_time: { type: 'varchar', length: 5, nullable: true },
    is_non_working: { type: 'integer' },
    is_withdrawn: { type: 'integer' },
    recorded_at: { type: 'varchar', length: 24 },
    recorded_by_user_id: { type: 'varchar', length: 36, nullable: true },
    version: { type: 'integer' },
  },
  foreignKeys: [
    {
      name: 'fk_closure_facility',
      target: 'facility',
      columnNames: ['facility_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_closure_last_date', columns: ['last_date'] }],
  checks: [
    { name: 'ck_closure_effect', expression: "effect IN ('closed', 'open')" },
    { name: 'ck_closure_dates', expression: 'last_date >= first_date' },
    { name: 'ck_closure_times', expression: '(from_time IS NULL) = (until_time IS NULL)' },
  ],
});
