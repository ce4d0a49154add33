import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { EntitySchema } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newDataSource, rawOf } from '#db/data-source';
import { withMigration } from '#db/migrations/new-migration';
import { MIGRATIONS, SCHEMA_VERSION } from '#db/migrations/index';
import { TABLES } from '#db/tables';
import { openBareCore } from '../support/open-test-core.ts';
import { newHome } from '../support/program-for-tests.ts';
import { CHECKSUMS } from './checksums.ts';

/** As much of a table's definition as the tests take away. */
type Options = { readonly columns: Readonly<Record<string, object>> };

const folder = fileURLToPath(new URL('../../db/migrations/', import.meta.url));

let home = '';
let file = '';
beforeAll(async () => {
  home = newHome();
  const core = await openBareCore(home);
  file = core.file;
  await core.close();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Everything that was made in a file, in one order and one spelling. */
function layoutOf(raw: Database.Database): string {
  const made = raw
    .prepare(
      "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name",
    )
    .all() as readonly { readonly sql: string }[];
  return `${made.map(({ sql }) => `${sql.trim().replaceAll(/^ {4}/gm, '')};`).join('\n\n')}\n`;
}

const read = <T>(work: (raw: Database.Database) => T): T => {
  const raw = new Database(file, { readonly: true });
  try {
    return work(raw);
  } finally {
    raw.close();
  }
};

describe('The migrations', () => {
  it('give from nothing the layout that is written down', async () => {
    await expect(read(layoutOf)).toMatchFileSnapshot('schema.snapshot.sql');
    expect(read((raw) => raw.pragma('user_version', { simple: true }))).toBe(SCHEMA_VERSION);
  });

  /** What TypeORM would still change so that the file has the tables of the code. */
  async function drift(tables: readonly EntitySchema[]): Promise<readonly string[]> {
    const source = newDataSource(file).setOptions({ entities: [...tables] });
    await source.initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    return upQueries.map(({ query }) => query);
  }

  it('leave nothing for the tables in the code to ask for', async () => {
    expect(await drift(TABLES)).toEqual([]);
  });

  it.each([
    [
      'a column',
      (options: Options) => {
        const { phone: _, ...columns } = options.columns;
        return { ...options, columns };
      },
    ],
    ['an index', (options: Options) => ({ ...options, indices: [] })],
  ])('would be noticed without %s of a table', async (_, change) => {
    const tables = TABLES.map((table) =>
      table.options.name === 'tenant_group'
        ? new EntitySchema(change({ ...(table.options as object) } as Options) as never)
        : table,
    );
    expect((await drift(tables)).length).toBeGreaterThan(0);
  });

  it('make the guards of the file, and no other', () => {
    const triggers = read((raw) =>
      raw
        .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        .pluck()
        .all(),
    );
    expect(triggers).toEqual([
      'account_person_not_decider',
      'account_person_not_decider_later',
      'audit_entry_no_delete',
      'audit_entry_no_update',
      'audit_entry_not_replaced',
      'booking_no_delete',
      'booking_no_overlap_insert',
      'booking_no_overlap_update',
      'claim_decision_kept',
      'claim_decision_not_deleted',
      'claim_decision_not_own',
      'claim_decision_not_replaced',
      'claim_decision_of_line',
      'claim_decision_second_hand',
      'claim_decision_words_kept',
      'claim_general_policy_no_delete',
      'claim_general_policy_no_update',
      'claim_general_policy_not_replaced',
      'claim_hands_apart',
      'claim_kind_policy_no_delete',
      'claim_kind_policy_no_update',
      'claim_kind_policy_not_replaced',
      'claim_line_as_decided',
      'claim_line_not_deleted',
      'claim_line_not_replaced',
      'claim_line_opened',
      'claim_line_receipt_kept',
      'claim_line_signed_figures',
      'claim_line_signed_words',
      'claim_not_deleted',
      'claim_not_replaced',
      'claim_payment_kept',
      'claim_payment_not_deleted',
      'claim_payment_not_replaced',
      'claim_payment_part_as_decided',
      'claim_payment_part_no_delete',
      'claim_payment_part_no_update',
      'claim_payment_part_not_replaced',
      'claim_payment_second_hand',
      'claim_receipt_kept',
      'claim_receipt_not_deleted',
      'claim_receipt_not_replaced',
      'claim_signature_kept',
      'claim_signature_not_deleted',
      'claim_signature_not_replaced',
      'claim_signed_text_kept',
      'kept_file_no_update',
      'kept_file_not_replaced',
      'kept_file_shown',
      'parameter_value_no_update',
      'payee_details_begin_staged',
      'payee_details_none_for_joined',
      'payee_details_one_way',
      'payee_details_stay_as_entered',
    ]);
  });

  it('go back again, one by one, to nothing', async () => {
    const backHome = newHome();
    const core = await openBareCore(backHome);
    await core.close();
    const source = await newDataSource(core.file).initialize();
    for (let n = 0; n < MIGRATIONS.length; n += 1) await source.undoLastMigration();
    const left = rawOf(source)
      .prepare("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
      .pluck()
      .all();
    await source.destroy();
    rmSync(backHome, { recursive: true });
    expect(left).toEqual(['migration']);
  });
});

describe('The files of the migrations', () => {
  const names = readdirSync(folder).filter((name) => /^\d{14}-/.test(name));

  it.each(names)('are as they were when they were shipped: %s', (name) => {
    const found = createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex');
    expect(found).toBe(CHECKSUMS[name]);
  });

  it('are all there, all listed, in the order of their names', () => {
    expect(Object.keys(CHECKSUMS)).toEqual(names.toSorted());
    const listed = MIGRATIONS.map((Migration) => new Migration().name);
    expect(listed.map((name) => name.slice(-14))).toEqual(names.map((name) => name.slice(0, 14)));
    expect(listed.map((name) => name.slice(0, -14))).toEqual(
      MIGRATIONS.map((Migration) => Migration.name),
    );
  });

  it('get another at the end of the list from the tool that makes them', () => {
    const list = withMigration(
      readFileSync(join(folder, 'index.ts'), 'utf8'),
      'AddLoans',
      '20990101000000-add-loans.ts',
    );
    expect(list).toContain("\nimport { AddLoans } from './20990101000000-add-loans.ts';\n\n");
    expect(list).toMatch(/\n  [A-Z]\w+,\n  AddLoans,\n\] as const;/);
    expect(() => withMigration('export const MIGRATIONS = [];', 'AddLoans', 'x.ts')).toThrow(
      'Add the migration by hand',
    );
  });
});
