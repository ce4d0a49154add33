import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes who books: groups and people. */
export class CreateGroupsAndPeople implements MigrationInterface {
  name = 'CreateGroupsAndPeople20261122090300';

  async up(runner: QueryRunner): Promise<void> {
    await createTenantGroup(runner);
    await createPerson(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE person');
    await runner.query('DROP TABLE tenant_group');
  }
}

async function createTenantGroup(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "tenant_group" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "name" varchar(120) NOT NULL,
      "folded_name" varchar(160) NOT NULL,
      "kind" varchar(40) NOT NULL,
      "phone" varchar(40) NOT NULL,
      "is_active" integer NOT NULL,
      "version" integer NOT NULL
    )
  `);
  await runner.query(`
    CREATE INDEX "ix_tenant_group_folded_name" ON "tenant_group" ("folded_name", "id")
  `);
}

async function createPerson(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE "person" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "name" varchar(120) NOT NULL,
      "folded_name" varchar(160) NOT NULL,
      "kind" varchar(40) NOT NULL,
      "phone" varchar(40) NOT NULL,
      "phone_digits" varchar(40) NOT NULL,
      "version" integer NOT NULL
    )
  `);
  await runner.query(`
    CREATE INDEX "ix_person_folded_name" ON "person" ("folded_name", "id")
  `);
}
