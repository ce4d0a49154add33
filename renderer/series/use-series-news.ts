import type { FreedOffers } from '#db/bookings/bookings.contract';
import type { Series, SeriesScope } from '#db/bookings/series/series.contract';
import { countOf } from '#db/shared/plain-words';
import { useToast } from '../app/toasts.tsx';
import { leftWords } from './left-words.ts';
import { offeredLink, offeredWords } from '../queue/offer-words.ts';
import { useCancelSeries, useUndoSeriesChange } from './series.queries.ts';

/** Tells what was done to a series, with the way back where there is one. */
export function useSeriesNews() {
  const { say } = useToast();
  const cancel = useCancelSeries();
  const undoChange = useUndoSeriesChange();

  /** Puts every date back that can go; those that stay are named in the news, and who was offered what. */
  const undoOf = ({ id, version }: Series) => ({
    label: 'Undo',
    run: async (): Promise<string | undefined> => {
      const { undone, left, offers } = await undoChange.mutateAsync({ seriesId: id, version });
      if (left.length === 0 && offers.length === 0) return undefined;
      return `${leftWords(undone, left)}${offeredWords(offers)}`;
    },
  });

  return {
    seriesBooked(series: Series): void {
      const first = series.bookings[0];
      const wanted = series.stillWanted.length;
      say({
        words: `Booked ${countOf(series.bookings.length, 'date')}${wanted === 0 ? '' : `, ${wanted} kept as wanted`}.`,
        ...(first === undefined
          ? {}
          : {
              undo: {
                label: 'Undo',
                run: () =>
                  cancel.mutateAsync({
                    seriesId: series.id,
                    scope: 'all',
                    fromBookingId: first.id,
                    reason: 'Taken back right after it was booked',
                    version: series.version,
                  }),
              },
            }),
      });
    },
    seriesChanged(series: Series & FreedOffers, count: number): void {
      say({
        words: `Changed ${countOf(count, 'date')} of ${series.reference}.${offeredWords(series.offers)}`,
        ...offeredLink(series.offers),
        undo: undoOf(series),
      });
    },
    seriesCancelled(series: Series & FreedOffers, count: number, scope: SeriesScope): void {
      say({
        words: `Cancelled ${countOf(count, 'date')} of the series${scope === 'all' ? '' : ', this and later'}.${offeredWords(series.offers)}`,
        ...offeredLink(series.offers),
        undo: undoOf(series),
      });
    },
  };
}
