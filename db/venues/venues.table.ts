import { EntitySchema } from 'typeorm';

export type VenueRow = {
  readonly id: string;
  readonly name: string;
  /** The lines of the address as a JSON list. */
  readonly address_json: string;
  readonly managed_by: string;
  readonly group_id: string | null;
  /** Access features as a JSON list. */
  readonly access_json: string;
  readonly conditions: string;
  readonly is_active: number;
  readonly version: number;
};

export const venueTable = new EntitySchema<VenueRow>({
  name: 'venue',
  tableName: 'venue',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 120 },
    address_json: { type: 'text' },
    managed_by: { type: 'varchar', length: 8 },
    group_id: { type: 'varchar', length: 36, nullable: true },
    access_json: { type: 'text' },
    conditions: { type: 'text' },
    is_active: { type: 'integer' },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_venue_name', columns: ['name'] }],
  foreignKeys: [
    {
      name: 'fk_venue_group',
      target: 'tenant_group',
      columnNames: ['group_id'],
      referencedColumnNames: ['id'],
    },
  ],
  checks: [{ name: 'ck_venue_managed_by', expression: "managed_by IN ('council', 'group')" }],
});

export type CouncilAccessRow = {
  readonly id: string;
  readonly venue_id: string;
  readonly at: string;
  readonly officer: string;
  readonly reason: string;
  readonly notes: string;
  readonly committee_told_on: string | null;
  readonly recorded_at: string;
};

export const councilAccessTable = new EntitySchema<CouncilAccessRow>({
  name: 'council_access',
  tableName: 'council_access',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    venue_id: { type: 'varchar', length: 36 },
    at: { type: 'varchar', length: 16 },
    officer: { type: 'varchar', length: 120 },
    reason: { type: 'varchar', length: 20 },
    notes: { type: 'text' },
    committee_told_on: { type: 'varchar', length: 10, nullable: true },
    recorded_at: { type: 'varchar', length: 24 },
  },
  foreignKeys: [
    {
      name: 'fk_council_access_venue',
      target: 'venue',
      columnNames: ['venue_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_council_access_venue', columns: ['venue_id', 'at'] }],
});

export type KeyHoldingRow = {
  readonly id: string;
  readonly key_name: string;
  readonly person_id: string;
  readonly group_id: string | null;
  readonly held_since: string;
  readonly returned_on: string | null;
  readonly notes: string;
  readonly version: number;
};

export const keyHoldingTable = new EntitySchema<KeyHoldingRow>({
  name: 'key_holding',
  tableName: 'key_holding',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    key_name: { type: 'varchar', length: 60 },
    person_id: { type: 'varchar', length: 36 },
    held_since: { type: 'varchar', length: 10 },
    returned_on: { type: 'varchar', length: 10, nullable: true },
    notes: { type: 'text' },
    version: { type: 'integer' },
    group_id: { type: 'varchar', length: 36, nullable: true },
  },
  foreignKeys: [
    {
      name: 'fk_key_holding_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
    {
      name: 'fk_key_holding_group',
      target: 'tenant_group',
      columnNames: ['group_id'],
      referencedColumnNames: ['id'],
    },
  ],
  // One key has one holder at a time, however its tag is spelt: the file's own index minds neither case.
  indices: [
    {
      name: 'uq_key_holding_open',
      columns: ['key_name'],
      unique: true,
      where: 'returned_on IS NULL',
    },
  ],
  checks: [
    {
      name: 'ck_key_holding_returned',
      expression: 'returned_on IS NULL OR returned_on >= held_since',
    },
  ],
});
