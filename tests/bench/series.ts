import { addDays, type LocalDate } from '#db/shared/local-date';
import { sizeOf } from './across-sizes.ts';
import { type Slot, writeSeries } from './floor.ts';
import { inTurn, type Measure, measured, type Pace } from './measure.ts';
import { type OpenCentre, ways } from './open-centre.ts';
import { roomOf, toCreate } from './workload.ts';

/** The goal for a series, and for its preview, at the door. */
const LIMIT_MS = 10;
const WEEKS = 52;

/** Ten rooms on seven weekdays: so many series of a year find a free half hour in the evening. */
const MOST_SERIES = 70;

const firstDay = (i: number): LocalDate =>
  addDays('2026-02-02' as LocalDate, Math.floor(i / 10) % 7);

const slotsOf = (i: number): readonly Slot[] =>
  Array.from({ length: WEEKS }, (_, week) => ({
    date: addDays(firstDay(i), week * 7),
    from: '21:30',
    until: '22:00',
  }));

/** A weekly half hour for a year; bank holidays are kept, so that every one of the 52 dates is written. */
const toSeries = (centre: OpenCentre, i: number) => ({
  ...toCreate(centre.ids, i),
  date: firstDay(i),
  from: '21:30',
  until: '22:00',
  repeat: { kind: 'weekly', every: 1, weekdays: [(Math.floor(i / 10) % 7) + 1] },
  end: { kind: 'count', count: WEEKS },
  onClosedDay: 'keep',
  outsideHours: { keyholder: 'Contact 001', reason: 'The bench books every week' },
});

/** Booking a year of weeks at once, on the disk when it is answered, and seeing its dates before. */
export async function seriesMeasures(centre: OpenCentre, pace: Pace): Promise<readonly Measure[]> {
  const warmUps = Math.min(pace.warmUps, 10);
  const few = { ...pace, warmUps, n: Math.min(pace.n, MOST_SERIES - warmUps) };
  const about = { workload: sizeOf(centre), limit: LIMIT_MS };
  const input = (i: number) => toSeries(centre, i);

  const previews = await inTurn(
    ways(centre, { name: 'bookings.previewSeries', input, see: isBookedWhole }),
    few,
  );
  const write = writeSeries(centre.floor, centre.ids);
  const created = await inTurn(
    {
      floor: { run: (i) => write(slotsOf(i), roomOf(centre.ids, i)) },
      ...ways(centre, { name: 'bookings.createSeries', input, see: hasEveryDate }),
    },
    few,
  );
  // The limit is in milliseconds and the floor is shown beside it, so the ratio stands in a line of its own.
  return [
    measured({ ...about, measure: 'preview a series of 52, at the door' }, previews.door),
    measured({ ...about, measure: 'preview a series of 52, in the process' }, previews.inside),
    measured({ ...about, measure: 'book a series of 52, at the door' }, created.door),
    measured({ ...about, measure: 'book a series of 52, in the process' }, created.inside),
    measured(
      { workload: about.workload, measure: 'book a series of 52, at the door, beside the floor' },
      created.door,
      created.floor,
    ),
  ];
}

const isBookedWhole = (value: unknown): boolean =>
  (value as { readonly booked: number }).booked === WEEKS;
const hasEveryDate = (value: unknown): boolean =>
  (value as { readonly bookings: readonly unknown[] }).bookings.length === WEEKS;
