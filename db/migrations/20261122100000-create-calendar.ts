import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the table of closures and extra open days. */
export class CreateCalendar implements MigrationInterface {
  name = 'CreateCalendar20261122100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "closure" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "name" varchar(120) NOT NULL,
        "effect" varchar(8) NOT NULL,
        "first_date" varchar(10) NOT NULL,
        "last_date" varchar(10) NOT NULL,
        "facility_id" varchar(36),
        "from_time" varchar(5),
        "until_time" varchar(5),
        "is_non_working" integer NOT NULL,
        "is_withdrawn" integer NOT NULL,
        "recorded_at" varchar(24) NOT NULL,
        "recorded_by_user_id" varchar(36),
        "version" integer NOT NULL,
        CONSTRAINT "ck_closure_effect" CHECK (effect IN ('closed', 'open')),
        CONSTRAINT "ck_closure_dates" CHECK (last_date >= first_date),
        CONSTRAINT "ck_closure_times" CHECK ((from_time IS NULL) = (until_time IS NULL)),
        CONSTRAINT "fk_closure_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
    await runner.query('CREATE INDEX "ix_closure_last_date" ON "closure" ("last_date")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "closure"');
  }
}
