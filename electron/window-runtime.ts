import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { hasScreen } from './browsers.ts';

/** Electron's program on this computer, or why there can be no desktop window. */
export type WindowRuntime = { readonly file: string } | { readonly whyNot: string };

/** Longest that a start waits for Electron's program to be fetched. */
const LONGEST_FETCH_MS = 10_000;

/** What the search looks at; a test says so itself. */
export type RuntimePlace = {
  /** The folder of npm's electron package. */
  readonly electronFolder: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly isRoot: boolean;
  /** Fetches Electron's program into the folder, for at most the given time. */
  readonly fetchRuntime: (electronFolder: string, longestMs: number) => void;
};

/**
 * Finds Electron's program, and tries to fetch it where npm has not brought it. The reasons are halves of a sentence.
 */
export function findWindowRuntime(place: RuntimePlace): WindowRuntime {
  const { electronFolder, environment } = place;
  const standsElsewhere = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (standsElsewhere !== undefined)
    return { file: join(standsElsewhere, readName(electronFolder) ?? 'electron') };
  if (!hasScreen(environment)) return { whyNot: 'there is no screen' };
  // Chromium keeps its sandbox from the system's administrator, and without it no window opens.
  if (place.isRoot) return { whyNot: 'a window is not opened for the system’s administrator' };
  if (findFetched(electronFolder) === undefined && hasNetwork())
    place.fetchRuntime(electronFolder, LONGEST_FETCH_MS);
  const file = findFetched(electronFolder);
  return file === undefined
    ? { whyNot: 'the Electron runtime is missing and could not be fetched' }
    : { file };
}

/** The runtime's name within its folder, which npm's electron package writes down once it has fetched it. */
function readName(electronFolder: string): string | undefined {
  const note = join(electronFolder, 'path.txt');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : undefined;
}

function findFetched(electronFolder: string): string | undefined {
  const name = readName(electronFolder);
  const file = name === undefined ? undefined : join(electronFolder, 'dist', name);
  return file !== undefined && existsSync(file) ? file : undefined;
}

const hasNetwork = (): boolean =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .some((address) => !address.internal);

/** Runs the electron package's own fetching; what it says is for people who build, so nobody hears it. */
export function fetchRuntime(electronFolder: string, longestMs: number): void {
  spawnSync(process.execPath, [join(electronFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: longestMs,
    killSignal: 'SIGKILL',
  });
}
