import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ActivityDetails, ActivityId } from '#db/activities/activities.contract';
import type { activitiesContract } from '#db/activities/activities-api.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import type { TableKind } from '#db/shared/table';
import { api } from '../app/api-client.ts';

type Contract = typeof activitiesContract;

/** Which activities are shown; null is all. */
export type ActivityFilter = {
  readonly from: LocalDate | null;
  readonly kind: string | null;
};

export function useActivities(filter: ActivityFilter) {
  return useQuery({
    queryKey: ['activities', 'list', filter],
    queryFn: () => api.activities.list(filter),
    placeholderData: keepPreviousData,
  });
}

export function useActivity(id: ActivityId) {
  return useQuery({
    queryKey: ['activities', 'get', id],
    queryFn: () => api.activities.get({ id }),
  });
}

export function useActivityKinds() {
  return useQuery({
    queryKey: ['activities', 'kinds'],
    queryFn: () => api.activities.kinds(),
  });
}

/** Bookings of one day, from which an activity may take its time and room; a day not typed yet has none. */
export function useBookingsOn(date: LocalDate | null) {
  return useQuery({
    queryKey: ['bookings', 'onDay', date],
    queryFn: () => api.bookings.onDay({ date: date as LocalDate }),
    enabled: date !== null,
  });
}

export function useAddActivity() {
  return useMutation({ mutationFn: (details: ActivityDetails) => api.activities.add(details) });
}

export function useChangeActivity() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['change']>) => api.activities.change(changed),
  });
}

export function useCancelActivity() {
  return useMutation({
    mutationFn: (cancelled: InputOf<Contract['cancel']>) => api.activities.cancel(cancelled),
  });
}

export function useRestoreActivity() {
  return useMutation({
    mutationFn: (activity: InputOf<Contract['restore']>) => api.activities.restore(activity),
  });
}

export function useRecordPerson() {
  return useMutation({
    mutationFn: (line: InputOf<Contract['recordPerson']>) => api.activities.recordPerson(line),
  });
}

export function useChangeLine() {
  return useMutation({
    mutationFn: (line: InputOf<Contract['changeLine']>) => api.activities.changeLine(line),
  });
}

export function useRemoveLine() {
  return useMutation({
    mutationFn: (line: InputOf<Contract['removeLine']>) => api.activities.removeLine(line),
  });
}

export function useRestoreLine() {
  return useMutation({
    mutationFn: (line: InputOf<Contract['restoreLine']>) => api.activities.restoreLine(line),
  });
}

export function useConfirmRegister() {
  return useMutation({
    mutationFn: (activity: InputOf<Contract['confirmRegister']>) =>
      api.activities.confirmRegister(activity),
  });
}

export function useUnlockRegister() {
  return useMutation({
    mutationFn: (activity: InputOf<Contract['unlockRegister']>) =>
      api.activities.unlockRegister(activity),
  });
}

/** The list as it is narrowed, as a table for a spreadsheet. */
export const exportActivities = (filter: ActivityFilter) => (as: TableKind) =>
  api.activities.exportList({ ...filter, as });

/** The attendance sheet, for PaperDialog; without an id it is blank (DOC-52). */
export const attendanceSheet = (id: ActivityId | null) => (size: PaperSize) =>
  api.activities.printSheet({ id, size });
