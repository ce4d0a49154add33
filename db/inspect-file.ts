import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import Database from 'better-sqlite3';
import { coreErrors } from './core.errors.ts';
import { APPLICATION_ID, OLDEST_SQLITE } from './data-source.ts';
import { MIGRATIONS, SCHEMA_VERSION } from './migrations/index.ts';

/** What stands in a centre's file before anything of ours has written to it. */
export type FileState = 'absent' | 'needs-upgrade' | 'current';

const olderThan = (version: string, oldest: string): boolean => {
  const [a, b] = [version, oldest].map((text) => text.split('.').map(Number));
  for (let i = 0; i < 3; i += 1) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
};

function sqliteVersion(): string {
  const inMemory = new Database(':memory:');
  try {
    return String(inMemory.prepare('SELECT sqlite_version()').pluck().get());
  } finally {
    inMemory.close();
  }
}

/** The disk or the folder stands in the way, not the content: write-protected, full, held by a tool. */
const isInTheWay = (error: InstanceType<typeof Database.SqliteError>): boolean =>
  /^SQLITE_(CANTOPEN|READONLY|FULL|BUSY|PERM|AUTH)/.test(error.code);

/**
 * Looks at a file through a read-only connection and refuses, before a byte is written, whatever is not a centre
 * this program can serve: an empty, damaged, foreign or newer file, and a log without its database.
 */
export function inspectFile(file: string): FileState {
  const sqlite = sqliteVersion();
  if (olderThan(sqlite, OLDEST_SQLITE)) throw coreErrors.oldSqlite(sqlite, OLDEST_SQLITE);

  if (!existsSync(file)) {
    if (existsSync(dirname(file)) && readdirSync(dirname(file)).includes(`${basename(file)}-wal`))
      throw coreErrors.lost(file);
    return 'absent';
  }
  if (statSync(file).size === 0) throw coreErrors.empty(file);

  let raw: Database.Database;
  try {
    raw = new Database(file, { readonly: true, fileMustExist: true });
  } catch (cause) {
    throw coreErrors.cannotOpen(file, cause);
  }
  try {
    return inspectOpen(raw, file);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw isInTheWay(error)
      ? coreErrors.cannotOpen(file, error)
      : coreErrors.damaged(file, error.message);
  } finally {
    raw.close();
  }
}

function inspectOpen(raw: Database.Database, file: string): FileState {
  const applicationId = raw.pragma('application_id', { simple: true });
  if (applicationId !== APPLICATION_ID) throw coreErrors.notOurs(file);

  const version = Number(raw.pragma('user_version', { simple: true }));
  if (version > SCHEMA_VERSION) throw coreErrors.newer(file, version, SCHEMA_VERSION);

  // The program was stopped between making the file and filling it; nothing can have been recorded yet.
  const tables = raw.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
  if (version === 0 && tables === 0) return 'absent';

  const known = new Set(MIGRATIONS.map((Migration) => new Migration().name));
  const applied = raw.prepare('SELECT name FROM migration ORDER BY id').pluck().all().map(String);
  const stranger = applied.find((name) => !known.has(name));
  if (stranger !== undefined) throw coreErrors.unknownMigration(file, stranger);

  const damage = findDamage(raw);
  if (damage !== undefined) throw coreErrors.damaged(file, damage);
  return applied.length < known.size ? 'needs-upgrade' : 'current';
}

/**
 * What SQLite's own check finds wrong with an open file; undefined when it is whole. The list of free pages is asked
 * after by itself: where the full-text index comes first in SQLite's list of tables, it has no page of its own, and
 * the check of all tables takes that for being asked about some tables only, which leaves the free pages out.
 */
export function findDamage(raw: Database.Database): string | undefined {
  const found = [
    raw.pragma('integrity_check(1)', { simple: true }),
    raw.pragma("integrity_check('sqlite_schema')", { simple: true }),
  ].map(String);
  return found.find((words) => words !== 'ok');
}
