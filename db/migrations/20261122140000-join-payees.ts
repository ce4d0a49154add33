import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lets somebody have, beside the way they are paid, those that came with records put together with theirs. SQLite
 * cannot change a UNIQUE, so the table is made anew. Details of a payee that was joined open again only by taking
 * that back, and none are ever added to it.
 */
export class JoinPayees implements MigrationInterface {
  name = 'JoinPayees20261122140000';

  async up(runner: QueryRunner): Promise<void> {
    await makeAnew(runner, { joinedOn: '"joined_on" varchar(10),', uniques: '' });
    for (const subject of ['group', 'person'])
      await runner.query(
        `CREATE UNIQUE INDEX "uq_payee_${subject}" ON "payee" ("${subject}_id") WHERE joined_on IS NULL`,
      );
    await runner.query('CREATE INDEX "ix_payee_group" ON "payee" ("group_id")');
    await runner.query('CREATE INDEX "ix_payee_person" ON "payee" ("person_id")');
    await runner.query('DROP TRIGGER "payee_details_one_way"');
    await runner.query(
      oneWay(`OR (OLD.state = 'replaced' AND NEW.state = 'verified' AND ${JOINED})`),
    );
    await runner.query(`
      CREATE TRIGGER "payee_details_none_for_joined" BEFORE INSERT ON "payee_details"
      WHEN ${JOINED}
      BEGIN SELECT RAISE(ABORT, 'a payee that was joined takes no details'); END
    `);
  }

  /** The older layout knows one payee of each; those that were joined go with their details. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER "payee_details_none_for_joined"');
    await runner.query('DROP TRIGGER "payee_details_one_way"');
    await runner.query(oneWay(''));
    await runner.query(
      'DELETE FROM "payee_details" WHERE payee_id IN (SELECT id FROM "payee" WHERE joined_on IS NOT NULL)',
    );
    await makeAnew(runner, { joinedOn: '', uniques: UNIQUES, where: 'WHERE joined_on IS NULL' });
  }
}

const JOINED = `EXISTS (SELECT 1 FROM payee WHERE id = NEW.payee_id AND joined_on IS NOT NULL)`;

const oneWay = (alsoAllowed: string): string => `
  CREATE TRIGGER "payee_details_one_way" BEFORE UPDATE OF "state" ON "payee_details"
  WHEN NOT (
    (OLD.state = 'staged' AND NEW.state IN ('verified', 'rejected'))
    OR (OLD.state = 'verified' AND NEW.state = 'replaced')
    OR OLD.state = NEW.state
    ${alsoAllowed}
  )
  BEGIN SELECT RAISE(ABORT, 'bank details are verified only from staged'); END
`;

const UNIQUES = `
  CONSTRAINT "uq_payee_group" UNIQUE ("group_id"),
  CONSTRAINT "uq_payee_person" UNIQUE ("person_id"),`;

/** Guards of claims name the table, and would keep its name from a new one while it is gone. */
async function makeAnew(
  runner: QueryRunner,
  how: { readonly joinedOn: string; readonly uniques: string; readonly where?: string },
): Promise<void> {
  await runner.query('PRAGMA legacy_alter_table = ON');
  await runner.query(`
    CREATE TABLE "payee_new" (
      "id" varchar(36) PRIMARY KEY NOT NULL,
      "group_id" varchar(36),
      "person_id" varchar(36),
      "created_at" varchar(24) NOT NULL,
      "version" integer NOT NULL,
      ${how.joinedOn}${how.uniques}
      CONSTRAINT "ck_payee_one_subject" CHECK ((group_id IS NULL) <> (person_id IS NULL)),
      CONSTRAINT "fk_payee_group" FOREIGN KEY ("group_id") REFERENCES "tenant_group" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION,
      CONSTRAINT "fk_payee_person" FOREIGN KEY ("person_id") REFERENCES "person" ("id") ON DELETE NO ACTION ON UPDATE NO ACTION
    )
  `);
  await runner.query(`
    INSERT INTO "payee_new" ("id", "group_id", "person_id", "created_at", "version")
    SELECT "id", "group_id", "person_id", "created_at", "version" FROM "payee" ${how.where ?? ''}
  `);
  await runner.query('DROP TABLE "payee"');
  await runner.query('ALTER TABLE "payee_new" RENAME TO "payee"');
  await runner.query('PRAGMA legacy_alter_table = OFF');
}
