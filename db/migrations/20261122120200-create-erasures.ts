import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the log of copies asked for, of holds and of erasures, and lets a person's record be hidden. */
export class CreateErasures implements MigrationInterface {
  name = 'CreateErasures20261122120200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "person" ADD COLUMN "hidden_on" varchar(10)');
    await createCopyRequests(runner);
    await createHolds(runner);
    await createErasures(runner);
    await createRetention(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'retention_line',
      'retention_length',
      'erasure',
      'legal_hold',
      'copy_request_stop',
      'copy_request',
    ])
      await runner.query(`DROP TABLE "${table}"`);
    await runner.query('ALTER TABLE "person" DROP COLUMN "hidden_on"');
  }
}

async function createCopyRequests(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "copy_request" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "kind" varchar(6) NOT NULL,
      "record_id" varchar(36) NOT NULL,
      "asked_on" varchar(10) NOT NULL,
      "how" varchar(200) NOT NULL,
      "due_on" varchar(10) NOT NULL,
      "answered_on" varchar(10),
      "answer" varchar(500) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      "recorded_by_user_id" varchar(36),
      "version" integer NOT NULL,
      CONSTRAINT "ck_copy_request_kind" CHECK (kind IN ('person', 'group')),
      CONSTRAINT "ck_copy_request_answered" CHECK (answered_on IS NULL OR answered_on >= asked_on))
  `);
  await runner.query(
    'CREATE INDEX "ix_copy_request_record" ON "copy_request" ("kind", "record_id")',
  );
  await runner.query(`
    CREATE TABLE "copy_request_stop" (
      "request_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "reason" varchar(500) NOT NULL,
      "resumed_on" varchar(10),
      CONSTRAINT "pk_copy_request_stop" PRIMARY KEY ("request_id", "position"),
      CONSTRAINT "ck_copy_request_stop_days" CHECK (resumed_on IS NULL OR resumed_on >= from_date),
      CONSTRAINT "fk_copy_request_stop_request" FOREIGN KEY ("request_id") REFERENCES "copy_request" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)
  `);
}

async function createHolds(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "legal_hold" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "kind" varchar(6) NOT NULL,
      "record_id" varchar(36) NOT NULL,
      "reason" varchar(500) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      "recorded_by_user_id" varchar(36),
      "lifted_on" varchar(10),
      "lifted_why" varchar(500) NOT NULL,
      "lifted_by_user_id" varchar(36),
      CONSTRAINT "ck_legal_hold_kind" CHECK (kind IN ('person', 'group', 'year')))
  `);
  await runner.query('CREATE INDEX "ix_legal_hold_record" ON "legal_hold" ("kind", "record_id")');
}

async function createErasures(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "erasure" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "kind" varchar(6) NOT NULL,
      "record_id" varchar(36) NOT NULL,
      "reason" varchar(500) NOT NULL,
      "state" varchar(10) NOT NULL,
      "confirmed_on" varchar(10) NOT NULL,
      "confirmed_by_user_id" varchar(36),
      "due_on" varchar(10) NOT NULL,
      "settled_on" varchar(10),
      "kept_json" text NOT NULL,
      "kept_until" varchar(10),
      "set_aside_json" text NOT NULL,
      "swept_at" varchar(24),
      CONSTRAINT "ck_erasure_kind" CHECK (kind IN ('person', 'group')),
      CONSTRAINT "ck_erasure_state" CHECK (state IN ('waiting', 'taken-back', 'erased')),
      CONSTRAINT "ck_erasure_settled" CHECK ((state = 'waiting') = (settled_on IS NULL)))
  `);
  await runner.query('CREATE INDEX "ix_erasure_record" ON "erasure" ("kind", "record_id")');
  await runner.query(
    `CREATE UNIQUE INDEX "uq_erasure_waiting" ON "erasure" ("kind", "record_id") WHERE state = 'waiting'`,
  );
}

async function createRetention(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "retention_length" (
      "record_type" varchar(30) PRIMARY KEY NOT NULL,
      "amount" integer NOT NULL,
      "set_at" varchar(24) NOT NULL,
      "set_by_user_id" varchar(36),
      CONSTRAINT "ck_retention_length_amount" CHECK (amount BETWEEN 0 AND 400))
  `);
  await runner.query(`
    CREATE TABLE "retention_line" (
      "record_type" varchar(30) NOT NULL,
      "row_id" varchar(36) NOT NULL,
      "confirmed_on" varchar(10) NOT NULL,
      "confirmed_by_user_id" varchar(36),
      "due_on" varchar(10) NOT NULL,
      CONSTRAINT "pk_retention_line" PRIMARY KEY ("record_type", "row_id"))
  `);
  await runner.query('CREATE INDEX "ix_retention_line_due" ON "retention_line" ("due_on")');
}
