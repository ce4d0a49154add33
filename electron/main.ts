import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, dialog, powerMonitor, protocol, session } from 'electron';
import { DomainError } from '#db/shared/domain-error';
import { newAppProtocol } from './desktop/app-protocol.ts';
import { APP_SCHEME } from './desktop/address.ts';
import { connectWindows } from './desktop/ipc.ts';
import { lockDownEveryPage, lockDownSession } from './desktop/lock-down.ts';
import { setMenu } from './desktop/menu.ts';
import { openPracticeWindow } from './desktop/practice-window.ts';
import { askWhereToSave } from './desktop/saving.ts';
import { openWindow } from './desktop/window.ts';
import { type Program, type ProgramOptions, startProgram } from './host/program.ts';
import { pagesFolder, programOptionsFor } from './host/program-options.ts';
import { pickOwnFlags, readStartOptions } from './options.ts';

const here = dirname(fileURLToPath(import.meta.url));

/** Starts the desktop door. Everything that must stand before 'ready' is done in this order, then the rest. */
function start(): void {
  app.enableSandbox();
  const options = programOptionsFor(
    readStartOptions(pickOwnFlags(process.argv)),
    openPracticeWindow,
  );
  keepProfileBesideRecords(options);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
  lockDownEveryPage();

  let window: BrowserWindow | undefined;
  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => app.quit());
  app
    .whenReady()
    .then(() => openDoor(options))
    .then((opened) => {
      window = opened;
      // Whoever started it in a terminal sees that it worked.
      process.stdout.write('TRC Desk is open.\n');
    })
    .catch(sayWhy);
}

/** Each centre has a window profile of its own, so that practice and real stand open side by side. */
function keepProfileBesideRecords({ home, mode }: ProgramOptions): void {
  const folder = join(home, 'window', mode);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Error(
      `TRC Desk may not write in ${home}. Start it with --data and a folder of your own.`,
      { cause },
    );
  }
  app.setPath('userData', folder);
}

async function openDoor(options: ProgramOptions): Promise<BrowserWindow> {
  lockDownSession(session.defaultSession);
  askWhereToSave(session.defaultSession);
  protocol.handle(APP_SCHEME, newAppProtocol(pagesFolder()));
  setMenu();
  const program = await startProgram(options);
  connectWindows(program);
  lockWithTheComputer(program);
  closeInOrder(program);
  return openWindow({ preload: join(here, '..', 'preload', 'preload.cjs') });
}

/** The system's own lock and sleep lock the desk at once. */
function lockWithTheComputer(program: Program): void {
  powerMonitor.on('lock-screen', program.lockAll);
  powerMonitor.on('suspend', program.lockAll);
}

/** The records are closed before the program ends, whoever ends it and however often they ask. */
function closeInOrder(program: Program): void {
  let closing: Promise<void> | undefined;
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    closing ??= program.close().then(
      () => {
        isClosed = true;
        app.quit();
      },
      () => app.exit(1),
    );
  });
}

/** A start that failed is explained in a window, because nobody sees a console. */
function sayWhy(error: unknown): void {
  const words =
    error instanceof DomainError || (error instanceof Error && error.name === 'Error')
      ? error.message
      : 'TRC Desk could not be started.';
  process.stderr.write(`${words}\n`);
  dialog.showErrorBox('TRC Desk', words);
  app.exit(1);
}

try {
  start();
} catch (error) {
  sayWhy(error);
}
