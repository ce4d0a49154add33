import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the record of decisions on claims and of what was paid by hand, with the guards that keep people apart. */
export class DecideClaims implements MigrationInterface {
  name = 'DecideClaims20261122130500';

  async up(runner: QueryRunner): Promise<void> {
    await createDecisions(runner);
    await createPayments(runner);
    await createReasons(runner);
    await guardDecisions(runner);
    await guardPayments(runner);
    await guardSignedFigures(runner);
    await guardHandsOfClaims(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "claim_line_signed_figures"');
    await runner.query('DROP TRIGGER "claim_hands_apart"');
    for (const table of ['claim_reason', 'claim_payment_part', 'claim_payment', 'claim_decision'])
      await runner.query(`DROP TABLE "${table}"`);
  }
}

/** One row for each decision, never changed: papers checked, a line decided, a second approval, a top-up. */
async function createDecisions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_decision" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "claim_id" varchar(36) NOT NULL,
      "line_id" varchar(36),
      "step" varchar(8) NOT NULL,
      "decision" varchar(12) NOT NULL,
      "pence" integer,
      "why" varchar(500) NOT NULL,
      "key" varchar(36) NOT NULL,
      "user_id" varchar(36) NOT NULL,
      "decided_on" varchar(10) NOT NULL,
      "decided_at" varchar(24) NOT NULL,
      CONSTRAINT "ck_claim_decision_step" CHECK (step IN ('verify', 'approve', 'second', 'top-up')),
      CONSTRAINT "ck_claim_decision_decision" CHECK (decision IN ('approved', 'other', 'asked', 'rejected', 'sent-back')),
      CONSTRAINT "ck_claim_decision_pence" CHECK ((decision IN ('approved', 'other') AND line_id IS NOT NULL) = (pence IS NOT NULL)),
      CONSTRAINT "ck_claim_decision_why" CHECK (decision = 'approved' OR why <> ''),
      CONSTRAINT "fk_claim_decision_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_decision_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_decision_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE UNIQUE INDEX "uq_claim_decision_line_key" ON "claim_decision" ("key", "step", "line_id")',
  );
  await runner.query(
    'CREATE UNIQUE INDEX "uq_claim_decision_claim_key" ON "claim_decision" ("key", "step") WHERE line_id IS NULL',
  );
  await runner.query('CREATE INDEX "ix_claim_decision_claim" ON "claim_decision" ("claim_id")');
  await runner.query('CREATE INDEX "ix_claim_decision_line" ON "claim_decision" ("line_id")');
}

