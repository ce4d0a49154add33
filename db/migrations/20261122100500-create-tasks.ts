import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the one list of what waits for somebody. */
export class CreateTasks implements MigrationInterface {
  name = 'CreateTasks20261122100500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE "task" (
        "id" varchar(36) PRIMARY KEY NOT NULL,
        "kind" varchar(40) NOT NULL,
        "words" text NOT NULL,
        "path" varchar(200) NOT NULL,
        "object_type" varchar(30) NOT NULL,
        "object_id" varchar(36) NOT NULL,
        "role" varchar(10),
        "due_on" varchar(10),
        "made_at" varchar(24) NOT NULL,
        "done_at" varchar(24),
        "done_by_user_id" varchar(36),
        "version" integer NOT NULL
      )
    `);
    await runner.query(
      `CREATE UNIQUE INDEX "uq_task_open" ON "task" ("kind", "object_type", "object_id") WHERE done_at IS NULL`,
    );
    await runner.query('CREATE INDEX "ix_task_due" ON "task" ("done_at", "due_on")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "task"');
  }
}
