import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Says for which group somebody holds a key; keys handed out before say nothing. */
export class HoldKeysForGroups implements MigrationInterface {
  name = 'HoldKeysForGroups20261122113100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE "key_holding" ADD COLUMN "group_id" varchar(36)
        CONSTRAINT "fk_key_holding_group" REFERENCES "tenant_group" ("id")
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "key_holding" DROP COLUMN "group_id"');
  }
}
