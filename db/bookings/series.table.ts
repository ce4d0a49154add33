import { EntitySchema } from 'typeorm';

/** A series as it was asked for: its rule, its end, and what each of its bookings starts with. */
export type SeriesRow = {
  readonly id: string;
  readonly reference: string;
  /** The repetition as an RFC 5545 rule. */
  readonly rule: string;
  readonly repeat_json: string;
  readonly end_json: string;
  readonly on_closed_day: string;
  readonly details_json: string;
  readonly requested_at: string;
  readonly taken_by_user_id: string | null;
  readonly version: number;
};

export const seriesTable = new EntitySchema<SeriesRow>({
  name: 'booking_series',
  tableName: 'booking_series',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    rule: { type: 'text' },
    repeat_json: { type: 'text' },
    end_json: { type: 'text' },
    on_closed_day: { type: 'varchar', length: 10 },
    details_json: { type: 'text' },
    requested_at: { type: 'varchar', length: 24 },
    taken_by_user_id: { type: 'varchar', length: 36, nullable: true },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_booking_series_reference', columns: ['reference'] }],
  checks: [
    {
      name: 'ck_booking_series_closed',
      expression: "on_closed_day IN ('skip', 'next-open', 'keep')",
    },
  ],
});
