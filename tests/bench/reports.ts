import { setTimeout as pause } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import { sizeOf } from './across-sizes.ts';
import { inTurn, type Measure, measured, median, type Pace } from './measure.ts';
import { type OpenCentre, ways } from './open-centre.ts';

/** A year that is over at the bench's own moment, so that every hour of it was used. */
const YEAR = { from: '2025-01-01', until: '2025-12-31' } as const;
const AFTER = '2026-01-01';

/** Hours by who took the booking and room: the same rows added up once, and made JSON of. */
function sumYear(db: Database.Database): () => string {
  const sums = db.prepare(
    `SELECT b.taken_by_user_id, b.facility_id, count(*), sum(julianday(b.ends_at) - julianday(b.starts_at))
     FROM booking b WHERE b.held_from >= ? AND b.held_from < ? GROUP BY 1, 2`,
  );
  return () => JSON.stringify(sums.all(YEAR.from, AFTER));
}

/** Every booking of the year with its names, made JSON of. */
function readYear(db: Database.Database): () => string {
  const rows = db.prepare(
    `SELECT b.*, f.name AS room, g.name AS booker, r.name AS responsible, u.display_name AS taken_by
     FROM booking b JOIN facility f ON f.id = b.facility_id LEFT JOIN tenant_group g ON g.id = b.group_id
     JOIN person r ON r.id = b.responsible_person_id LEFT JOIN app_user u ON u.id = b.taken_by_user_id
     WHERE b.held_from >= ? AND b.held_from < ? ORDER BY b.starts_at`,
  );
  return () => JSON.stringify(rows.all(YEAR.from, AFTER));
}

/** The first page of the year's list, as the index has it. */
function readPage(db: Database.Database): () => string {
  const page = db.prepare(
    `SELECT b.*, g.name AS booker FROM booking b LEFT JOIN tenant_group g ON g.id = b.group_id
     WHERE b.held_from >= ? AND b.held_from < ? ORDER BY b.held_from LIMIT 100`,
  );
  const count = db.prepare('SELECT count(*) FROM booking WHERE held_from >= ? AND held_from < ?');
  return () => JSON.stringify([page.all(YEAR.from, AFTER), count.get(YEAR.from, AFTER)]);
}

const sees = (field: string) => (value: unknown) =>
  Object.hasOwn(value as Record<string, unknown>, field);

/** A year of bookings in figures, as a table, and its first page. */
export async function reportMeasures(centre: OpenCentre, pace: Pace): Promise<readonly Measure[]> {
  const few: Pace = { ...pace, n: Math.ceil(pace.n / 5), warmUps: Math.ceil(pace.warmUps / 5) };
  const jobs = [
    {
      what: 'year summary',
      // 31 ms where the floor takes 11.4.
      limit: 2.7,
      floor: sumYear(centre.floor),
      call: { name: 'reports.use', input: () => YEAR, see: sees('byRoom') },
    },
    {
      what: 'year to CSV',
      // 240 ms where the floor takes 29.
      limit: 8.3,
      floor: readYear(centre.floor),
      call: { name: 'reports.exportBookings', input: () => YEAR, see: sees('text') },
    },
    {
      what: 'year list, first page',
      floor: readPage(centre.floor),
      call: {
        name: 'bookings.list',
        input: () => ({ ...YEAR, withCancelled: true, limit: 100, offset: 0 }),
        see: sees('total'),
      },
    },
  ] as const;
  const lines: Measure[] = [];
  for (const job of jobs) {
    const samples = await inTurn({ floor: { run: job.floor }, ...ways(centre, job.call) }, few);
    const about = { workload: `${sizeOf(centre)}, 2025` };
    lines.push(
      measured(
        {
          ...about,
          measure: `${job.what}, at the door`,
          ...('limit' in job ? { limit: job.limit } : {}),
        },
        samples.door,
        samples.floor,
      ),
      measured({ ...about, measure: `${job.what}, in the process` }, samples.inside, samples.floor),
    );
    if (job.what === 'year list, first page')
      lines.push(
        measured(
          { ...about, measure: 'year list, first page, painted in', limit: 78 },
          samples.door,
        ),
      );
  }
  return [...lines, await stallOf(centre, few)];
}

/**
 * The longest that the owner process did nothing else while it made the table. Beside it, the longest that the
 * same process was kept from its turn in as much time in which nobody asked it for anything.
 */
async function stallOf(centre: OpenCentre, pace: Pace): Promise<Measure> {
  const [wall, cpu, idle]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < Math.ceil(pace.n / 2); i += 1) {
    const begun = performance.now();
    const stops = await centre.door.watch(async () => {
      await centre.door.post('reports.exportBookings', YEAR);
    });
    wall.push(stops.longestMs);
    cpu.push(stops.longestCpuMs);
    const took = performance.now() - begun;
    idle.push((await centre.door.watch(() => pause(took))).longestMs);
  }
  return measured(
    {
      measure: 'year to CSV, longest stop of the event loop',
      workload: `${sizeOf(centre)}, 2025; ${median(idle).toFixed(1)} ms with nothing to do`,
      limit: 50,
    },
    { wall, cpu },
  );
}
