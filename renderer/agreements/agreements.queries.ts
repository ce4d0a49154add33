import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  AgreementDetails,
  AgreementId,
  AgreementKind,
  AgreementState,
} from '#db/agreements/agreements.contract';
import type { agreementsContract } from '#db/agreements/agreements-api.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import type { TableKind } from '#db/shared/table';
import { api } from '../app/api-client.ts';

type Contract = typeof agreementsContract;

/** Which agreements are shown; null is all. */
export type AgreementFilter = {
  readonly kind: AgreementKind | null;
  readonly state: AgreementState | null;
  readonly groupId: GroupId | null;
  readonly personId: PersonId | null;
};

export const EVERY_AGREEMENT: AgreementFilter = {
  kind: null,
  state: null,
  groupId: null,
  personId: null,
};

export function useAgreements(filter: AgreementFilter) {
  return useQuery({
    queryKey: ['agreements', 'list', filter],
    queryFn: () => api.agreements.list(filter),
    placeholderData: keepPreviousData,
  });
}

export function useAgreement(id: AgreementId) {
  return useQuery({
    queryKey: ['agreements', 'get', id],
    queryFn: () => api.agreements.get({ id }),
  });
}

/** Who signs an agreement of a kind here, as a list to begin with. */
export function useSignatureBlocks(kind: AgreementKind) {
  return useQuery({
    queryKey: ['agreements', 'signatureBlocks', kind],
    queryFn: () => api.agreements.signatureBlocks({ kind }),
  });
}

export function useAddAgreement() {
  return useMutation({ mutationFn: (details: AgreementDetails) => api.agreements.add(details) });
}

export function useChangeAgreement() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['change']>) => api.agreements.change(changed),
  });
}

export function useConfirmSigned() {
  return useMutation({
    mutationFn: (signed: InputOf<Contract['confirmSigned']>) =>
      api.agreements.confirmSigned(signed),
  });
}

export function useStartReview() {
  return useMutation({
    mutationFn: (agreement: InputOf<Contract['startReview']>) =>
      api.agreements.startReview(agreement),
  });
}

export function useEndAgreement() {
  return useMutation({
    mutationFn: (ended: InputOf<Contract['end']>) => api.agreements.end(ended),
  });
}

export function useUndoStep() {
  return useMutation({
    mutationFn: (agreement: InputOf<Contract['undoStep']>) => api.agreements.undoStep(agreement),
  });
}

export function useCodeStanding() {
  return useQuery({
    queryKey: ['agreements', 'codeStanding'],
    queryFn: () => api.agreements.codeStanding(),
  });
}

export function useCodeVersions() {
  return useQuery({
    queryKey: ['agreements', 'codeVersions'],
    queryFn: () => api.agreements.codeVersions(),
  });
}

export function useAddCodeVersion() {
  return useMutation({
    mutationFn: (added: InputOf<Contract['addCodeVersion']>) =>
      api.agreements.addCodeVersion(added),
  });
}

export function useWithdrawCodeVersion() {
  return useMutation({
    mutationFn: (version: string) => api.agreements.withdrawCodeVersion({ version }),
  });
}

/** The list as it is narrowed, as a table for a spreadsheet. */
export const exportAgreements =
  ({ kind, state }: Pick<InputOf<Contract['exportList']>, 'kind' | 'state'>) =>
  (as: TableKind) =>
    api.agreements.exportList({ kind, state, as });

/** Papers on agreements, for PaperDialog; without an id they are blank (DOC-25, DOC-28). */
export const agreementPaper = {
  compact: (id: AgreementId | null, isLocal: boolean) => (size: PaperSize) =>
    api.agreements.printCompact({ id, isLocal, size }),
  confidentiality: (id: AgreementId | null) => (size: PaperSize) =>
    api.agreements.printConfidentiality({ id, size }),
};
