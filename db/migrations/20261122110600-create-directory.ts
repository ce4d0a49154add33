import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the directory of useful contacts. */
export class CreateDirectory implements MigrationInterface {
  name = 'CreateDirectory20261122110600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "directory_contact" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "name" varchar(160) NOT NULL,
        "kind" varchar(24) NOT NULL,
        "address" text NOT NULL,
        "phone" varchar(40) NOT NULL,
        "email" varchar(160) NOT NULL,
        "web" varchar(200) NOT NULL,
        "note" text NOT NULL,
        "last_verified_on" varchar(10),
        "is_active" integer NOT NULL,
        "closed_note" varchar(300) NOT NULL,
        "version" integer NOT NULL,
        CONSTRAINT "ck_directory_contact_kind" CHECK (kind IN ('council-team', 'federation', 'regulator', 'ombudsman', 'national-adviser', 'national-tenants-body', 'local-adviser', 'voluntary-organisation', 'training', 'mediation', 'other')),
        CONSTRAINT "ck_directory_contact_closed" CHECK (is_active = 1 OR length(closed_note) > 0))
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "directory_contact"');
  }
}
