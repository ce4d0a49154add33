import type { Booking } from '#db/bookings/bookings.contract';
import type { Series, SeriesScope } from '#db/bookings/series/series.contract';
import { countOf } from '#db/shared/plain-words';
import { useToast } from '../app/toasts.tsx';
import { useCancelSeries } from './series.queries.ts';

/** Tells what was done to a series, with the way back where there is one. */
export function useSeriesNews() {
  const { say } = useToast();
  const cancel = useCancelSeries();

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
    seriesChanged(series: Series, count: number): void {
      say({ words: `Changed ${countOf(count, 'date')} of ${series.reference}.` });
    },
    seriesCancelled(before: readonly Booking[], scope: SeriesScope): void {
      say({
        words: `Cancelled ${countOf(before.length, 'date')} of the series${scope === 'all' ? '' : ', this and later'}.`,
      });
    },
  };
}
