import { EntitySchema } from 'typeorm';

export type FacilityRow = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly is_bookable: number;
  readonly capacity: number | null;
  /** Places that can be booked one by one; 1 for a room that is booked whole. */
  readonly units: number;
  /** A week of opening spans as JSON; null while nobody has said. */
  readonly hours_json: string | null;
  readonly is_active: number;
  readonly position: number;
  readonly version: number;
  readonly unit_name: string;
  /** Access features as a JSON list. */
  readonly access_json: string;
  readonly needs_approval: number;
  readonly longest_minutes: number | null;
  readonly days_ahead: number | null;
  readonly notice_open_days: number | null;
  readonly minimum_age: number | null;
  readonly directions: string;
};

export const facilityTable = new EntitySchema<FacilityRow>({
  name: 'facility',
  tableName: 'facility',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 80 },
    kind: { type: 'varchar', length: 30 },
    is_bookable: { type: 'integer' },
    capacity: { type: 'integer', nullable: true },
    units: { type: 'integer' },
    hours_json: { type: 'text', nullable: true },
    is_active: { type: 'integer' },
    position: { type: 'integer' },
    version: { type: 'integer' },
    unit_name: { type: 'varchar', length: 40, default: '' },
    access_json: { type: 'text', default: '[]' },
    needs_approval: { type: 'integer', default: 0 },
    longest_minutes: { type: 'integer', nullable: true },
    days_ahead: { type: 'integer', nullable: true },
    notice_open_days: { type: 'integer', nullable: true },
    minimum_age: { type: 'integer', nullable: true },
    directions: { type: 'text', default: '' },
  },
  uniques: [{ name: 'uq_facility_name', columns: ['name'] }],
});

/** One facility is a part of another: a half of a hall. */
export type FacilityPartRow = { readonly whole_id: string; readonly part_id: string };

export const facilityPartTable = new EntitySchema<FacilityPartRow>({
  name: 'facility_part',
  tableName: 'facility_part',
  columns: {
    whole_id: { type: 'varchar', length: 36, primary: true },
    part_id: { type: 'varchar', length: 36, primary: true },
  },
  foreignKeys: [
    {
      target: 'facility',
      columnNames: ['whole_id'],
      referencedColumnNames: ['id'],
      name: 'fk_facility_part_whole',
    },
    {
      target: 'facility',
      columnNames: ['part_id'],
      referencedColumnNames: ['id'],
      name: 'fk_facility_part_part',
    },
  ],
  indices: [{ name: 'ix_facility_part_part', columns: ['part_id'] }],
  checks: [{ name: 'ck_facility_part_differs', expression: 'whole_id <> part_id' }],
});

export type LayoutRow = {
  readonly id: string;
  readonly facility_id: string;
  readonly name: string;
  readonly capacity: number | null;
  readonly setup_minutes: number;
  readonly cleardown_minutes: number;
  readonly position: number;
  /** 0: no longer offered; bookings that have it keep it. */
  readonly is_active: number;
};

export const layoutTable = new EntitySchema<LayoutRow>({
  name: 'facility_layout',
  tableName: 'facility_layout',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    facility_id: { type: 'varchar', length: 36 },
    name: { type: 'varchar', length: 60 },
    capacity: { type: 'integer', nullable: true },
    setup_minutes: { type: 'integer' },
    cleardown_minutes: { type: 'integer' },
    position: { type: 'integer' },
    is_active: { type: 'integer' },
  },
  foreignKeys: [
    {
      target: 'facility',
      columnNames: ['facility_id'],
      referencedColumnNames: ['id'],
      name: 'fk_facility_layout_facility',
    },
  ],
  indices: [{ name: 'ix_facility_layout_facility', columns: ['facility_id'] }],
});

export type SeatRow = {
  readonly id: string;
  readonly facility_id: string;
  readonly name: string;
  readonly position: number;
  /** 0: taken away; its usage stays on record. */
  readonly is_active: number;
  readonly out_from: string | null;
  readonly out_until: string | null;
  readonly out_why: string;
};

export const seatTable = new EntitySchema<SeatRow>({
  name: 'seat',
  tableName: 'seat',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    facility_id: { type: 'varchar', length: 36 },
    name: { type: 'varchar', length: 40 },
    position: { type: 'integer' },
    is_active: { type: 'integer' },
    out_from: { type: 'varchar', length: 10, nullable: true },
    out_until: { type: 'varchar', length: 10, nullable: true },
    out_why: { type: 'varchar', length: 200 },
  },
  foreignKeys: [
    {
      target: 'facility',
      columnNames: ['facility_id'],
      referencedColumnNames: ['id'],
      name: 'fk_seat_facility',
    },
  ],
  indices: [{ name: 'ix_seat_facility', columns: ['facility_id'] }],
});
