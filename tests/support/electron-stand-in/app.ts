import { EventEmitter } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWindows } from './open-windows.ts';

type AppFacts = { readonly folder: string; readonly name: string; readonly version: string };

const newEvent = () => ({
  defaultPrevented: false,
  preventDefault(this: { defaultPrevented: boolean }): void {
    this.defaultPrevented = true;
  },
});

/** The program as a whole: its life from start to end, its folders, and whether it runs already. */
class App extends EventEmitter {
  /** Ends the browser; set once there is one. */
  endBrowser: () => Promise<void> = () => Promise.resolve();
  readonly isPackaged = false;
  readonly commandLine = {
    switches: new Map<string, string>(),
    appendSwitch(name: string, value = ''): void {
      this.switches.set(name, value);
    },
    hasSwitch(name: string): boolean {
      return this.switches.has(name);
    },
  };
  readonly #paths = new Map<string, string>();
  #facts: AppFacts = { folder: '', name: '', version: '' };
  #lock: string | undefined;
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #isQuitting = false;
  #isEnding = false;

  /** Takes the facts of the app from its package.json. */
  load(folder: string): { readonly main: string } {
    const { name, productName, version, main } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Record<string, string>;
    this.#facts = { folder, name: productName ?? name ?? '', version: version ?? '' };
    return { main: join(folder, main ?? 'index.js') };
  }

  getAppPath = (): string => this.#facts.folder;
  getName = (): string => this.#facts.name;
  getVersion = (): string => this.#facts.version;
  setPath = (name: string, folder: string): void => void this.#paths.set(name, folder);
  getPath(name: string): string {
    const home = homedir();
    const appData = process.env['XDG_CONFIG_HOME'] ?? join(home, '.config');
    const known: Readonly<Record<string, string>> = {
      home,
      appData,
      temp: tmpdir(),
      documents: join(home, 'Documents'),
      downloads: join(home, 'Downloads'),
      userData: join(appData, this.#facts.name),
    };
    const folder = this.#paths.get(name) ?? known[name];
    if (folder === undefined) throw new Error(`The stand-in knows no folder '${name}'.`);
    return folder;
  }

  isReady = (): boolean => this.#isReady;
  whenReady = (): Promise<void> => this.#ready.promise;
  /** The promise is kept apart from the event, which a test may hold back. */
  becomeReady(): void {
    this.#isReady = true;
    this.#ready.resolve();
    this.emit('ready', {});
  }

  /** Nothing to switch on: Chromium's own sandbox, where it has one, is outside this program's reach. */
  enableSandbox(): void {}

  /** True for the first start with this profile; a later one only makes itself known to the first. */
  requestSingleInstanceLock(): boolean {
    const lock = join(this.getPath('userData'), 'stand-in.lock');
    const other = findRunning(lock);
    if (other !== undefined) {
      process.kill(other, 'SIGUSR2');
      return false;
    }
    writeFileSync(lock, String(process.pid));
    process.on('SIGUSR2', () => this.emit('second-instance', {}, [], ''));
    this.#lock = lock;
    return true;
  }

  /** Asks everybody, closes the windows, and ends unless somebody objects. */
  quit(): void {
    const before = newEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#isQuitting = true;
    for (const window of openWindows) window.close();
    this.#isQuitting = false;
    const last = newEvent();
    this.emit('will-quit', last);
    if (!last.defaultPrevented) this.exit(0);
  }

  /** Told by the last window that closed; a program that quits anyway does not hear of it. */
  lastWindowClosed(): void {
    if (this.#isQuitting) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  exit(code = 0): void {
    if (this.#isEnding) return;
    this.#isEnding = true;
    this.emit('quit', {}, code);
    void this.endBrowser().finally(() => {
      if (this.#lock !== undefined) rmSync(this.#lock, { force: true });
      process.exit(code);
    });
  }
}

function findRunning(lock: string): number | undefined {
  try {
    const other = Number(readFileSync(lock, 'utf8'));
    process.kill(other, 0);
    return other;
  } catch {
    // Nobody has the lock, or whoever had it is gone.
    return undefined;
  }
}

export const app = new App();
