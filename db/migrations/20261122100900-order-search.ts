import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Gives the entries of the search index numbers in the order in which they are shown, so that the first lines are read
 * without sorting every hit, and keeps the beginnings of one letter as it keeps those of two and three.
 */
export class OrderSearch implements MigrationInterface {
  name = 'OrderSearch20261122100900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_text');
    await runner.query('ALTER TABLE search_entry RENAME TO search_entry_old');
    await createEntries(runner);
    await runner.query(`
      INSERT INTO search_entry (id, kind, object_id, title, detail, folded, sort_key)
      SELECT
        ${KIND_PLACE} * 4398046511104
          + ${MINUTES} * 4096
          + row_number() OVER (PARTITION BY kind, sort_key ORDER BY id),
        kind, object_id, title, detail, folded, sort_key
      FROM search_entry_old ORDER BY 1
    `);
    await runner.query('DROP TABLE search_entry_old');
    await createIndex(runner, '1 2 3');
  }

  /** The earlier program sorts by what it finds in the rows, so their numbers may stay. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE search_text');
    await createIndex(runner, '2 3');
  }
}

const KIND_PLACE = `CASE kind WHEN 'group' THEN 3 WHEN 'person' THEN 2 WHEN 'facility' THEN 1 ELSE 0 END`;

const MINUTES = `CASE sort_key WHEN '' THEN 0
  ELSE CAST(round((julianday(sort_key) - julianday('1900-01-01')) * 1440) AS integer) END`;

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

async function createIndex(runner: QueryRunner, prefixes: string): Promise<void> {
  await runner.query(`
    CREATE VIRTUAL TABLE search_text USING fts5(
      folded, content='search_entry', content_rowid='id',
      tokenize='unicode61 remove_diacritics 2', prefix='${prefixes}'
    )
  `);
  await runner.query(`INSERT INTO search_text (search_text) VALUES ('rebuild')`);
}
