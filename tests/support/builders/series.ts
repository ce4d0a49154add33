import type { Booking } from '#db/bookings/bookings.contract';
import type { NewSeries, Series, SeriesChange } from '#db/bookings/series/series.contract';
import type { TestCore } from '../open-test-core.ts';
import { bookingDetails } from './bookings.ts';

type Part = { readonly [K in keyof NewSeries]?: unknown } & { readonly room?: string };

/** A series as it is typed: Mondays 10am to noon, 1 March to 31 May 2027, closed days skipped, unless told. */
export async function seriesDetails(
  core: Pick<TestCore, 'as'>,
  part: Part = {},
): Promise<NewSeries> {
  const details = await bookingDetails(core, {
    date: '2027-03-01',
    ...(part as Parameters<typeof bookingDetails>[1]),
  });
  return {
    repeat: { kind: 'weekly', every: 1, weekdays: [1] },
    end: { kind: 'until', date: '2027-05-31' },
    onClosedDay: 'skip',
    ...details,
  } as unknown as NewSeries;
}

/** A series that the desk has taken. */
export async function aSeries(core: Pick<TestCore, 'as'>, part: Part = {}): Promise<Series> {
  return core.as('desk').call('bookings.createSeries', await seriesDetails(core, part));
}

/** The booking of a series that the rule put on a day. */
export function onDate(series: Series, date: string): Booking {
  const found = series.bookings.find((booking) => booking.originalDate === date);
  if (found === undefined) throw new Error(`The series has no booking of ${date}`);
  return found;
}

/** A change from one booking of a series on, ready to be previewed or saved. */
export function changeFrom(
  series: Series,
  date: string,
  part: { readonly [K in keyof SeriesChange]?: unknown },
): SeriesChange {
  return {
    seriesId: series.id,
    scope: 'this-and-later',
    fromBookingId: onDate(series, date).id,
    version: series.version,
    ...part,
  } as SeriesChange;
}
