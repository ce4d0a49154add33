import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the table of the files that people bring: pictures of receipts, signed forms. */
export class CreateReceipts implements MigrationInterface {
  name = 'CreateReceipts20261122130200';

  async up(runner: QueryRunner): Promise<void> {
    await createKeptFiles(runner);
    await guardKeptFiles(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "kept_file"');
  }
}

/** The bytes stand last, so that reading what a file is leaves the pages of its content alone. */
async function createKeptFiles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "kept_file" (
      "hash" varchar(64) PRIMARY KEY NOT NULL,
      "media_type" varchar(15) NOT NULL,
      "byte_count" integer NOT NULL,
      "width" integer,
      "height" integer,
      "pages" integer,
      "kept_at" varchar(24) NOT NULL,
      "bytes" blob NOT NULL,
      CONSTRAINT "ck_kept_file_hash" CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
      CONSTRAINT "ck_kept_file_shape" CHECK ((media_type IN ('image/jpeg', 'image/png') AND width IS NOT NULL AND height IS NOT NULL AND pages IS NULL) OR (media_type = 'application/pdf' AND width IS NULL AND height IS NULL AND pages IS NOT NULL)),
      CONSTRAINT "ck_kept_file_size" CHECK (byte_count BETWEEN 1 AND 7000000 AND byte_count = length(bytes)))
  `);
}

/** A file is evidence: it is kept as it was taken in, or forgotten, and never changed. */
async function guardKeptFiles(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER kept_file_no_update BEFORE UPDATE ON "kept_file"
    BEGIN SELECT RAISE(ABORT, 'A kept file never changes'); END
  `);
}
