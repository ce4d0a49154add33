import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  GapGroupDetails,
  profilesContract,
  SheetDetails,
  SheetKey,
} from '#db/profiles/profiles.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof profilesContract;

export function useQuestions() {
  return useQuery({
    queryKey: ['profiles', 'questions'],
    queryFn: () => api.profiles.questions(),
  });
}

/** How many sheets are entered and do not count yet. */
export function useWaiting(isAsked = true) {
  return useQuery({
    queryKey: ['profiles', 'waiting'],
    queryFn: () => api.profiles.waiting(),
    enabled: isAsked,
  });
}

/** The counts of a year; those before stay on screen until the new ones are here. */
export function useCounts(year: string | null) {
  return useQuery({
    queryKey: ['profiles', 'counts', year],
    queryFn: () => api.profiles.counts({ year }),
    placeholderData: keepPreviousData,
  });
}

export function useCompleteness() {
  return useQuery({
    queryKey: ['profiles', 'completeness'],
    queryFn: () => api.profiles.completeness(),
    // People's records change without telling this page.
    refetchOnMount: 'always',
  });
}

/** The shares of all tenants that are entered. */
export function useComparators() {
  return useQuery({
    queryKey: ['profiles', 'comparators'],
    queryFn: () => api.profiles.comparators(),
  });
}

export function useGapGroups() {
  return useQuery({
    queryKey: ['profiles', 'gapGroups'],
    queryFn: () => api.profiles.gapGroups(),
  });
}

export function useAddSheet() {
  return useMutation({ mutationFn: (sheet: SheetDetails) => api.profiles.addSheet(sheet) });
}

export function useWithdrawSheet() {
  return useMutation({ mutationFn: (key: SheetKey) => api.profiles.withdrawSheet({ key }) });
}

export function useSettleSheets() {
  return useMutation({ mutationFn: () => api.profiles.settleSheets() });
}

export function useChangeQuestion() {
  return useMutation({
    mutationFn: (question: InputOf<Contract['changeQuestion']>) =>
      api.profiles.changeQuestion(question),
  });
}

export function useSetComparator() {
  return useMutation({
    mutationFn: (of: InputOf<Contract['setComparator']>) => api.profiles.setComparator(of),
  });
}

export function useAddGapGroup() {
  return useMutation({ mutationFn: (group: GapGroupDetails) => api.profiles.addGapGroup(group) });
}

export function useChangeGapGroup() {
  return useMutation({
    mutationFn: (group: InputOf<Contract['changeGapGroup']>) => api.profiles.changeGapGroup(group),
  });
}

export function useRemoveGapGroup() {
  return useMutation({
    mutationFn: (group: InputOf<Contract['removeGapGroup']>) => api.profiles.removeGapGroup(group),
  });
}

/** The blank equality form (DOC-27), for PaperDialog. */
export const blankForm = (size: PaperSize) => api.profiles.printForm({ size });

/** The counts of a year on paper and as a table. */
export const countFiles = (year: string | null) => ({
  paper: (size: PaperSize) => api.profiles.printCounts({ year, size }),
  table: () => api.profiles.exportCounts({ year }),
});
