import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of the claims policy: what is paid for each kind of cost, and the general limits, each from a day on. */
export class CreateClaimPolicy implements MigrationInterface {
  name = 'CreateClaimPolicy20261122130100';

  async up(runner: QueryRunner): Promise<void> {
    await createKindPolicies(runner);
    await createGeneralPolicies(runner);
    await keepPoliciesUnchanged(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "claim_general_policy"');
    await runner.query('DROP TABLE "claim_kind_policy"');
  }
}

async function createKindPolicies(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_kind_policy" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "kind" varchar(20) NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "basis" varchar(10) NOT NULL,
      "rate_pence" integer,
      "is_rate_awaited" integer NOT NULL,
      "caps_json" text NOT NULL,
      "allowed_for" varchar(30) NOT NULL,
      "receipt" varchar(20) NOT NULL,
      "needs_council_led" integer NOT NULL,
      "needs_funded" integer NOT NULL,
      "needs_prevented" integer NOT NULL,
      "needs_full_day" integer NOT NULL,
      "warns_of_transport" integer NOT NULL,
      "needs_reason" integer NOT NULL,
      "sentence" text NOT NULL,
      "source" varchar(200) NOT NULL,
      "entered_by" varchar(120) NOT NULL,
      "entered_at" varchar(24) NOT NULL,
      "sequence" integer NOT NULL,
      CONSTRAINT "uq_claim_kind_policy_sequence" UNIQUE ("sequence"),
      CONSTRAINT "ck_claim_kind_policy_basis" CHECK (basis IN ('per-mile', 'actual', 'per-hour')),
      CONSTRAINT "ck_claim_kind_policy_rate" CHECK (rate_pence IS NULL OR rate_pence >= 0),
      CONSTRAINT "ck_claim_kind_policy_awaited" CHECK ((rate_pence IS NULL) = (basis = 'actual' OR is_rate_awaited = 1)),
      CONSTRAINT "ck_claim_kind_policy_receipt" CHECK (receipt IN ('needed', 'needed-or-reason', 'not-needed')))
  `);
  await runner.query(
    'CREATE INDEX "ix_claim_kind_policy_from" ON "claim_kind_policy" ("from_date", "sequence")',
  );
}

async function createGeneralPolicies(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "claim_general_policy" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "from_date" varchar(10) NOT NULL,
      "eligible_kinds" text,
      "time_limit_days" integer,
      "month_limit_pence" integer,
      "year_limit_pence" integer,
      "mileage_exempt" integer NOT NULL,
      "second_approver_above_pence" integer,
      "promised_working_days" integer,
      "enterer_may_verify" integer NOT NULL,
      "principle" text NOT NULL,
      "cash_limit_pence" integer,
      "source" varchar(200) NOT NULL,
      "entered_by" varchar(120) NOT NULL,
      "entered_at" varchar(24) NOT NULL,
      "sequence" integer NOT NULL,
      CONSTRAINT "uq_claim_general_policy_sequence" UNIQUE ("sequence")
    )
  `);
  await runner.query(
    'CREATE INDEX "ix_claim_general_policy_from" ON "claim_general_policy" ("from_date", "sequence")',
  );
}

async function keepPoliciesUnchanged(runner: QueryRunner): Promise<void> {
  for (const table of ['claim_kind_policy', 'claim_general_policy'])
    for (const act of ['UPDATE', 'DELETE'])
      await runner.query(`
        CREATE TRIGGER ${table}_no_${act.toLowerCase()} BEFORE ${act} ON ${table}
        BEGIN SELECT RAISE(ABORT, 'policy.versions-are-added'); END
      `);
}
