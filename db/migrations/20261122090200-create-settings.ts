import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the centre, its dated figures and its running numbers. */
export class CreateSettings implements MigrationInterface {
  name = 'CreateSettings20261122090200';

  async up(runner: QueryRunner): Promise<void> {
    await createCentre(runner);
    await createParameterValue(runner);
    await createReferenceCounter(runner);
    await keepFiguresUnchanged(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reference_counter');
    await runner.query('DROP TABLE parameter_value');
    await runner.query('DROP TABLE centre');
  }
}

async function createCentre(runner: QueryRunner): Promise<void> {
  await runner.query(`
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
    )
  `);
}

async function createParameterValue(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "parameter_value" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "name" varchar(80) NOT NULL,
      "value_json" text NOT NULL,
      "as_given" text NOT NULL,
      "valid_from" varchar(10) NOT NULL,
      "origin" varchar(200) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      "sequence" integer NOT NULL
    )
  `);
  await runner.query(`
    CREATE INDEX "ix_parameter_value_name" ON "parameter_value" ("name", "valid_from", "sequence")
  `);
}

async function createReferenceCounter(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "reference_counter" (
      "prefix" varchar(8) NOT NULL,
      "year" integer NOT NULL,
      "last_number" integer NOT NULL,
      PRIMARY KEY ("prefix", "year")
    )
  `);
}

async function keepFiguresUnchanged(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER parameter_value_no_update BEFORE UPDATE ON parameter_value
    BEGIN SELECT RAISE(ABORT, 'settings.figures-are-added'); END
  `);
}
