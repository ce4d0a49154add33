import { EntitySchema } from 'typeorm';

/** A time somebody waits for; those that were settled stay on record. */
export type WaitingRow = {
  readonly id: string;
  readonly kind: string;
  readonly facility_id: string | null;
  readonly date: string;
  readonly from_time: string;
  readonly until_time: string;
  readonly units: number;
  readonly group_id: string | null;
  readonly person_id: string | null;
  readonly responsible_person_id: string;
  readonly purpose: string;
  readonly expected_number: number | null;
  /** What else the booking is to hold when it is offered, as JSON. */
  readonly details_json: string;
  readonly series_id: string | null;
  readonly original_date: string | null;
  readonly why: string;
  readonly requested_at: string;
  readonly state: string;
  readonly booking_id: string | null;
  readonly offer_until: string | null;
  readonly settled_why: string;
  readonly version: number;
};

const references = (name: string, column: string, target: string) => ({
  name: `fk_waiting_${name}`,
  target,
  columnNames: [column],
  referencedColumnNames: ['id'],
});

export const waitingTable = new EntitySchema<WaitingRow>({
  name: 'waiting',
  tableName: 'waiting',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    kind: { type: 'varchar', length: 12 },
    facility_id: { type: 'varchar', length: 36, nullable: true },
    date: { type: 'varchar', length: 10 },
    from_time: { type: 'varchar', length: 5 },
    until_time: { type: 'varchar', length: 5 },
    units: { type: 'integer' },
    group_id: { type: 'varchar', length: 36, nullable: true },
    person_id: { type: 'varchar', length: 36, nullable: true },
    responsible_person_id: { type: 'varchar', length: 36 },
    purpose: { type: 'varchar', length: 40 },
    expected_number: { type: 'integer', nullable: true },
    details_json: { type: 'text' },
    series_id: { type: 'varchar', length: 36, nullable: true },
    original_date: { type: 'varchar', length: 10, nullable: true },
    why: { type: 'text' },
    requested_at: { type: 'varchar', length: 24 },
    state: { type: 'varchar', length: 10 },
    booking_id: { type: 'varchar', length: 36, nullable: true },
    offer_until: { type: 'varchar', length: 24, nullable: true },
    settled_why: { type: 'text' },
    version: { type: 'integer' },
  },
  foreignKeys: [
    references('facility', 'facility_id', 'facility'),
    references('group', 'group_id', 'tenant_group'),
    references('person', 'person_id', 'person'),
    references('responsible_person', 'responsible_person_id', 'person'),
    references('series', 'series_id', 'booking_series'),
    references('booking', 'booking_id', 'booking'),
  ],
  indices: [
    { name: 'ix_waiting_state', columns: ['state', 'date'] },
    { name: 'ix_waiting_series', columns: ['series_id'] },
  ],
  checks: [
    { name: 'ck_waiting_kind', expression: "kind IN ('waiting', 'still-wanted')" },
    {
      name: 'ck_waiting_state',
      expression: "state IN ('waiting', 'offered', 'booked', 'withdrawn', 'passed')",
    },
    { name: 'ck_waiting_one_booker', expression: '(group_id IS NULL) <> (person_id IS NULL)' },
  ],
});
