import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the table of what was taken away from whom, and why. */
export class CreateRestrictions implements MigrationInterface {
  name = 'CreateRestrictions20261122100400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "restriction" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "reference" varchar(20) NOT NULL,
        "group_id" varchar(36),
        "person_id" varchar(36),
        "scope" varchar(16) NOT NULL,
        "facility_id" varchar(36),
        "activity" varchar(60) NOT NULL,
        "effect" varchar(8) NOT NULL,
        "from_date" varchar(10) NOT NULL,
        "until_date" varchar(10),
        "incident_on" varchar(10),
        "reason" text NOT NULL,
        "decided_by" varchar(120) NOT NULL,
        "source" varchar(20) NOT NULL,
        "appeal_words" text NOT NULL,
        "lifted_on" varchar(10),
        "lifted_why" text NOT NULL,
        "recorded_at" varchar(24) NOT NULL,
        "version" integer NOT NULL,
        CONSTRAINT "uq_restriction_reference" UNIQUE ("reference"),
        CONSTRAINT "ck_restriction_one_subject" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
        CONSTRAINT "ck_restriction_scope" CHECK (scope IN ('facility', 'all-facilities', 'activity', 'money', 'everything')),
        CONSTRAINT "ck_restriction_facility" CHECK ((scope = 'facility') = (facility_id IS NOT NULL)),
        CONSTRAINT "ck_restriction_effect" CHECK (effect IN ('bars', 'warns')),
        CONSTRAINT "ck_restriction_dates" CHECK (until_date IS NULL OR until_date >= from_date),
        CONSTRAINT "fk_restriction_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT "fk_restriction_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT "fk_restriction_facility" FOREIGN KEY ("facility_id") REFERENCES "facility" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
    await runner.query('CREATE INDEX "ix_restriction_group" ON "restriction" ("group_id")');
    await runner.query('CREATE INDEX "ix_restriction_person" ON "restriction" ("person_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "restriction"');
  }
}
