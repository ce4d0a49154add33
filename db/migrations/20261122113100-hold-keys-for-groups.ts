import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Says for which group somebody holds a key; keys handed out before say nothing. */
export class HoldKeysForGroups implements MigrationInterface {
  name = 'HoldKeysForGroups20261122113100';

  async up(runner: QueryRunner): Promise<void> {
    await makeWithGroup(runner);
    await runner.query(`
      INSERT INTO "key_holding_new" ("id", "key_name", "person_id", "held_since", "returned_on", "notes", "version")
      SELECT "id", "key_name", "person_id", "held_since", "returned_on", "notes", "version" FROM "key_holding"
    `);
    await takeItsPlace(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await makeWithoutGroup(runner);
    await runner.query(`
      INSERT INTO "key_holding_new" ("id", "key_name", "person_id", "held_since", "returned_on", "notes", "version")
      SELECT "id", "key_name", "person_id", "held_since", "returned_on", "notes", "version" FROM "key_holding"
    `);
    await takeItsPlace(runner);
  }
}

async function makeWithGroup(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "key_holding_new" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "key_name" varchar(60) NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "held_since" varchar(10) NOT NULL,
      "returned_on" varchar(10),
      "notes" text NOT NULL,
      "version" integer NOT NULL,
      "group_id" varchar(36),
      CONSTRAINT "ck_key_holding_returned" CHECK (returned_on IS NULL OR returned_on >= held_since),
      CONSTRAINT "fk_key_holding_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_key_holding_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
}

async function makeWithoutGroup(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "key_holding_new" (
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
}

async function takeItsPlace(runner: QueryRunner): Promise<void> {
  await runner.query('DROP TABLE "key_holding"');
  await runner.query('ALTER TABLE "key_holding_new" RENAME TO "key_holding"');
  await runner.query(
    'CREATE UNIQUE INDEX "uq_key_holding_open" ON "key_holding" ("key_name" COLLATE NOCASE) WHERE returned_on IS NULL',
  );
}
