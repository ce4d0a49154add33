import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the append-only record of what happened, with its seals. */
export class CreateAudit implements MigrationInterface {
  name = 'CreateAudit20261122090000';

  async up(runner: QueryRunner): Promise<void> {
    await createAuditEntry(runner);
    await createAuditPersonalValue(runner);
    await createSubjectKey(runner);
    await keepEntriesUnchanged(runner);
    await keepEntriesForGood(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE subject_key');
    await runner.query('DROP TABLE audit_personal_value');
    await runner.query('DROP TABLE audit_entry');
  }
}

async function createAuditEntry(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "audit_entry" (
      "seq" integer PRIMARY KEY NOT NULL,
      "at" varchar(24) NOT NULL,
      "local_at" varchar(16) NOT NULL,
      "clock_jumped" integer NOT NULL,
      "actor_kind" varchar(10) NOT NULL,
      "actor_id" varchar(36),
      "actor_role" varchar(20),
      "on_behalf_of" varchar(36),
      "host" varchar(10) NOT NULL,
      "session_id" varchar(36),
      "action" varchar(80) NOT NULL,
      "object_type" varchar(40) NOT NULL,
      "object_id" varchar(80) NOT NULL,
      "reason" text NOT NULL,
      "before_json" text NOT NULL,
      "after_json" text NOT NULL,
      "request_id" varchar(36) NOT NULL,
      "app_version" varchar(20) NOT NULL,
      "prev_hash" varchar(64) NOT NULL,
      "hash" varchar(64) NOT NULL
    )
  `);
  await runner.query(`
    CREATE INDEX "ix_audit_entry_object" ON "audit_entry" ("object_type", "object_id", "seq")
  `);
  await runner.query(`
    CREATE INDEX "ix_audit_entry_actor" ON "audit_entry" ("actor_id", "seq")
  `);
}

async function createAuditPersonalValue(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "audit_personal_value" (
      "seq" integer NOT NULL,
      "side" varchar(6) NOT NULL,
      "field" varchar(60) NOT NULL,
      "subject_id" varchar(36) NOT NULL,
      "value" text NOT NULL,
      PRIMARY KEY ("seq", "side", "field")
    )
  `);
  await runner.query(`
    CREATE INDEX "ix_audit_personal_value_subject" ON "audit_personal_value" ("subject_id")
  `);
}

async function createSubjectKey(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "subject_key" (
      "subject_id" varchar(36) PRIMARY KEY NOT NULL,
      "key_hex" varchar(64) NOT NULL
    )
  `);
}

async function keepEntriesUnchanged(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END
  `);
}

async function keepEntriesForGood(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
    BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END
  `);
}
