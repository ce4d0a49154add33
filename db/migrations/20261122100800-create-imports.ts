import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the record of what was brought in from files, and the version each thing had when it came in. */
export class CreateImports implements MigrationInterface {
  name = 'CreateImports20261122100800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "import_run" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "reference" varchar(20) NOT NULL,
        "kind" varchar(20) NOT NULL,
        "file_name" varchar(255) NOT NULL,
        "file_hash" varchar(64) NOT NULL,
        "made_at" varchar(24) NOT NULL,
        "made_by_user_id" varchar(36),
        "added" integer NOT NULL,
        "problems" integer NOT NULL,
        "undone_at" varchar(24),
        "undone_by_user_id" varchar(36),
        "kept_json" text NOT NULL,
        CONSTRAINT "uq_import_run_reference" UNIQUE ("reference")
      )
    `);
    await runner.query(`
      CREATE TABLE "import_row" (
        "run_id" varchar(36) NOT NULL,
        "object_type" varchar(20) NOT NULL,
        "object_id" varchar(36) NOT NULL,
        "line" integer NOT NULL,
        "words" text NOT NULL,
        "version_after" integer NOT NULL,
        CONSTRAINT "pk_import_row" PRIMARY KEY ("run_id", "object_type", "object_id"),
        CONSTRAINT "fk_import_row_run" FOREIGN KEY ("run_id") REFERENCES "import_run" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "import_row"');
    await runner.query('DROP TABLE "import_run"');
  }
}
