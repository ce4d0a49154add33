import { useMutation, useQuery } from '@tanstack/react-query';
import type { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { BookingId } from '#db/bookings/bookings.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof bookingsContract;

export function useStartUse() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['startUse']>) => api.bookings.startUse(input),
  });
}

export function useStopUse() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['stopUse']>) => api.bookings.stopUse(input),
  });
}

export function useRecordNoShow() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['recordNoShow']>) => api.bookings.recordNoShow(input),
  });
}

/** Takes the last step back: a check-out, a check-in, or a no-show. */
export function useUndoUse() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['undoUse']>) => api.bookings.undoUse(input),
  });
}

/** What was noted when a booking was over; null when nothing was. */
export function useCloseOut(id: BookingId, isOver: boolean) {
  return useQuery({
    queryKey: ['bookings', 'closeOut', id],
    queryFn: () => api.bookings.closeOut({ id }),
    enabled: isOver,
  });
}

/** Set-up and clear-down time given up or gained. */
export function useSqueezes(id: BookingId) {
  return useQuery({
    queryKey: ['bookings', 'squeezes', id],
    queryFn: () => api.bookings.squeezes({ id }),
  });
}

export const checkOutSheet = (id: BookingId) => (size: PaperSize) =>
  api.bookings.printCheckOutSheet({ id, size });

/** Whether cancelling now would be late by the room's own rule. */
export function useNotice(id: BookingId) {
  return useQuery({
    queryKey: ['bookings', 'notice', id],
    queryFn: () => api.bookings.notice({ id }),
  });
}

/** A calendar file of one booking. */
export const calendarFileOf = (id: BookingId, on: LocalDate) =>
  api.bookings.exportCalendar({ of: { kind: 'booking', id }, from: on, until: on });
