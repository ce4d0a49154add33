import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of other venues, the council's access to them, and keys. */
export class CreateVenues implements MigrationInterface {
  name = 'CreateVenues20261122100200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "venue" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "name" varchar(120) NOT NULL,
        "address_json" text NOT NULL,
        "managed_by" varchar(8) NOT NULL,
        "group_id" varchar(36),
        "access_json" text NOT NULL,
        "conditions" text NOT NULL,
        "is_active" integer NOT NULL,
        "version" integer NOT NULL,
        CONSTRAINT "uq_venue_name" UNIQUE ("name"),
        CONSTRAINT "ck_venue_managed_by" CHECK (managed_by IN ('council', 'group')),
        CONSTRAINT "fk_venue_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
    await runner.query(`
      CREATE TABLE "council_access" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "venue_id" varchar(36) NOT NULL,
        "at" varchar(16) NOT NULL,
        "officer" varchar(120) NOT NULL,
        "reason" varchar(20) NOT NULL,
        "notes" text NOT NULL,
        "committee_told_on" varchar(10),
        "recorded_at" varchar(24) NOT NULL,
        CONSTRAINT "fk_council_access_venue" FOREIGN KEY ("venue_id") REFERENCES "venue" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
    await runner.query(
      'CREATE INDEX "ix_council_access_venue" ON "council_access" ("venue_id", "at")',
    );
    await runner.query(`
      CREATE TABLE "key_holding" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "key_name" varchar(60) NOT NULL,
        "person_id" varchar(36) NOT NULL,
        "held_since" varchar(10) NOT NULL,
        "returned_on" varchar(10),
        "notes" text NOT NULL,
        "version" integer NOT NULL,
        CONSTRAINT "ck_key_holding_returned" CHECK (returned_on IS NULL OR returned_on >= held_since),
        CONSTRAINT "fk_key_holding_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_key_holding_open" ON "key_holding" ("key_name" COLLATE NOCASE) WHERE returned_on IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "key_holding"');
    await runner.query('DROP TABLE "council_access"');
    await runner.query('DROP TABLE "venue"');
  }
}
