import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built program as a process of its own, the way people start it. */
export type RunningProgram = {
  readonly address: string;
  readonly folder: string;
  /** Everything it printed. */
  readonly said: () => readonly string[];
  /** Stops it the polite way and answers its exit code. */
  readonly stop: () => Promise<number | null>;
  /** Pulls the plug. */
  readonly kill: () => Promise<void>;
};

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'trc-desk-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts the built door on any free port; resolves once it has printed its address. */
export async function startBuiltProgram(
  flags: readonly string[],
  folder: string = newFolder(),
): Promise<RunningProgram> {
  const child: ChildProcess = spawn(
    process.execPath,
    [join(root, 'out', 'main', 'web.js'), '--no-open', '--port', '0', '--data', folder, ...flags],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const said: string[] = [];
  const address = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line);
        const found = /http:\/\/127\.0\.0\.1:\d+\/$/.exec(line)?.[0];
        if (found !== undefined) resolve(found);
      });
    }
    child.once('exit', (code) =>
      reject(new Error(`The program ended with ${String(code)}: ${said.join(' / ')}`)),
    );
  });
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    child.kill(signal);
    const [code] = (await ended) as [number | null];
    return code;
  };
  const program: RunningProgram = {
    address,
    folder,
    said: () => said,
    stop: () => end('SIGTERM'),
    kill: async () => {
      await end('SIGKILL');
    },
  };
  running.add(program);
  child.once('exit', () => running.delete(program));
  return program;
}

const running = new Set<RunningProgram>();

/** Stops what still runs on a folder, so that a test that fails in the middle leaves no program behind. */
export async function stopProgramsOn(folder: string): Promise<void> {
  for (const program of running) if (program.folder === folder) await program.stop();
}

/** What a promise gives, if it gives it in time; otherwise a failure that says how long it had. */
export async function within<T>(milliseconds: number, promised: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promised, late]);
  } finally {
    clearTimeout(timer);
  }
}
