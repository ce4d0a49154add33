import { EntitySchema } from 'typeorm';

export type ErasureRow = {
  readonly id: string;
  readonly kind: string;
  readonly record_id: string;
  readonly reason: string;
  /** 'waiting' until its day, then 'erased', unless it was 'taken-back' before. */
  readonly state: string;
  readonly confirmed_on: string;
  readonly confirmed_by_user_id: string | null;
  /** The day on which the daily round erases; until the day before it can be taken back. */
  readonly due_on: string;
  readonly settled_on: string | null;
  /** What stayed, why and until when. */
  readonly kept_json: string;
  /** The last day of what stayed; on the next the round erases again. */
  readonly kept_until: string | null;
  /** Contacts of a group, kept aside while the erasure can be taken back; empty afterwards. */
  readonly set_aside_json: string;
  /** When the file was written anew without what was erased; null until then. */
  readonly swept_at: string | null;
};

/** An erasure that a manager confirmed. It names the record by number only. */
export const erasureTable = new EntitySchema<ErasureRow>({
  name: 'erasure',
  tableName: 'erasure',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 6 },
    record_id: { type: 'varchar', length: 36 },
    reason: { type: 'varchar', length: 500 },
    state: { type: 'varchar', length: 10 },
    confirmed_on: { type: 'varchar', length: 10 },
    confirmed_by_user_id: { type: 'varchar', length: 36, nullable: true },
    due_on: { type: 'varchar', length: 10 },
    settled_on: { type: 'varchar', length: 10, nullable: true },
    kept_json: { type: 'text' },
    kept_until: { type: 'varchar', length: 10, nullable: true },
    set_aside_json: { type: 'text' },
    swept_at: { type: 'varchar', length: 24, nullable: true },
  },
  checks: [
    { name: 'ck_erasure_kind', expression: "kind IN ('person', 'group')" },
    { name: 'ck_erasure_state', expression: "state IN ('waiting', 'taken-back', 'erased')" },
    { name: 'ck_erasure_settled', expression: "(state = 'waiting') = (settled_on IS NULL)" },
  ],
  indices: [
    { name: 'ix_erasure_record', columns: ['kind', 'record_id'] },
    {
      name: 'uq_erasure_waiting',
      columns: ['kind', 'record_id'],
      unique: true,
      where: "state = 'waiting'",
    },
  ],
});

export type RetentionLengthRow = {
  readonly record_type: string;
  readonly amount: number;
  readonly set_at: string;
  readonly set_by_user_id: string | null;
};

/** How long a kind of record is kept, where the council goes by another length than the usual one. */
export const retentionLengthTable = new EntitySchema<RetentionLengthRow>({
  name: 'retention_length',
  tableName: 'retention_length',
  columns: {
    record_type: { type: 'varchar', length: 30, primary: true },
    amount: { type: 'integer' },
    set_at: { type: 'varchar', length: 24 },
    set_by_user_id: { type: 'varchar', length: 36, nullable: true },
  },
  checks: [{ name: 'ck_retention_length_amount', expression: 'amount BETWEEN 0 AND 400' }],
});

export type RetentionLineRow = {
  readonly record_type: string;
  readonly row_id: string;
  readonly confirmed_on: string;
  readonly confirmed_by_user_id: string | null;
  readonly due_on: string;
};

/** A record past its time that a manager confirmed; the daily round settles it on its day. */
export const retentionLineTable = new EntitySchema<RetentionLineRow>({
  name: 'retention_line',
  tableName: 'retention_line',
  columns: {
    record_type: {
      type: 'varchar',
      length: 30,
      primary: true,
      primaryKeyConstraintName: 'pk_retention_line',
    },
    row_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_retention_line',
    },
    confirmed_on: { type: 'varchar', length: 10 },
    confirmed_by_user_id: { type: 'varchar', length: 36, nullable: true },
    due_on: { type: 'varchar', length: 10 },
  },
  indices: [{ name: 'ix_retention_line_due', columns: ['due_on'] }],
});
