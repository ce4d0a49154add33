import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Says which person on record an account belongs to, or that it belongs to none, so that nobody decides on their own money. */
export class LinkAccountsToPeople implements MigrationInterface {
  name = 'LinkAccountsToPeople20261122130300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "account_person" (
        "user_id" varchar(36) PRIMARY KEY NOT NULL,
        "person_id" varchar(36),
        "said_by_user_id" varchar(36) NOT NULL,
        "said_at" varchar(24) NOT NULL,
        CONSTRAINT "fk_account_person_user" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT "fk_account_person_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
        CONSTRAINT "fk_account_person_said_by" FOREIGN KEY ("said_by_user_id") REFERENCES "app_user" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
      )
    `);
    await runner.query('CREATE INDEX "ix_account_person_person" ON "account_person" ("person_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "account_person"');
  }
}
