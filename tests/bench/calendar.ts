import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import type { WeekOfBookings } from '#db/bookings/booking-views.contract';
import type { LocalDate } from '#db/shared/local-date';
import { startBuiltProgram } from '../support/running-program.ts';
import { sizeOf } from './across-sizes.ts';
import { makeBookings } from './bookings-data.ts';
import { newPage, painted, signInPage, startBrowser } from './browser.ts';
import type { CalendarBench, Drawn } from './calendar-bench.ts';
import { weekOf } from './calendar-weeks.ts';
import { copyCentre } from './centre.ts';
import { type Measure, measured, print } from './measure.ts';
import type { OpenCentre } from './open-centre.ts';
import { buildOnce } from './start.ts';
import { FLAGS, WEEK } from './workload.ts';

/** 300 bookings in each of two weeks, ten rooms. */
const BOOKINGS_FOR_300 = 47_000;
const DRAWN = ['ours', 'bare'] as const;

/** Between clicks, as a person leafs; time enough to read ahead. */
const LEAF_MS = 400;

type Inside = { readonly calendarBench: CalendarBench };

/** What the calendar costs to draw: by itself beside a bare grid, and in the program from click to paint. */
export async function calendarMeasures(
  centre: OpenCentre,
  rounds: number,
): Promise<readonly Measure[]> {
  buildOnce();
  const running = await startBrowser();
  if (running === undefined) {
    print({ note: 'No Chrome, Chromium or Edge was found: the calendar was not measured' });
    return [];
  }
  const served = await servePage(join(dirname(centre.folder), 'calendar-page'));
  try {
    const open = async (): Promise<Page> => {
      const page = await newPage(running.browser);
      await page.goto(served.address);
      return page;
    };
    return [
      ...(await drawnMeasures(open, rounds)),
      ...(await programMeasures(centre, { open, browser: running.browser, rounds })),
    ];
  } finally {
    served.server.close();
    await running.browser.close();
    await running.close();
  }
}

