import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the log of walk-in use (DOC-08, BOOK-23) and the allowances that hold from a day on. */
export class CreateUsage implements MigrationInterface {
  name = 'CreateUsage20261122100700';

  async up(runner: QueryRunner): Promise<void> {
    await createEntries(runner);
    await createAllowances(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "usage_allowance"');
    await runner.query('DROP TABLE "usage_entry"');
  }
}

async function createEntries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "usage_entry" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "facility_id" varchar(36) NOT NULL,
      "seat_id" varchar(36),
      "person_id" varchar(36) NOT NULL,
      "group_id" varchar(36),
      "purpose" varchar(200) NOT NULL,
      "started_at" varchar(16) NOT NULL,
      "ended_at" varchar(16),
      "copies" integer NOT NULL,
      "colour_copies" integer NOT NULL,
      "accompanied_by" varchar(120) NOT NULL,
      "notes" text NOT NULL,
      "withdrawn_why" text NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      "recorded_by_user_id" varchar(36),
      "version" integer NOT NULL,
      CONSTRAINT "ck_usage_entry_ends" CHECK (ended_at IS NULL OR ended_at >= started_at),
      CONSTRAINT "ck_usage_entry_copies" CHECK (copies >= 0 AND colour_copies BETWEEN 0 AND copies),
      CONSTRAINT "fk_usage_entry_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_usage_entry_seat" FOREIGN KEY ("seat_id") REFERENCES "seat" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_usage_entry_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_usage_entry_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_usage_entry_facility" ON "usage_entry" ("facility_id", "started_at")',
  );
  await runner.query('CREATE INDEX "ix_usage_entry_started" ON "usage_entry" ("started_at", "id")');
  await runner.query(
    'CREATE INDEX "ix_usage_entry_group" ON "usage_entry" ("group_id", "started_at")',
  );
  await runner.query(
    'CREATE INDEX "ix_usage_entry_person" ON "usage_entry" ("person_id", "started_at")',
  );
  // Two people are never at one computer, whoever writes it down.
  await runner.query(
    'CREATE UNIQUE INDEX "uq_usage_entry_open_seat" ON "usage_entry" ("seat_id") WHERE "ended_at" IS NULL AND "withdrawn_why" = \'\'',
  );
}

async function createAllowances(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "usage_allowance" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "facility_id" varchar(36) NOT NULL,
      "per" varchar(10) NOT NULL,
      "unit" varchar(20) NOT NULL,
      "amount" integer NOT NULL,
      "period" varchar(10) NOT NULL,
      "valid_from" varchar(10) NOT NULL,
      "valid_until" varchar(10),
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_usage_allowance_per" CHECK (per IN ('group', 'person')),
      CONSTRAINT "ck_usage_allowance_unit" CHECK (unit IN ('booked-minutes', 'session-minutes', 'copies')),
      CONSTRAINT "ck_usage_allowance_period" CHECK (period IN ('month', 'quarter', 'year')),
      CONSTRAINT "ck_usage_allowance_amount" CHECK (amount > 0),
      CONSTRAINT "fk_usage_allowance_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_usage_allowance_facility" ON "usage_allowance" ("facility_id", "valid_from")',
  );
}
