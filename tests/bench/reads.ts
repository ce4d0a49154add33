import { acrossSizes, sizeOf } from './across-sizes.ts';
import { findText, readDay, readWeek } from './floor.ts';
import { inTurn, type Measure, measured, type Pace } from './measure.ts';
import { type OpenCentre, ways } from './open-centre.ts';
import { DAY, WEEK } from './workload.ts';

const holdsBookings = (value: unknown): boolean =>
  (value as { readonly bookings: readonly unknown[] }).bookings.length > 0;

/** Week and day into the renderer, without painting. */
export async function readMeasures(
  centres: readonly OpenCentre[],
  pace: Pace,
): Promise<readonly Measure[]> {
  const week = await acrossSizes(centres, pace, {
    what: 'week of ten rooms',
    procedure: 'bookings.between',
    input: () => ({ from: WEEK.from, until: WEEK.until }),
    floor: (centre) => readWeek(centre.floor, WEEK.from, WEEK.after),
    see: holdsBookings,
    limit: 6,
  });
  const day = await acrossSizes(centres, pace, {
    what: 'day of ten rooms',
    procedure: 'bookings.onDay',
    input: () => ({ date: DAY.date }),
    floor: (centre) => readDay(centre.floor, DAY.date, DAY.after),
    see: holdsBookings,
  });
  return [...week, ...day];
}

const SEARCHES = [
  { text: 'zephyr', expression: '"zephyr"*' },
  { text: 'Group 123', expression: '"group"* "123"*' },
  { text: 'g', expression: '"g"*' },
] as const;
const LIMITS = { 'first 20': 20, 'all hits': 2000 } as const;

/** Search as the palette does it: the first lines, and every hit. */
export async function searchMeasures(
  centres: readonly OpenCentre[],
  pace: Pace,
): Promise<readonly Measure[]> {
  const lines: Measure[] = [];
  for (const centre of centres.slice(-2))
    for (const { text, expression } of SEARCHES)
      for (const [how, limit] of Object.entries(LIMITS)) {
        const samples = await inTurn(
          {
            floor: { run: findText(centre.floor, expression, limit) },
            ...ways(centre, { name: 'search.everything', input: () => ({ text, limit }) }),
          },
          pace,
        );
        const about = { workload: `${sizeOf(centre)}, "${text}", ${how}` };
        lines.push(
          measured({ ...about, measure: 'search at the door' }, samples.door, samples.floor),
          measured({ ...about, measure: 'search in the process' }, samples.inside, samples.floor),
        );
      }
  return lines;
}
