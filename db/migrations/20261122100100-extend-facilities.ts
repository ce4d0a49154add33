import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gives facilities places, parts, layouts, seats, access features and limits of their own. */
export class ExtendFacilities implements MigrationInterface {
  name = 'ExtendFacilities20261122100100';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE "facility" ADD COLUMN ${column}`);
    await createParts(runner);
    await createLayouts(runner);
    await createSeats(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "seat"');
    await runner.query('DROP TABLE "facility_layout"');
    await runner.query('DROP TABLE "facility_part"');
    for (const column of COLUMNS)
      await runner.query(`ALTER TABLE "facility" DROP COLUMN ${column.split(' ')[0]}`);
  }
}

const COLUMNS = [
  `"unit_name" varchar(40) NOT NULL DEFAULT ('')`,
  `"access_json" text NOT NULL DEFAULT ('[]')`,
  `"needs_approval" integer NOT NULL DEFAULT (0)`,
  `"longest_minutes" integer`,
  `"days_ahead" integer`,
  `"notice_open_days" integer`,
  `"minimum_age" integer`,
  `"directions" text NOT NULL DEFAULT ('')`,
] as const;

async function createParts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "facility_part" (
      "whole_id" varchar(36) NOT NULL,
      "part_id" varchar(36) NOT NULL,
      CONSTRAINT "pk_facility_part" PRIMARY KEY ("whole_id", "part_id"),
      CONSTRAINT "ck_facility_part_differs" CHECK (whole_id <> part_id),
      CONSTRAINT "fk_facility_part_whole" FOREIGN KEY ("whole_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_facility_part_part" FOREIGN KEY ("part_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_facility_part_part" ON "facility_part" ("part_id")');
}

async function createLayouts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "facility_layout" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "facility_id" varchar(36) NOT NULL,
      "name" varchar(60) NOT NULL,
      "capacity" integer,
      "setup_minutes" integer NOT NULL,
      "cleardown_minutes" integer NOT NULL,
      "position" integer NOT NULL,
      "is_active" integer NOT NULL,
      CONSTRAINT "fk_facility_layout_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_facility_layout_facility" ON "facility_layout" ("facility_id")',
  );
}

async function createSeats(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "seat" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "facility_id" varchar(36) NOT NULL,
      "name" varchar(40) NOT NULL,
      "position" integer NOT NULL,
      "is_active" integer NOT NULL,
      "out_from" varchar(10),
      "out_until" varchar(10),
      "out_why" varchar(200) NOT NULL,
      CONSTRAINT "fk_seat_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_seat_facility" ON "seat" ("facility_id")');
}
