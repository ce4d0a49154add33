import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { startBuiltProgram } from '../support/running-program.ts';
import { sizeOf } from './across-sizes.ts';
import { dayAddress, newPage, painted, SEEN, signInPage, startBrowser } from './browser.ts';
import { type Measure, print } from './measure.ts';
import type { OpenCentre } from './open-centre.ts';
import { FLAGS } from './workload.ts';

/** Twenty-six visits to each of five screens. */
const VISITS = 26;
const SCREENS = ['/', '/rooms', '/groups', '/people', '/settings'] as const;

const OURS_LIMIT_MB = 150;
const GROWTH_LIMIT = 1.2;

/** Memory is at rest when so many looks in a row lie so close together. */
const LOOKS = 5;
const LOOK_MS = 200;
const AT_REST_MB = 1;
const LONGEST_MS = 60_000;

/**
 * Memory of our whole tree (program and browser) less a blank Chromium of the same run, each process counted
 * by its proportional share: with the first view, and after 130 visits to five screens.
 */
export async function memoryMeasures(
  centre: OpenCentre,
  folder: string,
): Promise<readonly Measure[]> {
  if (!existsSync('/proc/self/smaps_rollup')) {
    print({ note: 'This system does not tell the shared memory of a process: none was measured' });
    return [];
  }
  const blank = await blankBrowser();
  const browser = await startBrowser();
  if (browser === undefined) return [];
  const program = await startBuiltProgram(FLAGS, folder);
  try {
    const page = await newPage(browser.browser);
    await signInPage(page, program.address);
    await page.goto(dayAddress(program.address));
    await painted(page, SEEN.day);
    const look = (): Held => ours(browser.pid, folder);
    const first = await atRest('with the first view', look);
    for (let visit = 0; visit < VISITS; visit += 1)
      for (const screen of SCREENS) await visitScreen(page, screen);
    const after = await atRest('after the visits', look);
    await collectGarbage(page);
    const kept = await atRest('once garbage is collected', look);

    const workload = `${sizeOf(centre)}, blank Chromium ${Math.round(blank)} MB`;
    const visits = VISITS * SCREENS.length;
    return [
      line(`memory with the first view, program ${Math.round(first.program)} MB`, workload, {
        value: first.all - blank,
        limit: OURS_LIMIT_MB,
      }),
      line(`memory after ${visits} visits, program ${Math.round(after.program)} MB`, workload, {
        value: after.all - blank,
      }),
      line(`growth of the whole tree over ${visits} visits`, workload, {
        value: after.all / first.all,
        unit: 'times',
        limit: GROWTH_LIMIT,
      }),
      line(`growth over ${visits} visits once garbage is collected`, workload, {
        value: kept.all / first.all,
        unit: 'times',
      }),
    ];
  } finally {
    await program.stop();
    await browser.close();
  }
}

async function visitScreen(page: Page, path: string): Promise<void> {
  await page.locator(`nav a[href="${path}"]`).first().click();
  await page.waitForURL((url) => url.pathname === path);
  await painted(page, 'main h1');
}

/** The visits follow each other faster than any person's, so much of what is held then is only not yet cleared away. */
async function collectGarbage(page: Page): Promise<void> {
  const inside = await page.context().newCDPSession(page);
  await inside.send('HeapProfiler.collectGarbage');
}

/** Megabytes of the program and the browser together, and of the program's own processes. */
type Held = { readonly all: number; readonly program: number };

/** Looks again and again until the memory has stopped moving; says so when it does not within a minute. */
async function atRest(when: string, look: () => Held): Promise<Held> {
  const deadline = performance.now() + LONGEST_MS;
  let looks = [look()];
  for (;;) {
    await pause(LOOK_MS);
    const now = look();
    looks = [...looks.slice(1 - LOOKS), now];
    const sizes = looks.map(({ all }) => all);
    if (looks.length === LOOKS && Math.max(...sizes) - Math.min(...sizes) <= AT_REST_MB) return now;
    if (performance.now() < deadline) continue;
    print({ note: `Memory ${when} did not come to rest within ${LONGEST_MS / 1000} s` });
    return now;
  }
}

async function blankBrowser(): Promise<number> {
  const browser = await startBrowser();
  if (browser === undefined) return 0;
  const page = await newPage(browser.browser);
  await page.goto('about:blank');
  const { all: found } = await atRest('of the blank browser', () => {
    const all = megabytes(treeOf(browser.pid));
    return { all, program: 0 };
  });
  await browser.close();
  return found;
}

function ours(browserPid: number, folder: string): Held {
  const root = pids().find((pid) => readProc(pid, 'cmdline').includes(folder));
  const program = root === undefined ? 0 : megabytes(treeOf(root));
  return { all: program + megabytes(treeOf(browserPid)), program };
}

const pids = (): readonly number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);

/** A process may end while it is looked at; then it holds nothing. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** A process and everything it started, by the parent named in /proc. */
function treeOf(root: number): readonly number[] {
  const parents = new Map(
    pids().map((pid) => [pid, Number(/\) \S (\d+)/.exec(readProc(pid, 'stat'))?.[1])]),
  );
  const tree = [root];
  for (const pid of tree)
    for (const [child, parent] of parents) if (parent === pid) tree.push(child);
  return tree;
}

const megabytes = (tree: readonly number[]): number =>
  tree.reduce(
    (sum, pid) =>
      sum + Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024,
    0,
  );

function line(
  measure: string,
  workload: string,
  found: { readonly value: number; readonly unit?: string; readonly limit?: number },
): Measure {
  const unit = found.unit ?? 'MB';
  const value = Number(found.value.toFixed(unit === 'MB' ? 0 : 2));
  return {
    measure,
    workload,
    value,
    unit,
    ...(found.limit === undefined ? {} : { limit: found.limit }),
    n: 1,
    min: value,
    max: value,
  };
}
