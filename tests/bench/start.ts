import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBuiltProgram } from '../support/running-program.ts';
import { sizeOf } from './across-sizes.ts';
import {
  dayAddress,
  newPage,
  painted,
  type RunningBrowser,
  SEEN,
  signInPage,
  startBrowser,
} from './browser.ts';
import { copyCentre } from './centre.ts';
import { FLAGS } from './workload.ts';
import { type Measure, measured, print } from './measure.ts';
import { memoryMeasures } from './memory.ts';
import type { OpenCentre } from './open-centre.ts';

/** From nothing to a screen that can be used, the browser being open already. */
const START_LIMIT_MS = 1200;

const root = fileURLToPath(new URL('../..', import.meta.url));

/** How long the built program takes to be there, and what memory it holds. */
export async function startMeasures(
  centre: OpenCentre,
  rounds: number,
): Promise<readonly Measure[]> {
  buildOnce();
  // What `npm start` does, so that compiled code is read and not made again.
  process.env['NODE_COMPILE_CACHE'] = join(root, 'out', 'compile-cache');
  const folder = join(dirname(centre.folder), 'started');
  copyCentre(centre.folder, folder);
  const browser = await startBrowser();
  if (browser === undefined) {
    print({ note: 'No Chrome, Chromium or Edge was found: nothing painted was measured' });
    return readyOnly(centre, folder, rounds);
  }
  try {
    const times = await startTimes(browser, folder, rounds);
    return [...toMeasures(sizeOf(centre), times), ...(await memoryMeasures(centre, folder))];
  } finally {
    await browser.close();
  }
}

export function buildOnce(): void {
  if (existsSync(join(root, 'out', 'main', 'web.js'))) return;
  const bin = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  spawnSync(process.execPath, [bin, 'build', '--logLevel', 'error'], { cwd: root });
}

type StartTimes = {
  readonly ready: number[];
  readonly signIn: number[];
  readonly day: number[];
};

async function startTimes(
  { browser }: RunningBrowser,
  folder: string,
  rounds: number,
): Promise<StartTimes> {
  const times: StartTimes = { ready: [], signIn: [], day: [] };
  // The first round fills the caches of compiled code and of the disk.
  for (let round = 0; round <= rounds; round += 1) {
    const page = await newPage(browser);
    const second = await newPage(browser);
    const begun = performance.now();
    const program = await startBuiltProgram(FLAGS, folder);
    const ready = performance.now() - begun;
    await page.goto(program.address);
    await painted(page, SEEN.signIn);
    const signIn = performance.now() - begun;

    await signInPage(second, program.address);
    const asked = performance.now();
    await second.goto(dayAddress(program.address));
    await painted(second, SEEN.day);
    const day = ready + performance.now() - asked;
    await Promise.all([page.context().close(), second.context().close()]);
    await program.stop();
    if (round === 0) continue;
    times.ready.push(ready);
    times.signIn.push(signIn);
    times.day.push(day);
  }
  return times;
}

async function readyOnly(
  centre: OpenCentre,
  folder: string,
  rounds: number,
): Promise<readonly Measure[]> {
  const ready: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const begun = performance.now();
    const program = await startBuiltProgram(FLAGS, folder);
    if (round > 0) ready.push(performance.now() - begun);
    await program.stop();
  }
  return [measured({ measure: 'start until ready', workload: sizeOf(centre) }, ready)];
}

const toMeasures = (workload: string, times: StartTimes): readonly Measure[] => [
  measured({ measure: 'start until ready', workload }, times.ready),
  measured(
    { measure: 'start until the sign-in page is painted', workload, limit: START_LIMIT_MS },
    times.signIn,
  ),
  measured(
    {
      measure: 'start until the day is painted (without the typing of a passphrase)',
      workload,
      limit: START_LIMIT_MS,
    },
    times.day,
  ),
];
