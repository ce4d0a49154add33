import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { newApi, type Api } from './api.ts';
import { appendAnchor } from './audit/anchors.ts';
import { findChainHead } from './audit/audit.service.ts';
import { checkChain } from './audit/check-chain.ts';
import { recordAudit } from './audit/record.ts';
import { coreErrors } from './core.errors.ts';
import { checkPragmas, newDataSource, rawOf } from './data-source.ts';
import { openFieldKeys } from './field-keys.ts';
import { readErased } from './holdings/erasure/erased-list.ts';
import { eraseAgain } from './holdings/erasure/erasure-round.service.ts';
import { type FileState, inspectFile, findDamage } from './inspect-file.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import type { Clock } from './shared/clock.ts';
import type { Ctx, FieldKeys, Origin, SlowWork } from './shared/ctx.ts';
import { type Instant, millisecondsBetween } from './shared/instant.ts';
import { newUnitOfWork, type RunUnit } from './unit-of-work.ts';
import { newSecrets } from './users/secrets.ts';
import type { OnAccountChanged } from './users/account-changes.service.ts';

export type CoreOptions = {
  readonly file: string;
  readonly mode: 'real' | 'practice';
  readonly appVersion: string;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly drawPaper: SlowWork['drawPaper'];
  readonly workbooks: Pick<SlowWork, 'writeWorkbook' | 'readWorkbook'>;
  readonly incomingFiles: Pick<SlowWork, 'readIncomingFile'>;
  readonly backupsFolder: string;
  /** Keys of the sealed fields, kept outside the database and its copies. */
  readonly keysFile: string;
  /** Heads of the audit chain, kept outside the database. */
  readonly anchorsFile: string;
  /** Cost of a passphrase as a power of two; lower only where the passphrases are printed on screen. */
  readonly secretCost?: number;
  readonly unsafeWithoutQueueForTestsOnly?: boolean;
};

/** An open centre: the one way to its records. */
export type Core = {
  readonly mode: 'real' | 'practice';
  readonly file: string;
  readonly appVersion: string;
  readonly api: Api;
  readonly slow: SlowWork;
  readonly now: () => Instant;
  readonly unit: RunUnit;
  /** What the people at the desk must know about this file: a broken record, a clock gone wrong. */
  readonly warnings: readonly string[];
  /** When the last change reached the disk; null until the first one since opening. */
  readonly lastSavedAt: () => Instant | null;
  readonly onAccountChanged: (listener: OnAccountChanged) => void;
  readonly close: () => Promise<void>;
};

/** The program itself as an actor: opening, first run, practice data. */
export const PROGRAM: Origin = {
  actor: { kind: 'program' },
  host: 'program',
  sessionId: null,
  requestId: 'program',
};

/** Links of the audit chain that are checked at every start. */
const LINKS_CHECKED_AT_START = 1000;

const A_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Opens a centre's file, or makes it when it is absent. Refuses, without writing a byte, what `inspectFile`
 * refuses; copies and verifies the file before it brings an older one up to date.
 */
