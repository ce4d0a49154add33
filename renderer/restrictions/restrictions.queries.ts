import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type {
  RestrictionDetails,
  RestrictionId,
  restrictionsContract,
  Subject,
} from '#db/restrictions/restrictions.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof restrictionsContract;

/** Restrictions of one subject or of everybody; with a day, only those that stand on it. */
export function useRestrictions(asked: { subject: Subject | null; on: LocalDate | null }) {
  return useQuery({
    queryKey: ['restrictions', 'list', asked],
    queryFn: () => api.restrictions.list(asked),
    placeholderData: keepPreviousData,
  });
}

/** The coming bookings that a restriction would hit; asks nothing while the form cannot be read yet. */
export function useHitsOfRestriction(details: RestrictionDetails | undefined) {
  return useQuery({
    queryKey: ['restrictions', 'hitBy', details],
    queryFn: () => (details === undefined ? [] : api.restrictions.hitBy(details)),
    enabled: details !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useAddRestriction() {
  return useMutation({
    mutationFn: (details: RestrictionDetails) => api.restrictions.add(details),
  });
}

export function useLiftRestriction() {
  return useMutation({
    mutationFn: (lifted: InputOf<Contract['lift']>) => api.restrictions.lift(lifted),
  });
}

/** The letter on the removal of a service (DOC-09), for PaperDialog. */
export const restrictionLetter = (id: RestrictionId) => (size: PaperSize) =>
  api.restrictions.printLetter({ id, size });
