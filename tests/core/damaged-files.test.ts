import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { placesIn } from '../../electron/host/data-folder.ts';
import { chanceFrom } from '../support/builders/chance.ts';
import { aBooking } from '../support/builders/bookings.ts';
import { newCentreFolder, openBareCore, openTestCore } from '../support/open-test-core.ts';

const PAGE_BYTES = 4096;
const HEADER_BYTES = 100;

let home = '';
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** A centre with some bookings, closed; its one file. */
async function aClosedCentre(): Promise<string> {
  home = await newCentreFolder();
  const core = await openTestCore({ home });
  for (const date of ['2027-01-05', '2027-01-06', '2027-01-07']) await aBooking(core, { date });
  await core.stop();
  return placesIn(home, 'real').database;
}

const hashOf = (file: string): string =>
  existsSync(file) && !readdirOf(file)
    ? createHash('sha256').update(readFileSync(file)).digest('hex')
    : 'no file';

function readdirOf(path: string): boolean {
  try {
    readdirSync(path);
    return true;
  } catch {
    // It is a file and not a folder.
    return false;
  }
}

const overwrite = (file: string, at: number, bytes: Uint8Array): void => {
  const content = readFileSync(file);
  content.set(bytes, at);
  writeFileSync(file, content);
};

const noise = (seed: number, length: number): Uint8Array => {
  const chance = chanceFrom(seed);
  return Uint8Array.from({ length }, () => chance.below(256));
};

const inFile = (file: string, work: (raw: Database.Database) => void): void => {
  const raw = new Database(file);
  try {
    work(raw);
  } finally {
    raw.close();
  }
};

/** A row that stands in the index under its old name: renamed while the index left everything out. */
function splitIndexFromTable(raw: Database.Database): void {
  raw.unsafeMode(true);
  raw.pragma('writable_schema = ON');
  const redefine = (tail: string): void => {
    raw
      .prepare("UPDATE sqlite_master SET sql = ? WHERE name = 'ix_tenant_group_folded_name'")
      .run(
        `CREATE INDEX "ix_tenant_group_folded_name" ON "tenant_group" ("folded_name", "id")${tail}`,
      );
    raw.pragma(`schema_version = ${Number(raw.pragma('schema_version', { simple: true })) + 1}`);
  };
  redefine(' WHERE 0');
  raw.exec(
    "UPDATE tenant_group SET folded_name = 'unseen' WHERE id = (SELECT min(id) FROM tenant_group)",
  );
  redefine('');
}

const DAMAGES: readonly (readonly [name: string, damage: (file: string) => void, code: string])[] =
  [
    ['is empty', (file) => truncateSync(file, 0), 'core.damaged'],
    ...[10, 99, PAGE_BYTES, 20 * PAGE_BYTES, 61 * PAGE_BYTES + 17].map(
      (bytes) =>
        [
          `ends after ${bytes} bytes`,
          (file: string) => truncateSync(file, bytes),
          'core.damaged',
        ] as const,
    ),
    ...[2, 3, 4, 5, 8, 9, 12, 20, 24, 29].map(
      (page) =>
        [
          `has noise in place of page ${page}`,
          (file: string) => overwrite(file, (page - 1) * PAGE_BYTES, noise(page, PAGE_BYTES)),
          'core.damaged',
        ] as const,
    ),
    [
      'has noise in place of its header',
      (file) => overwrite(file, 0, noise(1, HEADER_BYTES)),
      'core.damaged',
    ],
    [
      'has another magic word',
      (file) => overwrite(file, 0, Buffer.from('SQLite format 4\0')),
      'core.damaged',
    ],
    [
      'has an impossible page size',
      (file) => overwrite(file, 16, Uint8Array.of(0x12, 0x34)),
      'core.damaged',
    ],
    [
      'has a schema that cannot be read',
      (file) => overwrite(file, HEADER_BYTES, noise(7, 200)),
      'core.damaged',
    ],
    [
      'is a letter',
      (file) => writeFileSync(file, 'Dear Sir or Madam,\n'.repeat(500)),
      'core.damaged',
    ],
    ['is noise from end to end', (file) => writeFileSync(file, noise(9, 100_000)), 'core.damaged'],
    ['is all zeros', (file) => writeFileSync(file, Buffer.alloc(65_536)), 'core.damaged'],
    [
      'is the database of a program that says nothing of itself',
      (file) => {
        rmSync(file);
        inFile(file, (raw) => raw.exec('CREATE TABLE notes (text)'));
      },
      'core.not-ours',
    ],
    [
      'is the database of another program',
      (file) => inFile(file, (raw) => raw.pragma('application_id = 252006675')),
      'core.not-ours',
    ],
    [
      'has lost the list of its migrations',
      (file) => inFile(file, (raw) => raw.exec('DROP TABLE migration')),
      'core.damaged',
    ],
    [
      'has an index that says something else than its table',
      (file) => inFile(file, splitIndexFromTable),
      'core.damaged',
    ],
    [
      'counts pages that are not there',
      (file) => overwrite(file, 32, Uint8Array.of(0, 1, 0, 0, 0, 0, 0, 9)),
      'core.damaged',
    ],
    [
      'is a folder',
      (file) => {
        rmSync(file);
        mkdirSync(file);
      },
      'core.cannot-open',
    ],
    [
      'is gone while its log is still there',
      (file) => {
        writeFileSync(`${file}-wal`, noise(11, 5000));
        rmSync(file);
      },
      'core.lost',
    ],
  ];

describe('A file that was damaged', () => {
  it.each(DAMAGES)('is refused and left as it is when it %s', async (_, damage, code) => {
    const file = await aClosedCentre();
    damage(file);
    const before = hashOf(file);

    const opening = openBareCore(home);
    await expect(opening).rejects.toMatchObject({ code, details: { file } });
    const message = await opening.then(
      () => '',
      (error: Error) => error.message,
    );
    expect(message).toContain(file);
    expect(message).toMatch(/Nothing was|Check that the disk/);
    expect(hashOf(file)).toBe(before);
  });

  it('is looked at in 30 ways', () => {
    expect(DAMAGES).toHaveLength(30);
  });
});

describe('A file whose record was altered', () => {
  it('opens with a warning that names the entry', async () => {
    const file = await aClosedCentre();
    inFile(file, (raw) => {
      raw.exec('DROP TRIGGER audit_entry_no_update');
      raw.exec("UPDATE audit_entry SET action = 'booking.created2' WHERE seq = 5");
    });
    const core = await openBareCore(home);
    expect(core.warnings).toEqual([
      'The record was changed outside the program at entry 5. Nothing before it is affected. Tell the auditor before anyone works on.',
    ]);
    await core.close();
  });

  it('opens with a warning when its newest entries were cut off', async () => {
    const file = await aClosedCentre();
    inFile(file, (raw) => {
      raw.exec('DROP TRIGGER audit_entry_no_delete');
      raw.exec('DELETE FROM audit_entry WHERE seq = (SELECT max(seq) FROM audit_entry)');
    });
    const core = await openBareCore(home);
    expect(core.warnings[0]).toContain('entries were cut off or the record was rebuilt');
    await core.close();
  });

  it('opens with a warning when it was put back from an older copy without its log', async () => {
    const file = await aClosedCentre();
    const old = readFileSync(file);
    const core = await openTestCore({ home });
    await aBooking(core, { date: '2027-01-08' });
    await core.stop();
    writeFileSync(file, old);
    const reopened = await openBareCore(home);
    expect(reopened.warnings).toHaveLength(1);
    await reopened.close();
  });
});
