import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of recognition: what is asked, returns with their evidence, decisions and the periods they make, and what a lapse stops. */
export class CreateRecognition implements MigrationInterface {
  name = 'CreateRecognition20261122110400';

  async up(runner: QueryRunner): Promise<void> {
    await createRules(runner);
    await createReturns(runner);
    await createDecisions(runner);
    await createExceptions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'recognition_exception',
      'recognition_period',
      'recognition_decision',
      'recognition_evidence',
      'recognition_return',
      'recognition_effect',
      'recognition_item',
    ])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

async function createRules(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "recognition_item" (
      "id" varchar(80) PRIMARY KEY NOT NULL,
      "kind" varchar(10) NOT NULL,
      "words" varchar(160) NOT NULL,
      "asked" varchar(8) NOT NULL,
      "if_amended" integer NOT NULL,
      CONSTRAINT "ck_recognition_item_kind" CHECK (kind IN ('criterion', 'paper')),
      CONSTRAINT "ck_recognition_item_asked" CHECK (asked IN ('first', 'yearly', 'always')))
  `);
  await runner.query(`
    CREATE TABLE "recognition_effect" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "activity" varchar(20) NOT NULL,
      "effect" varchar(8) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_recognition_effect_effect" CHECK (effect IN ('none', 'warns', 'blocks')))
  `);
  await runner.query(
    'CREATE INDEX "ix_recognition_effect_activity" ON "recognition_effect" ("activity", "from_date")',
  );
}

async function createReturns(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "recognition_return" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "kind" varchar(8) NOT NULL,
      "opened_on" varchar(10) NOT NULL,
      "due_on" varchar(10),
      "closed_on" varchar(10),
      CONSTRAINT "ck_recognition_return_kind" CHECK (kind IN ('first', 'yearly')),
      CONSTRAINT "fk_recognition_return_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_recognition_return_group" ON "recognition_return" ("group_id", "closed_on")',
  );
  await runner.query(`
    CREATE TABLE "recognition_evidence" (
      "return_id" varchar(36) NOT NULL,
      "item_id" varchar(80) NOT NULL,
      "words" varchar(160) NOT NULL,
      "state" varchar(12) NOT NULL,
      "received_on" varchar(10),
      "evidence" text NOT NULL,
      "entered_by" varchar(120) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_recognition_evidence_state" CHECK (state IN ('not-asked', 'have-it', 'accepted', 'not-met', 'not-amended')),
      CONSTRAINT "ck_recognition_evidence_day" CHECK (state IN ('not-asked', 'not-met') OR received_on IS NOT NULL),
      CONSTRAINT "fk_recognition_evidence_return" FOREIGN KEY ("return_id") REFERENCES "recognition_return" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "pk_recognition_evidence" PRIMARY KEY ("return_id", "item_id")
    )
  `);
}

async function createDecisions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "recognition_decision" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "reference" varchar(20) NOT NULL,
      "kind" varchar(12) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "reason" text NOT NULL,
      "conditions" text NOT NULL,
      "outstanding" text NOT NULL,
      "decided_by" varchar(120) NOT NULL,
      "code_clauses" varchar(300) NOT NULL,
      "taken" varchar(60) NOT NULL,
      "appeal_words" text NOT NULL,
      "return_id" varchar(36),
      "recorded_at" varchar(24) NOT NULL,
      "taken_back_at" varchar(24),
      CONSTRAINT "uq_recognition_decision_reference" UNIQUE ("reference"),
      CONSTRAINT "ck_recognition_decision_kind" CHECK (kind IN ('applied', 'recognised', 'refused', 'continued', 'lapsed', 'restored', 'withdrawn')),
      CONSTRAINT "fk_recognition_decision_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_recognition_decision_return" FOREIGN KEY ("return_id") REFERENCES "recognition_return" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_recognition_decision_group" ON "recognition_decision" ("group_id", "from_date")',
  );
  await runner.query(`
    CREATE TABLE "recognition_period" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "state" varchar(10) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "until_date" varchar(10),
      "decision_id" varchar(36) NOT NULL,
      CONSTRAINT "ck_recognition_period_state" CHECK (state IN ('applied', 'recognised', 'lapsed', 'withdrawn')),
      CONSTRAINT "ck_recognition_period_dates" CHECK (until_date IS NULL OR until_date >= from_date),
      CONSTRAINT "fk_recognition_period_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_recognition_period_decision" FOREIGN KEY ("decision_id") REFERENCES "recognition_decision" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_recognition_period_group" ON "recognition_period" ("group_id", "from_date")',
  );
}

async function createExceptions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "recognition_exception" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "activity" varchar(20) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "until_date" varchar(10) NOT NULL,
      "reason" varchar(500) NOT NULL,
      "decided_by" varchar(120) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_recognition_exception_dates" CHECK (until_date >= from_date),
      CONSTRAINT "fk_recognition_exception_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_recognition_exception_group" ON "recognition_exception" ("group_id", "activity", "from_date")',
  );
}
