import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SCHEMA_VERSION } from '#db/migrations/index';
import { placesIn } from '../../electron/host/data-folder.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { newCentreFolder, openBareCore, openTestCore } from '../support/open-test-core.ts';
import { newHome, startTestProgram } from '../support/program-for-tests.ts';
import { dumpFile } from './dump-release.ts';

const releases = fileURLToPath(new URL('releases/', import.meta.url));
const changelog = fileURLToPath(new URL('../../CHANGELOG.md', import.meta.url));

let home = '';
let file = '';
const inFile = <T>(work: (raw: Database.Database) => T): T => {
  const raw = new Database(file);
  try {
    return work(raw);
  } finally {
    raw.close();
  }
};

/** How many rows each table of the business holds, and what the bookings say. */
const totalsOf = (raw: Database.Database) => ({
  ...Object.fromEntries(
    ['app_user', 'booking', 'centre', 'facility', 'parameter_value', 'person', 'tenant_group'].map(
      (table) => [table, raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()],
    ),
  ),
  bookings: raw
    .prepare(
      'SELECT reference, starts_at, ends_at, status, version FROM booking ORDER BY reference',
    )
    .all(),
  names: raw.prepare('SELECT name FROM person UNION SELECT name FROM tenant_group').pluck().all(),
  counters: raw.prepare('SELECT * FROM reference_counter ORDER BY prefix, year').all(),
});

/** Makes the file from SQL, in one go. */
const makeFrom = (sql: string): void =>
  inFile((raw) => {
    raw.exec(`BEGIN;\n${sql}\nCOMMIT;`);
  });

/** A file as its lines of SQL; a copy may hold the same in another order. */
const contentOf = (path: string): readonly string[] => dumpFile(path).split('\n').toSorted();

afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('A centre of an older release', () => {
  const versions = readdirSync(releases)
    .filter((name) => name.endsWith('.sql'))
    .map((name) => name.slice(0, -4));

  it.each(versions)('opens a centre of %s with every row it had', async (version) => {
    home = newHome();
    file = placesIn(home, 'real').database;
    mkdirSync(dirname(file), { recursive: true });
    makeFrom(readFileSync(join(releases, `${version}.sql`), 'utf8'));
    const before = inFile(totalsOf);
    const entries = Number(
      inFile((raw) => raw.prepare('SELECT max(seq) FROM audit_entry').pluck().get()),
    );

    const core = await startTestProgram({ home });
    const manager = core.nobody();
    await manager.call('users.signIn', { name: 'maya', secret: 'four words for a release' });
    const check = await manager.call('audit.check', {});
    const found = await manager.call('search.everything', { text: 'oneill' });
    await core.stop();

    expect(inFile(totalsOf)).toEqual(before);
    expect(check).toMatchObject({ isWhole: true });
    expect(check.headSeq).toBeGreaterThan(entries);
    expect(found.found.map((one) => one.title)).toContain('Ó Néill');
    expect(inFile((raw) => raw.pragma('user_version', { simple: true }))).toBe(SCHEMA_VERSION);
    expect(inFile((raw) => raw.pragma('integrity_check', { simple: true }))).toBe('ok');
    expect(inFile((raw) => raw.pragma('foreign_key_check'))).toEqual([]);
  });

  it('is kept for every release that the change log names', () => {
    const named = [...readFileSync(changelog, 'utf8').matchAll(/^## \[(\d+\.\d+\.\d+)\]/gm)].map(
      (match) => `v${match[1]}`,
    );
    expect(named.length).toBeGreaterThan(0);
    expect(versions.toSorted()).toEqual(named.toSorted());
  });

  it('can be kept as SQL that makes the same centre again', async () => {
    home = await newCentreFolder();
    file = placesIn(home, 'real').database;
    const dump = dumpFile(file);
    rmSync(file);
    makeFrom(dump);
    expect(dumpFile(file)).toBe(dump);
  });
});

describe('Bringing a file up to date', () => {
  beforeEach(async () => {
    home = await newCentreFolder();
    file = placesIn(home, 'real').database;
  });

  /** The file as the program of the step before would have left it. */
  const takeBackLastStep = (raw: Database.Database): void => {
    raw.exec('DROP TABLE search_text; DROP TABLE search_entry');
    raw.exec("DELETE FROM migration WHERE name GLOB 'CreateSearch[0-9]*'");
    raw.pragma(`user_version = ${SCHEMA_VERSION - 1}`);
  };
  const backups = (): readonly string[] => {
    const folder = placesIn(home, 'real').backups;
    return existsSync(folder) ? readdirSync(folder) : [];
  };

  it('makes and checks a copy first, named for the layout and the moment', async () => {
    inFile(takeBackLastStep);
    const before = contentOf(file);
    const core = await openBareCore(home);
    await core.close();
    expect(backups()).toEqual([
      `real-before-upgrade-${SCHEMA_VERSION - 1}-20270104T090000000Z.sqlite`,
    ]);
    expect(contentOf(join(placesIn(home, 'real').backups, backups()[0] ?? ''))).toEqual(before);
    expect(inFile((raw) => raw.pragma('user_version', { simple: true }))).toBe(SCHEMA_VERSION);
    expect(inFile((raw) => raw.pragma('foreign_keys', { simple: true }))).toBe(1);
  });

  it('makes no copy of a file that is up to date', async () => {
    await (await openBareCore(home)).close();
    expect(backups()).toEqual([]);
  });

  it('leaves the file as it was when a step fails, and names the copy', async () => {
    inFile(takeBackLastStep);
    // The last step makes its first table and stumbles over the second.
    inFile((raw) => raw.exec('CREATE TABLE search_text (in_the_way integer)'));
    const before = contentOf(file);
    const opening = openBareCore(home, { clock: newFixedClock('2027-01-04T10:30:00.000Z') });
    const copy = join(
      placesIn(home, 'real').backups,
      `real-before-upgrade-${SCHEMA_VERSION - 1}-20270104T103000000Z.sqlite`,
    );
    await expect(opening).rejects.toMatchObject({
      code: 'core.upgrade-failed',
      message: `The records in ${file} could not be brought up to this program’s layout. They are as they were; a copy is in ${copy}. Start the program you used before and report this.`,
    });
    expect(contentOf(file)).toEqual(before);
    expect(contentOf(copy)).toEqual(before);

    inFile((raw) => raw.exec('DROP TABLE search_text'));
    await (await openBareCore(home)).close();
    expect(inFile((raw) => raw.pragma('user_version', { simple: true }))).toBe(SCHEMA_VERSION);
  });

  it('leaves the file as it was when rows would point nowhere', async () => {
    inFile(takeBackLastStep);
    inFile((raw) => {
      raw.pragma('foreign_keys = OFF');
      raw.exec(
        "INSERT INTO account_change VALUES ('x', 'nobody', 'stop', NULL, 'y', '', 'waiting', NULL, NULL)",
      );
    });
    const before = contentOf(file);
    const failure = await openBareCore(home).then(
      () => undefined,
      (error: Error) => error,
    );
    expect(failure).toMatchObject({ code: 'core.upgrade-failed' });
    expect(String(failure?.cause)).toContain('1 rows would point nowhere');
    expect(contentOf(file)).toEqual(before);
  });

  it('goes on with the bookings and people that were there', async () => {
    const core = await openTestCore({ home });
    const before = await core.as('desk').call('facilities.list', {});
    await core.stop();
    inFile(takeBackLastStep);
    const again = await openTestCore({ home });
    expect(await again.as('desk').call('facilities.list', {})).toEqual(before);
    await again.stop();
  });
});
