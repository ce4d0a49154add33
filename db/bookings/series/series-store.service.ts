import type { Ctx } from '#db/shared/ctx';
import type { Booking, SeriesId } from '../bookings.contract.ts';
import type { StoredWaiting } from '../waiting.repository.ts';
import type { OnClosedDay, Repeat } from './series.contract.ts';
import { seriesErrors } from './series.errors.ts';
import { type Occurrence, type SeriesPeriod, seriesWords } from './series-change.rules.ts';
import * as allSeries from '../series.repository.ts';

/** What a change of the series may alter in one of its bookings, as it stood before. */
export type StoodBefore = Pick<
  Booking,
  | 'facilityId'
  | 'startsAt'
  | 'endsAt'
  | 'heldFrom'
  | 'heldUntil'
  | 'layoutId'
  | 'setupMinutes'
  | 'cleardownMinutes'
  | 'status'
  | 'isOutOfHours'
  | 'keyholder'
  | 'hoursReason'
  | 'responsiblePersonId'
  | 'purpose'
  | 'expectedNumber'
>;

/** What a change of the series may alter in a date that is still wanted. */
export type WantedBefore = Pick<
  StoredWaiting,
  'facilityId' | 'date' | 'from' | 'until' | 'responsiblePersonId' | 'purpose' | 'expectedNumber'
>;

/**
 * How a series stood before its last change, and at which version the act left each of its parts: a part that was
 * touched since is not put back. `before` is null for what was cancelled or given up.
 */
export type WayBack = {
  readonly periods: readonly SeriesPeriod[];
  readonly dates: readonly {
    readonly id: Booking['id'];
    readonly version: number;
    readonly before: StoodBefore | null;
  }[];
  readonly wanted: readonly {
    readonly id: StoredWaiting['id'];
    readonly version: number;
    readonly before: WantedBefore | null;
  }[];
};

/** What `details_json` holds. */
type Kept = { readonly periods: readonly SeriesPeriod[]; readonly wayBack?: WayBack | undefined };

/** A series as it is kept: its rule, what its dates have in common, and its bookings. */
export type StoredSeries = {
  readonly id: SeriesId;
  readonly reference: string;
  readonly repeat: Repeat;
  readonly onClosedDay: OnClosedDay;
  readonly periods: readonly SeriesPeriod[];
  /** The last change, where it can still be taken back. */
  readonly wayBack?: WayBack | undefined;
  readonly occurrences: readonly Occurrence[];
  readonly version: number;
};

/** One series with all its bookings; refused when there is none of that id. */
export async function getStoredSeries(ctx: Ctx, id: SeriesId): Promise<StoredSeries> {
  const row = await allSeries.findById(ctx, id);
  if (row === undefined) throw seriesErrors.error('series.not-found', { id });
  // What was written into these columns was checked, so it is only parsed.
  const kept = JSON.parse(row.details_json) as Kept;
  return {
    id,
    reference: row.reference,
    repeat: JSON.parse(row.repeat_json) as Repeat,
    onClosedDay: row.on_closed_day as OnClosedDay,
    periods: kept.periods,
    wayBack: kept.wayBack,
    occurrences: await allSeries.listOccurrences(ctx, id),
    version: row.version,
  };
}

/** The column that keeps what the dates have in common, and how they stood before the last change. */
export const detailsJsonOf = (kept: Kept): string => JSON.stringify(kept);

/** Writes what the dates of a series have in common with the way back to before, and counts the change. */
export async function keepSeries(ctx: Ctx, id: SeriesId, kept: Kept): Promise<void> {
  await allSeries.update(ctx, id, detailsJsonOf(kept));
}

/** The series in words, as it would be with other periods. */
export const wordsOf = (series: StoredSeries, periods: StoredSeries['periods']): string =>
  seriesWords(
    series.repeat,
    periods,
    series.occurrences.map((booking) => booking.originalDate),
  );
