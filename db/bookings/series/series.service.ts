import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { compareText } from '#db/shared/local-date';
import { maskBooking, maskWords } from '../booking-mask.rules.ts';
import type { SeriesId } from '../bookings.contract.ts';
import { lapseOverdue } from '../queue/lapse.service.ts';
import { createSeries, previewSeries } from './new-series.service.ts';
import { previewSeriesChange } from './plan-series-change.service.ts';
import type { Series, seriesProcedures } from './series.contract.ts';
import { seriesWords } from './series-change.rules.ts';
import { cancelSeries, changeSeries } from './series-changes.service.ts';
import { undoSeriesChange } from './series-undo.service.ts';
import { getStoredSeries, type StoredSeries } from './series-store.service.ts';
import * as waiting from '../waiting.repository.ts';

/** Bookings that repeat: their dates before they are saved, and what happens to many of them at once. */
export const bookingSeries: Handlers<typeof seriesProcedures> = {
  async previewSeries(ctx, wanted) {
    return previewSeries(ctx, wanted);
  },

  async createSeries(ctx, wanted) {
    await lapseOverdue(ctx);
    return shown(ctx, await createSeries(ctx, wanted));
  },

  async series(ctx, { id }) {
    return getSeries(ctx, id);
  },

  async previewSeriesChange(ctx, wanted) {
    return previewSeriesChange(ctx, wanted);
  },

  async changeSeries(ctx, wanted) {
    await lapseOverdue(ctx);
    const offers = await changeSeries(ctx, wanted);
    return { ...(await getSeries(ctx, wanted.seriesId)), offers };
  },

  async cancelSeries(ctx, wanted) {
    await lapseOverdue(ctx);
    const offers = await cancelSeries(ctx, wanted);
    return { ...(await getSeries(ctx, wanted.seriesId)), offers };
  },

  async undoSeriesChange(ctx, wanted) {
    await lapseOverdue(ctx);
    const done = await undoSeriesChange(ctx, wanted);
    return { series: await getSeries(ctx, wanted.seriesId), ...done };
  },
};

async function getSeries(ctx: Ctx, id: SeriesId): Promise<Series> {
  return shown(ctx, await getStoredSeries(ctx, id));
}

async function shown(ctx: Ctx, stored: StoredSeries): Promise<Series> {
  const open = await waiting.listOfSeries(ctx, stored.id);
  const stillWanted = open.flatMap(({ originalDate, why }) =>
    originalDate === null ? [] : [{ originalDate, words: maskWords(why, ctx.actor) }],
  );
  const dates = [...stored.occurrences, ...stillWanted].map((one) => one.originalDate);
  return {
    id: stored.id,
    reference: stored.reference,
    words: seriesWords(stored.repeat, stored.periods, dates.toSorted(compareText)),
    repeat: stored.repeat,
    onClosedDay: stored.onClosedDay,
    bookings: stored.occurrences.map((booking) => maskBooking(booking, ctx.actor)),
    stillWanted,
    version: stored.version,
  };
}
