import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the equality answers that lead to nobody, what they are compared with, and the counts that are left of them. */
export class CreateProfiles implements MigrationInterface {
  name = 'CreateProfiles20261122120000';

  async up(runner: QueryRunner): Promise<void> {
    await createSheets(runner);
    await createCounts(runner);
    await createQuestions(runner);
    await createComparators(runner);
    await createGapGroups(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "profile_gap_group"');
    await runner.query('DROP TABLE "profile_comparator"');
    await runner.query('DROP TABLE "profile_question"');
    await runner.query('DROP TABLE "profile_count"');
    await runner.query('DROP TABLE "profile_sheet"');
  }
}

/** Without row numbers, which would tell in which order sheets came. */
async function createSheets(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "profile_sheet" (
      "sheet_key" varchar(36) PRIMARY KEY NOT NULL,
      "area_id" varchar(36),
      "tenure" varchar(20) NOT NULL,
      "is_involved" integer NOT NULL,
      "month" varchar(7) NOT NULL,
      "is_counted" integer NOT NULL,
      "is_counted_by_area" integer NOT NULL,
      "is_counted_by_tenure" integer NOT NULL,
      "answers_sealed" text NOT NULL,
      CONSTRAINT "ck_profile_sheet_month" CHECK (length(month) = 7),
      CONSTRAINT "fk_profile_sheet_area" FOREIGN KEY ("area_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION) WITHOUT ROWID
  `);
}

async function createCounts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "profile_count" (
      "year" varchar(7) NOT NULL,
      "question_id" varchar(20) NOT NULL,
      "choice_id" varchar(36) NOT NULL,
      "apart" varchar(8) NOT NULL,
      "column_id" varchar(36) NOT NULL,
      "sheets" integer NOT NULL,
      CONSTRAINT "pk_profile_count" PRIMARY KEY ("year", "question_id", "choice_id", "apart", "column_id"),
      CONSTRAINT "ck_profile_count_apart" CHECK (apart IN ('involved', 'area', 'tenure')),
      CONSTRAINT "ck_profile_count_sheets" CHECK (sheets > 0))
  `);
}

async function createQuestions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "profile_question" (
      "id" varchar(20) PRIMARY KEY NOT NULL,
      "words" varchar(160) NOT NULL,
      "is_asked" integer NOT NULL,
      "choices_json" text NOT NULL,
      "version" integer NOT NULL)
  `);
}

async function createComparators(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "profile_comparator" (
      "question_id" varchar(20) NOT NULL,
      "choice_id" varchar(36) NOT NULL,
      "percent" integer NOT NULL,
      "as_at" varchar(10) NOT NULL,
      "source" varchar(120) NOT NULL,
      CONSTRAINT "pk_profile_comparator" PRIMARY KEY ("question_id", "choice_id"),
      CONSTRAINT "ck_profile_comparator_percent" CHECK (percent IS NULL OR percent BETWEEN 0 AND 100))
  `);
}

async function createGapGroups(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "profile_gap_group" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "name" varchar(80) NOT NULL,
      "question_id" varchar(20) NOT NULL,
      "choices_json" text NOT NULL,
      "percent" integer,
      "as_at" varchar(10),
      "source" varchar(120) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "ck_profile_gap_group_percent" CHECK (percent IS NULL OR percent BETWEEN 0 AND 100),
      CONSTRAINT "ck_profile_gap_group_figure" CHECK ((percent IS NULL) = (as_at IS NULL)))
  `);
}
