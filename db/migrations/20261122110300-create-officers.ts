import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of who holds which post of a group, what is vacant, and what is handed over. */
export class CreateOfficers implements MigrationInterface {
  name = 'CreateOfficers20261122110300';

  async up(runner: QueryRunner): Promise<void> {
    await createCommittees(runner);
    await createTerms(runner);
    await createVacancies(runner);
    await createHandOvers(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "hand_over_line"');
    await runner.query('DROP TABLE "hand_over"');
    await runner.query('DROP TABLE "officer_vacancy"');
    await runner.query('DROP TABLE "officer_term"');
    await runner.query('DROP TABLE "committee"');
  }
}

async function createCommittees(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "committee" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "meeting_on" varchar(10) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "decided_at" varchar(120) NOT NULL,
      "is_whole" integer NOT NULL,
      "made_at" varchar(24) NOT NULL,
      "taken_back_at" varchar(24),
      CONSTRAINT "fk_committee_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_committee_group" ON "committee" ("group_id")');
}

async function createTerms(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "officer_term" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "post" varchar(60) NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "until_date" varchar(10),
      "is_voting" integer NOT NULL,
      "meeting_that_decided" varchar(160) NOT NULL,
      "needs_induction" integer NOT NULL,
      "induction_done_on" varchar(10),
      "started_by_id" varchar(36),
      "ended_by_id" varchar(36),
      "until_before" varchar(10),
      "recorded_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "ck_officer_term_dates" CHECK (until_date IS NULL OR until_date >= from_date),
      CONSTRAINT "fk_officer_term_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_officer_term_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_officer_term_started_by" FOREIGN KEY ("started_by_id") REFERENCES "committee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_officer_term_ended_by" FOREIGN KEY ("ended_by_id") REFERENCES "committee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_officer_term_group" ON "officer_term" ("group_id")');
  await runner.query('CREATE INDEX "ix_officer_term_person" ON "officer_term" ("person_id")');
}

async function createVacancies(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "officer_vacancy" (
      "group_id" varchar(36) NOT NULL,
      "post" varchar(60) NOT NULL,
      "fill_by" varchar(10) NOT NULL,
      CONSTRAINT "pk_officer_vacancy" PRIMARY KEY ("group_id", "post"),
      CONSTRAINT "fk_officer_vacancy_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
}

async function createHandOvers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "hand_over" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "committee_id" varchar(36),
      "post" varchar(60) NOT NULL,
      "outgoing_id" varchar(36),
      "incoming_id" varchar(36),
      "on_date" varchar(10) NOT NULL,
      "made_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_hand_over_somebody" CHECK (outgoing_id IS NOT NULL OR incoming_id IS NOT NULL),
      CONSTRAINT "fk_hand_over_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_hand_over_committee" FOREIGN KEY ("committee_id") REFERENCES "committee" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_hand_over_outgoing" FOREIGN KEY ("outgoing_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_hand_over_incoming" FOREIGN KEY ("incoming_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_hand_over_group" ON "hand_over" ("group_id")');
  await runner.query('CREATE INDEX "ix_hand_over_outgoing" ON "hand_over" ("outgoing_id")');
  await runner.query('CREATE INDEX "ix_hand_over_incoming" ON "hand_over" ("incoming_id")');
  await runner.query(`
    CREATE TABLE "hand_over_line" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "hand_over_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "words" varchar(300) NOT NULL,
      "done_on" varchar(10),
      CONSTRAINT "fk_hand_over_line_hand_over" FOREIGN KEY ("hand_over_id") REFERENCES "hand_over" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_hand_over_line_hand_over" ON "hand_over_line" ("hand_over_id")',
  );
}
