import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { FacilityId } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import type { usageContract } from '#db/usage/usage.contract';
import { api } from '../app/api-client.ts';

type Contract = typeof usageContract;

const A_MINUTE_MS = 60_000;

/** The walk-in facilities now: open sessions, free places, what is booked next. */
export function useSuitesNow() {
  return useQuery({
    queryKey: ['usage', 'now'],
    queryFn: () => api.usage.now(),
    // Time passes and rooms are booked without anybody telling this screen.
    refetchOnMount: 'always',
    refetchInterval: A_MINUTE_MS,
  });
}

export type UsageFilter = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly facilityId: FacilityId | null;
};

/** The log between two days, both included, the latest first, with its totals. */
export function useUsageLog(filter: UsageFilter) {
  return useQuery({
    queryKey: ['usage', 'list', filter],
    queryFn: () => api.usage.list({ ...filter, limit: 500 }),
    placeholderData: keepPreviousData,
  });
}

/** What a group or person has left of each allowance on a day; asks nothing until somebody is named. */
export function useAllowanceLeft(asked: {
  readonly groupId: GroupId | null;
  readonly personId: PersonId | null;
  readonly on: LocalDate;
}) {
  return useQuery({
    queryKey: ['usage', 'left', asked],
    queryFn: () => api.usage.left(asked),
    enabled: asked.groupId !== null || asked.personId !== null,
  });
}

export function useAllowances() {
  return useQuery({ queryKey: ['usage', 'allowances'], queryFn: () => api.usage.allowances() });
}

export function useStartSession() {
  return useMutation({
    mutationFn: (started: InputOf<Contract['start']>) => api.usage.start(started),
  });
}

export function useStopSession() {
  return useMutation({
    mutationFn: (stopped: InputOf<Contract['stop']>) => api.usage.stop(stopped),
  });
}

export function useUndoStop() {
  return useMutation({
    mutationFn: (undone: InputOf<Contract['undoStop']>) => api.usage.undoStop(undone),
  });
}

export function useWithdrawUsage() {
  return useMutation({
    mutationFn: (withdrawn: InputOf<Contract['withdraw']>) => api.usage.withdraw(withdrawn),
  });
}

export function useRecordUsage() {
  return useMutation({
    mutationFn: (used: InputOf<Contract['record']>) => api.usage.record(used),
  });
}

export function useSetAllowance() {
  return useMutation({
    mutationFn: (allowance: InputOf<Contract['setAllowance']>) => api.usage.setAllowance(allowance),
  });
}

/** The log of a facility on paper (DOC-08): a month, or blank with lines. */
export const usageLogPaper =
  (facilityId: FacilityId, month: LocalDate | null) => (size: PaperSize) =>
    api.usage.printLog({ facilityId, month, size });
