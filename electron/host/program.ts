import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { coreErrors } from '#db/core.errors';
import { openCore, PROGRAM, type Core } from '#db/open-core';
import { type CurrentSession, HANDED_OVER_IDLE_MINUTES } from '#db/session/session.contract';
import {
  DEFAULT_IDLE_LOCK_MINUTES,
  readCentreForSession,
  setUpAt,
} from '#db/settings/settings.service';
import { setupErrors } from '#db/setup/setup.errors';
import type { Clock } from '#db/shared/clock';
import { OperationalError } from '#db/shared/domain-error';
import { type Changes, newChanges } from './changes.ts';
import { type Acts, newActs } from './acts.ts';
import { checkFolder, placesIn } from './data-folder.ts';
import { diagnosticsHandlers } from './diagnostics.ts';
import { type Dispatch, type HostHandler, newDispatch } from './dispatch.ts';
import { type Logger, openLog } from './logger.ts';
import { startDailyRounds } from './daily-rounds.ts';
import { startOverdueRounds } from './overdue-rounds.ts';
import { newIncomingFileThreads } from './incoming-file-threads.ts';
import { newPaperMaker, type PaperMaker } from './paper-maker.ts';
import { newWorkbookThreads } from './workbook-threads.ts';
import type { Repeat, Rounds } from './rounds.ts';
import { followAccount, sessionHandlers } from './session-handlers.ts';
import {
  type HandOverEnding,
  isIdle,
  lentNow,
  newSessions,
  type Session,
  type Sessions,
} from './sessions.ts';
import { readSettingsFile, type SettingsFile, writeSettingsFile } from './settings-file.ts';
import { setupHandlers } from './setup-handlers.ts';
import { type OwnerLock, takeOwnerLock } from './single-owner-lock.ts';

export type ProgramOptions = {
  readonly mode: 'real' | 'practice';
  /** The data folder: where settings.json is, and the records unless it says otherwise. */
  readonly home: string;
  /** True when the folder was given at the start. */
  readonly isFolderFixed: boolean;
  readonly appVersion: string;
  readonly clock: Clock;
  /** Fills a new practice centre; absent for the real one. */
  readonly fillPractice?: (core: Core) => Promise<void>;
  readonly practiceAccounts?: CurrentSession['practiceAccounts'];
  /** Opens the practice centre as a program of its own and answers its address. */
  readonly openPractice: (folder: string) => Promise<string>;
  readonly secretCost?: number;
  /** How holds and offers whose time is up are looked for again and again; absent where nobody waits for them. */
  readonly repeat?: Repeat;
  /** Draws papers for several programs of one process, and is closed by whoever made it; one of our own otherwise. */
  readonly papers?: PaperMaker;
  /** Where ids come from; ordered by time unless told otherwise. */
  readonly newId?: () => string;
};

/** The running program behind its doors: one centre at most, its sessions, its dispatch. */
export type Program = {
  readonly mode: 'real' | 'practice';
  readonly appVersion: string;
  readonly clock: Clock;
  readonly sessions: Sessions;
  readonly changes: Changes;
  readonly acts: Acts;
  readonly log: Logger;
  readonly dispatch: Dispatch;
  readonly isFolderFixed: boolean;
  readonly practiceAccounts: CurrentSession['practiceAccounts'];
  readonly core: () => Core | undefined;
  readonly folder: () => string;
  readonly settings: () => SettingsFile;
  readonly saveSettings: (change: SettingsFile) => void;
  readonly chooseFolder: (path: string) => Promise<void>;
  readonly openPractice: () => Promise<string>;
  readonly idleMinutes: () => number;
  readonly markActive: (session: Session) => void;
  /** Locks screens whose time is up; the doors call it with every request. */
  readonly lockIdle: (session: Session) => void;
  /** Locks every screen now, as when the computer itself is locked. */
  readonly lockAll: (except?: Session) => void;
  /** Ends the lending of a screen; nothing where none is lent. */
  readonly endHandOver: (session: Session, ending: HandOverEnding) => void;
  readonly close: () => Promise<void>;
};

/** The drawing thread starts once the first page has been served, so that it does not delay it. */
const WARM_UP_AFTER_MS = 1000;

