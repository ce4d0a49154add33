import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { peopleContract } from '#db/people/people-api.contract';
import type { PersonDetails, PersonId } from '#db/people/people.contract';
import type { ConsentDetails, ConsentId } from '#db/people/consents.contract';
import type { InputOf } from '#db/shared/contract';
import type { ActId } from '#db/shared/long-act';
import type { PaperSize } from '#db/shared/paper';
import type { TableKind } from '#db/shared/table';
import { api } from '../app/api-client.ts';

type Contract = typeof peopleContract;

/** People whose name or phone contains the text; `limit` keeps a chooser's list short, `isWanted` false asks nothing. */
export function usePeople(text: string, limit = 200, isWanted = true) {
  return useQuery({
    queryKey: ['people', 'list', text, limit],
    queryFn: () => api.people.list({ text, limit }),
    placeholderData: keepPreviousData,
    enabled: isWanted,
  });
}

export function usePerson(id: PersonId) {
  return useQuery({ queryKey: ['people', 'get', id], queryFn: () => api.people.get({ id }) });
}

export function useAddPerson() {
  return useMutation({ mutationFn: (details: PersonDetails) => api.people.add(details) });
}

export function useChangePerson() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['change']>) => api.people.change(changed),
  });
}

/** Reads a person as it stands now, past what the screen keeps; for two people changing it at once. */
export function useReadPersonAfresh() {
  return useMutation({ mutationFn: (id: PersonId) => api.people.get({ id }) });
}

/** Everything on record about a person; asks nothing for roles that may not read it. */
export function usePersonRecord(id: PersonId, isWanted = true) {
  return useQuery({
    queryKey: ['people', 'record', id],
    queryFn: () => api.people.record({ id }),
    enabled: isWanted,
  });
}

export function useChangePersonRecord() {
  return useMutation({
    mutationFn: (changes: InputOf<Contract['changeRecord']>) => api.people.changeRecord(changes),
  });
}

export function useConfirmDetails() {
  return useMutation({
    mutationFn: (person: InputOf<Contract['confirmDetails']>) => api.people.confirmDetails(person),
  });
}

/** A record as it stands now, for two people changing it at once. */
export function useReadRecordAfresh() {
  return useMutation({ mutationFn: (id: PersonId) => api.people.record({ id }) });
}

export function useConsents(personId: PersonId) {
  return useQuery({
    queryKey: ['people', 'consents', personId],
    queryFn: () => api.people.consents({ personId }),
  });
}

export function useGiveConsent() {
  return useMutation({
    mutationFn: (details: ConsentDetails) => api.people.giveConsent(details),
  });
}

export function useWithdrawConsent() {
  return useMutation({ mutationFn: (id: ConsentId) => api.people.withdrawConsent({ id }) });
}

export function useRegister(asked: InputOf<Contract['register']>) {
  return useQuery({
    queryKey: ['people', 'register', asked],
    queryFn: () => api.people.register(asked),
    placeholderData: keepPreviousData,
  });
}

/** How many people of each area need what. */
export function useNeeds() {
  return useQuery({ queryKey: ['people', 'needs'], queryFn: () => api.people.needs() });
}

export function useDoubles() {
  return useQuery({ queryKey: ['people', 'doubles'], queryFn: () => api.people.doubles() });
}

/** People as tables for a spreadsheet: the Sounding Board as it is narrowed, and everybody. */
export const peopleTable = {
  members:
    ({ serviceArea, areaId, quietMonths }: InputOf<Contract['register']>) =>
    (as: TableKind, act?: ActId) =>
      api.people.exportMembers({ serviceArea, areaId, quietMonths, as, act }),
  everybody: (as: TableKind, act?: ActId) => api.people.exportEverybody({ as, act }),
};

export const consentSheet = (personId: PersonId | null) => (size: PaperSize) =>
  api.people.printConsent({ personId, size });

export const interestForm = (personId: PersonId | null) => (size: PaperSize) =>
  api.people.printInterest({ personId, size });
