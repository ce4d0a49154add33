import { EntitySchema } from 'typeorm';

export type ActivityRow = {
  readonly id: string;
  readonly reference: string;
  readonly title: string;
  readonly kind: string;
  /** The group that leads it; null: the council does. */
  readonly group_id: string | null;
  /** Null where a booking says when and where. */
  readonly booking_id: string | null;
  readonly on_date: string | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly venue: string;
  readonly is_full_day: number;
  readonly is_lunch_provided: number;
  readonly is_transport_provided: number;
  readonly is_funded: number;
  readonly notes: string;
  readonly cancelled_at: string | null;
  readonly cancel_reason: string;
  /** When the register was said to be complete, and by whom. */
  readonly closed_at: string | null;
  readonly closed_by_user_id: string | null;
  readonly recorded_at: string;
  readonly version: number;
};

const to = (column: string, target: string) => ({
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
});

export const activityTable = new EntitySchema<ActivityRow>({
  name: 'activity',
  tableName: 'activity',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    title: { type: 'varchar', length: 160 },
    kind: { type: 'varchar', length: 60 },
    group_id: { type: 'varchar', length: 36, nullable: true },
    booking_id: { type: 'varchar', length: 36, nullable: true },
    on_date: { type: 'varchar', length: 10, nullable: true },
    starts_at: { type: 'varchar', length: 5, nullable: true },
    ends_at: { type: 'varchar', length: 5, nullable: true },
    venue: { type: 'varchar', length: 160 },
    is_full_day: { type: 'integer' },
    is_lunch_provided: { type: 'integer' },
    is_transport_provided: { type: 'integer' },
    is_funded: { type: 'integer' },
    notes: { type: 'text' },
    cancelled_at: { type: 'varchar', length: 24, nullable: true },
    cancel_reason: { type: 'varchar', length: 500 },
    closed_at: { type: 'varchar', length: 24, nullable: true },
    closed_by_user_id: { type: 'varchar', length: 36, nullable: true },
    recorded_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_activity_reference', columns: ['reference'] }],
  indices: [
    { name: 'ix_activity_group', columns: ['group_id'] },
    { name: 'ix_activity_booking', columns: ['booking_id'] },
    { name: 'ix_activity_day', columns: ['on_date'] },
  ],
  checks: [
    { name: 'ck_activity_when', expression: `(booking_id IS NULL) = (on_date IS NOT NULL)` },
    {
      name: 'ck_activity_times',
      expression: `ends_at IS NULL OR (starts_at IS NOT NULL AND ends_at > starts_at)`,
    },
    {
      name: 'ck_activity_booked',
      expression: `booking_id IS NULL OR (starts_at IS NULL AND venue = '')`,
    },
    { name: 'ck_activity_cancelled', expression: `cancelled_at IS NOT NULL OR cancel_reason = ''` },
  ],
  foreignKeys: [
    { name: 'fk_activity_group', ...to('group_id', 'tenant_group') },
    { name: 'fk_activity_booking', ...to('booking_id', 'booking') },
    { name: 'fk_activity_closed_by', ...to('closed_by_user_id', 'app_user') },
  ],
});

export type RegisterLineRow = {
  readonly id: string;
  readonly activity_id: string;
  readonly number: number;
  /** Null for a name alone, and for somebody whose record was erased. */
  readonly person_id: string | null;
  readonly name: string;
  readonly tenure: string | null;
  /** Ids of the groups they come for; an empty list: for themself. */
  readonly groups_json: string;
  readonly standing: string;
  readonly is_first_time: number;
  readonly arrived_at: string | null;
  readonly left_at: string | null;
  readonly wants_to_claim: number;
  /** Taken off the register again; kept, because nothing is deleted. */
  readonly is_taken_off: number;
  readonly recorded_at: string;
  readonly version: number;
};

export const registerLineTable = new EntitySchema<RegisterLineRow>({
  name: 'register_line',
  tableName: 'register_line',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    activity_id: { type: 'varchar', length: 36 },
    number: { type: 'integer' },
    person_id: { type: 'varchar', length: 36, nullable: true },
    name: { type: 'varchar', length: 120 },
    tenure: { type: 'varchar', length: 20, nullable: true },
    groups_json: { type: 'text' },
    standing: { type: 'varchar', length: 12 },
    is_first_time: { type: 'integer' },
    arrived_at: { type: 'varchar', length: 5, nullable: true },
    left_at: { type: 'varchar', length: 5, nullable: true },
    wants_to_claim: { type: 'integer' },
    is_taken_off: { type: 'integer' },
    recorded_at: { type: 'varchar', length: 24 },
    version: { type: 'integer' },
  },
  uniques: [
    { name: 'uq_register_line_number', columns: ['activity_id', 'number'] },
    // One line for each person, however many groups they come for, so that they are counted once.
    { name: 'uq_register_line_person', columns: ['activity_id', 'person_id'] },
  ],
  indices: [{ name: 'ix_register_line_person', columns: ['person_id'] }],
  checks: [
    { name: 'ck_register_line_who', expression: `person_id IS NULL OR name = ''` },
    {
      name: 'ck_register_line_standing',
      expression: `standing IN ('expected', 'came', 'apologies')`,
    },
    {
      name: 'ck_register_line_times',
      expression: `standing = 'came' OR (arrived_at IS NULL AND left_at IS NULL)`,
    },
  ],
  foreignKeys: [
    { name: 'fk_register_line_activity', ...to('activity_id', 'activity') },
    { name: 'fk_register_line_person', ...to('person_id', 'person') },
  ],
});
