import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives bookings their whole life: holds, requests, offers, places, layouts, series, attendance. SQLite cannot change
 * a CHECK, so the table is made anew and its rows are copied; the guards are made again for places and joined rooms.
 */
export class ExtendBookings implements MigrationInterface {
  name = 'ExtendBookings20261122100600';

  async up(runner: QueryRunner): Promise<void> {
    for (const trigger of TRIGGERS) await runner.query(`DROP TRIGGER ${trigger}`);
    await createSeries(runner);
    await createNewBooking(runner);
    await runner.query(COPY_UP);
    await runner.query('DROP TABLE "booking"');
    await runner.query('ALTER TABLE "booking_new" RENAME TO "booking"');
    for (const index of INDEXES) await runner.query(index);
    await runner.query(
      'CREATE INDEX "ix_booking_series" ON "booking" ("series_id", "original_date")',
    );
    // Holds, requests and offers are few among many; what looks for them must not walk through all bookings.
    await runner.query(
      `CREATE INDEX "ix_booking_undecided" ON "booking" ("requested_at") WHERE status IN ('provisional', 'requested', 'offered')`,
    );
    for (const guard of newGuards()) await runner.query(guard);
    await keepBookings(runner);
    await createWaiting(runner);
    await createSqueezes(runner);
    await createCloseOuts(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "found_item"');
    await runner.query('DROP TABLE "booking_close_out"');
    await runner.query('DROP TABLE "booking_squeeze"');
    await runner.query('DROP TABLE "waiting"');
    for (const trigger of TRIGGERS) await runner.query(`DROP TRIGGER ${trigger}`);
    await createOldBooking(runner);
    await runner.query(COPY_DOWN);
    await runner.query('DROP TABLE "booking"');
    await runner.query('ALTER TABLE "booking_old" RENAME TO "booking"');
    await runner.query('DROP TABLE "booking_series"');
    for (const index of INDEXES) await runner.query(index);
    for (const guard of oldGuards()) await runner.query(guard);
    await keepBookings(runner);
  }
}

const TRIGGERS = ['booking_no_overlap_insert', 'booking_no_overlap_update', 'booking_no_delete'];

const KEPT = `id, reference, facility_id, starts_at, ends_at, held_from, held_until, units, status, group_id, person_id,
  responsible_person_id, purpose, expected_number, needs, notes, is_out_of_hours, requested_at, taken_by_user_id,
  cancelled_at, cancelled_by_user_id, cancel_reason, version`;

const COPY_UP = `INSERT INTO "booking_new" (${KEPT}) SELECT ${KEPT} FROM "booking"`;

/** What the older layout does not know holds a room as confirmed, or holds nothing as cancelled. */
const COPY_DOWN = `INSERT INTO "booking_old" (${KEPT})
  SELECT ${KEPT.replace(
    ' status,',
    " CASE WHEN status IN ('cancelled', 'refused', 'lapsed') THEN 'cancelled' ELSE 'confirmed' END,",
  )} FROM "booking"`;

const INDEXES = [
  'CREATE INDEX "ix_booking_facility_held" ON "booking" ("facility_id", "held_from")',
  'CREATE INDEX "ix_booking_held" ON "booking" ("held_from", "facility_id")',
  'CREATE INDEX "ix_booking_group" ON "booking" ("group_id", "starts_at")',
  'CREATE INDEX "ix_booking_person" ON "booking" ("person_id", "starts_at")',
];

const COLUMNS = `
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
      "version" integer NOT NULL,`;

const CHECKS = `
      CONSTRAINT "uq_booking_reference" UNIQUE ("reference"),
      CONSTRAINT "ck_booking_ends_after_start" CHECK (ends_at > starts_at),
      CONSTRAINT "ck_booking_held_covers_use" CHECK (held_from <= starts_at AND held_until >= ends_at),
      CONSTRAINT "ck_booking_held_two_days" CHECK (julianday(held_until) - julianday(held_from) <= 2),
      CONSTRAINT "ck_booking_one_booker" CHECK ((group_id IS NULL) <> (person_id IS NULL)),`;

const REFERENCES = `
      CONSTRAINT "fk_booking_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_responsible_person" FOREIGN KEY ("responsible_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION`;

async function createNewBooking(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "booking_new" (${COLUMNS}
      "layout_id" varchar(36),
      "setup_minutes" integer NOT NULL DEFAULT (0),
      "cleardown_minutes" integer NOT NULL DEFAULT (0),
      "is_late_cancellation" integer NOT NULL DEFAULT (0),
      "lapses_on" varchar(10),
      "offer_until" varchar(24),
      "series_id" varchar(36),
      "original_date" varchar(10),
      "access_needs_json" text NOT NULL DEFAULT ('[]'),
      "creche_places" integer NOT NULL DEFAULT (0),
      "things_wanted_json" text NOT NULL DEFAULT ('[]'),
      "keyholder" varchar(120) NOT NULL DEFAULT (''),
      "hours_reason" text NOT NULL DEFAULT (''),
      "late_entry_reason" text NOT NULL DEFAULT (''),
      "may_show_name" integer NOT NULL DEFAULT (0),
      "checked_in_at" varchar(24),
      "checked_out_at" varchar(24),
      "headcount" integer,
      "is_no_show" integer NOT NULL DEFAULT (0),
      "cancelled_from" varchar(12),${CHECKS}
      CONSTRAINT "ck_booking_status" CHECK (status IN ('provisional', 'requested', 'offered', 'confirmed', 'cancelled', 'refused', 'lapsed')),
      CONSTRAINT "ck_booking_units" CHECK (units >= 1),
      CONSTRAINT "ck_booking_lapses" CHECK (status <> 'provisional' OR lapses_on IS NOT NULL),
      CONSTRAINT "ck_booking_offer" CHECK (status <> 'offered' OR offer_until IS NOT NULL),
      CONSTRAINT "ck_booking_checked" CHECK (checked_out_at IS NULL OR checked_in_at IS NOT NULL),
      CONSTRAINT "ck_booking_series" CHECK ((series_id IS NULL) = (original_date IS NULL)),
      CONSTRAINT "uq_booking_series_date" UNIQUE ("series_id", "original_date"),${REFERENCES},
      CONSTRAINT "fk_booking_layout" FOREIGN KEY ("layout_id") REFERENCES "facility_layout" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_series" FOREIGN KEY ("series_id") REFERENCES "booking_series" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
}

async function createOldBooking(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "booking_old" (${COLUMNS}${CHECKS}
      CONSTRAINT "ck_booking_status" CHECK (status IN ('confirmed', 'cancelled')),${REFERENCES}
    )
  `);
}

async function createSeries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "booking_series" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "reference" varchar(20) NOT NULL,
      "rule" text NOT NULL,
      "repeat_json" text NOT NULL,
      "end_json" text NOT NULL,
      "on_closed_day" varchar(10) NOT NULL,
      "details_json" text NOT NULL,
      "requested_at" varchar(24) NOT NULL,
      "taken_by_user_id" varchar(36),
      "version" integer NOT NULL,
      CONSTRAINT "ck_booking_series_closed" CHECK (on_closed_day IN ('skip', 'next-open', 'keep')),
      CONSTRAINT "uq_booking_series_reference" UNIQUE ("reference")
    )
  `);
}

/** The states that hold a room; `db/bookings/bookings.contract.ts` names the same four. */
const HOLDS = "IN ('provisional', 'requested', 'offered', 'confirmed')";

const OTHERS_AT_THAT_TIME = `
          AND other.held_from < NEW.held_until
          AND other.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
          AND other.held_until > NEW.held_from
          AND other.status ${HOLDS}
          AND other.id <> NEW.id`;

/**
 * What no two bookings may do, whoever writes them: hold one room at one time, hold more places than there are at any
 * moment, or hold a whole and a part of it (BOOK-03). The two-day bound keeps the look-ups short; a CHECK keeps every
 * booking inside it. The most places are held at the start of some booking, so only these moments are counted.
 */
const REFUSALS = `
      SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
        SELECT 1 FROM facility WHERE facility.id = NEW.facility_id AND facility.units = 1
      ) AND EXISTS (
        SELECT 1 FROM booking AS other
        WHERE other.facility_id = NEW.facility_id${OTHERS_AT_THAT_TIME}
      );
      SELECT RAISE(ABORT, 'booking.no-places') WHERE NEW.units > (
        SELECT facility.units FROM facility WHERE facility.id = NEW.facility_id
      ) - coalesce((
        SELECT max(taken) FROM (
          SELECT (
            SELECT sum(held.units) FROM booking AS held
            WHERE held.facility_id = NEW.facility_id
              AND held.held_from <= max(other.held_from, NEW.held_from)
              AND held.held_from >= strftime('%Y-%m-%dT%H:%M', NEW.held_from, '-2 days')
              AND held.held_until > max(other.held_from, NEW.held_from)
              AND held.status ${HOLDS}
              AND held.id <> NEW.id
          ) AS taken
          FROM booking AS other
          WHERE other.facility_id = NEW.facility_id${OTHERS_AT_THAT_TIME}
        )
      ), 0);
      SELECT RAISE(ABORT, 'booking.overlap') WHERE EXISTS (
        SELECT 1 FROM (
          SELECT part_id AS id FROM facility_part WHERE whole_id = NEW.facility_id
          UNION SELECT whole_id FROM facility_part WHERE part_id = NEW.facility_id
          UNION SELECT sister.whole_id FROM facility_part AS own
            JOIN facility_part AS sister ON sister.part_id = own.part_id AND sister.whole_id <> own.whole_id
            WHERE own.whole_id = NEW.facility_id
        ) AS joined
        JOIN booking AS other ON other.facility_id = joined.id
        WHERE 1 = 1${OTHERS_AT_THAT_TIME}
      );`;

function newGuards(): readonly string[] {
  return [
    `CREATE TRIGGER booking_no_overlap_insert BEFORE INSERT ON booking
    WHEN NEW.status ${HOLDS}
    BEGIN${REFUSALS}
    END`,
    `CREATE TRIGGER booking_no_overlap_update
    BEFORE UPDATE OF facility_id, held_from, held_until, status, units ON booking
    WHEN NEW.status ${HOLDS}
    BEGIN${REFUSALS}
    END`,
  ];
}

/** The guards as the first release had them, for going back. */
function oldGuards(): readonly string[] {
  const refusal = `
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
    END`;
  return [
    `CREATE TRIGGER booking_no_overlap_insert BEFORE INSERT ON booking
    WHEN NEW.status <> 'cancelled'${refusal}`,
    `CREATE TRIGGER booking_no_overlap_update
    BEFORE UPDATE OF facility_id, held_from, held_until, status, units ON booking
    WHEN NEW.status <> 'cancelled'${refusal}`,
  ];
}

async function keepBookings(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER booking_no_delete BEFORE DELETE ON booking
    BEGIN SELECT RAISE(ABORT, 'booking.kept'); END
  `);
}

async function createWaiting(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "waiting" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "kind" varchar(12) NOT NULL,
      "facility_id" varchar(36),
      "date" varchar(10) NOT NULL,
      "from_time" varchar(5) NOT NULL,
      "until_time" varchar(5) NOT NULL,
      "units" integer NOT NULL,
      "group_id" varchar(36),
      "person_id" varchar(36),
      "responsible_person_id" varchar(36) NOT NULL,
      "purpose" varchar(40) NOT NULL,
      "expected_number" integer,
      "details_json" text NOT NULL,
      "series_id" varchar(36),
      "original_date" varchar(10),
      "why" text NOT NULL,
      "requested_at" varchar(24) NOT NULL,
      "state" varchar(10) NOT NULL,
      "booking_id" varchar(36),
      "offer_until" varchar(24),
      "settled_why" text NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "ck_waiting_kind" CHECK (kind IN ('waiting', 'still-wanted')),
      CONSTRAINT "ck_waiting_state" CHECK (state IN ('waiting', 'offered', 'booked', 'withdrawn', 'passed')),
      CONSTRAINT "ck_waiting_one_booker" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
      CONSTRAINT "fk_waiting_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_waiting_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_waiting_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_waiting_responsible_person" FOREIGN KEY ("responsible_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_waiting_series" FOREIGN KEY ("series_id") REFERENCES "booking_series" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_waiting_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_waiting_state" ON "waiting" ("state", "date")');
  await runner.query('CREATE INDEX "ix_waiting_series" ON "waiting" ("series_id")');
}

async function createSqueezes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "booking_squeeze" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "part" varchar(10) NOT NULL,
      "from_booking_id" varchar(36) NOT NULL,
      "for_booking_id" varchar(36) NOT NULL,
      "minutes" integer NOT NULL,
      "reason" text NOT NULL,
      "by_user_id" varchar(36),
      "at" varchar(24) NOT NULL,
      "ended_at" varchar(24),
      CONSTRAINT "ck_booking_squeeze_part" CHECK (part IN ('setup', 'cleardown')),
      CONSTRAINT "fk_booking_squeeze_from" FOREIGN KEY ("from_booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_booking_squeeze_for" FOREIGN KEY ("for_booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_booking_squeeze_from" ON "booking_squeeze" ("from_booking_id")',
  );
  await runner.query(
    'CREATE INDEX "ix_booking_squeeze_for" ON "booking_squeeze" ("for_booking_id")',
  );
}

async function createCloseOuts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "booking_close_out" (
      "booking_id" varchar(36) PRIMARY KEY NOT NULL,
      "checklist_json" text NOT NULL,
      "damage" text NOT NULL,
      "notes" text NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      "recorded_by_user_id" varchar(36),
      CONSTRAINT "fk_booking_close_out_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(`
    CREATE TABLE "found_item" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "booking_id" varchar(36),
      "what" varchar(200) NOT NULL,
      "found_on" varchar(10) NOT NULL,
      "place" varchar(120) NOT NULL,
      "settled_on" varchar(10),
      "settled_how" text NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "fk_found_item_booking" FOREIGN KEY ("booking_id") REFERENCES "booking" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
}
