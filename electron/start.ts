import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { followNpm } from './follow-npm.ts';

/** The project's folder. */
const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'out', 'main', 'web.js');
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
  existsSync(built) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === newest();

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

/** Runs the door in this process, so that Ctrl-C and SIGTERM reach it directly. */
async function run(): Promise<void> {
  if (!isBuilt()) {
    process.stdout.write('Getting TRC Desk ready for its first start (a few seconds) …\n');
    build();
  }
  // The second start reads compiled code instead of compiling it again.
  enableCompileCache(join(root, 'out', 'compile-cache'));
  await import(pathToFileURL(built).href);
}

/** For whoever works on the program: builds and starts again after every change. */
function runAndWatch(args: readonly string[]): void {
  let door: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;
  const again = (): void => {
    build();
    door?.kill('SIGTERM');
    door = spawn(process.execPath, [built, ...args, ...(door === undefined ? [] : ['--no-open'])], {
      stdio: 'inherit',
    });
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
else await run();
