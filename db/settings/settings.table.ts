import { EntitySchema } from 'typeorm';

/** The one row about the centre itself. */
export type CentreRow = {
  readonly id: number;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly preset_id: string;
  readonly council: string;
  readonly opens_real: number;
  readonly idle_lock_minutes: number;
  readonly set_up_at: string | null;
  readonly version: number;
};

export const centreTable = new EntitySchema<CentreRow>({
  name: 'centre',
  tableName: 'centre',
  columns: {
    id: { type: 'integer', primary: true },
    name: { type: 'varchar', length: 120 },
    address: { type: 'text' },
    phone: { type: 'varchar', length: 40 },
    preset_id: { type: 'varchar', length: 40 },
    council: { type: 'varchar', length: 120 },
    opens_real: { type: 'integer' },
    idle_lock_minutes: { type: 'integer' },
    set_up_at: { type: 'varchar', length: 24, nullable: true },
    version: { type: 'integer' },
  },
});

/** A policy figure from a day on. Rows are added, never changed: last year keeps last year’s figure. */
export type ParameterValueRow = {
  readonly id: string;
  readonly name: string;
  readonly value_json: string;
  readonly as_given: string;
  readonly valid_from: string;
  readonly origin: string;
  readonly recorded_at: string;
  readonly sequence: number;
};

export const parameterValueTable = new EntitySchema<ParameterValueRow>({
  name: 'parameter_value',
  tableName: 'parameter_value',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    name: { type: 'varchar', length: 80 },
    value_json: { type: 'text' },
    as_given: { type: 'text' },
    valid_from: { type: 'varchar', length: 10 },
    origin: { type: 'varchar', length: 200 },
    recorded_at: { type: 'varchar', length: 24 },
    sequence: { type: 'integer' },
  },
  indices: [{ name: 'ix_parameter_value_name', columns: ['name', 'valid_from', 'sequence'] }],
});

/** Where a running number stands, such as the bookings of 2027. */
export type ReferenceCounterRow = {
  readonly prefix: string;
  readonly year: number;
  readonly last_number: number;
};

export const referenceCounterTable = new EntitySchema<ReferenceCounterRow>({
  name: 'reference_counter',
  tableName: 'reference_counter',
  columns: {
    prefix: { type: 'varchar', length: 8, primary: true },
    year: { type: 'integer', primary: true },
    last_number: { type: 'integer' },
  },
});