async function createPayments(runner: QueryRunner): Promise<void> {
  // Which details were paid to is kept by their id alone: bank details go when their time is over, payments stay.
  await runner.query(`
    CREATE TABLE "claim_payment" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "claim_id" varchar(36) NOT NULL,
      "key" varchar(36) NOT NULL,
      "paid_on" varchar(10) NOT NULL,
      "method" varchar(16) NOT NULL,
      "details_id" varchar(36),
      "details_number" integer,
      "signature_id" varchar(36),
      "pence" integer NOT NULL,
      "note" varchar(300) NOT NULL,
      "user_id" varchar(36) NOT NULL,
      "recorded_at" varchar(24) NOT NULL,
      CONSTRAINT "uq_claim_payment_key" UNIQUE ("key"),
      CONSTRAINT "ck_claim_payment_method" CHECK (method IN ('bank-transfer', 'cheque', 'cash')),
      CONSTRAINT "ck_claim_payment_shown" CHECK ((method = 'cash') = (signature_id IS NOT NULL) AND (method = 'cash') = (details_id IS NULL)),
      CONSTRAINT "ck_claim_payment_pence" CHECK (pence > 0),
      CONSTRAINT "fk_claim_payment_claim" FOREIGN KEY ("claim_id") REFERENCES "claim" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_payment_signature" FOREIGN KEY ("signature_id") REFERENCES "claim_signature" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_payment_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query('CREATE INDEX "ix_claim_payment_claim" ON "claim_payment" ("claim_id")');
  // A decided amount is in one payment and no other, whoever writes it: this is what closes a line to any later run.
  await runner.query(`
    CREATE TABLE "claim_payment_part" (
      "decision_id" varchar(36) PRIMARY KEY NOT NULL,
      "payment_id" varchar(36) NOT NULL,
      "line_id" varchar(36) NOT NULL,
      "pence" integer NOT NULL,
      CONSTRAINT "fk_claim_payment_part_decision" FOREIGN KEY ("decision_id") REFERENCES "claim_decision" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_payment_part_payment" FOREIGN KEY ("payment_id") REFERENCES "claim_payment" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_claim_payment_part_line" FOREIGN KEY ("line_id") REFERENCES "claim_line" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_claim_payment_part_payment" ON "claim_payment_part" ("payment_id")',
  );
}

/** Reasons that were kept, so that everybody is told the same thing in the same words. */
async function createReasons(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_reason" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "decision" varchar(12) NOT NULL,
      "words" varchar(500) NOT NULL,
      "is_active" integer NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "ck_claim_reason_decision" CHECK (decision IN ('other', 'asked', 'rejected')))
  `);
}

/** Who a claim is of, who brought it and who is paid; every comparison of people in these guards is with all three. */
const OWN = `(
  SELECT 1 FROM account_person a JOIN claim c ON c.id = NEW.claim_id
  WHERE a.user_id = NEW.user_id AND a.person_id IS NOT NULL
    AND a.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
)`;

/** The same bank account, by keyed mark, with the person behind the deciding account and with claimant or payee. */
const SAME_BANK = `(
  SELECT 1 FROM account_person a
  JOIN payee mine ON mine.person_id = a.person_id
  JOIN payee_details md ON md.payee_id = mine.id AND md.account_mark <> '' AND md.state IN ('staged', 'verified')
  JOIN payee_details td ON td.account_mark = md.account_mark AND td.state IN ('staged', 'verified')
  JOIN payee their ON their.id = td.payee_id
  JOIN claim c ON c.id = NEW.claim_id
  WHERE a.user_id = NEW.user_id
    AND (their.person_id IN (c.claimant_person_id, c.filer_person_id, c.payee_person_id)
      OR their.group_id IN (c.claimant_group_id, c.payee_group_id))
)`;

/** Another step of this claim by the same account, or by another account of the same person. */
const sameHand = (steps: string) => `(
  SELECT 1 FROM claim_decision d
  LEFT JOIN account_person was ON was.user_id = d.user_id
  LEFT JOIN account_person now ON now.user_id = NEW.user_id
  WHERE d.claim_id = NEW.claim_id AND d.step IN (${steps})
    AND (d.user_id = NEW.user_id OR was.person_id = now.person_id)
)`;

async function guardDecisions(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER "claim_decision_not_own" BEFORE INSERT ON "claim_decision"
    WHEN EXISTS ${OWN} OR EXISTS ${SAME_BANK}
    BEGIN SELECT RAISE(ABORT, 'nobody decides on a claim of their own'); END
  `);
  await runner.query(`
    CREATE TRIGGER "claim_decision_second_hand" BEFORE INSERT ON "claim_decision"
    WHEN (NEW.step = 'approve' AND EXISTS ${sameHand("'verify'")})
      OR (NEW.step = 'second' AND EXISTS ${sameHand("'verify', 'approve', 'top-up'")})
      OR (NEW.step = 'top-up' AND EXISTS ${sameHand("'verify'")})
    BEGIN SELECT RAISE(ABORT, 'each step of a claim is taken by somebody else'); END
  `);
  await runner.query(`
    CREATE TRIGGER "claim_decision_kept"
    BEFORE UPDATE OF "id", "claim_id", "line_id", "step", "decision", "pence", "key", "user_id", "decided_on", "decided_at" ON "claim_decision"
    BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END
  `);
  // An erasure takes the words away and leaves what was decided.
  await runner.query(`
    CREATE TRIGGER "claim_decision_words_kept" BEFORE UPDATE OF "why" ON "claim_decision"
    WHEN NEW.why <> OLD.why AND NEW.why <> 'erased'
    BEGIN SELECT RAISE(ABORT, 'decisions are never changed'); END
  `);
  await runner.query(`
    CREATE TRIGGER "claim_decision_not_deleted" BEFORE DELETE ON "claim_decision"
    BEGIN SELECT RAISE(ABORT, 'decisions are never deleted'); END
  `);
}

