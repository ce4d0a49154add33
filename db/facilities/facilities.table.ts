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
  },
  uniques: [{ name: 'uq_facility_name', columns: ['name'] }],
});
