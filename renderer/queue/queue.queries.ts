import { useMutation, useQuery } from '@tanstack/react-query';
import type { bookingsContract } from '#db/bookings/bookings-api.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

type Contract = typeof bookingsContract;

/** Everybody who waits, in the order in which they asked. */
export function useQueue(withSettled = false) {
  return useQuery({
    queryKey: ['bookings', 'queue', withSettled],
    queryFn: () => api.bookings.queue({ withSettled }),
  });
}

/** Bookings that hold a room and wait for a word: provisional, asked for, offered. */
export function useUndecided() {
  return useQuery({
    queryKey: ['bookings', 'undecided'],
    queryFn: () => api.bookings.undecided(),
  });
}

export function useAddWaiting() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['addWaiting']>) => api.bookings.addWaiting(wanted),
  });
}

export function useWithdrawWaiting() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['withdrawWaiting']>) =>
      api.bookings.withdrawWaiting(input),
  });
}

export function useStartOffer() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['startOffer']>) => api.bookings.startOffer(input),
  });
}

export function useConfirmOffer() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['confirmOffer']>) => api.bookings.confirmOffer(input),
  });
}

export function useWithdrawOffer() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['withdrawOffer']>) => api.bookings.withdrawOffer(input),
  });
}

export function useConfirmHold() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['confirmHold']>) => api.bookings.confirmHold(input),
  });
}

export function useConfirmRequest() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['confirmRequest']>) => api.bookings.confirmRequest(input),
  });
}

/** Approves all dates of a series that wait for approval. */
export function useConfirmRequests() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['confirmRequests']>) =>
      api.bookings.confirmRequests(input),
  });
}

export function useWithdrawRequest() {
  return useMutation({
    mutationFn: (input: InputOf<Contract['withdrawRequest']>) =>
      api.bookings.withdrawRequest(input),
  });
}
