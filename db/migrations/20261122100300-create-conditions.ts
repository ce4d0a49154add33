import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the tables of the guidelines, the fire procedure, and who acknowledged which version. */
export class CreateConditions implements MigrationInterface {
  name = 'CreateConditions20261122100300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "condition_text" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "kind" varchar(12) NOT NULL,
        "number" integer NOT NULL,
        "text" text NOT NULL,
        "from_date" varchar(10) NOT NULL,
        "must_acknowledge_again" integer NOT NULL,
        "recorded_at" varchar(24) NOT NULL,
        CONSTRAINT "ck_condition_text_kind" CHECK (kind IN ('guidelines', 'fire')),
        CONSTRAINT "uq_condition_text_number" UNIQUE ("kind", "number")
      )
    `);
    await runner.query(`
      CREATE TABLE "acknowledgement" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "condition_id" varchar(36) NOT NULL,
        "group_id" varchar(36),
        "person_id" varchar(36),
        "acknowledged_on" varchar(10) NOT NULL,
        "how" varchar(14) NOT NULL,
        "recorded_at" varchar(24) NOT NULL,
        "recorded_by_user_id" varchar(36),
        CONSTRAINT "ck_acknowledgement_one" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
        CONSTRAINT "fk_acknowledgement_condition" FOREIGN KEY ("condition_id") REFERENCES "condition_text" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT "fk_acknowledgement_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT "fk_acknowledgement_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
    await runner.query('CREATE INDEX "ix_acknowledgement_group" ON "acknowledgement" ("group_id")');
    await runner.query(
      'CREATE INDEX "ix_acknowledgement_person" ON "acknowledgement" ("person_id")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "acknowledgement"');
    await runner.query('DROP TABLE "condition_text"');
  }
}
