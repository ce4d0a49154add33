import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by its module. */
export class CreateUsage implements MigrationInterface {
  name = 'CreateUsage20261122100700';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(_runner: QueryRunner): Promise<void> {}
}
