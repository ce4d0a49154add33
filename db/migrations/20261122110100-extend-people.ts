import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives people how to reach them, what they need and where they take part, and keeps what they agreed to. A person
 * without a row here is one about whom nothing of this is known.
 */
export class ExtendPeople implements MigrationInterface {
  name = 'ExtendPeople20261122110100';

  async up(runner: QueryRunner): Promise<void> {
    await createRecords(runner);
    await createInterests(runner);
    await createConsents(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "person_consent"');
    await runner.query('DROP TABLE "person_interest"');
    await runner.query('DROP TABLE "person_record"');
  }
}

async function createRecords(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "person_record" (
      "person_id" varchar(36) PRIMARY KEY NOT NULL,
      "email" varchar(254) NOT NULL,
      "folded_email" varchar(254) NOT NULL,
      "text_phone" varchar(40) NOT NULL,
      "text_phone_digits" varchar(40) NOT NULL,
      "address" text NOT NULL,
      "postcode" varchar(12) NOT NULL,
      "area_id" varchar(36),
      "scheme_id" varchar(36),
      "channels_json" text NOT NULL,
      "access_needs" text NOT NULL,
      "format_need" varchar(16) NOT NULL,
      "language_need" varchar(60) NOT NULL,
      "needs_interpreter" integer NOT NULL,
      "needs_transport" integer NOT NULL,
      "joined_on" varchar(10),
      "heard_how" varchar(120) NOT NULL,
      "hours_per_month" integer,
      "no_meetings" integer NOT NULL,
      "last_contacted_on" varchar(10),
      "not_involved_since" varchar(10),
      "is_council_staff" integer NOT NULL,
      "is_under_18" integer NOT NULL,
      "guardian_name" varchar(120) NOT NULL,
      "guardian_phone" varchar(40) NOT NULL,
      "guardian_consent_on" varchar(10),
      "last_confirmed_on" varchar(10),
      CONSTRAINT "ck_person_record_not_involved" CHECK (joined_on IS NULL OR not_involved_since IS NULL),
      CONSTRAINT "fk_person_record_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_person_record_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_person_record_scheme" FOREIGN KEY ("scheme_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_person_record_area" ON "person_record" ("area_id")');
  await runner.query('CREATE INDEX "ix_person_record_scheme" ON "person_record" ("scheme_id")');
  await runner.query('CREATE INDEX "ix_person_record_joined" ON "person_record" ("joined_on")');
}

async function createInterests(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "person_interest" (
      "person_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "service_area" varchar(60) NOT NULL,
      "folded_area" varchar(80) NOT NULL,
      "methods_json" text NOT NULL,
      CONSTRAINT "pk_person_interest" PRIMARY KEY ("person_id", "position"),
      CONSTRAINT "fk_person_interest_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_person_interest_area" ON "person_interest" ("folded_area", "person_id")',
  );
}

async function createConsents(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "person_consent" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "purpose" varchar(20) NOT NULL,
      "what" varchar(200) NOT NULL,
      "with_whom" varchar(200) NOT NULL,
      "given_on" varchar(10) NOT NULL,
      "until_date" varchar(10),
      "how" varchar(8) NOT NULL,
      "withdrawn_on" varchar(10),
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_person_consent_purpose" CHECK (purpose IN ('share-contact', 'be-named', 'photo', 'mailing-sms-email', 'needs-shared')),
      CONSTRAINT "ck_person_consent_how" CHECK (how IN ('written', 'spoken', 'form')),
      CONSTRAINT "ck_person_consent_in_writing" CHECK (purpose <> 'share-contact' OR how <> 'spoken'),
      CONSTRAINT "ck_person_consent_dates" CHECK (until_date IS NULL OR until_date >= given_on),
      CONSTRAINT "fk_person_consent_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_person_consent_person" ON "person_consent" ("person_id")');
}
