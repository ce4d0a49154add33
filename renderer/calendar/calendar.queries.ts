import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ClosureDetails, calendarContract } from '#db/calendar/calendar.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

type Contract = typeof calendarContract;

/** Bank holidays, closures and extra open days of one year. */
export function useSpecialDays(year: number) {
  return useQuery({
    queryKey: ['calendar', 'year', year],
    queryFn: () => api.calendar.year({ year }),
    placeholderData: keepPreviousData,
  });
}

/** Closures and extra open days as they were entered, withdrawn ones too. */
export function useClosures() {
  return useQuery({ queryKey: ['calendar', 'closures'], queryFn: () => api.calendar.closures() });
}

/** The bookings that a closure would hit; asks nothing while the form cannot be read yet. */
export function useHitsOf(details: ClosureDetails | undefined) {
  return useQuery({
    queryKey: ['calendar', 'hitBy', details],
    queryFn: () => (details === undefined ? [] : api.calendar.hitBy(details)),
    enabled: details !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useAddClosure() {
  return useMutation({ mutationFn: (details: ClosureDetails) => api.calendar.addClosure(details) });
}

export function useWithdrawClosure() {
  return useMutation({
    mutationFn: (which: InputOf<Contract['withdrawClosure']>) =>
      api.calendar.withdrawClosure(which),
  });
}
