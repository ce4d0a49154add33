import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of all that is on record about a group beside its name: areas, homes, dates, documents, who speaks for it, support. */
export class ExtendGroups implements MigrationInterface {
  name = 'ExtendGroups20261122110200';

  async up(runner: QueryRunner): Promise<void> {
    await createRecords(runner);
    await createAreas(runner);
    await createHomes(runner);
    await createDuties(runner);
    await createDocuments(runner);
    await createRepresentations(runner);
    await createSupport(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'group_support',
      'representation',
      'group_document',
      'group_duty',
      'group_homes',
      'group_area',
      'group_record',
    ])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

async function createRecords(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "group_record" (
      "group_id" varchar(36) PRIMARY KEY NOT NULL,
      "email" varchar(160) NOT NULL,
      "contact_id" varchar(36),
      "patch" text NOT NULL,
      "parent_id" varchar(36),
      "is_scheme" integer NOT NULL,
      "remit" text NOT NULL,
      "active_members" integer,
      "active_members_as_at" varchar(10),
      "quorum_words" varchar(300) NOT NULL,
      "link_officer" varchar(120) NOT NULL,
      "started_on" varchar(10),
      "ended_on" varchar(10),
      "successor_id" varchar(36),
      "end_reason" varchar(500) NOT NULL,
      "last_confirmed_on" varchar(10),
      CONSTRAINT "ck_group_record_not_own_parent" CHECK (parent_id IS NULL OR parent_id <> group_id),
      CONSTRAINT "ck_group_record_not_own_successor" CHECK (successor_id IS NULL OR successor_id <> group_id),
      CONSTRAINT "fk_group_record_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_group_record_contact" FOREIGN KEY ("contact_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_group_record_parent" FOREIGN KEY ("parent_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_group_record_successor" FOREIGN KEY ("successor_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_group_record_parent" ON "group_record" ("parent_id")');
  await runner.query('CREATE INDEX "ix_group_record_contact" ON "group_record" ("contact_id")');
}

async function createAreas(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "group_area" (
      "group_id" varchar(36) NOT NULL,
      "area_id" varchar(36) NOT NULL,
      CONSTRAINT "pk_group_area" PRIMARY KEY ("group_id", "area_id"),
      CONSTRAINT "fk_group_area_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_group_area_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_group_area_area" ON "group_area" ("area_id")');
}

async function createHomes(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "group_homes" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "landlord" varchar(120) NOT NULL,
      "is_council" integer NOT NULL,
      "properties" integer,
      "tenancies" integer,
      "as_at" varchar(10) NOT NULL,
      "source" varchar(120) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_group_homes_counts" CHECK (coalesce(properties, 0) >= 0 AND coalesce(tenancies, 0) >= 0),
      CONSTRAINT "fk_group_homes_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_group_homes_group" ON "group_homes" ("group_id", "as_at")');
}

async function createDuties(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "group_duty" (
      "group_id" varchar(36) NOT NULL,
      "kind" varchar(20) NOT NULL,
      "last_on" varchar(10),
      "next_due_on" varchar(10),
      CONSTRAINT "pk_group_duty" PRIMARY KEY ("group_id", "kind"),
      CONSTRAINT "ck_group_duty_kind" CHECK (kind IN ('agm', 'accounts', 'insurance', 'constitution-review', 'recognition')),
      CONSTRAINT "fk_group_duty_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_group_duty_due" ON "group_duty" ("next_due_on")');
}

async function createDocuments(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "group_document" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "kind" varchar(20) NOT NULL,
      "title" varchar(160) NOT NULL,
      "version" varchar(40) NOT NULL,
      "dated_on" varchar(10),
      "received_on" varchar(10) NOT NULL,
      "expires_on" varchar(10),
      "where_kept" varchar(160) NOT NULL,
      "note" text NOT NULL,
      "replaced_by_id" varchar(36),
      CONSTRAINT "ck_group_document_kind" CHECK (kind IN ('constitution', 'terms-of-reference', 'accounts', 'insurance', 'minutes', 'code-adoption', 'equality-statement', 'other')),
      CONSTRAINT "fk_group_document_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_group_document_replaced_by" FOREIGN KEY ("replaced_by_id") REFERENCES "group_document" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_group_document_group" ON "group_document" ("group_id")');
  await runner.query('CREATE INDEX "ix_group_document_expires" ON "group_document" ("expires_on")');
}

async function createRepresentations(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "representation" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "body_group_id" varchar(36) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "until_date" varchar(10),
      CONSTRAINT "ck_representation_dates" CHECK (until_date IS NULL OR until_date >= from_date),
      CONSTRAINT "ck_representation_other_body" CHECK (group_id <> body_group_id),
      CONSTRAINT "fk_representation_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_representation_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_representation_body" FOREIGN KEY ("body_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_representation_group" ON "representation" ("group_id")');
  await runner.query('CREATE INDEX "ix_representation_body" ON "representation" ("body_group_id")');
  await runner.query('CREATE INDEX "ix_representation_person" ON "representation" ("person_id")');
}

async function createSupport(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "group_support" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "on_date" varchar(10) NOT NULL,
      "kind" varchar(20) NOT NULL,
      "what" varchar(500) NOT NULL,
      "by_whom" varchar(120) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_group_support_kind" CHECK (kind IN ('start-up', 'advice', 'publicity', 'documents', 'meeting', 'other-departments', 'note')),
      CONSTRAINT "fk_group_support_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_group_support_group" ON "group_support" ("group_id", "on_date")',
  );
}