async function guardPayments(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER "claim_payment_second_hand" BEFORE INSERT ON "claim_payment"
    WHEN EXISTS ${OWN} OR EXISTS ${SAME_BANK} OR EXISTS ${sameHand("'approve', 'second', 'top-up'")}
    BEGIN SELECT RAISE(ABORT, 'who approved a claim, or is paid by it, does not pay it'); END
  `);
  await runner.query(`
    CREATE TRIGGER "claim_payment_part_as_decided" BEFORE INSERT ON "claim_payment_part"
    WHEN NOT EXISTS (
      SELECT 1 FROM claim_decision d JOIN claim_payment p ON p.id = NEW.payment_id
      WHERE d.id = NEW.decision_id AND d.claim_id = p.claim_id AND d.line_id = NEW.line_id
        AND d.decision IN ('approved', 'other') AND d.step IN ('approve', 'top-up') AND d.pence = NEW.pence)
      OR (SELECT coalesce(sum(pence), 0) FROM claim_payment_part WHERE line_id = NEW.line_id) + NEW.pence
        > (SELECT coalesce(decided_pence, 0) FROM claim_line WHERE id = NEW.line_id)
    BEGIN SELECT RAISE(ABORT, 'only what was decided is paid'); END
  `);
  // An erasure takes the note away and leaves what was paid.
  await runner.query(`
    CREATE TRIGGER "claim_payment_kept"
    BEFORE UPDATE OF "id", "claim_id", "key", "paid_on", "method", "details_id", "details_number", "signature_id", "pence", "user_id", "recorded_at" ON "claim_payment"
    BEGIN SELECT RAISE(ABORT, 'what was paid stays on record'); END
  `);
  await runner.query(`
    CREATE TRIGGER "claim_payment_not_deleted" BEFORE DELETE ON "claim_payment"
    BEGIN SELECT RAISE(ABORT, 'what was paid stays on record'); END
  `);
  for (const what of ['UPDATE', 'DELETE']) {
    await runner.query(`
      CREATE TRIGGER "claim_payment_part_no_${what.toLowerCase()}" BEFORE ${what} ON "claim_payment_part"
      BEGIN SELECT RAISE(ABORT, 'what was paid stays on record'); END
    `);
  }
}

/** Claimed and payable are frozen at signing; only a line that is open again may be priced anew. */
async function guardSignedFigures(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER "claim_line_signed_figures"
    BEFORE UPDATE OF "kind", "activity_id", "on_day", "miles_tenths", "minutes", "children_json", "claimed_pence", "payable_pence", "cuts_json" ON "claim_line"
    WHEN OLD.state <> 'open' AND NEW.state <> 'open'
      AND (OLD.kind IS NOT NEW.kind OR OLD.activity_id IS NOT NEW.activity_id OR OLD.on_day IS NOT NEW.on_day
        OR OLD.miles_tenths IS NOT NEW.miles_tenths OR OLD.minutes IS NOT NEW.minutes
        OR OLD.children_json IS NOT NEW.children_json OR OLD.claimed_pence IS NOT NEW.claimed_pence
        OR (OLD.payable_pence IS NOT NULL AND OLD.payable_pence IS NOT NEW.payable_pence)
        OR (OLD.payable_pence IS NOT NULL AND OLD.cuts_json IS NOT NEW.cuts_json))
    BEGIN SELECT RAISE(ABORT, 'what was signed is not changed'); END
  `);
}

/** A claim that somebody decided or paid never comes to be their own, as when two records of people become one. */
async function guardHandsOfClaims(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TRIGGER "claim_hands_apart"
    BEFORE UPDATE OF "claimant_person_id", "filer_person_id", "payee_person_id" ON "claim"
    WHEN EXISTS (
      SELECT 1 FROM account_person a
      WHERE a.person_id IN (NEW.claimant_person_id, NEW.filer_person_id, NEW.payee_person_id)
        AND (EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = NEW.id AND d.user_id = a.user_id)
          OR EXISTS (SELECT 1 FROM claim_payment p WHERE p.claim_id = NEW.id AND p.user_id = a.user_id)))
    BEGIN SELECT RAISE(ABORT, 'nobody decides on a claim of their own'); END
  `);
}