export async function openCore(options: CoreOptions): Promise<Core> {
  const state = inspectFile(options.file);
  mkdirSync(dirname(options.file), { recursive: true });
  const fieldKeys = openFieldKeys(options.keysFile);
  const backup = state === 'needs-upgrade' ? copyBeforeUpgrade(options) : undefined;
  const dataSource = await openDataSource(options.file);
  const raw = rawOf(dataSource);
  try {
    await migrate(dataSource, raw, { ...options, state, backup });
    checkPragmas(raw);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return assemble(options, { dataSource, raw, fieldKeys });
}

async function openDataSource(file: string): Promise<DataSource> {
  const dataSource = newDataSource(file);
  try {
    return await dataSource.initialize();
  } catch (cause) {
    throw coreErrors.cannotOpen(file, cause);
  }
}

/** A whole, checked copy beside the backups, named for the layout it has. Answers its path. */
function copyBeforeUpgrade(options: CoreOptions): string {
  mkdirSync(options.backupsFolder, { recursive: true });
  const source = new Database(options.file, { readonly: true, fileMustExist: true });
  const version = Number(source.pragma('user_version', { simple: true }));
  const stamp = options.clock.now().replaceAll(/[-:.]/g, '');
  const copy = join(
    options.backupsFolder,
    `${options.mode}-before-upgrade-${version}-${stamp}.sqlite`,
  );
  try {
    source.prepare('VACUUM INTO ?').run(copy);
  } finally {
    source.close();
  }
  const check = new Database(copy, { readonly: true });
  try {
    const damage = findDamage(check);
    if (damage !== undefined) throw coreErrors.damaged(copy, damage);
  } finally {
    check.close();
  }
  return copy;
}

/** Runs every pending migration and sets the layout's number in one transaction: all of it, or the old file. */
async function migrate(
  dataSource: DataSource,
  raw: Database.Database,
  what: { readonly file: string; readonly state: FileState; readonly backup: string | undefined },
): Promise<void> {
  if (what.state === 'current') return;
  // Tables are rebuilt by making new ones; foreign keys are checked once, at the end.
  raw.pragma('foreign_keys = OFF');
  raw.exec('BEGIN IMMEDIATE');
  try {
    await dataSource.runMigrations({ transaction: 'none' });
    const orphans = raw.pragma('foreign_key_check') as readonly unknown[];
    if (orphans.length > 0) throw new Error(`${orphans.length} rows would point nowhere`);
    raw.pragma(`user_version = ${SCHEMA_VERSION}`);
    raw.exec('COMMIT');
  } catch (cause) {
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw coreErrors.upgradeFailed(
      what.file,
      what.backup ?? 'no backup, as the file was new',
      cause,
    );
  } finally {
    raw.pragma('foreign_keys = ON');
  }
}

async function assemble(
  options: CoreOptions,
  parts: {
    readonly dataSource: DataSource;
    readonly raw: Database.Database;
    readonly fieldKeys: FieldKeys;
  },
): Promise<Core> {
  const { dataSource, raw, fieldKeys } = parts;
  const { clock, mode, appVersion, newId } = options;
  const accountListeners: OnAccountChanged[] = [];
  let lastSavedAt: Instant | null = null;

  const units = newUnitOfWork({
    dataSource,
    raw,
    makeCtx: () => ({
      now: clock.now,
      steadyMilliseconds: clock.steadyMilliseconds,
      newId,
      fieldKeys,
      mode,
      appVersion,
    }),
    ...(options.unsafeWithoutQueueForTestsOnly === true
      ? { unsafeWithoutQueueForTestsOnly: true }
      : {}),
  });
  const unit: RunUnit = async (origin, kind, work) => {
    let hasChanged = false;
    const value = await units.run(origin, kind, async (ctx) => {
      const result = await work(ctx);
      hasChanged = ctx.audited.count > 0;
      return result;
    });
    if (hasChanged) lastSavedAt = clock.now();
    return value;
  };
  const read = <T>(work: (ctx: Ctx) => Promise<T>): Promise<T> => unit(PROGRAM, 'reads', work);
  const anchor = async (): Promise<void> => {
    const head = await read(findChainHead);
    if (head !== null) appendAnchor(options.anchorsFile, clock.now(), head);
  };

  const warnings = await lookAtRecord(options, read);
  await units.run(PROGRAM, 'writes', (ctx) =>
    recordAudit(ctx, {
      action: 'program.opened',
      objectType: 'program',
      objectId: mode,
      after: { version: appVersion, warnings },
    }),
  );
  const erased = readErased(options.file);
  if (erased.length > 0) await units.run(PROGRAM, 'writes', (ctx) => eraseAgain(ctx, erased));
  await anchor();

  return {
    mode,
    file: options.file,
    appVersion,
    api: newApi({
      anchorsFile: options.anchorsFile,
      onAccountChanged: (userId, how) => {
        for (const listener of accountListeners) listener(userId, how);
      },
    }),
    slow: {
      drawPaper: options.drawPaper,
      ...options.workbooks,
      ...options.incomingFiles,
      ...newSecrets(options.secretCost),
    },
    now: clock.now,
    unit,
    warnings,
    lastSavedAt: () => lastSavedAt,
    onAccountChanged: (listener) => accountListeners.push(listener),
    async close() {
      await units.idle();
      await anchor();
      // Whatever was asked for meanwhile ends first: the log cannot be folded in under a reading unit.
      await units.idle();
      raw.pragma('wal_checkpoint(TRUNCATE)');
      await dataSource.destroy();
    },
  };
}

/** Checks the newest links of the audit chain and whether the computer's clock can be right. */
async function lookAtRecord(
  options: CoreOptions,
  read: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>,
): Promise<readonly string[]> {
  const head = await read(findChainHead);
  if (head === null) return [];
  const check = await checkChain(read, {
    fromSeq: head.seq - LINKS_CHECKED_AT_START,
    anchorsFile: options.anchorsFile,
  });
  const lastAt = await read(async (ctx) => {
    const rows: readonly { at: Instant }[] = await ctx.tx.query(
      'SELECT at FROM audit_entry ORDER BY seq DESC LIMIT 1',
    );
    return rows[0]?.at;
  });
  const isClockBehind =
    options.mode === 'real' &&
    lastAt !== undefined &&
    millisecondsBetween(options.clock.now(), lastAt) > A_DAY_MS;
  return [
    ...(check.isWhole ? [] : [check.words]),
    ...(isClockBehind
      ? [
          'The computer’s clock is more than a day behind the last entry on record. Set the clock right before you go on.',
        ]
      : []),
  ];
}
