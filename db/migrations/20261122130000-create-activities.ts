import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of what people attend, and of the registers of who came. */
export class CreateActivities implements MigrationInterface {
  name = 'CreateActivities20261122130000';

  async up(runner: QueryRunner): Promise<void> {
    await createActivities(runner);
    await createRegisterLines(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "register_line"');
    await runner.query('DROP TABLE "activity"');
  }
}

async function createActivities(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "activity" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "reference" varchar(20) NOT NULL,
      "title" varchar(160) NOT NULL,
      "kind" varchar(60) NOT NULL,
      "group_id" varchar(36),
      "booking_id" varchar(36),
      "on_date" varchar(10),
      "starts_at" varchar(5),
      "ends_at" varchar(5),
      "venue" varchar(160) NOT NULL,
      "is_full_day" integer NOT NULL,
      "is_lunch_provided" integer NOT NULL,
      "is_transport_provided" integer NOT NULL,
      "is_funded" integer NOT NULL,
      "notes" text NOT NULL,
      "cancelled_at" varchar(24),
      "cancel_reason" varchar(500) NOT NULL,
      "closed_at" varchar(24),
      "closed_by_user_id" varchar(36),
      "recorded_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_activity_reference" UNIQUE ("reference"),
      CONSTRAINT "ck_activity_when" CHECK ((booking_id IS NULL) = (on_date IS NOT NULL)),
      CONSTRAINT "ck_activity_times" CHECK (ends_at IS NULL OR (starts_at IS NOT NULL AND ends_at > starts_at)),
      CONSTRAINT "ck_activity_booked" CHECK (booking_id IS NULL OR (starts_at IS NULL AND venue = '')),
      CONSTRAINT "ck_activity_cancelled" CHECK (cancelled_at IS NOT NULL OR cancel_reason = ''),
      CONSTRAINT "fk_activity_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_activity_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_activity_closed_by" FOREIGN KEY ("closed_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_activity_group" ON "activity" ("group_id")');
  await runner.query('CREATE INDEX "ix_activity_booking" ON "activity" ("booking_id")');
  await runner.query('CREATE INDEX "ix_activity_day" ON "activity" ("on_date")');
}

async function createRegisterLines(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "register_line" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "activity_id" varchar(36) NOT NULL,
      "number" integer NOT NULL,
      "person_id" varchar(36),
      "name" varchar(120) NOT NULL,
      "tenure" varchar(20),
      "groups_json" text NOT NULL,
      "standing" varchar(12) NOT NULL,
      "is_first_time" integer NOT NULL,
      "arrived_at" varchar(5),
      "left_at" varchar(5),
      "wants_to_claim" integer NOT NULL,
      "is_taken_off" integer NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_register_line_number" UNIQUE ("activity_id", "number"),
      CONSTRAINT "uq_register_line_person" UNIQUE ("activity_id", "person_id"),
      CONSTRAINT "ck_register_line_who" CHECK (person_id IS NULL OR name = ''),
      CONSTRAINT "ck_register_line_standing" CHECK (standing IN ('expected', 'came', 'apologies')),
      CONSTRAINT "ck_register_line_times" CHECK (standing = 'came' OR (arrived_at IS NULL AND left_at IS NULL)),
      CONSTRAINT "fk_register_line_activity" FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_register_line_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_register_line_person" ON "register_line" ("person_id")');
}