async function servePage(folder: string): Promise<{ server: Server; address: string }> {
  const root = fileURLToPath(new URL('calendar-page', import.meta.url));
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: join(root, 'page.html') },
    },
  });
  const kinds: Readonly<Record<string, string>> = {
    '.js': 'text/javascript',
    '.html': 'text/html',
  };
  const server = createServer((request, response) => {
    const path = join(folder, new URL(request.url ?? '/', 'http://bench').pathname);
    response.setHeader('content-type', kinds[extname(path)] ?? 'application/octet-stream');
    response.end(existsSync(path) ? readFileSync(path) : '');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.on('close', () => rmSync(folder, { recursive: true, force: true }));
  return {
    server,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/page.html`,
  };
}

/** Goal 13: a week of 300 bookings, ten rooms: first drawn, drawn again, and the next week; fresh pages each round. */
async function drawnMeasures(
  open: () => Promise<Page>,
  rounds: number,
): Promise<readonly Measure[]> {
  const made = makeBookings(BOOKINGS_FOR_300);
  const weeks = [
    weekOf(made, WEEK.from as LocalDate),
    weekOf(made, WEEK.after as LocalDate),
  ] as const;
  const found = { ours: emptyTimes(), bare: emptyTimes() };
  for (let round = 0; round <= rounds; round += 1)
    for (const drawn of DRAWN) {
      const page = await open();
      const times = await page.evaluate(timeWeeks, { drawn, weeks });
      await page.context().close();
      // The first round fills the caches of compiled code.
      if (round === 0) continue;
      for (const name of ['first', 'again', 'next', 'elements'] as const)
        found[drawn][name].push(times[name]);
    }
  const workload = `${weeks[0].bookings.length} bookings, 10 rooms, a week by itself`;
  return [
    measured({ measure: 'week drawn first', workload, limit: 70 }, found.ours.first),
    measured({ measure: 'week drawn first, bare grid', workload }, found.bare.first),
    measured({ measure: 'week drawn again', workload }, found.ours.again),
    measured({ measure: 'next week drawn', workload, limit: 35 }, found.ours.next),
    measured({ measure: 'next week drawn, bare grid', workload }, found.bare.next),
    measured(
      { measure: 'elements of the week', workload, unit: 'elements', limit: 900 },
      found.ours.elements,
    ),
  ];
}

const emptyTimes = (): Record<'first' | 'again' | 'next' | 'elements', number[]> => ({
  first: [],
  again: [],
  next: [],
  elements: [],
});

/** Runs in the page. */
function timeWeeks(asked: {
  readonly drawn: Drawn;
  readonly weeks: readonly [WeekOfBookings, WeekOfBookings];
}): Readonly<Record<'first' | 'again' | 'next' | 'elements', number>> {
  const bench = (window as unknown as Inside).calendarBench;
  const [week, after] = asked.weeks;
  const first = bench.mount(asked.drawn, week);
  const elements = bench.elements();
  bench.leave();
  const again = bench.mount(asked.drawn, week);
  const next = bench.next(asked.drawn, after);
  bench.leave();
  return { first, again, next, elements };
}

type InProgram = {
  readonly open: () => Promise<Page>;
  readonly browser: Parameters<typeof newPage>[0];
  readonly rounds: number;
};

/** Goals 1 and 2, and a step of a drag: from the click to the second frame after it, in the built program. */
async function programMeasures(
  centre: OpenCentre,
  { open, browser, rounds }: InProgram,
): Promise<readonly Measure[]> {
  const folder = join(dirname(centre.folder), 'leafed');
  copyCentre(centre.folder, folder);
  const program = await startBuiltProgram(FLAGS, folder);
  try {
    const page = await newPage(browser);
    await signInPage(page, program.address);
    const bare = await open();
    const made = makeBookings(centre.size);
    const weeks = [weekOf(made, WEEK.from as LocalDate), weekOf(made, WEEK.after as LocalDate)];
    await bare.evaluate(
      (week) => void (window as unknown as Inside).calendarBench.mount('bare', week),
      weeks[0] as WeekOfBookings,
    );

    await page.goto(`${program.address}rooms?date=${WEEK.from}&view=week`);
    await painted(page, '.cell .booking');
    const week: number[] = [];
    const floor: number[] = [];
    for (let i = 0; i < 2 * rounds + 2; i += 1) {
      const isBack = i % 2 === 1;
      await pause(LEAF_MS);
      const took = await page.evaluate(leaf, isBack ? 'Week before' : 'Week after');
      await pause(LEAF_MS);
      const least = await bare.evaluate(
        (shown) => (window as unknown as Inside).calendarBench.clicked('bare', shown),
        weeks[isBack ? 0 : 1] as WeekOfBookings,
      );
      if (i < 2) continue;
      week.push(took);
      floor.push(least);
    }

    await page.goto(`${program.address}rooms?date=${WEEK.from}&view=month`);
    await painted(page, '.month .free');
    const month: number[] = [];
    for (let i = 0; i < 2 * rounds + 2; i += 1) {
      await pause(LEAF_MS);
      const took = await page.evaluate(leaf, i % 2 === 1 ? 'Month before' : 'Month after');
      if (i >= 2) month.push(took);
    }

    await page.goto(`${program.address}rooms?date=${WEEK.from}&view=day`);
    await painted(page, '.column > .booking');
    const steps = await page.evaluate(dragSteps, rounds);
    return [
      measured(
        {
          measure: 'next week, click to painted',
          workload: `${sizeOf(centre)}, beside a bare grid of its ${weeks[0]?.bookings.length} bookings`,
          limit: 1.7,
        },
        week,
        floor,
      ),
      measured(
        { measure: 'next month, click to painted', workload: sizeOf(centre), limit: 98 },
        month,
      ),
      measured(
        { measure: 'a step of a drag, pointer to painted', workload: `${sizeOf(centre)}, a day` },
        steps,
      ),
    ];
  } finally {
    await program.stop();
  }
}

/** Runs in the page: presses an arrow beside the date and waits until what it leads to has been painted. */
async function leaf(name: string): Promise<number> {
  const button = document.querySelector<HTMLElement>(`button[aria-label^="${name}"]`);
  if (button === null) throw new Error(`There is no ${name}`);
  const title = (): string => document.querySelector('header p')?.textContent ?? '';
  const was = title();
  const frame = (): Promise<number> =>
    new Promise((done) => {
      requestAnimationFrame(done);
    });
  const isOld = (): boolean =>
    title() === was || document.querySelector('main [aria-busy="true"]') !== null;
  const begun = performance.now();
  button.click();
  // What is drawn at once is drawn when the click's own work is done, before any frame.
  await Promise.resolve();
  while (isOld()) await frame();
  await frame();
  await frame();
  return performance.now() - begun;
}

/** Runs in the page: draws free time down a column, a quarter of an hour a step. */
async function dragSteps(steps: number): Promise<number[]> {
  const column = document.querySelector<HTMLElement>('.column');
  if (column === null) throw new Error('There is no column');
  const frame = (): Promise<number> =>
    new Promise((done) => {
      requestAnimationFrame(done);
    });
  const { left, top } = column.getBoundingClientRect();
  const row =
    column.getBoundingClientRect().height / document.querySelectorAll('.hours span').length / 4;
  const send = (type: string, y: number): void => {
    const at = { bubbles: true, clientX: left + 20, clientY: y, button: 0, pointerId: 1 };
    column.dispatchEvent(new PointerEvent(type, { ...at, pointerType: 'mouse' }));
  };
  const from = Math.max(top, 300);
  const took: number[] = [];
  send('pointerdown', from);
  for (let i = 1; i <= steps; i += 1) {
    const begun = performance.now();
    send('pointermove', from + 8 + i * row);
    await frame();
    await frame();
    took.push(performance.now() - begun);
  }
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  return took;
}