/**
 * Starts the program on a data folder. Opens the centre there if there is one; a fresh folder waits for the first
 * run, except in practice mode, which makes its centre at once.
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const settingsPath = join(options.home, 'settings.json');
  let settings = readSettingsFile(settingsPath);
  let folder = resolve(
    options.isFolderFixed ? options.home : (settings.recordsFolder ?? options.home),
  );
  refuseRiskyFolder(folder, settings);
  const log = openLogIn(folder, options.mode);
  const papers = options.papers ?? newPaperMaker(() => log.warn('worker.restarted'));
  const workbooks = newWorkbookThreads();
  const incomingFiles = newIncomingFileThreads();
  const sessions = newSessions(options.clock.steadyMilliseconds);
  const changes = newChanges();
  const acts = newActs({
    steadyNow: options.clock.steadyMilliseconds,
    isOpen: (session) => sessions.isOpen(session),
    tell: (session, progress) => changes.tellProgress(session, progress),
  });
  let opened: { readonly core: Core; readonly lock: OwnerLock } | undefined;
  let isSetUp = false;
  let idleMinutes = DEFAULT_IDLE_LOCK_MINUTES;
  let warmUp: NodeJS.Timeout | undefined = undefined;
  let rounds: readonly Rounds[] = [];

  const saveSettings = (change: SettingsFile): void => {
    settings = { ...settings, ...change };
    writeSettingsFile(settingsPath, settings);
  };

  async function open(): Promise<void> {
    const places = placesIn(folder, options.mode);
    const isNew = !existsSync(places.database);
    if (isNew && options.mode === 'real' && settings.hasCentre === true)
      throw coreErrors.lost(places.database);
    const lock = takeOwnerLock(places.database, options.clock.now());
    try {
      mkdirSync(places.attachments, { recursive: true });
      mkdirSync(places.backups, { recursive: true });
      const core = await openCore({
        file: places.database,
        mode: options.mode,
        appVersion: options.appVersion,
        clock: options.clock,
        newId: options.newId ?? (() => uuidv7()),
        drawPaper: (job) => papers.draw(job),
        workbooks,
        incomingFiles,
        backupsFolder: places.backups,
        keysFile: places.keys,
        anchorsFile: places.anchors,
        ...(options.secretCost === undefined ? {} : { secretCost: options.secretCost }),
      });
      opened = { core, lock };
      core.onAccountChanged((userId, how) => {
        if (how === 'role-or-state') sessions.endAllOf(userId);
        followAccount(program, userId).catch((error: unknown) => {
          log.error('call.defect', { errorName: error instanceof Error ? error.name : 'unknown' });
        });
      });
      if (options.mode === 'real') saveSettings({ hasCentre: true });
      await readCentre();
      if (!isSetUp && options.fillPractice !== undefined) {
        await options.fillPractice(core);
        await readCentre();
      }
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  /** What the doors ask with every call, read once and again after a change. */
  async function readCentre(): Promise<void> {
    if (opened === undefined) return;
    const { row } = await opened.core.unit(PROGRAM, 'reads', (ctx) => readCentreForSession(ctx));
    const wasSetUp = isSetUp;
    isSetUp = setUpAt(row) !== null;
    idleMinutes = row?.idle_lock_minutes ?? DEFAULT_IDLE_LOCK_MINUTES;
    // The day's first work waits for the first run to end, and is there when its last page closes.
    if (isSetUp && !wasSetUp) for (const each of rounds) await each.round();
  }

  const markActive = (session: Session): void => {
    session.activeAt = options.clock.steadyMilliseconds();
  };

  // During the first run there is nothing to hide yet, and no page on which to unlock.
  const lockIdle = (session: Session): void => {
    const now = options.clock.steadyMilliseconds();
    if (lentNow(session) !== undefined) {
      if (isIdle(session, now, HANDED_OVER_IDLE_MINUTES)) endHandOver(session, { by: 'idle' });
      return;
    }
    if (isSetUp && isIdle(session, now, idleMinutes)) session.isLocked = true;
  };

  /** The screen is staff's again, and shows nothing until they have unlocked it. */
  const endHandOver = (session: Session, { by, promisedBy = null }: HandOverEnding): void => {
    const lent = lentNow(session);
    if (lent === undefined) return;
    session.handedOver = { ...lent, endedBy: by, promisedBy };
    session.isLocked = true;
    changes.tell({ session: 'changed' });
  };

  const lockAll = (except?: Session): void => {
    if (!isSetUp) return;
    for (const session of sessions.all()) {
      if (session === except) continue;
      endHandOver(session, { by: 'locked' });
      session.isLocked = true;
    }
    changes.tell({ session: 'changed' });
  };

  const handlers = new Map<string, HostHandler>();
  const program: Program = {
    mode: options.mode,
    appVersion: options.appVersion,
    clock: options.clock,
    sessions,
    changes,
    acts,
    log,
    isFolderFixed: options.isFolderFixed,
    practiceAccounts: options.practiceAccounts ?? [],
    dispatch: newDispatch({
      core: () => opened?.core,
      isSetUp: () => isSetUp,
      hostHandlers: handlers,
      acts,
      log,
      onActivity: markActive,
      isOpen: (session) => sessions.isOpen(session),
      lockIdle,
      onHandOverEnd: endHandOver,
      onTouched: async (modules) => {
        changes.tell({ changed: modules });
        if (!modules.includes('session')) return;
        await readCentre();
        changes.tell({ session: 'changed' });
      },
    }),
    core: () => opened?.core,
    folder: () => folder,
    settings: () => settings,
    saveSettings,
    async chooseFolder(path) {
      const wanted = resolve(path);
      if (options.isFolderFixed && wanted !== folder)
        throw setupErrors.error('setup.folder-fixed', { path: folder });
      const check = checkFolder(wanted);
      if (check.problems.length > 0 && settings.allowRiskyFolder !== true)
        throw setupErrors.error('setup.folder-unfit', { problems: check.problems });
      if (opened !== undefined && wanted !== folder) await closeCore();
      folder = wanted;
      saveSettings({
        isFolderChosen: true,
        ...(options.isFolderFixed || wanted === resolve(options.home)
          ? {}
          : { recordsFolder: wanted }),
      });
      if (opened === undefined) await open();
    },
    async openPractice() {
      const address = await options.openPractice(options.home);
      log.info('practice.opened');
      return address;
    },
    idleMinutes: () => idleMinutes,
    markActive,
    lockIdle,
    endHandOver,
    lockAll,
    async close() {
      clearTimeout(warmUp);
      acts.stopAll();
      for (const each of rounds) await each.stop();
      await closeCore();
      if (options.papers === undefined) await papers.close();
      await workbooks.close();
      await incomingFiles.close();
      log.info('program.stopped');
      log.close();
    },
  };

  async function closeCore(): Promise<void> {
    const closing = opened;
    opened = undefined;
    isSetUp = false;
    if (closing === undefined) return;
    await closing.core.close();
    closing.lock.release();
  }

  for (const [name, handler] of [
    ...sessionHandlers(program),
    ...setupHandlers(program),
    ...diagnosticsHandlers(program),
  ])
    handlers.set(name, handler);

  const isThere = existsSync(placesIn(folder, options.mode).database);
  if (options.mode === 'practice' || isThere || settings.isFolderChosen === true) await open();
  warmUp = setTimeout(() => papers.warmUp(), WARM_UP_AFTER_MS).unref();
  if (options.repeat !== undefined) {
    // Work of a day that was done before the centre was described would not be done again on that day.
    const core = () => (isSetUp ? opened?.core : undefined);
    const place = { core, changes, log, repeat: options.repeat };
    rounds = [startOverdueRounds(place), startDailyRounds(place)];
    for (const each of rounds) void each.round();
  }
  return program;
}

/** The log is the first thing written; where that fails, nothing else could be kept either. */
function openLogIn(folder: string, mode: ProgramOptions['mode']): Logger {
  try {
    return openLog(placesIn(folder, mode).logs, mode);
  } catch (cause) {
    throw coreErrors.cannotOpen(folder, cause);
  }
}

/** Records on a share, a synced or a removable disk are refused by default; the settings file can allow it. */
function refuseRiskyFolder(folder: string, settings: SettingsFile): void {
  if (settings.allowRiskyFolder === true) return;
  const { problems } = checkFolder(folder);
  if (problems.length > 0)
    throw new OperationalError(
      'host.folder-unfit',
      `${problems.join(' ')} The folder is ${folder}. Start TRC Desk with --data and a folder on this computer’s own disk.`,
      { folder, problems },
    );
}
