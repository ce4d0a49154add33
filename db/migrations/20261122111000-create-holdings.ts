import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the record of what was put together, row by row, so that it can be taken back. */
export class CreateHoldings implements MigrationInterface {
  name = 'CreateHoldings20261122111000';

  async up(runner: QueryRunner): Promise<void> {
    await createMerges(runner);
    await createMergedRows(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "merged_row"');
    await runner.query('DROP TABLE "record_merge"');
  }
}

async function createMerges(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "record_merge" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "kind" varchar(6) NOT NULL,
      "kept_id" varchar(36) NOT NULL,
      "lost_id" varchar(36) NOT NULL,
      "lost_name" varchar(120) NOT NULL,
      "merged_at" varchar(24) NOT NULL,
      "merged_on" varchar(10) NOT NULL,
      "merged_by_user_id" varchar(36),
      "undo_until" varchar(10) NOT NULL,
      "reason" varchar(500) NOT NULL,
      "moved_json" text NOT NULL,
      "undone_at" varchar(24),
      "undone_by_user_id" varchar(36),
      "left_json" text NOT NULL,
      CONSTRAINT "ck_record_merge_kind" CHECK (kind IN ('person', 'group')),
      CONSTRAINT "ck_record_merge_two" CHECK (kept_id <> lost_id))
  `);
  await runner.query('CREATE INDEX "ix_record_merge_kept" ON "record_merge" ("kept_id")');
  await runner.query('CREATE INDEX "ix_record_merge_lost" ON "record_merge" ("lost_id")');
}

async function createMergedRows(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "merged_row" (
      "merge_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "table_name" varchar(40) NOT NULL,
      "key_json" text NOT NULL,
      "did" varchar(10) NOT NULL,
      "before_json" text NOT NULL,
      "after_json" text NOT NULL,
      "words" varchar(120) NOT NULL,
      "mark" varchar(64) NOT NULL,
      CONSTRAINT "pk_merged_row" PRIMARY KEY ("merge_id", "position"),
      CONSTRAINT "ck_merged_row_did" CHECK (did IN ('changed', 'taken-out')),
      CONSTRAINT "fk_merged_row_merge" FOREIGN KEY ("merge_id") REFERENCES "record_merge" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION)
  `);
}
