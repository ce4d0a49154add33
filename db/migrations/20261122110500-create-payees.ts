import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of how groups and people are paid, sealed, and of who signs for a group's account. */
export class CreatePayees implements MigrationInterface {
  name = 'CreatePayees20261122110500';

  async up(runner: QueryRunner): Promise<void> {
    await createPayees(runner);
    await createDetails(runner);
    await guardDetails(runner);
    await createMandates(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mandate_signatory', 'bank_mandate', 'payee_details', 'payee'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

async function createPayees(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "payee" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36),
      "person_id" varchar(36),
      "created_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_payee_group" UNIQUE ("group_id"),
      CONSTRAINT "uq_payee_person" UNIQUE ("person_id"),
      CONSTRAINT "ck_payee_one_subject" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
      CONSTRAINT "fk_payee_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_payee_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
}

async function createDetails(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "payee_details" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "payee_id" varchar(36) NOT NULL,
      "number" integer NOT NULL,
      "state" varchar(10) NOT NULL,
      "method" varchar(16) NOT NULL,
      "sealed" text NOT NULL,
      "masked_account" varchar(8) NOT NULL,
      "masked_sort_code" varchar(8) NOT NULL,
      "account_mark" varchar(64) NOT NULL,
      "known_marks" text NOT NULL,
      "came_by" varchar(12) NOT NULL,
      "why" varchar(300) NOT NULL,
      "entered_by_user_id" varchar(36) NOT NULL,
      "entered_at" varchar(24) NOT NULL,
      "entered_on" varchar(10) NOT NULL,
      "checked_by_user_id" varchar(36),
      "checked_at" varchar(24),
      "checked_on" varchar(10),
      "called_on" varchar(10),
      "call_sealed" text,
      "closed_by_user_id" varchar(36),
      "closed_on" varchar(10),
      "closed_why" varchar(300) NOT NULL,
      CONSTRAINT "uq_payee_details_number" UNIQUE ("payee_id", "number"),
      CONSTRAINT "ck_payee_details_state" CHECK (state IN ('staged', 'verified', 'replaced', 'rejected')),
      CONSTRAINT "ck_payee_details_method" CHECK (method IN ('bank-transfer', 'cheque', 'cash')),
      CONSTRAINT "ck_payee_details_checked" CHECK ((state IN ('verified', 'replaced')) = (checked_by_user_id IS NOT NULL AND checked_at IS NOT NULL AND checked_on IS NOT NULL AND called_on IS NOT NULL AND call_sealed IS NOT NULL)),
      CONSTRAINT "ck_payee_details_second_person" CHECK (checked_by_user_id IS NULL OR checked_by_user_id <> entered_by_user_id),
      CONSTRAINT "ck_payee_details_closed" CHECK ((state IN ('replaced', 'rejected')) = (closed_on IS NOT NULL AND closed_by_user_id IS NOT NULL)),
      CONSTRAINT "fk_payee_details_payee" FOREIGN KEY ("payee_id") REFERENCES "payee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_payee_details_entered_by" FOREIGN KEY ("entered_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_payee_details_checked_by" FOREIGN KEY ("checked_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_payee_details_closed_by" FOREIGN KEY ("closed_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    `CREATE UNIQUE INDEX "uq_payee_details_staged" ON "payee_details" ("payee_id") WHERE state = 'staged'`,
  );
  await runner.query(
    `CREATE UNIQUE INDEX "uq_payee_details_verified" ON "payee_details" ("payee_id") WHERE state = 'verified'`,
  );
  await runner.query('CREATE INDEX "ix_payee_details_mark" ON "payee_details" ("account_mark")');
}

/** Details begin as staged, become verified only from there, and say for ever what was entered and by whom. */
async function guardDetails(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER "payee_details_begin_staged" BEFORE INSERT ON "payee_details"
    WHEN NEW.state <> 'staged'
    BEGIN SELECT RAISE(ABORT, 'bank details begin as staged'); END
  `);
  await runner.query(`
    CREATE TRIGGER "payee_details_stay_as_entered"
    BEFORE UPDATE OF "id", "payee_id", "number", "method", "sealed", "masked_account", "masked_sort_code", "account_mark", "known_marks", "entered_by_user_id", "entered_at", "entered_on" ON "payee_details"
    BEGIN SELECT RAISE(ABORT, 'bank details are never changed, only replaced'); END
  `);
  await runner.query(`
    CREATE TRIGGER "payee_details_one_way" BEFORE UPDATE OF "state" ON "payee_details"
    WHEN NOT (
      (OLD.state = 'staged' AND NEW.state IN ('verified', 'rejected'))
      OR (OLD.state = 'verified' AND NEW.state = 'replaced')
      OR OLD.state = NEW.state
    )
    BEGIN SELECT RAISE(ABORT, 'bank details are verified only from staged'); END
  `);
}

async function createMandates(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "bank_mandate" (
      "group_id" varchar(36) PRIMARY KEY NOT NULL,
      "to_sign" integer NOT NULL,
      "confirmed_on" varchar(10) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "ck_bank_mandate_to_sign" CHECK (to_sign BETWEEN 1 AND 5),
      CONSTRAINT "fk_bank_mandate_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(`
    CREATE TABLE "mandate_signatory" (
      "group_id" varchar(36) NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "until_date" varchar(10),
      CONSTRAINT "pk_mandate_signatory" PRIMARY KEY ("group_id", "person_id", "from_date"),
      CONSTRAINT "ck_mandate_signatory_dates" CHECK (until_date IS NULL OR until_date >= from_date),
      CONSTRAINT "fk_mandate_signatory_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_mandate_signatory_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_mandate_signatory_person" ON "mandate_signatory" ("person_id")',
  );
}
