import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Written by its module. */
export class CreateImports implements MigrationInterface {
  name = 'CreateImports20261122100800';

  async up(_runner: QueryRunner): Promise<void> {}

  async down(_runner: QueryRunner): Promise<void> {}
}
