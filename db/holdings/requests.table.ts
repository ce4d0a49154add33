import { EntitySchema } from 'typeorm';

export type CopyRequestRow = {
  readonly id: string;
  readonly kind: string;
  readonly record_id: string;
  readonly asked_on: string;
  /** By which way it came, in words. */
  readonly how: string;
  readonly due_on: string;
  readonly answered_on: string | null;
  readonly answer: string;
  readonly recorded_at: string;
  readonly recorded_by_user_id: string | null;
  readonly version: number;
};

/** Somebody asked for a copy of everything held about a person or group. It names them by number only. */
export const copyRequestTable = new EntitySchema<CopyRequestRow>({
  name: 'copy_request',
  tableName: 'copy_request',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 6 },
    record_id: { type: 'varchar', length: 36 },
    asked_on: { type: 'varchar', length: 10 },
    how: { type: 'varchar', length: 200 },
    due_on: { type: 'varchar', length: 10 },
    answered_on: { type: 'varchar', length: 10, nullable: true },
    answer: { type: 'varchar', length: 500 },
    recorded_at: { type: 'varchar', length: 24 },
    recorded_by_user_id: { type: 'varchar', length: 36, nullable: true },
    version: { type: 'integer' },
  },
  checks: [
    { name: 'ck_copy_request_kind', expression: "kind IN ('person', 'group')" },
    {
      name: 'ck_copy_request_answered',
      expression: 'answered_on IS NULL OR answered_on >= asked_on',
    },
  ],
  indices: [{ name: 'ix_copy_request_record', columns: ['kind', 'record_id'] }],
});

export type CopyRequestStopRow = {
  readonly request_id: string;
  readonly position: number;
  readonly from_date: string;
  readonly reason: string;
  readonly resumed_on: string | null;
};

/** A time in which the month did not run, because something was asked back. */
export const copyRequestStopTable = new EntitySchema<CopyRequestStopRow>({
  name: 'copy_request_stop',
  tableName: 'copy_request_stop',
  columns: {
    request_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_copy_request_stop',
    },
    position: { type: 'integer', primary: true, primaryKeyConstraintName: 'pk_copy_request_stop' },
    from_date: { type: 'varchar', length: 10 },
    reason: { type: 'varchar', length: 500 },
    resumed_on: { type: 'varchar', length: 10, nullable: true },
  },
  checks: [
    {
      name: 'ck_copy_request_stop_days',
      expression: 'resumed_on IS NULL OR resumed_on >= from_date',
    },
  ],
  foreignKeys: [
    {
      name: 'fk_copy_request_stop_request',
      target: 'copy_request',
      columnNames: ['request_id'],
      referencedColumnNames: ['id'],
    },
  ],
});

export type LegalHoldRow = {
  readonly id: string;
  /** 'person', 'group' or 'year'; a financial year by its name: '2026/27'. */
  readonly kind: string;
  readonly record_id: string;
  readonly reason: string;
  readonly from_date: string;
  readonly recorded_at: string;
  readonly recorded_by_user_id: string | null;
  readonly lifted_on: string | null;
  readonly lifted_why: string;
  readonly lifted_by_user_id: string | null;
};

/** Nothing about this person or group, or of this financial year, may be erased while it stands. */
export const legalHoldTable = new EntitySchema<LegalHoldRow>({
  name: 'legal_hold',
  tableName: 'legal_hold',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 6 },
    record_id: { type: 'varchar', length: 36 },
    reason: { type: 'varchar', length: 500 },
    from_date: { type: 'varchar', length: 10 },
    recorded_at: { type: 'varchar', length: 24 },
    recorded_by_user_id: { type: 'varchar', length: 36, nullable: true },
    lifted_on: { type: 'varchar', length: 10, nullable: true },
    lifted_why: { type: 'varchar', length: 500 },
    lifted_by_user_id: { type: 'varchar', length: 36, nullable: true },
  },
  checks: [{ name: 'ck_legal_hold_kind', expression: "kind IN ('person', 'group', 'year')" }],
  indices: [{ name: 'ix_legal_hold_record', columns: ['kind', 'record_id'] }],
});
