CREATE INDEX "ix_account_change_state" ON "account_change" ("state", "asked_at");

CREATE INDEX "ix_audit_entry_actor" ON "audit_entry" ("actor_id", "seq");

CREATE INDEX "ix_audit_entry_object" ON "audit_entry" ("object_type", "object_id", "seq");

CREATE INDEX "ix_audit_personal_value_subject" ON "audit_personal_value" ("subject_id");

CREATE INDEX "ix_booking_facility_held" ON "booking" ("facility_id", "held_from");

CREATE INDEX "ix_booking_group" ON "booking" ("group_id", "starts_at");

CREATE INDEX "ix_booking_held" ON "booking" ("held_from", "facility_id");

CREATE INDEX "ix_booking_person" ON "booking" ("person_id", "starts_at");

CREATE INDEX "ix_parameter_value_name" ON "parameter_value" ("name", "valid_from", "sequence");

CREATE INDEX "ix_person_folded_name" ON "person" ("folded_name", "id");

CREATE INDEX "ix_tenant_group_folded_name" ON "tenant_group" ("folded_name", "id");

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
);

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
);

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
);

CREATE TABLE "audit_personal_value" (
  "seq" integer NOT NULL,
  "side" varchar(6) NOT NULL,
  "field" varchar(60) NOT NULL,
  "subject_id" varchar(36) NOT NULL,
  "value" text NOT NULL,
  PRIMARY KEY ("seq", "side", "field")
);

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
);

CREATE TABLE "centre" (
  "id" integer PRIMARY KEY NOT NULL,
  "name" varchar(120) NOT NULL,
  "address" text NOT NULL,
  "phone" varchar(40) NOT NULL,
  "preset_id" varchar(40) NOT NULL,
  "council" varchar(120) NOT NULL,
  "opens_real" integer NOT NULL,
  "idle_lock_minutes" integer NOT NULL,
  "set_up_at" varchar(24),
  "version" integer NOT NULL
);

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
);

CREATE TABLE "migration" ("id" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "timestamp" bigint NOT NULL, "name" varchar NOT NULL);

CREATE TABLE "parameter_value" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(80) NOT NULL,
  "value_json" text NOT NULL,
  "as_given" text NOT NULL,
  "valid_from" varchar(10) NOT NULL,
  "origin" varchar(200) NOT NULL,
  "recorded_at" varchar(24) NOT NULL,
  "sequence" integer NOT NULL
);

CREATE TABLE "person" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(120) NOT NULL,
  "folded_name" varchar(160) NOT NULL,
  "kind" varchar(40) NOT NULL,
  "phone" varchar(40) NOT NULL,
  "phone_digits" varchar(40) NOT NULL,
  "version" integer NOT NULL
);

CREATE TABLE "reference_counter" (
  "prefix" varchar(8) NOT NULL,
  "year" integer NOT NULL,
  "last_number" integer NOT NULL,
  PRIMARY KEY ("prefix", "year")
);

CREATE TABLE search_entry (
  id integer PRIMARY KEY NOT NULL,
  kind varchar(12) NOT NULL,
  object_id varchar(36) NOT NULL,
  title text NOT NULL,
  detail text NOT NULL,
  folded text NOT NULL,
  sort_key varchar(16) NOT NULL,
  CONSTRAINT uq_search_entry_object UNIQUE (kind, object_id)
);

CREATE VIRTUAL TABLE search_text USING fts5(
  folded, content='search_entry', content_rowid='id',
  tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);

CREATE TABLE 'search_text_config'(k PRIMARY KEY, v) WITHOUT ROWID;

CREATE TABLE 'search_text_data'(id INTEGER PRIMARY KEY, block BLOB);

CREATE TABLE 'search_text_docsize'(id INTEGER PRIMARY KEY, sz BLOB);

CREATE TABLE 'search_text_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;

CREATE TABLE "subject_key" (
  "subject_id" varchar(36) PRIMARY KEY NOT NULL,
  "key_hex" varchar(64) NOT NULL
);

CREATE TABLE "tenant_group" (
  "id" varchar(36) PRIMARY KEY NOT NULL,
  "name" varchar(120) NOT NULL,
  "folded_name" varchar(160) NOT NULL,
  "kind" varchar(40) NOT NULL,
  "phone" varchar(40) NOT NULL,
  "is_active" integer NOT NULL,
  "version" integer NOT NULL
);

CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;

CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit.append-only'); END;

CREATE TRIGGER booking_no_delete BEFORE DELETE ON booking
BEGIN SELECT RAISE(ABORT, 'booking.kept'); END;

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
END;

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
END;

CREATE TRIGGER parameter_value_no_update BEFORE UPDATE ON parameter_value
BEGIN SELECT RAISE(ABORT, 'settings.figures-are-added'); END;
