import Database from 'better-sqlite3';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations/index.ts';
import { TABLES } from './tables.ts';

/** Marks a file as ours ('TRCD'), so that another program's database is never taken for a centre. */
export const APPLICATION_ID = 0x54524344;

/** The oldest SQLite without the write-ahead-log fault that could corrupt a database with two connections. */
export const OLDEST_SQLITE = '3.51.3';

/**
 * What every connection is set to, on every open, with the reason. SQLite forgets most of these when a file is
 * closed, and better-sqlite3 opens WAL files with less than full durability, so they are set and then read back.
 */
export const PRAGMAS: readonly {
  readonly name: string;
  readonly set: string;
  readonly reads: string | number;
  readonly because: string;
}[] = [
  {
    name: 'journal_mode',
    set: 'WAL',
    reads: 'wal',
    because: 'readers never wait, a crash loses nothing',
  },
  {
    name: 'synchronous',
    set: 'FULL',
    reads: 2,
    because: 'what was acknowledged survives a power cut',
  },
  { name: 'foreign_keys', set: 'ON', reads: 1, because: 'no booking of a room that is not there' },
  {
    name: 'busy_timeout',
    set: '5000',
    reads: 5000,
    because: 'a backup tool may hold the file briefly',
  },
  { name: 'trusted_schema', set: 'OFF', reads: 0, because: 'a planted file cannot run functions' },
  { name: 'cell_size_check', set: 'ON', reads: 1, because: 'damage is noticed where it is read' },
  { name: 'secure_delete', set: 'ON', reads: 1, because: 'what was erased is overwritten' },
  { name: 'mmap_size', set: '0', reads: 0, because: 'a failing disk gives an error, not a crash' },
];

/** Sets every pragma on a connection and fails if one does not hold. */
export function applyPragmas(raw: Database.Database): void {
  for (const pragma of PRAGMAS) raw.pragma(`${pragma.name} = ${pragma.set}`);
  if (raw.pragma('application_id', { simple: true }) === 0)
    raw.pragma(`application_id = ${APPLICATION_ID}`);
  checkPragmas(raw);
}

/** Throws when a connection does not stand as PRAGMAS says. */
export function checkPragmas(raw: Database.Database): void {
  for (const pragma of PRAGMAS) {
    const found: unknown = raw.pragma(pragma.name, { simple: true });
    // SQLite has no memory mapping on some systems and then answers nothing.
    if (found === undefined && pragma.name === 'mmap_size') continue;
    if (found !== pragma.reads)
      throw new Error(`Pragma ${pragma.name} reads ${String(found)}, not ${pragma.reads}`);
  }
}

/** The connection behind the unit of work. Nothing but `open-core.ts` and the migration tests opens one. */
export function newDataSource(file: string): DataSource {
  return new DataSource({
    type: 'better-sqlite3',
    driver: Database,
    database: file,
    entities: [...TABLES],
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    statementCacheSize: 300,
    prepareDatabase: (raw: Database.Database) => applyPragmas(raw),
  });
}

/** SQLite's own handle under a data source, for pragmas and checks that TypeORM does not know. */
export function rawOf(dataSource: DataSource): Database.Database {
  const driver = dataSource.driver as unknown as { readonly databaseConnection: Database.Database };
  return driver.databaseConnection;
}
