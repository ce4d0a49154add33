import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes accounts and the changes to them that wait for a second person. */
export class CreateUsers implements MigrationInterface {
  name = 'CreateUsers20261122090100';

  async up(runner: QueryRunner): Promise<void> {
    await createAppUser(runner);
    await createAccountChange(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE account_change');
    await runner.query('DROP TABLE app_user');
  }
}

async function createAppUser(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "app_user" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "name" varchar(40) NOT NULL,
      "display_name" varchar(100) NOT NULL,
      "role" varchar(20) NOT NULL,
      "is_active" integer NOT NULL,
      "passphrase_hash" varchar(200) NOT NULL,
      "pin_hash" varchar(200),
      "failed_tries" integer NOT NULL,
      "lock_level" integer NOT NULL,
      "locked_at_steady" integer,
      "locked_for_ms" integer,
      "created_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_app_user_name" UNIQUE ("name")
    )
  `);
}

async function createAccountChange(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "account_change" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "user_id" varchar(36) NOT NULL,
      "kind" varchar(20) NOT NULL,
      "role" varchar(20),
      "asked_by_user_id" varchar(36) NOT NULL,
      "asked_at" varchar(24) NOT NULL,
      "state" varchar(12) NOT NULL,
      "settled_by_user_id" varchar(36),
      "settled_at" varchar(24),
      CONSTRAINT "fk_account_change_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(`
    CREATE INDEX "ix_account_change_state" ON "account_change" ("state", "asked_at")
  `);
}
