import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the record of expense claims: sheets for many, claims, their lines, receipts, and what was signed. */
export class CreateClaims implements MigrationInterface {
  name = 'CreateClaims20261122130400';

  async up(runner: QueryRunner): Promise<void> {
    await createBatches(runner);
    await createClaims(runner);
    await createLines(runner);
    await createCapUses(runner);
    await createReceipts(runner);
    await createSignatures(runner);
    await createAnswers(runner);
    await createTravelPlans(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'travel_plan',
      'claim_answer',
      'claim_signature',
      'claim_line_receipt',
      'claim_receipt',
      'claim_cap_use',
      'claim_line',
      'claim',
      'claim_batch',
    ])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

async function createBatches(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_batch" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "reference" varchar(20) NOT NULL,
      "state" varchar(10) NOT NULL,
      "group_id" varchar(36) NOT NULL,
      "treasurer_person_id" varchar(36) NOT NULL,
      "received_on" varchar(10) NOT NULL,
      "started_by_user_id" varchar(36),
      "started_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "uq_claim_batch_reference" UNIQUE ("reference"),
      CONSTRAINT "ck_claim_batch_state" CHECK (state IN ('draft', 'to-sign', 'filed', 'withdrawn')),
      CONSTRAINT "fk_claim_batch_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_batch_treasurer" FOREIGN KEY ("treasurer_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_claim_batch_group" ON "claim_batch" ("group_id")');
}

async function createClaims(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "reference" varchar(20) NOT NULL,
      "state" varchar(10) NOT NULL,
      "claimant_kind" varchar(8) NOT NULL,
      "claimant_person_id" varchar(36),
      "claimant_group_id" varchar(36),
      "filer_person_id" varchar(36),
      "filer_group_id" varchar(36),
      "filer_words" varchar(160) NOT NULL,
      "payee_person_id" varchar(36),
      "payee_group_id" varchar(36),
      "method" varchar(16) NOT NULL,
      "batch_id" varchar(36),
      "received_on" varchar(10) NOT NULL,
      "notes" text NOT NULL,
      "access_need_met" varchar(200) NOT NULL,
      "claimed_pence" integer,
      "payable_pence" integer,
      "decided_pence" integer,
      "paid_pence" integer NOT NULL,
      "open_warnings" integer NOT NULL,
      "started_by_user_id" varchar(36),
      "started_at" varchar(24) NOT NULL,
      "filed_by_user_id" varchar(36),
      "filed_at" varchar(24),
      "filed_on" varchar(10),
      "sign_key" varchar(36),
      "signed_json" text NOT NULL,
      "signed_hash" varchar(64) NOT NULL,
      "is_changed_since_signed" integer NOT NULL,
      "decided_on" varchar(10),
      "withdrawn_why" varchar(300) NOT NULL,
      "opened_by_user_id" varchar(36),
      "opened_until" varchar(24),
      "version" integer NOT NULL,
      CONSTRAINT "uq_claim_reference" UNIQUE ("reference"),
      CONSTRAINT "uq_claim_sign_key" UNIQUE ("sign_key"),
      CONSTRAINT "ck_claim_state" CHECK (state IN ('draft', 'to-sign', 'filed', 'verified', 'second', 'asked', 'decided', 'paid', 'withdrawn')),
      CONSTRAINT "ck_claim_claimant" CHECK ((claimant_kind = 'group') = (claimant_group_id IS NOT NULL) AND (claimant_kind IN ('person', 'staff')) = (claimant_person_id IS NOT NULL)),
      CONSTRAINT "ck_claim_payee" CHECK ((payee_person_id IS NULL) <> (payee_group_id IS NULL)),
      CONSTRAINT "ck_claim_method" CHECK (method IN ('bank-transfer', 'cheque', 'cash')),
      CONSTRAINT "ck_claim_filed" CHECK (state IN ('draft', 'to-sign', 'withdrawn') OR (filed_at IS NOT NULL AND filed_on IS NOT NULL)),
      CONSTRAINT "fk_claim_claimant_person" FOREIGN KEY ("claimant_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_claimant_group" FOREIGN KEY ("claimant_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_filer_person" FOREIGN KEY ("filer_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_filer_group" FOREIGN KEY ("filer_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_payee_person" FOREIGN KEY ("payee_person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_payee_group" FOREIGN KEY ("payee_group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_batch" FOREIGN KEY ("batch_id") REFERENCES "claim_batch" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_claim_queue" ON "claim" ("state", "received_on", "reference")',
  );
  await runner.query(
    'CREATE INDEX "ix_claim_claimant_person" ON "claim" ("claimant_person_id", "received_on")',
  );
  await runner.query(
    'CREATE INDEX "ix_claim_claimant_group" ON "claim" ("claimant_group_id", "received_on")',
  );
  await runner.query('CREATE INDEX "ix_claim_filer_person" ON "claim" ("filer_person_id")');
  await runner.query('CREATE INDEX "ix_claim_filer_group" ON "claim" ("filer_group_id")');
  await runner.query('CREATE INDEX "ix_claim_payee_person" ON "claim" ("payee_person_id")');
  await runner.query('CREATE INDEX "ix_claim_payee_group" ON "claim" ("payee_group_id")');
  await runner.query('CREATE INDEX "ix_claim_batch" ON "claim" ("batch_id")');
}

async function createLines(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_line" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "claim_id" varchar(36) NOT NULL,
      "position" integer NOT NULL,
      "state" varchar(12) NOT NULL,
      "kind" varchar(16) NOT NULL,
      "activity_id" varchar(36),
      "on_day" varchar(10) NOT NULL,
      "from_place" varchar(120) NOT NULL,
      "to_place" varchar(120) NOT NULL,
      "journey_key" varchar(260) NOT NULL,
      "miles_tenths" integer,
      "minutes" integer,
      "children_json" varchar(200) NOT NULL,
      "carer" varchar(120) NOT NULL,
      "claimed_pence" integer,
      "reason" varchar(500) NOT NULL,
      "no_receipt_why" varchar(300) NOT NULL,
      "prevented_attendance" integer NOT NULL,
      "override_pence" integer,
      "override_why" varchar(300) NOT NULL,
      "payable_pence" integer,
      "cuts_json" text NOT NULL,
      "policy_version" varchar(80) NOT NULL,
      "decided_pence" integer,
      "decision_why" varchar(500) NOT NULL,
      CONSTRAINT "uq_claim_line_position" UNIQUE ("claim_id", "position"),
      CONSTRAINT "ck_claim_line_state" CHECK (state IN ('open', 'waiting', 'approved', 'other', 'asked', 'rejected', 'withdrawn')),
      CONSTRAINT "ck_claim_line_decided" CHECK ((state IN ('approved', 'other')) = (decided_pence IS NOT NULL)),
      CONSTRAINT "ck_claim_line_amounts" CHECK (coalesce(claimed_pence, 0) >= 0 AND coalesce(payable_pence, 0) >= 0 AND coalesce(decided_pence, 0) >= 0),
      CONSTRAINT "fk_claim_line_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_line_activity" FOREIGN KEY ("activity_id") REFERENCES "activity" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_claim_line_journey" ON "claim_line" ("journey_key") WHERE journey_key <> \'\'',
  );
  await runner.query(
    'CREATE INDEX "ix_claim_line_activity" ON "claim_line" ("activity_id", "kind")',
  );
  await runner.query('CREATE INDEX "ix_claim_line_day" ON "claim_line" ("on_day", "kind")');
}

/** What each line used up of a cap, so that later claims in the same meeting, day or household find less left. */
async function createCapUses(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_cap_use" (
      "line_id" varchar(36) NOT NULL,
      "kind" varchar(16) NOT NULL,
      "unit" varchar(10) NOT NULL,
      "cap_key" varchar(120) NOT NULL,
      "pence" integer NOT NULL,
      CONSTRAINT "pk_claim_cap_use" PRIMARY KEY ("line_id", "unit", "cap_key"),
      CONSTRAINT "fk_claim_cap_use_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_claim_cap_use_key" ON "claim_cap_use" ("kind", "unit", "cap_key")',
  );
}

async function createReceipts(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_receipt" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "claim_id" varchar(36),
      "batch_id" varchar(36),
      "hash" varchar(64) NOT NULL,
      "kind" varchar(16) NOT NULL,
      "name" varchar(255) NOT NULL,
      "printed_on" varchar(10),
      "printed_pence" integer,
      "printed_number" varchar(60) NOT NULL,
      "added_by_user_id" varchar(36),
      "added_at" varchar(24) NOT NULL,
      "removed_at" varchar(24),
      CONSTRAINT "ck_claim_receipt_kind" CHECK (kind IN ('receipt', 'signed-claim', 'member-form', 'signed-sheet', 'cash-receipt')),
      CONSTRAINT "ck_claim_receipt_of" CHECK ((claim_id IS NULL) <> (batch_id IS NULL)),
      CONSTRAINT "fk_claim_receipt_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_receipt_batch" FOREIGN KEY ("batch_id") REFERENCES "claim_batch" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_claim_receipt_hash" ON "claim_receipt" ("hash")');
  await runner.query('CREATE INDEX "ix_claim_receipt_claim" ON "claim_receipt" ("claim_id")');
  await runner.query('CREATE INDEX "ix_claim_receipt_batch" ON "claim_receipt" ("batch_id")');
  await runner.query(
    'CREATE INDEX "ix_claim_receipt_printed" ON "claim_receipt" ("printed_on", "printed_pence")',
  );
  await runner.query(`
    CREATE TABLE "claim_line_receipt" (
      "line_id" varchar(36) NOT NULL,
      "receipt_id" varchar(36) NOT NULL,
      CONSTRAINT "pk_claim_line_receipt" PRIMARY KEY ("line_id", "receipt_id"),
      CONSTRAINT "fk_claim_line_receipt_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_line_receipt_receipt" FOREIGN KEY ("receipt_id") REFERENCES "claim_receipt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_claim_line_receipt_receipt" ON "claim_line_receipt" ("receipt_id")',
  );
}

/** What was signed stays as it was: a later signature stands beside it. */
async function createSignatures(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_signature" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "claim_id" varchar(36),
      "batch_id" varchar(36),
      "role" varchar(12) NOT NULL,
      "person_id" varchar(36),
      "name" varchar(160) NOT NULL,
      "way" varchar(8) NOT NULL,
      "strokes_json" text NOT NULL,
      "receipt_id" varchar(36),
      "words" text NOT NULL,
      "signed_hash" varchar(64) NOT NULL,
      "signed_on" varchar(10) NOT NULL,
      "signed_at" varchar(24) NOT NULL,
      "recorded_by_user_id" varchar(36),
      "is_superseded" integer NOT NULL,
      CONSTRAINT "ck_claim_signature_role" CHECK (role IN ('claimant', 'filer', 'treasurer', 'cash')),
      CONSTRAINT "ck_claim_signature_way" CHECK (way IN ('screen', 'paper')),
      CONSTRAINT "ck_claim_signature_of" CHECK ((claim_id IS NULL) <> (batch_id IS NULL)),
      CONSTRAINT "ck_claim_signature_shown" CHECK ((way = 'paper') = (receipt_id IS NOT NULL) AND (way = 'screen') = (strokes_json <> '')),
      CONSTRAINT "fk_claim_signature_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_signature_batch" FOREIGN KEY ("batch_id") REFERENCES "claim_batch" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_signature_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_signature_receipt" FOREIGN KEY ("receipt_id") REFERENCES "claim_receipt" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_claim_signature_claim" ON "claim_signature" ("claim_id")');
  await runner.query('CREATE INDEX "ix_claim_signature_batch" ON "claim_signature" ("batch_id")');
  await runner.query('CREATE INDEX "ix_claim_signature_person" ON "claim_signature" ("person_id")');
}

/** Why somebody went on past a warning; the warning stays on record with it. */
async function createAnswers(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_answer" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "claim_id" varchar(36) NOT NULL,
      "line_id" varchar(36),
      "code" varchar(40) NOT NULL,
      "other_id" varchar(36) NOT NULL,
      "why" varchar(500) NOT NULL,
      "answered_by_user_id" varchar(36),
      "answered_at" varchar(24) NOT NULL,
      CONSTRAINT "fk_claim_answer_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_answer_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_claim_answer_claim" ON "claim_answer" ("claim_id")');
}

/** How somebody travels by agreement, such as by taxi after dark; why is nobody else's business and lies sealed. */
async function createTravelPlans(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "travel_plan" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "person_id" varchar(36) NOT NULL,
      "words" varchar(300) NOT NULL,
      "sealed_why" text NOT NULL,
      "kinds_json" varchar(200) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "until_date" varchar(10),
      "agreed_by_user_id" varchar(36),
      "agreed_on" varchar(10) NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "ck_travel_plan_days" CHECK (until_date IS NULL OR until_date >= from_date),
      CONSTRAINT "fk_travel_plan_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_travel_plan_person" ON "travel_plan" ("person_id")');
}
