import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { coreErrors } from '#db/core.errors';
import { OperationalError } from '#db/shared/domain-error';
import type { Instant } from '#db/shared/instant';
import { dateOf, localDateTimeOf, timeOf } from '#db/shared/local-date';
import { formatDateNoWeekday, formatTime } from '#db/shared/plain-words';
import { z } from 'zod';

/** Who has a centre open. */
const Owner = z.object({
  person: z.string(),
  computer: z.string(),
  since: z.string(),
  pid: z.int(),
});
type Owner = z.infer<typeof Owner>;

export type OwnerLock = { readonly release: () => void };

/**
 * Takes a database file for this process alone. The lock is an exclusive transaction on a small database beside
 * it, which the system lets go of the moment a process dies, however it dies. A second owner is told who has it.
 * Throws `host.in-use`,
 * or `core.cannot-open` where nothing can be written.
 */
export function takeOwnerLock(databaseFile: string, now: Instant): OwnerLock {
  const ownerFile = `${databaseFile}.owner.json`;
  const lock = openLock(databaseFile);
  try {
    lock.pragma('journal_mode = DELETE');
    lock.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    lock.close();
    if (cause instanceof Database.SqliteError && cause.code.startsWith('SQLITE_BUSY'))
      throw inUse(databaseFile, readOwner(ownerFile), cause);
    throw coreErrors.cannotOpen(databaseFile, cause);
  }
  const owner: Owner = {
    person: userInfo().username,
    computer: hostname(),
    since: now,
    pid: process.pid,
  };
  writeFileSync(ownerFile, `${JSON.stringify(owner)}\n`);
  return {
    release: () => {
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}

function openLock(databaseFile: string): Database.Database {
  try {
    mkdirSync(dirname(databaseFile), { recursive: true });
    return new Database(`${databaseFile}.lock`, { timeout: 0 });
  } catch (cause) {
    throw coreErrors.cannotOpen(databaseFile, cause);
  }
}

function readOwner(file: string): Owner | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return Owner.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // The owner may be writing it this very moment; the refusal stands without the name.
    return undefined;
  }
}

function inUse(file: string, owner: Owner | undefined, cause: unknown): OperationalError {
  const since = owner === undefined ? undefined : localDateTimeOf(owner.since as Instant);
  const who =
    owner === undefined || since === undefined
      ? 'another TRC Desk'
      : `${owner.person} on ${owner.computer} since ${formatTime(timeOf(since))} on ${formatDateNoWeekday(dateOf(since))}`;
  return new OperationalError(
    'host.in-use',
    `These records are already open: ${who}. Use that window, or close it and start TRC Desk again.`,
    { file, ...owner },
    cause,
  );
}
