import { OperationalError } from './shared/domain-error.ts';

/** Why a centre's file could not be opened, in words, and what to do. Nothing has been written when one is thrown. */
export const coreErrors = {
  newer: (file: string, fileVersion: number, ourVersion: number) =>
    new OperationalError(
      'core.newer-database',
      `The records in ${file} were last opened by a newer TRC Desk (layout ${fileVersion}; this program knows ${ourVersion}). Nothing was changed. Start the newer program, or ask whoever looks after this computer to install it.`,
      { file, fileVersion, ourVersion },
    ),
  unknownMigration: (file: string, name: string) =>
    new OperationalError(
      'core.unknown-migration',
      `The records in ${file} hold a step this TRC Desk does not know (${name}), so another edition of the program has worked on them. Nothing was changed. Start that edition.`,
      { file, name },
    ),
  notOurs: (file: string) =>
    new OperationalError(
      'core.not-ours',
      `${file} is a database of another program, not a centre’s records. Nothing was changed. Choose another folder, or move that file away.`,
      { file },
    ),
  damaged: (file: string, found: string) =>
    new OperationalError(
      'core.damaged',
      `The records in ${file} are damaged (${found}). Nothing was changed. Do not delete the file: copy the whole folder, then put the newest file from its backups folder in its place.`,
      { file, found },
    ),
  empty: (file: string) =>
    new OperationalError(
      'core.damaged',
      `${file} is empty although it should hold the centre’s records. Nothing was changed. Put the newest file from the backups folder in its place.`,
      { file, found: 'the file is empty' },
    ),
  lost: (file: string) =>
    new OperationalError(
      'core.lost',
      `The centre’s records should be in ${file}, but the file is not there. Nothing was made in its place. If the folder was moved, start TRC Desk with --data and the new folder; otherwise put back the newest file from the backups folder.`,
      { file },
    ),
  oldSqlite: (version: string, oldest: string) =>
    new OperationalError(
      'core.old-sqlite',
      `This copy of TRC Desk carries SQLite ${version}, which can damage records. It needs ${oldest} or newer: install the program afresh.`,
      { version, oldest },
    ),
  upgradeFailed: (file: string, backup: string, cause: unknown) =>
    new OperationalError(
      'core.upgrade-failed',
      `The records in ${file} could not be brought up to this program’s layout. They are as they were; a copy is in ${backup}. Start the program you used before and report this.`,
      { file, backup },
      cause,
    ),
  keysUnreadable: (file: string) =>
    new OperationalError(
      'core.keys-unreadable',
      `${file} holds the key to the bank details and is damaged. Nothing was changed. Put back your own copy of this file, or move it away: bank details entered so far must then be entered again.`,
      { file },
    ),
  cannotOpen: (file: string, cause: unknown) =>
    new OperationalError(
      'core.cannot-open',
      `${file} cannot be opened for writing. Check that the disk is not full or write-protected and that you may write in the folder, then start TRC Desk again.`,
      { file },
      cause,
    ),
};
