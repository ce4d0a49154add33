import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { coreErrors } from '#db/core.errors';
import { OLDEST_SQLITE } from '#db/data-source';
import { inspectFile } from '#db/inspect-file';
import { SCHEMA_VERSION } from '#db/migrations/index';
import { placesIn } from '../../electron/host/data-folder.ts';
import { newCentreFolder, openBareCore, openTestCore } from '../support/open-test-core.ts';
import { newHome, startTestProgram } from '../support/program-for-tests.ts';

let home = '';
let file = '';
beforeEach(async () => {
  home = await newCentreFolder();
  file = placesIn(home, 'real').database;
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const hashOf = (path: string): string =>
  createHash('sha256').update(readFileSync(path)).digest('hex');

const inFile = (sql: string): void => {
  const raw = new Database(file);
  raw.exec(sql);
  raw.close();
};

describe('A file from another edition of the program', () => {
  it('is refused by its layout when it is newer, and not touched', async () => {
    inFile(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    const before = hashOf(file);
    await expect(openBareCore(home)).rejects.toMatchObject({
      code: 'core.newer-database',
      message: `The records in ${file} were last opened by a newer TRC Desk (layout ${SCHEMA_VERSION + 1}; this program knows ${SCHEMA_VERSION}). Nothing was changed. Start the newer program, or ask whoever looks after this computer to install it.`,
    });
    expect(hashOf(file)).toBe(before);
    expect(existsSync(placesIn(home, 'real').backups)).toBe(false);
  });

  it('is refused by the name of the step it does not know, and not touched', async () => {
    inFile(
      "INSERT INTO migration (timestamp, name) VALUES (99990101000000, 'AddLoans99990101000000')",
    );
    const before = hashOf(file);
    await expect(openBareCore(home)).rejects.toMatchObject({
      code: 'core.unknown-migration',
      message: expect.stringContaining('(AddLoans99990101000000)'),
    });
    expect(hashOf(file)).toBe(before);
  });

  it('is told apart from our own, which is current', () => {
    expect(inspectFile(file)).toBe('current');
  });
});

describe('The engine', () => {
  it('is no version that can damage records', () => {
    const raw = new Database(':memory:');
    const version = String(raw.prepare('SELECT sqlite_version()').pluck().get());
    raw.close();
    const number = (text: string): number =>
      text.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
    expect(number(version)).toBeGreaterThanOrEqual(number(OLDEST_SQLITE));
    expect(number(OLDEST_SQLITE)).toBeGreaterThanOrEqual(number('3.51.3'));
    expect(coreErrors.oldSqlite('3.50.1', OLDEST_SQLITE).message).toContain('install the program');
  });
});

describe('A centre that should be there', () => {
  it('is never replaced by an empty one when its file is gone', async () => {
    const started = await startTestProgram({ home });
    await started.stop();
    rmSync(file);
    await expect(startTestProgram({ home })).rejects.toMatchObject({
      code: 'core.lost',
      message: expect.stringContaining('Nothing was made in its place'),
    });
    expect(existsSync(file)).toBe(false);
  });

  it('is made where a first start was stopped before anything was recorded', async () => {
    const empty = newHome();
    const half = new Database(placesIn(empty, 'real').database);
    half.pragma('application_id = 0x54524344');
    half.pragma('journal_mode = WAL');
    half.close();
    const core = await openBareCore(empty);
    expect(core.warnings).toEqual([]);
    await core.close();
    rmSync(empty, { recursive: true });
  });

  it('tells what is the matter with settings that cannot be read, and leaves them', async () => {
    writeFileSync(join(home, 'settings.json'), '{ "opens": ');
    await expect(startTestProgram({ home })).rejects.toMatchObject({
      code: 'host.settings-unreadable',
    });
    expect(readFileSync(join(home, 'settings.json'), 'utf8')).toBe('{ "opens": ');
  });
});

describe('A disk that can only be read', () => {
  /** Nobody may write in the folder: a mount for the administrator, whom file rights do not bind. */
  async function whileReadOnly(work: () => Promise<void>): Promise<void> {
    const isAdministrator = process.getuid?.() === 0;
    if (isAdministrator) execFileSync('mount', ['--bind', '-o', 'ro', home, home]);
    else chmodSync(home, 0o555);
    try {
      await work();
    } finally {
      if (isAdministrator) execFileSync('umount', [home]);
      else chmodSync(home, 0o755);
    }
  }

  it('is refused in words before anything is promised, and not called damaged', async () => {
    const before = hashOf(file);
    await whileReadOnly(async () => {
      await expect(startTestProgram({ home })).rejects.toMatchObject({
        code: 'host.folder-unfit',
        message: `You may not write in this folder. The folder is ${home}. Start TRC Desk with --data and a folder on this computer’s own disk.`,
      });
      await expect(openBareCore(home)).rejects.toMatchObject({
        code: 'core.cannot-open',
        message: `${file} cannot be opened for writing. Check that the disk is not full or write-protected and that you may write in the folder, then start TRC Desk again.`,
      });
    });
    expect(hashOf(file)).toBe(before);
  });

  it('is refused in words also where a manager allowed a risky folder', async () => {
    writeFileSync(join(home, 'settings.json'), '{ "allowRiskyFolder": true, "hasCentre": true }');
    await whileReadOnly(() =>
      expect(startTestProgram({ home })).rejects.toMatchObject({ code: 'core.cannot-open' }),
    );
  });
});

describe('The computer’s clock', () => {
  it('is warned about when it stands more than a day behind the last entry', async () => {
    const first = await openTestCore({ home });
    const { clock } = first;
    await first.stop();
    clock.jump(-23 * 3_600_000);
    const yesterday = await startTestProgram({ home, clock });
    expect((await yesterday.nobody().call('session.current', {})).warnings).toEqual([]);
    await yesterday.stop();
    clock.jump(-25 * 3_600_000);
    const longAgo = await startTestProgram({ home, clock });
    const { warnings } = await longAgo.nobody().call('session.current', {});
    expect(warnings).toEqual([
      'The computer’s clock is more than a day behind the last entry on record. Set the clock right before you go on.',
    ]);
    await longAgo.stop();
  });
});
