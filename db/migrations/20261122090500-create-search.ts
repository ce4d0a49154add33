import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Makes the index behind the palette. */
export class CreateSearch implements MigrationInterface {
  name = 'CreateSearch20261122090500';

  async up(runner: QueryRunner): Promise<void> {
    await createEntries(runner);
    await createIndex(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_text');
    await runner.query('DROP TABLE search_entry');
  }
}

async function createEntries(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE TABLE search_entry (
      id integer PRIMARY KEY NOT NULL,
      kind varchar(12) NOT NULL,
      object_id varchar(36) NOT NULL,
      title text NOT NULL,
      detail text NOT NULL,
      folded text NOT NULL,
      sort_key varchar(16) NOT NULL,
      CONSTRAINT uq_search_entry_object UNIQUE (kind, object_id)
    )
  `);
}

async function createIndex(runner: QueryRunner): Promise<void> {
  await runner.query(`
    CREATE VIRTUAL TABLE search_text USING fts5(
      folded, content='search_entry', content_rowid='id',
      tokenize='unicode61 remove_diacritics 2', prefix='2 3'
    )
  `);
}
