import { EntitySchema } from 'typeorm';

/** `held_from` to `held_until` is what the database guards: the use time with set-up before it and clear-down after it. */
export type BookingRow = {
  readonly id: string;
  readonly reference: string;
  readonly facility_id: string;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly held_from: string;
  readonly held_until: string;
  readonly units: number;
  readonly status: string;
  readonly group_id: string | null;
  readonly person_id: string | null;
  readonly responsible_person_id: string;
  readonly purpose: string;
  readonly expected_number: number | null;
  readonly needs: string;
  readonly notes: string;
  readonly is_out_of_hours: number;
  readonly requested_at: string;
  readonly taken_by_user_id: string | null;
  readonly cancelled_at: string | null;
  readonly cancelled_by_user_id: string | null;
  readonly cancel_reason: string;
  readonly version: number;
  readonly layout_id: string | null;
  readonly setup_minutes: number;
  readonly cleardown_minutes: number;
  readonly is_late_cancellation: number;
  readonly lapses_on: string | null;
  readonly offer_until: string | null;
  readonly series_id: string | null;
  readonly original_date: string | null;
  /** A list of access features as JSON. */
  readonly access_needs_json: string;
  readonly creche_places: number;
  /** A list of things and how many of each, as JSON. */
  readonly things_wanted_json: string;
  readonly keyholder: string;
  readonly hours_reason: string;
  readonly late_entry_reason: string;
  readonly may_show_name: number;
  readonly checked_in_at: string | null;
  readonly checked_out_at: string | null;
  readonly headcount: number | null;
  readonly is_no_show: number;
  /** The state it had when it was cancelled, which taking the cancellation back restores. */
  readonly cancelled_from: string | null;
};

export const bookingTable = new EntitySchema<BookingRow>({
  name: 'booking',
  tableName: 'booking',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    facility_id: { type: 'varchar', length: 36 },
    starts_at: { type: 'varchar', length: 16 },
    ends_at: { type: 'varchar', length: 16 },
    held_from: { type: 'varchar', length: 16 },
    held_until: { type: 'varchar', length: 16 },
    units: { type: 'integer' },
    status: { type: 'varchar', length: 12 },
    group_id: { type: 'varchar', length: 36, nullable: true },
    person_id: { type: 'varchar', length: 36, nullable: true },
    responsible_person_id: { type: 'varchar', length: 36 },
    purpose: { type: 'varchar', length: 40 },
    expected_number: { type: 'integer', nullable: true },
    needs: { type: 'text' },
    notes: { type: 'text' },
    is_out_of_hours: { type: 'integer' },
    requested_at: { type: 'varchar', length: 24 },
    taken_by_user_id: { type: 'varchar', length: 36, nullable: true },
    cancelled_at: { type: 'varchar', length: 24, nullable: true },
    cancelled_by_user_id: { type: 'varchar', length: 36, nullable: true },
    cancel_reason: { type: 'text' },
    version: { type: 'integer' },
    layout_id: { type: 'varchar', length: 36, nullable: true },
    setup_minutes: { type: 'integer', default: 0 },
    cleardown_minutes: { type: 'integer', default: 0 },
    is_late_cancellation: { type: 'integer', default: 0 },
    lapses_on: { type: 'varchar', length: 10, nullable: true },
    offer_until: { type: 'varchar', length: 24, nullable: true },
    series_id: { type: 'varchar', length: 36, nullable: true },
    original_date: { type: 'varchar', length: 10, nullable: true },
    access_needs_json: { type: 'text', default: '[]' },
    creche_places: { type: 'integer', default: 0 },
    things_wanted_json: { type: 'text', default: '[]' },
    keyholder: { type: 'varchar', length: 120, default: '' },
    hours_reason: { type: 'text', default: '' },
    late_entry_reason: { type: 'text', default: '' },
    may_show_name: { type: 'integer', default: 0 },
    checked_in_at: { type: 'varchar', length: 24, nullable: true },
    checked_out_at: { type: 'varchar', length: 24, nullable: true },
    headcount: { type: 'integer', nullable: true },
    is_no_show: { type: 'integer', default: 0 },
    cancelled_from: { type: 'varchar', length: 12, nullable: true },
  },
  uniques: [
    { name: 'uq_booking_reference', columns: ['reference'] },
    { name: 'uq_booking_series_date', columns: ['series_id', 'original_date'] },
  ],
  foreignKeys: [
    {
      name: 'fk_booking_facility',
      target: 'facility',
      columnNames: ['facility_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_booking_group',
      target: 'tenant_group',
      columnNames: ['group_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_booking_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_booking_responsible_person',
      target: 'person',
      columnNames: ['responsible_person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_booking_layout',
      target: 'facility_layout',
      columnNames: ['layout_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_booking_series',
      target: 'booking_series',
      columnNames: ['series_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [
    { name: 'ix_booking_facility_held', columns: ['facility_id', 'held_from'] },
    { name: 'ix_booking_held', columns: ['held_from', 'facility_id'] },
    { name: 'ix_booking_group', columns: ['group_id', 'starts_at'] },
    { name: 'ix_booking_person', columns: ['person_id', 'starts_at'] },
    { name: 'ix_booking_responsible', columns: ['responsible_person_id', 'starts_at'] },
    { name: 'ix_booking_series', columns: ['series_id', 'original_date'] },
    {
      name: 'ix_booking_undecided',
      columns: ['requested_at'],
      where: "status IN ('provisional', 'requested', 'offered')",
    },
  ],
  checks: [
    { name: 'ck_booking_ends_after_start', expression: 'ends_at > starts_at' },
    {
      name: 'ck_booking_held_covers_use',
      expression: 'held_from <= starts_at AND held_until >= ends_at',
    },
    {
      name: 'ck_booking_held_two_days',
      expression: 'julianday(held_until) - julianday(held_from) <= 2',
    },
    { name: 'ck_booking_one_booker', expression: '(group_id IS NULL) <> (person_id IS NULL)' },
    {
      name: 'ck_booking_status',
      expression:
        "status IN ('provisional', 'requested', 'offered', 'confirmed', 'cancelled', 'refused', 'lapsed')",
    },
    { name: 'ck_booking_units', expression: 'units >= 1' },
    {
      name: 'ck_booking_lapses',
      expression: "status <> 'provisional' OR lapses_on IS NOT NULL",
    },
    { name: 'ck_booking_offer', expression: "status <> 'offered' OR offer_until IS NOT NULL" },
    {
      name: 'ck_booking_checked',
      expression: 'checked_out_at IS NULL OR checked_in_at IS NOT NULL',
    },
    {
      name: 'ck_booking_series',
      expression: '(series_id IS NULL) = (original_date IS NULL)',
    },
  ],
});
