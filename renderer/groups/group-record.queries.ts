import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  CoverageFilter,
  groupsContract,
  RegisterFilter,
} from '#db/groups/groups-api.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import type { TableKind } from '#db/shared/table';
import { api } from '../app/api-client.ts';

type Contract = typeof groupsContract;

export function useGroupRecord(id: GroupId) {
  return useQuery({ queryKey: ['groups', 'record', id], queryFn: () => api.groups.record({ id }) });
}

/** Reads a record as it stands now, past what the screen keeps; for two people changing it at once. */
export function useReadGroupRecordAfresh() {
  return useMutation({ mutationFn: (id: GroupId) => api.groups.record({ id }) });
}

export function useChangeGroupRecord() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['changeRecord']>) => api.groups.changeRecord(changed),
  });
}

export function useConfirmGroup() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['confirmDetails']>) => api.groups.confirmDetails(wanted),
  });
}

export function useAddHomes() {
  return useMutation({
    mutationFn: (homes: InputOf<Contract['addHomes']>) => api.groups.addHomes(homes),
  });
}

export function useWithdrawHomes() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['withdrawHomes']>) => api.groups.withdrawHomes(wanted),
  });
}

export function useChangeLandlord() {
  return useMutation({
    mutationFn: (change: InputOf<Contract['changeLandlord']>) => api.groups.changeLandlord(change),
  });
}

export function useSetDuty() {
  return useMutation({
    mutationFn: (duty: InputOf<Contract['setDuty']>) => api.groups.setDuty(duty),
  });
}

export function useAddDocument() {
  return useMutation({
    mutationFn: (added: InputOf<Contract['addDocument']>) => api.groups.addDocument(added),
  });
}

export function useChangeDocument() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['changeDocument']>) =>
      api.groups.changeDocument(changed),
  });
}

export function useWithdrawDocument() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['withdrawDocument']>) =>
      api.groups.withdrawDocument(wanted),
  });
}

export function useRestoreDocument() {
  return useMutation({
    mutationFn: (restored: InputOf<Contract['restoreDocument']>) =>
      api.groups.restoreDocument(restored),
  });
}

export function useAddRepresentation() {
  return useMutation({
    mutationFn: (added: InputOf<Contract['addRepresentation']>) =>
      api.groups.addRepresentation(added),
  });
}

export function useEndRepresentation() {
  return useMutation({
    mutationFn: (ended: InputOf<Contract['endRepresentation']>) =>
      api.groups.endRepresentation(ended),
  });
}

export function useAskReport() {
  return useMutation({
    mutationFn: (asked: InputOf<Contract['askReport']>) => api.groups.askReport(asked),
  });
}

export function useRecordSupport() {
  return useMutation({
    mutationFn: (entry: InputOf<Contract['recordSupport']>) => api.groups.recordSupport(entry),
  });
}

export function useWithdrawSupport() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['withdrawSupport']>) =>
      api.groups.withdrawSupport(wanted),
  });
}

export function useStartUp(id: GroupId) {
  return useQuery({
    queryKey: ['groups', 'start-up', id],
    queryFn: () => api.groups.startUp({ id }),
  });
}

export function useEndGroup() {
  return useMutation({
    mutationFn: (ended: InputOf<Contract['endGroup']>) => api.groups.endGroup(ended),
  });
}

export function useUndoEnd() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['undoEnd']>) => api.groups.undoEnd(wanted),
  });
}

export function useRegister(filter: RegisterFilter) {
  return useQuery({
    queryKey: ['groups', 'register', filter],
    queryFn: () => api.groups.register(filter),
    placeholderData: (before) => before,
  });
}

/** The registers as tables for a spreadsheet. */
export const groupTable = {
  register: (filter: RegisterFilter) => (as: TableKind) =>
    api.groups.exportRegister({ ...filter, as }),
  coverage: (filter: CoverageFilter) => (as: TableKind) =>
    api.groups.exportCoverage({ ...filter, as }),
  linkOfficers: (year: number) => (as: TableKind) => api.groups.exportLinkOfficers({ year, as }),
  officers: (as: TableKind) => api.officers.exportToday({ as }),
  activeTenants: (as: TableKind) => api.officers.exportActiveTenants({ as }),
  recognition: (as: TableKind) => api.recognition.exportStanding({ as }),
};

export function useCoverage(filter: CoverageFilter) {
  return useQuery({
    queryKey: ['groups', 'coverage', filter],
    queryFn: () => api.groups.coverage(filter),
  });
}

/** Link officers and the meetings that staff went to in a year. */
export function useLinkOfficers(year: number) {
  return useQuery({
    queryKey: ['groups', 'linkOfficers', year],
    queryFn: () => api.groups.linkOfficers({ year }),
    placeholderData: keepPreviousData,
  });
}

/** The papers of this module by what they are called on the buttons. */
export const groupPaper = {
  record: (id: GroupId) => (size: PaperSize) => api.groups.printRecord({ id, size }),
  starterPack: (id: GroupId) => (size: PaperSize) => api.groups.printStarterPack({ id, size }),
  repForm: (id: GroupId | null) => (size: PaperSize) => api.groups.printRepForm({ id, size }),
  otherForm: (id: GroupId | null) => (size: PaperSize) => api.groups.printOtherForm({ id, size }),
  register: (filter: RegisterFilter) => (size: PaperSize) =>
    api.groups.printRegister({ ...filter, size }),
  coverage: (filter: CoverageFilter) => (size: PaperSize) =>
    api.groups.printCoverage({ ...filter, size }),
} as const;
