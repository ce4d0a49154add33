import type { Ctx } from '#db/shared/ctx';
import type { SeriesId } from '../bookings.contract.ts';
import type { OnClosedDay, Repeat } from './series.contract.ts';
import { seriesErrors } from './series.errors.ts';
import type { Occurrence, SeriesPeriod } from './series-change.rules.ts';
import * as allSeries from '../series.repository.ts';

/** A series as it is kept: its rule, what its dates have in common, and its bookings. */
export type StoredSeries = {
  readonly id: SeriesId;
  readonly reference: string;
  readonly repeat: Repeat;
  readonly onClosedDay: OnClosedDay;
  readonly periods: readonly SeriesPeriod[];
  readonly occurrences: readonly Occurrence[];
  readonly version: number;
};

/** One series with all its bookings; refused when there is none of that id. */
export async function getStoredSeries(ctx: Ctx, id: SeriesId): Promise<StoredSeries> {
  const row = await allSeries.findById(ctx, id);
  if (row === undefined) throw seriesErrors.error('series.not-found', { id });
  return {
    id,
    reference: row.reference,
    // What was written into these columns was checked, so it is only parsed.
    repeat: JSON.parse(row.repeat_json) as Repeat,
    onClosedDay: row.on_closed_day as OnClosedDay,
    periods: JSON.parse(row.details_json) as readonly SeriesPeriod[],
    occurrences: await allSeries.listOccurrences(ctx, id),
    version: row.version,
  };
}
