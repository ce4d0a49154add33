import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the record of mailings: who was asked by which channel, who was left out and why, and what came of it. */
export class CreateMailings implements MigrationInterface {
  name = 'CreateMailings20261122120100';

  async up(runner: QueryRunner): Promise<void> {
    await createMailings(runner);
    await createPeople(runner);
    await createOutcomes(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "mailing_outcome"');
    await runner.query('DROP TABLE "mailing_person"');
    await runner.query('DROP TABLE "mailing"');
  }
}

async function createMailings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "mailing" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "reference" varchar(20) NOT NULL,
      "subject" varchar(120) NOT NULL,
      "asked_by" varchar(120) NOT NULL,
      "letter_on" varchar(10) NOT NULL,
      "body" text NOT NULL,
      "selection_json" text NOT NULL,
      "selection_words" text NOT NULL,
      "made_on" varchar(10) NOT NULL,
      "made_at" varchar(24) NOT NULL,
      "made_by" varchar(120) NOT NULL,
      "taken_back_on" varchar(10),
      "version" integer NOT NULL,
      CONSTRAINT "uq_mailing_reference" UNIQUE ("reference"))
  `);
}

async function createPeople(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "mailing_person" (
      "mailing_id" varchar(36) NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "channel" varchar(8),
      "made_by_hand" integer NOT NULL,
      "left_out" varchar(16),
      "left_out_detail" varchar(200) NOT NULL,
      "contact_before" varchar(10),
      "contact_version" integer,
      CONSTRAINT "pk_mailing_person" PRIMARY KEY ("mailing_id", "person_id"),
      CONSTRAINT "ck_mailing_person_asked" CHECK ((channel IS NULL) <> (left_out IS NULL)),
      CONSTRAINT "ck_mailing_person_channel" CHECK (channel IN ('letter', 'email', 'text', 'phone')),
      CONSTRAINT "fk_mailing_person_mailing" FOREIGN KEY ("mailing_id") REFERENCES "mailing" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_mailing_person_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)
  `);
  await runner.query('CREATE INDEX "ix_mailing_person_person" ON "mailing_person" ("person_id")');
}

async function createOutcomes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "mailing_outcome" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "mailing_id" varchar(36) NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "outcome" varchar(16) NOT NULL,
      "note" varchar(500) NOT NULL,
      "noted_on" varchar(10) NOT NULL,
      "noted_at" varchar(24) NOT NULL,
      "contact_before" varchar(10),
      "contact_version" integer,
      "taken_back_on" varchar(10),
      CONSTRAINT "fk_mailing_outcome_mailing" FOREIGN KEY ("mailing_id") REFERENCES "mailing" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_mailing_outcome_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)
  `);
  await runner.query(
    'CREATE INDEX "ix_mailing_outcome_person" ON "mailing_outcome" ("person_id", "mailing_id")',
  );
  await runner.query(
    'CREATE INDEX "ix_mailing_outcome_mailing" ON "mailing_outcome" ("mailing_id")',
  );
}
