import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { GroupId } from '#db/groups/groups.contract';
import type { CommitteeId, HandOverId, TermId } from '#db/officers/officers.contract';
import type { officersContract } from '#db/officers/officers-api.contract';
import type { PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof officersContract;

/** Who holds which post of a group on a day; null is today. */
export function useOfficers(groupId: GroupId, on: LocalDate | null) {
  return useQuery({
    queryKey: ['officers', 'list', groupId, on],
    queryFn: () => api.officers.list({ groupId, on }),
    placeholderData: keepPreviousData,
  });
}

export function useTermsOfGroup(groupId: GroupId, isAsked: boolean) {
  return useQuery({
    queryKey: ['officers', 'terms', groupId],
    queryFn: () => api.officers.terms({ groupId }),
    enabled: isAsked,
  });
}

export function useTermsOfPerson(personId: PersonId) {
  return useQuery({
    queryKey: ['officers', 'termsOfPerson', personId],
    queryFn: () => api.officers.termsOfPerson({ personId }),
  });
}

/** For which groups a person may act today; null asks nothing. */
export function useCapacities(personId: PersonId | null) {
  return useQuery({
    queryKey: ['officers', 'capacities', personId],
    queryFn: () => api.officers.capacities({ personId: personId as PersonId }),
    enabled: personId !== null,
  });
}

export function useHandOvers(groupId: GroupId) {
  return useQuery({
    queryKey: ['officers', 'handOvers', groupId],
    queryFn: () => api.officers.handOvers({ groupId }),
  });
}

export function useAddTerm() {
  return useMutation({
    mutationFn: (term: InputOf<Contract['addTerm']>) => api.officers.addTerm(term),
  });
}

export function useChangeTerm() {
  return useMutation({
    mutationFn: (term: InputOf<Contract['changeTerm']>) => api.officers.changeTerm(term),
  });
}

export function useWithdrawTerm() {
  return useMutation({
    mutationFn: (term: InputOf<Contract['withdrawTerm']>) => api.officers.withdrawTerm(term),
  });
}

export function useEnterCommittee() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['enterCommittee']>) =>
      api.officers.enterCommittee(wanted),
  });
}

export function useUndoCommittee() {
  return useMutation({ mutationFn: (id: CommitteeId) => api.officers.undoCommittee({ id }) });
}

export function useSetVacancyDeadline() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['setVacancyDeadline']>) =>
      api.officers.setVacancyDeadline(wanted),
  });
}

export function useConfirmInduction() {
  return useMutation({
    mutationFn: (done: InputOf<Contract['confirmInduction']>) =>
      api.officers.confirmInduction(done),
  });
}

export function useMarkLine() {
  return useMutation({
    mutationFn: (line: InputOf<Contract['markLine']>) => api.officers.markLine(line),
  });
}

/** The papers about officers, for PaperDialog. */
export const officerPaper = {
  notification: (groupId: GroupId, termId: TermId | null) => (size: PaperSize) =>
    api.officers.printNotification({ groupId, termId, size }),
  contactSheet: (groupId: GroupId, on: LocalDate | null) => (size: PaperSize) =>
    api.officers.printContactSheet({ groupId, on, size }),
  handOver: (id: HandOverId) => (size: PaperSize) => api.officers.printHandOver({ id, size }),
  letters: (id: CommitteeId) => (size: PaperSize) => api.officers.printLetters({ id, size }),
};
