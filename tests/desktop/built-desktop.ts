import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire, registerHooks } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { newRecorder, type Recorder } from './electron-recorder.ts';

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

/** A change of one place in a built file: what stands there, and what it is changed to. */
export type Mutant = readonly [find: string, put: string];

/** A copy of the built program that a test may change: the bundles and the screens; the rest is linked. */
export type BuiltCopy = {
  readonly folder: string;
  /** The text of a built file, such as 'main/main.js'. */
  readonly read: (file: string) => string;
  readonly remove: () => void;
};

export function copyBuilt(): BuiltCopy {
  const folder = mkdtempSync(join(tmpdir(), 'trc-desk-built-'));
  for (const part of ['main', 'preload', 'renderer'])
    cpSync(join(root, 'out', part), join(folder, 'out', part), { recursive: true });
  for (const linked of ['package.json', 'node_modules', 'resources'])
    symlinkSync(join(root, linked), join(folder, linked));
  return {
    folder,
    read: (file) => readFileSync(join(folder, 'out', file), 'utf8'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The text with the change in it; fails unless what it changes stands there exactly once. */
export function mutated(text: string, [find, put]: Mutant): string {
  const times = text.split(find).length - 1;
  if (times !== 1) throw new Error(`"${find}" stands ${times} times in the built file, not once.`);
  return text.replace(find, () => put);
}

const STAND_IN = 'recorder:';
const recorders = new Map<string, Recorder>();
let starts = 0;

/** Hands each started bundle the recorder that was made for it. */
registerHooks({
  resolve: (wanted, context, next) => {
    if (wanted !== 'electron') return next(wanted, context);
    const start = /main-(\d+)\.js$/.exec(context.parentURL ?? '')?.[1];
    return { url: `${STAND_IN}${start}`, format: 'module', shortCircuit: true };
  },
  load: (url, context, next) => {
    if (!url.startsWith(STAND_IN)) return next(url, context);
    const start = url.slice(STAND_IN.length);
    Object.assign(globalThis, { recordedElectron: recorders.get(start)?.module });
    const names = Object.keys(recorders.get(start)?.module ?? {});
    const source = `const all = globalThis.recordedElectron;\n${names
      .map((name) => `export const ${name} = all.${name};`)
      .join('\n')}`;
    return { format: 'module', source, shortCircuit: true };
  },
});

/** The built program, started as far as the test asks, on a fresh data folder. */
export type StartedDesktop = Recorder & {
  readonly data: string;
  /** Ends the program as the system would. */
  readonly stop: () => Promise<void>;
};

/**
 * Runs the built main file, or another text in its place, against an Electron that records, until its window is open
 * or it has given up.
 */
export async function startDesktop(
  copy: BuiltCopy,
  options: { readonly text?: string; readonly isFirst?: boolean } = {},
): Promise<StartedDesktop> {
  starts += 1;
  const file = join(copy.folder, 'out', 'main', `main-${starts}.js`);
  writeFileSync(file, options.text ?? copy.read('main/main.js'));
  const data = join(copy.folder, `data-${starts}`);
  mkdirSync(data);
  const recorder = newRecorder({ isFirst: options.isFirst ?? true });
  recorders.set(String(starts), recorder);

  const before = process.argv;
  process.argv = ['electron', '.', '--data', data];
  try {
    require(file);
  } finally {
    process.argv = before;
  }
  const isGoingOn =
    options.isFirst !== false || recorder.order().includes('protocol.registerSchemesAsPrivileged');
  recorder.becomeReady();
  if (isGoingOn) await windowOrEnd(recorder);
  return {
    ...recorder,
    data,
    async stop() {
      const isRunning = recorder.app.listenerCount('will-quit') > 0;
      recorder.app.emit('will-quit', { preventDefault: () => undefined });
      if (isRunning) await recorder.ended;
    },
  };
}

/** Waits until the program shows its window or gives up. */
async function windowOrEnd(recorder: Recorder): Promise<void> {
  const opened = Promise.withResolvers<void>();
  recorder.app.once('web-contents-created', () => opened.resolve());
  await Promise.race([opened.promise, recorder.ended]);
  // What the program still does in the same turn, such as loading the page.
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** What the data folder holds now; a program that opened nothing leaves its window's profile at most. */
export const namesIn = (folder: string): readonly string[] => readdirSync(folder).toSorted();
