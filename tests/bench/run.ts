import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBookings, readTsv } from './bookings-data.ts';
import { calendarMeasures } from './calendar.ts';
import { claimFormMeasures } from './claim-forms.ts';
import { claimMeasures } from './claims.ts';
import { deskMeasures } from './desk.ts';
import { type Measure, type Pace, print } from './measure.ts';
import { openCentre, type OpenCentre } from './open-centre.ts';
import { paperMeasures } from './papers.ts';
import { peopleMeasures } from './people.ts';
import { readMeasures, searchMeasures } from './reads.ts';
import { reportMeasures } from './reports.ts';
import { seriesMeasures } from './series.ts';
import { startMeasures } from './start.ts';
import { writeMeasures } from './writes.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    sizes: { type: 'string' },
  },
});
const SIZES =
  values.sizes?.split(',').map(Number) ??
  (values.quick ? [1_000, 10_000] : [1_000, 10_000, 100_000]);
const pace: Pace = { n: values.quick ? 20 : 100, warmUps: values.quick ? 5 : 20, restMs: 10 };

const families: Readonly<
  Record<string, (centres: readonly OpenCentre[]) => Promise<readonly Measure[]>>
> = {
  reads: (centres) => readMeasures(centres, pace),
  writes: (centres) => writeMeasures(centres, pace),
  series: async (centres) => {
    const lines: Measure[] = [];
    for (const centre of centres.slice(-2)) lines.push(...(await seriesMeasures(centre, pace)));
    return lines;
  },
  search: (centres) => searchMeasures(centres, { ...pace, n: Math.ceil(pace.n / 2) }),
  claims: () => claimMeasures({ ...pace, n: Math.ceil(pace.n / 2) }),
  people: () => peopleMeasures({ ...pace, n: Math.ceil(pace.n / 2) }),
  reports: async (centres) => {
    const lines: Measure[] = [];
    for (const centre of centres.slice(-2)) lines.push(...(await reportMeasures(centre, pace)));
    return lines;
  },
  papers: async (centres) => {
    const lines: Measure[] = [];
    for (const centre of centres.slice(-2)) lines.push(...(await paperMeasures(centre, pace)));
    return [...lines, ...(await claimFormMeasures(pace))];
  },
  desk: (centres) => deskMeasures(largest(centres), values.quick ? 10 : 50),
  calendar: (centres) => calendarMeasures(largest(centres), values.quick ? 3 : 10),
  start: (centres) => startMeasures(largest(centres), values.quick ? 2 : 5),
};

function largest(centres: readonly OpenCentre[]): OpenCentre {
  const last = centres.at(-1);
  if (last === undefined) throw new Error('No centre was opened');
  return last;
}

/** Measures every family, or those named with --only reads,writes, on centres made for the purpose. */
async function main(): Promise<void> {
  const wanted = values.only?.split(',') ?? Object.keys(families);
  const parent = mkdtempSync(join(tmpdir(), 'trc-desk-bench-'));
  print({
    note: `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}, ${process.platform}; ${pace.n} calls a measure, ${pace.restMs} ms of rest before each`,
  });
  const sets = values.data === undefined ? SIZES.map(makeBookings) : [readTsv(values.data)];
  const centres: OpenCentre[] = [];
  try {
    for (const set of sets) centres.push(await openCentre(parent, set));
    for (const name of wanted) {
      const lines = await families[name]?.(centres);
      if (lines === undefined) print({ note: `There is no family called ${name}` });
      else lines.forEach(print);
    }
  } finally {
    for (const centre of centres) await centre.close();
    rmSync(parent, { recursive: true, force: true });
  }
}

await main().catch((error: unknown) => {
  // The exit status says nothing about the figures; a bench that could not run says so here.
  print({ note: `Not finished: ${error instanceof Error ? (error.stack ?? '') : String(error)}` });
});
