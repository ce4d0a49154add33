import { EntitySchema } from 'typeorm';

export type PersonConsentRow = {
  readonly id: string;
  readonly person_id: string;
  readonly purpose: string;
  readonly what: string;
  readonly with_whom: string;
  readonly given_on: string;
  /** Last day, included; null until it is withdrawn. */
  readonly until_date: string | null;
  readonly how: string;
  readonly withdrawn_on: string | null;
  readonly recorded_at: string;
};

export const personConsentTable = new EntitySchema<PersonConsentRow>({
  name: 'person_consent',
  tableName: 'person_consent',
  columns: {
    id: { type: 'varchar', length: 36, primary: true },
    person_id: { type: 'varchar', length: 36 },
    purpose: { type: 'varchar', length: 20 },
    what: { type: 'varchar', length: 200 },
    with_whom: { type: 'varchar', length: 200 },
    given_on: { type: 'varchar', length: 10 },
    until_date: { type: 'varchar', length: 10, nullable: true },
    how: { type: 'varchar', length: 8 },
    withdrawn_on: { type: 'varchar', length: 10, nullable: true },
    recorded_at: { type: 'varchar', length: 24 },
  },
  checks: [
    {
      name: 'ck_person_consent_purpose',
      expression:
        "purpose IN ('share-contact', 'be-named', 'photo', 'mailing-sms-email', 'needs-shared')",
    },
    { name: 'ck_person_consent_how', expression: "how IN ('written', 'spoken', 'form')" },
    {
      name: 'ck_person_consent_in_writing',
      expression: "purpose <> 'share-contact' OR how <> 'spoken'",
    },
    {
      name: 'ck_person_consent_dates',
      expression: 'until_date IS NULL OR until_date >= given_on',
    },
  ],
  foreignKeys: [
    {
      name: 'fk_person_consent_person',
      target: 'person',
      columnNames: ['person_id'],
      referencedColumnNames: ['id'],
    },
  ],
  indices: [{ name: 'ix_person_consent_person', columns: ['person_id'] }],
});
