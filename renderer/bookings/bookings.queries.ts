import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { Booker, BookingId, CreateBooking } from '#db/bookings/bookings.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof bookingsContract;

/** What is on now and next, today's bookings and what needs doing. */
export function useTodayAtTheDesk() {
  return useQuery({ queryKey: ['bookings', 'today'], queryFn: () => api.bookings.today() });
}

/** All rooms and live bookings of a day; the day before stays on screen until the new one is here. */
export function useDayOfBookings(date: LocalDate) {
  return useQuery({
    queryKey: ['bookings', 'onDay', date],
    queryFn: () => api.bookings.onDay({ date }),
    placeholderData: keepPreviousData,
  });
}

/** Live bookings of a group or person from a day on, the soonest first. */
export function useComingBookings(booker: Booker, from: LocalDate) {
  return useQuery({
    queryKey: ['bookings', 'ofBooker', booker, from],
    queryFn: () => api.bookings.ofBooker({ booker, from }),
  });
}

/** How many bookings one page of the table holds. */
export const BOOKINGS_PER_PAGE = 100;

export function useBooking(id: BookingId) {
  return useQuery({
    queryKey: ['bookings', 'get', id],
    queryFn: () => api.bookings.get({ id }),
  });
}

export function useCreateBooking() {
  return useMutation({ mutationFn: (wanted: CreateBooking) => api.bookings.create(wanted) });
}

export function useChangeBooking() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['change']>) => api.bookings.change(changed),
  });
}

export function useCancelBooking() {
  return useMutation({
    mutationFn: (cancelled: InputOf<Contract['cancel']>) => api.bookings.cancel(cancelled),
  });
}

export function useUndoCancel() {
  return useMutation({
    mutationFn: (undone: InputOf<Contract['undoCancel']>) => api.bookings.undoCancel(undone),
  });
}

/** Records that tell what happened to them. */
export type RecordKind = 'activity' | 'booking' | 'group' | 'person' | 'venue' | 'key';

/** Everything that happened to one record. */
export function useHistoryOf(objectType: RecordKind, objectId: string) {
  return useQuery({
    queryKey: ['audit', 'ofObject', objectType, objectId],
    queryFn: () => api.audit.ofObject({ objectType, objectId }),
  });
}

/** Reads a booking as it stands now, past what the screen keeps; for the two-person conflict. */
export function useReadBookingAfresh() {
  return useMutation({ mutationFn: (id: BookingId) => api.bookings.get({ id }) });
}

/** The papers of the module, for PaperDialog. */
export const bookingPapers = {
  slip: (id: BookingId) => (size: PaperSize) => api.bookings.printSlip({ id, size }),
  daySheet: (date: LocalDate) => (size: PaperSize) => api.bookings.printDaySheet({ date, size }),
  blankForm: (size: PaperSize) => api.bookings.printBlankForm({ size }),
};
