import { EntitySchema } from 'typeorm';

export type PersonRecordRow = {
  readonly person_id: string;
  readonly email: string;
  /** In small letters, so that an address finds the person however it was typed. */
  readonly folded_email: string;
  readonly text_phone: string;
  readonly text_phone_digits: string;
  readonly address: string;
  readonly postcode: string;
  readonly area_id: string | null;
  readonly scheme_id: string | null;
  readonly channels_json: string;
  readonly access_needs: string;
  readonly format_need: string;
  readonly language_need: string;
  readonly needs_interpreter: number;
  readonly needs_transport: number;
  /** Filled for the members of the Sounding Board and for nobody else. */
  readonly joined_on: string | null;
  readonly heard_how: string;
  readonly hours_per_month: number | null;
  readonly no_meetings: number;
  readonly last_contacted_on: string | null;
  readonly not_involved_since: string | null;
  readonly is_council_staff: number;
  readonly is_under_18: number;
  readonly guardian_name: string;
  readonly guardian_phone: string;
  readonly guardian_consent_on: string | null;
  readonly last_confirmed_on: string | null;
};

const toPerson = {
  name: 'fk_person_record_person',
  target: 'person',
  columnNames: ['person_id'],
  referencedColumnNames: ['id'],
};
const toArea = (name: string, column: string) => ({
  name,
  target: 'area',
  columnNames: [column],
  referencedColumnNames: ['id'],
});

export const personRecordTable = new EntitySchema<PersonRecordRow>({
  name: 'person_record',
  tableName: 'person_record',
  columns: {
    person_id: { type: 'varchar', length: 36, primary: true },
    email: { type: 'varchar', length: 254 },
    folded_email: { type: 'varchar', length: 254 },
    text_phone: { type: 'varchar', length: 40 },
    text_phone_digits: { type: 'varchar', length: 40 },
    address: { type: 'text' },
    postcode: { type: 'varchar', length: 12 },
    area_id: { type: 'varchar', length: 36, nullable: true },
    scheme_id: { type: 'varchar', length: 36, nullable: true },
    channels_json: { type: 'text' },
    access_needs: { type: 'text' },
    format_need: { type: 'varchar', length: 16 },
    language_need: { type: 'varchar', length: 60 },
    needs_interpreter: { type: 'integer' },
    needs_transport: { type: 'integer' },
    joined_on: { type: 'varchar', length: 10, nullable: true },
    heard_how: { type: 'varchar', length: 120 },
    hours_per_month: { type: 'integer', nullable: true },
    no_meetings: { type: 'integer' },
    last_contacted_on: { type: 'varchar', length: 10, nullable: true },
    not_involved_since: { type: 'varchar', length: 10, nullable: true },
    is_council_staff: { type: 'integer' },
    is_under_18: { type: 'integer' },
    guardian_name: { type: 'varchar', length: 120 },
    guardian_phone: { type: 'varchar', length: 40 },
    guardian_consent_on: { type: 'varchar', length: 10, nullable: true },
    last_confirmed_on: { type: 'varchar', length: 10, nullable: true },
  },
  checks: [
    {
      name: 'ck_person_record_not_involved',
      expression: 'joined_on IS NULL OR not_involved_since IS NULL',
    },
  ],
  foreignKeys: [
    toPerson,
    toArea('fk_person_record_area', 'area_id'),
    toArea('fk_person_record_scheme', 'scheme_id'),
  ],
  indices: [
    { name: 'ix_person_record_area', columns: ['area_id'] },
    { name: 'ix_person_record_scheme', columns: ['scheme_id'] },
    { name: 'ix_person_record_joined', columns: ['joined_on'] },
    { name: 'ix_person_record_text_phone', columns: ['text_phone_digits', 'person_id'] },
  ],
});

export type PersonInterestRow = {
  readonly person_id: string;
  readonly position: number;
  readonly service_area: string;
  readonly folded_area: string;
  readonly methods_json: string;
};

export const personInterestTable = new EntitySchema<PersonInterestRow>({
  name: 'person_interest',
  tableName: 'person_interest',
  columns: {
    person_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_person_interest',
    },
    position: {
      type: 'integer',
      primary: true,
      primaryKeyConstraintName: 'pk_person_interest',
    },
    service_area: { type: 'varchar', length: 60 },
    folded_area: { type: 'varchar', length: 80 },
    methods_json: { type: 'text' },
  },
  foreignKeys: [{ ...toPerson, name: 'fk_person_interest_person' }],
  indices: [{ name: 'ix_person_interest_area', columns: ['folded_area', 'person_id'] }],
});
