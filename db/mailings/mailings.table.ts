import { EntitySchema } from 'typeorm';

export type MailingRow = {
  readonly id: string;
  readonly reference: string;
  readonly subject: string;
  readonly asked_by: string;
  readonly letter_on: string;
  readonly body: string;
  readonly selection_json: string;
  readonly selection_words: string;
  readonly made_on: string;
  readonly made_at: string;
  readonly made_by: string;
  readonly taken_back_on: string | null;
  readonly version: number;
};

export const mailingTable = new EntitySchema<MailingRow>({
  name: 'mailing',
  tableName: 'mailing',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    reference: { type: 'varchar', length: 20 },
    subject: { type: 'varchar', length: 120 },
    asked_by: { type: 'varchar', length: 120 },
    letter_on: { type: 'varchar', length: 10 },
    body: { type: 'text' },
    selection_json: { type: 'text' },
    selection_words: { type: 'text' },
    made_on: { type: 'varchar', length: 10 },
    made_at: { type: 'varchar', length: 24 },
    made_by: { type: 'varchar', length: 120 },
    taken_back_on: { type: 'varchar', length: 10, nullable: true },
    version: { type: 'integer' },
  },
  uniques: [{ name: 'uq_mailing_reference', columns: ['reference'] }],
});

/** Somebody who was asked (`channel`) or left out (`left_out`), never both. */
export type MailingPersonRow = {
  readonly mailing_id: string;
  readonly person_id: string;
  readonly channel: string | null;
  readonly made_by_hand: number;
  readonly left_out: string | null;
  readonly left_out_detail: string;
  /** The last contact before this one, and the record's version after it; no version where the mailing changed none. */
  readonly contact_before: string | null;
  readonly contact_version: number | null;
};

const toMailing = (name: string) => ({
  name,
  target: 'mailing',
  columnNames: ['mailing_id'],
  referencedColumnNames: ['id'],
});
const toPerson = (name: string) => ({
  name,
  target: 'person',
  columnNames: ['person_id'],
  referencedColumnNames: ['id'],
});

export const mailingPersonTable = new EntitySchema<MailingPersonRow>({
  name: 'mailing_person',
  tableName: 'mailing_person',
  columns: {
    mailing_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_mailing_person',
    },
    person_id: {
      type: 'varchar',
      length: 36,
      primary: true,
      primaryKeyConstraintName: 'pk_mailing_person',
    },
    channel: { type: 'varchar', length: 8, nullable: true },
    made_by_hand: { type: 'integer' },
    left_out: { type: 'varchar', length: 16, nullable: true },
    left_out_detail: { type: 'varchar', length: 200 },
    contact_before: { type: 'varchar', length: 10, nullable: true },
    contact_version: { type: 'integer', nullable: true },
  },
  checks: [
    { name: 'ck_mailing_person_asked', expression: '(channel IS NULL) <> (left_out IS NULL)' },
    {
      name: 'ck_mailing_person_channel',
      expression: "channel IN ('letter', 'email', 'text', 'phone')",
    },
  ],
  foreignKeys: [toMailing('fk_mailing_person_mailing'), toPerson('fk_mailing_person_person')],
  indices: [{ name: 'ix_mailing_person_person', columns: ['person_id'] }],
});

export type MailingOutcomeRow = {
  readonly id: string;
  readonly mailing_id: string;
  readonly person_id: string;
  readonly outcome: string;
  readonly note: string;
  readonly noted_on: string;
  readonly noted_at: string;
  readonly contact_before: string | null;
  readonly contact_version: number | null;
  readonly taken_back_on: string | null;
};

export const mailingOutcomeTable = new EntitySchema<MailingOutcomeRow>({
  name: 'mailing_outcome',
  tableName: 'mailing_outcome',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    mailing_id: { type: 'varchar', length: 36 },
    person_id: { type: 'varchar', length: 36 },
    outcome: { type: 'varchar', length: 16 },
    note: { type: 'varchar', length: 500 },
    noted_on: { type: 'varchar', length: 10 },
    noted_at: { type: 'varchar', length: 24 },
    contact_before: { type: 'varchar', length: 10, nullable: true },
    contact_version: { type: 'integer', nullable: true },
    taken_back_on: { type: 'varchar', length: 10, nullable: true },
  },
  foreignKeys: [toMailing('fk_mailing_outcome_mailing'), toPerson('fk_mailing_outcome_person')],
  indices: [
    { name: 'ix_mailing_outcome_person', columns: ['person_id', 'mailing_id'] },
    { name: 'ix_mailing_outcome_mailing', columns: ['mailing_id'] },
  ],
});
