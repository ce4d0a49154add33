import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes rooms, bookings, and the guard against double booking. */
export class CreateFacilitiesAndBookings implements MigrationInterface {
  name = 'CreateFacilitiesAndBookings20261122090400';

  async up(runner: QueryRunner): Promise<void> {
    await createFacility(runner);
    await createBooking(runner);
    await guardNewBookings(runner);
    await guardMovedBookings(runner);
    await keepBookings(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE booking');
    await runner.query('DROP TABLE facility');
  }
}

async function createFacility(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "facility" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "name" varchar(80) NOT NULL,
      "kind" varchar(30) NOT NULL,
      "is_bookable" integer NOT NULL,
      "capacity" integer,
      "units" integer NOT NULL,
      "hours_json" text,
      "is_active" integer NOT NULL,
      "position" integer NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_facility_name" UNIQUE ("name")
    )
  `);
}

async function createBooking(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "booking" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "reference" varchar(20) NOT NULL,
      "facility_id" varchar(36) NOT NULL,
      "starts_at" varchar(16) NOT NULL,
      "ends_at" varchar(16) NOT NULL,
      "held_from" varchar(16) NOT NULL,
      "held_until" varchar(16) NOT NULL,
      "units" integer NOT NULL,
      "status" varchar(12) NOT NULL,
      "group_id" varchar(36),
      "person_id" varchar(36),
      "responsible_person_id" varchar(36) NOT NULL,
      "purpose" varchar(40) NOT NULL,
      "expected_number" integer,
      "needs" text NOT NULL,
      "notes" text NOT NULL,
      "is_out_of_hours" integer NOT NULL,
      "requested_at" varchar(24) NOT NULL,
      "taken_by_user_id" varchar(36),
      "cancelled_at" varchar(24),
      "cancelled_by_user_id" varchar(36),
      "cancel_reason" text NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_booking_reference" UNIQUE ("reference"),
      CONSTRAINT "ck_booking_ends_after_start" CHECK (ends_at > starts_at),
      CONSTRAINT "ck_booking_held_covers_use" CHECK (held_from <= starts_at AND held_until >= ends_at),
      CONSTRAINT "ck_booking_held_two_days" CHECK (julianday(held_until) - julianday(held_from) <= 2),
      CONSTRAINT "ck_booking_one_booker" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
      CONSTRAINT "ck_booking_status" CHECK (status IN ('confirmed', 'cancelled')),
      CONSTRAINT "fk_booking_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_responsible_person" FOREIGN KEY ("responsible_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(`
    CREATE INDEX "ix_booking_facility_held" ON "booking" ("facility_id", "held_from")
  `);
  await runner.query(`
    CREATE INDEX "ix_booking_held" ON "booking" ("held_from", "facility_id")
  `);
  await runner.query(`
    CREATE INDEX "ix_booking_group" ON "booking" ("group_id", "starts_at")
  `);
  await runner.query(`
    CREATE INDEX "ix_booking_person" ON "booking" ("person_id", "starts_at")
  `);
}

/**
 * Two live bookings of one room never hold the same time, whoever writes them (BOOK-03). The two-day bound keeps
 * the look-up short; a CHECK keeps every booking inside it.
 */
async function guardNewBookings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER booking_no_overlap_insert BEFORE INSERT ON booking
    WHEN NEW.status <> 'cancelled'
    BEGIN
      SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
        SELECT 1 FROM booking AS other
        WHERE other.facility_id = NEW.facility_id
          AND other.held_from < NEW.held_until
          AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
          AND other.held_until > NEW.held_from
          AND other.status <> 'cancelled'
          AND other.id <> NEW.id
      );
    END
  `);
}

async function guardMovedBookings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER booking_no_overlap_update
    BEFORE UPDATE OF facility_id, held_from, held_until, status, units ON booking
    WHEN NEW.status <> 'cancelled'
    BEGIN
      SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
        SELECT 1 FROM booking AS other
        WHERE other.facility_id = NEW.facility_id
          AND other.held_from < NEW.held_until
          AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
          AND other.held_until > NEW.held_from
          AND other.status <> 'cancelled'
          AND other.id <> NEW.id
      );
    END
  `);
}

async function keepBookings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER booking_no_delete BEFORE DELETE ON booking
    BEGIN SELECT RAISE(ABORT, 'booking.kept'); END
  `);
}
