import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Keeps each word by which people, groups and rooms are found once, so that one typed with a slip is still found, and
 * the telephone numbers apart from all else on record, so that looking for part of one is quick.
 */
export class CreateSearchWords implements MigrationInterface {
  name = 'CreateSearchWords20261122110110';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE search_word (
        word text PRIMARY KEY NOT NULL,
        uses integer NOT NULL
      ) WITHOUT ROWID
    `);
    await runner.query(COPY_WORDS);
    await runner.query('CREATE INDEX "ix_person_phone_digits" ON "person" ("phone_digits", "id")');
    await runner.query(
      'CREATE INDEX "ix_person_record_text_phone" ON "person_record" ("text_phone_digits", "person_id")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "ix_person_record_text_phone"');
    await runner.query('DROP INDEX "ix_person_phone_digits"');
    await runner.query('DROP TABLE search_word');
  }
}

const COPY_WORDS = `
  WITH RECURSIVE part (id, word, rest) AS (
    SELECT id, '', folded || ' ' FROM search_entry WHERE kind <> 'booking'
    UNION ALL
    SELECT id, substr(rest, 1, instr(rest, ' ') - 1), substr(rest, instr(rest, ' ') + 1)
    FROM part WHERE rest <> ''
  )
  INSERT INTO search_word (word, uses)
  SELECT word, count(DISTINCT id) FROM part
  WHERE length(word) >= 3 AND word NOT GLOB '*[0-9]*'
  GROUP BY word`;
