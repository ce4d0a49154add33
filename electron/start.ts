import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fetchRuntime, findWindowRuntime } from './window-runtime.ts';
import { followNpm } from './follow-npm.ts';

/** The project's folder. */
const root = fileURLToPath(new URL('..', import.meta.url));
const builtWebDoor = join(root, 'out', 'main', 'web.js');
const stampFile = join(root, 'out', 'built-from.txt');

/** What the screens and the door are built from. */
const SOURCES = ['db', 'electron', 'renderer', 'package-lock.json', 'electron.vite.config.ts'];

/** The newest change among the sources, so that a start after an update builds again and others do not. */
function newestChange(path: string): number {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(
    about.mtimeMs,
    ...readdirSync(path).map((name) => newestChange(join(path, name))),
  );
}

const newest = (): string =>
  String(Math.max(...SOURCES.map((name) => newestChange(join(root, name)))));

const isBuilt = (): boolean =>
  existsSync(builtWebDoor) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === newest();

/** Builds once after an install or update; ends the program when that fails. */
function build(): void {
  const stamp = newest();
  const bin = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const made = spawnSync(process.execPath, [bin, 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (made.status !== 0) {
    process.stderr.write('TRC Desk could not be built. The lines above say why.\n');
    process.exit(1);
  }
  writeFileSync(stampFile, stamp);
}

/** The flags that only mean something in a browser, and so choose it. */
const OF_BROWSER_DOOR = /^--(web|no-open|port(=.*)?)$/;

/** Electron's program when the window is to be opened; says why where it is wanted and cannot be had. */
function findWindow(args: readonly string[]): string | undefined {
  if (args.some((arg) => OF_BROWSER_DOOR.test(arg))) return undefined;
  const runtime = findWindowRuntime({
    electronFolder: join(root, 'node_modules', 'electron'),
    environment: process.env,
    isRoot: process.getuid?.() === 0,
    fetchRuntime,
  });
  if ('file' in runtime) return runtime.file;
  process.stdout.write(
    `The desktop window cannot be opened here: ${runtime.whyNot}. Opening in the browser instead.\n`,
  );
  return undefined;
}

async function run(args: readonly string[]): Promise<void> {
  if (!isBuilt()) {
    process.stdout.write('Getting TRC Desk ready for its first start (a few seconds) …\n');
    build();
  }
  const window = findWindow(args);
  if (window === undefined) await runInBrowser();
  else runInWindow(window, args);
}

/** Runs the browser door in this process, so that Ctrl-C and SIGTERM reach it directly. */
async function runInBrowser(): Promise<void> {
  // The second start reads compiled code instead of compiling it again.
  enableCompileCache(join(root, 'out', 'compile-cache'));
  await import(pathToFileURL(builtWebDoor).href);
}

/** Runs the desktop door as Electron's own process, and ends as it ends. */
function runInWindow(electron: string, args: readonly string[]): void {
  const window = spawn(electron, [root, ...args], { stdio: 'inherit' });
  // Ctrl-C reaches the window by itself; this process waits for it to close its records.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => window.kill('SIGTERM'));
  window.on('error', () => {
    process.stderr.write('The desktop window could not be opened. Start with --web instead.\n');
    process.exit(1);
  });
  window.on('exit', (code) => process.exit(code ?? 1));
}

/** For whoever works on the program: builds and starts again after every change. */
function runAndWatch(args: readonly string[]): void {
  const window = findWindow(args);
  let door: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  const open = (): void => {
    const browserArgs = [builtWebDoor, ...args, ...(door === undefined ? [] : ['--no-open'])];
    door =
      window === undefined
        ? spawn(process.execPath, browserArgs, { stdio: 'inherit' })
        : spawn(window, [root, ...args], { stdio: 'inherit' });
  };
  const again = (): void => {
    build();
    if (door === undefined || door.exitCode !== null) return open();
    // Only one process may hold the records, so the next waits until this one has let go.
    door.once('exit', open);
    door.kill('SIGTERM');
  };
  for (const folder of ['db', 'electron', 'renderer'])
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(again, 200);
    });
  again();
}

const args = process.argv.slice(2);
followNpm();
if (args.includes('--dev')) runAndWatch(args.filter((arg) => arg !== '--dev'));
else await run(args);
