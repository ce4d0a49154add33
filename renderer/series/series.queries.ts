import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { SeriesId } from '#db/bookings/bookings.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

type Contract = typeof bookingsContract;
export type WantedSeries = InputOf<Contract['previewSeries']>;
export type WantedSeriesChange = InputOf<Contract['changeSeries']>;

/** One series with all its dates; not asked for a booking that stands alone. */
export function useSeries(id: SeriesId | null) {
  return useQuery({
    queryKey: ['bookings', 'series', id],
    queryFn: () => (id === null ? null : api.bookings.series({ id })),
    enabled: id !== null,
  });
}

/** Every date of a new series; the list before stays while a choice is worked in. */
export function useSeriesPreview(wanted: WantedSeries) {
  return useQuery({
    queryKey: ['bookings', 'previewSeries', wanted],
    queryFn: () => api.bookings.previewSeries(wanted),
    placeholderData: keepPreviousData,
  });
}

/** What a change of a series would do to each of its dates; not asked again while it is saved, or once it was. */
export function useSeriesChangePreview(wanted: WantedSeriesChange, isSaved: boolean) {
  return useQuery({
    enabled: !isSaved,
    queryKey: ['bookings', 'previewSeriesChange', wanted],
    queryFn: () => api.bookings.previewSeriesChange(wanted),
    placeholderData: keepPreviousData,
  });
}

export function useCreateSeries() {
  return useMutation({ mutationFn: (wanted: WantedSeries) => api.bookings.createSeries(wanted) });
}

export function useChangeSeries() {
  return useMutation({
    mutationFn: (wanted: WantedSeriesChange) => api.bookings.changeSeries(wanted),
  });
}

/** Takes the last change or cancellation of a series back. */
export function useUndoSeriesChange() {
  return useMutation({
    mutationFn: (undone: InputOf<Contract['undoSeriesChange']>) =>
      api.bookings.undoSeriesChange(undone),
  });
}

export function useCancelSeries() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['cancelSeries']>) => api.bookings.cancelSeries(wanted),
  });
}
