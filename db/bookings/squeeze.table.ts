import { EntitySchema } from 'typeorm';

/** Set-up or clear-down time that one booking gave up for another. */
export type SqueezeRow = {
  readonly id: string;
  readonly part: string;
  readonly from_booking_id: string;
  readonly for_booking_id: string;
  readonly minutes: number;
  readonly reason: string;
  readonly by_user_id: string | null;
  readonly at: string;
  /** When it no longer counted, because one of the two was moved or cancelled. */
  readonly ended_at: string | null;
};

export const squeezeTable = new EntitySchema<SqueezeRow>({
  name: 'booking_squeeze',
  tableName: 'booking_squeeze',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    part: { type: 'varchar', length: 10 },
    from_booking_id: { type: 'varchar', length: 36 },
    for_booking_id: { type: 'varchar', length: 36 },
    minutes: { type: 'integer' },
    reason: { type: 'text' },
    by_user_id: { type: 'varchar', length: 36, nullable: true },
    at: { type: 'varchar', length: 24 },
    ended_at: { type: 'varchar', length: 24, nullable: true },
  },
  foreignKeys: [
    {
      name: 'fk_booking_squeeze_from',
      target: 'booking',
      columnNames: ['from_booking_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_booking_squeeze_for',
      target: 'booking',
      columnNames: ['for_booking_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_booking_squeeze_from', columns: ['from_booking_id'] },
    { name: 'ix_booking_squeeze_for', columns: ['for_booking_id'] },
  ],
  checks: [{ name: 'ck_booking_squeeze_part', expression: "part IN ('setup', 'cleardown')" }],
});
