import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the places where people live and groups work, one inside another. */
export class CreateAreas implements MigrationInterface {
  name = 'CreateAreas20261122110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
    CREATE TABLE "area" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "name" varchar(120) NOT NULL,
      "kind" varchar(12) NOT NULL,
      "parent_id" varchar(36),
      "is_active" integer NOT NULL,
      "version" integer NOT NULL,
      CONSTRAINT "ck_area_kind" CHECK (kind IN ('area', 'estate', 'scheme', 'block', 'street')),
      CONSTRAINT "ck_area_not_inside_itself" CHECK (parent_id IS NULL OR parent_id <> id),
      CONSTRAINT "fk_area_parent" FOREIGN KEY ("parent_id") REFERENCES "area" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
    await runner.query('CREATE INDEX "ix_area_parent" ON "area" ("parent_id")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "area"');
  }
}
