import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { mailingsContract } from '#db/mailings/mailings-api.contract';
import type {
  LabelSheet,
  LeftOutByHand,
  MailingId,
  OutcomeId,
  Selection,
} from '#db/mailings/mailings.contract';
import type { PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import type { ActId } from '#db/shared/long-act';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof mailingsContract;

/** Who is wanted, read from a sentence; what was understood last stays until the next is there. */
export function useWish(text: string) {
  return useQuery({
    queryKey: ['mailings', 'wish', text],
    queryFn: () => api.mailings.wish({ text }),
    placeholderData: keepPreviousData,
  });
}

/** Who fits a selection, and who is left out; nothing is asked while there is none. */
export function useChoice(
  asked: { readonly selection: Selection; readonly byHand: readonly LeftOutByHand[] } | undefined,
  limit: number,
) {
  return useQuery({
    queryKey: ['mailings', 'people', 'choice', asked, limit],
    queryFn: () =>
      api.mailings.choice({
        selection: asked?.selection ?? {},
        byHand: [...(asked?.byHand ?? [])],
        limit,
      }),
    enabled: asked !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useMakeMailing() {
  return useMutation({
    mutationFn: (made: InputOf<Contract['create']>) => api.mailings.create(made),
  });
}

export function useUndoMailing() {
  return useMutation({
    mutationFn: (undone: InputOf<Contract['undoCreate']>) => api.mailings.undoCreate(undone),
  });
}

export function useMailings() {
  return useQuery({ queryKey: ['mailings', 'list'], queryFn: () => api.mailings.list() });
}

export function useMailing(id: MailingId, limit: number) {
  return useQuery({
    queryKey: ['mailings', 'get', id, limit],
    queryFn: () => api.mailings.get({ id, limit }),
    placeholderData: keepPreviousData,
  });
}

export function useMailingsOfPerson(personId: PersonId, isWanted: boolean) {
  return useQuery({
    queryKey: ['mailings', 'ofPerson', personId],
    queryFn: () => api.mailings.ofPerson({ personId }),
    enabled: isWanted,
  });
}

/** Addresses and numbers to copy; asked only once somebody wants them. */
export function useSending(id: MailingId) {
  return useQuery({
    queryKey: ['mailings', 'sending', id],
    queryFn: () => api.mailings.sending({ id }),
  });
}

export function useRecordOutcome() {
  return useMutation({
    mutationFn: (noted: InputOf<Contract['recordOutcome']>) => api.mailings.recordOutcome(noted),
  });
}

export function useUndoOutcome() {
  return useMutation({ mutationFn: (id: OutcomeId) => api.mailings.undoOutcome({ id }) });
}

export function useDrawLetters() {
  return useMutation({
    mutationFn: (wanted: { readonly id: MailingId; readonly file: number; readonly act: ActId }) =>
      api.mailings.printLetters(wanted),
  });
}

/** Addresses and numbers as files and papers, for PaperDialog and SaveFileButton. */
export const exportEmails = (id: MailingId) => () => api.mailings.exportEmails({ id });

export const addressLabels = (id: MailingId, sheet: LabelSheet, startAt: number) => () =>
  api.mailings.printLabels({ id, sheet, startAt });

export const callSheet = (id: MailingId) => (size: PaperSize) =>
  api.mailings.printCalls({ id, size });

/** The list, the contact gaps and the needs of the Sounding Board (DOC-30). */
export const boardReport =
  (asked: Omit<InputOf<Contract['printBoard']>, 'size'>) => (size: PaperSize) =>
    api.mailings.printBoard({ ...asked, size });
