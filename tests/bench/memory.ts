import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
    await page.waitForTimeout(2000);
    const first = ours(browser.pid, folder);
    for (let visit = 0; visit < VISITS; visit += 1)
      for (const screen of SCREENS) await visitScreen(page, screen);
    await page.waitForTimeout(2000);
    const after = ours(browser.pid, folder);
    await collectGarbage(page);
    const kept = ours(browser.pid, folder);

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
  await page.waitForTimeout(2000);
}

async function blankBrowser(): Promise<number> {
  const browser = await startBrowser();
  if (browser === undefined) return 0;
  const page = await newPage(browser.browser);
  await page.goto('about:blank');
  await page.waitForTimeout(2000);
  const found = megabytes(treeOf(browser.pid));
  await browser.close();
  return found;
}

function ours(
  browserPid: number,
  folder: string,
): { readonly all: number; readonly program: number } {
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
