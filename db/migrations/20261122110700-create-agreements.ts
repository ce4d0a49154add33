import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of what was agreed: compacts, codes adopted, confidentiality. */
export class CreateAgreements implements MigrationInterface {
  name = 'CreateAgreements20261122110700';

  async up(runner: QueryRunner): Promise<void> {
    await createAgreements(runner);
    await createAreas(runner);
    await createParties(runner);
    await createResponsibilities(runner);
    await createActions(runner);
    await createVersions(runner);
    await createCodeVersions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "code_version"');
    await runner.query('DROP TABLE "agreement_version"');
    await runner.query('DROP TABLE "agreement_action"');
    await runner.query('DROP TABLE "agreement_responsibility"');
    await runner.query('DROP TABLE "agreement_party"');
    await runner.query('DROP TABLE "agreement_area"');
    await runner.query('DROP TABLE "agreement"');
  }
}

async function createAgreements(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "agreement" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "reference" varchar(20) NOT NULL,
      "kind" varchar(16) NOT NULL,
      "group_id" varchar(36),
      "person_id" varchar(36),
      "title" varchar(160) NOT NULL,
      "scope" text NOT NULL,
      "aims" text NOT NULL,
      "code_version" varchar(40) NOT NULL,
      "added_clauses" text NOT NULL,
      "clauses_only_add" integer NOT NULL,
      "review_on" varchar(10),
      "who_was_consulted" text NOT NULL,
      "quality_note" text NOT NULL,
      "state" varchar(12) NOT NULL,
      "first_signed_on" varchar(10),
      "signed_on" varchar(10),
      "ended_on" varchar(10),
      "ended_why" varchar(500) NOT NULL,
      "step_before" text,
      "recorded_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_agreement_reference" UNIQUE ("reference"),
      CONSTRAINT "ck_agreement_kind" CHECK (kind IN ('compact', 'local-compact', 'code-adoption', 'confidentiality')),
      CONSTRAINT "ck_agreement_person" CHECK ((kind = 'confidentiality') = (person_id IS NOT NULL)),
      CONSTRAINT "ck_agreement_code" CHECK (kind <> 'code-adoption' OR group_id IS NOT NULL),
      CONSTRAINT "ck_agreement_state" CHECK (state IN ('draft', 'signed', 'under-review', 'ended')),
      CONSTRAINT "ck_agreement_signed" CHECK (state NOT IN ('signed', 'under-review') OR signed_on IS NOT NULL),
      CONSTRAINT "ck_agreement_first_signed" CHECK ((signed_on IS NULL) = (first_signed_on IS NULL)),
      CONSTRAINT "ck_agreement_ended" CHECK ((state = 'ended') = (ended_on IS NOT NULL)),
      CONSTRAINT "fk_agreement_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_agreement_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_agreement_group" ON "agreement" ("group_id")');
  await runner.query('CREATE INDEX "ix_agreement_person" ON "agreement" ("person_id")');
}

async function createAreas(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "agreement_area" (
      "agreement_id" varchar(36) NOT NULL,
      "area_id" varchar(36) NOT NULL,
      CONSTRAINT "fk_agreement_area_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_agreement_area_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      PRIMARY KEY ("agreement_id", "area_id")
    )
  `);
}

async function createParties(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "agreement_party" (
      "agreement_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "name" varchar(160) NOT NULL,
      "role" varchar(120) NOT NULL,
      "signatory_name" varchar(120) NOT NULL,
      "signed_on" varchar(10),
      CONSTRAINT "fk_agreement_party_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      PRIMARY KEY ("agreement_id", "position")
    )
  `);
}

async function createResponsibilities(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "agreement_responsibility" (
      "agreement_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "who" varchar(160) NOT NULL,
      "what" varchar(500) NOT NULL,
      "standard" varchar(500) NOT NULL,
      CONSTRAINT "fk_agreement_responsibility_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      PRIMARY KEY ("agreement_id", "position")
    )
  `);
}

async function createActions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "agreement_action" (
      "agreement_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "what" varchar(500) NOT NULL,
      "who" varchar(160) NOT NULL,
      "by_date" varchar(10),
      "done_on" varchar(10),
      CONSTRAINT "fk_agreement_action_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      PRIMARY KEY ("agreement_id", "position")
    )
  `);
}

async function createVersions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "agreement_version" (
      "agreement_id" varchar(36) NOT NULL,
      "number" integer NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      "by_user_id" varchar(36),
      "what" varchar(40) NOT NULL,
      "words_json" text NOT NULL,
      CONSTRAINT "fk_agreement_version_agreement" FOREIGN KEY ("agreement_id") REFERENCES "agreement" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_agreement_version_user" FOREIGN KEY ("by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      PRIMARY KEY ("agreement_id", "number")
    )
  `);
}

async function createCodeVersions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "code_version" (
      "version" varchar(40) PRIMARY KEY NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "recorded_at" varchar(24) NOT NULL
    )
  `);
}
