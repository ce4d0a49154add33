import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  ContactDetails,
  ContactKind,
  directoryContract,
} from '#db/directory/directory.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import type { TableKind } from '#db/shared/table';
import { api } from '../app/api-client.ts';

type Contract = typeof directoryContract;

/** Which contacts are shown: by words, by kind, the closed ones too. */
export type ContactFilter = {
  readonly text: string;
  readonly kind: ContactKind | null;
  readonly withClosed: boolean;
};

export function useContacts(filter: ContactFilter) {
  return useQuery({
    queryKey: ['directory', 'list', filter],
    queryFn: () => api.directory.list(filter),
    placeholderData: keepPreviousData,
  });
}

/** Names of the council's own paper that are not entered yet. */
export function useStartingNames() {
  return useQuery({
    queryKey: ['directory', 'startingNames'],
    queryFn: () => api.directory.startingNames(),
  });
}

export function useAddStartingNames() {
  return useMutation({ mutationFn: () => api.directory.addStartingNames() });
}

export function useAddContact() {
  return useMutation({ mutationFn: (details: ContactDetails) => api.directory.add(details) });
}

export function useChangeContact() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['change']>) => api.directory.change(changed),
  });
}

export function useConfirmVerified() {
  return useMutation({
    mutationFn: (contact: InputOf<Contract['confirmVerified']>) =>
      api.directory.confirmVerified(contact),
  });
}

export function useUndoVerified() {
  return useMutation({
    mutationFn: (contact: InputOf<Contract['undoVerified']>) => api.directory.undoVerified(contact),
  });
}

export function useRetireContact() {
  return useMutation({
    mutationFn: (contact: InputOf<Contract['retire']>) => api.directory.retire(contact),
  });
}

export function useBringBackContact() {
  return useMutation({
    mutationFn: (contact: InputOf<Contract['bringBack']>) => api.directory.bringBack(contact),
  });
}

/** The useful contacts sheet (DOC-120), for PaperDialog. */
export const contactSheet = (kind: ContactKind | null) => (size: PaperSize) =>
  api.directory.printSheet({ kind, size });

export const exportContacts = (filter: ContactFilter) => (as: TableKind) =>
  api.directory.exportList({ ...filter, as });
