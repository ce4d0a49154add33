import { useMutation, useQuery } from '@tanstack/react-query';
import type {
  GeneralPolicyDetails,
  KindPolicyDetails,
} from '#db/claim-policy/claim-policy.contract';
import type { LocalDate } from '#db/shared/local-date';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

/** What can be claimed on a day. */
export function usePolicyOn(on: LocalDate) {
  return useQuery({ queryKey: ['policy', 'onDay', on], queryFn: () => api.policy.onDay({ on }) });
}

/** Every version, the latest first day first. */
export function usePolicyHistory() {
  return useQuery({ queryKey: ['policy', 'history'], queryFn: () => api.policy.history() });
}

/** What a new version for a kind of cost would change; nothing is entered yet. */
export function usePreviewKind() {
  return useMutation({
    mutationFn: (details: KindPolicyDetails) => api.policy.previewKind(details),
  });
}

export function useEnterKind() {
  return useMutation({ mutationFn: (details: KindPolicyDetails) => api.policy.enterKind(details) });
}

/** The same for the general limits. */
export function usePreviewGeneral() {
  return useMutation({
    mutationFn: (details: GeneralPolicyDetails) => api.policy.previewGeneral(details),
  });
}

export function useEnterGeneral() {
  return useMutation({
    mutationFn: (details: GeneralPolicyDetails) => api.policy.enterGeneral(details),
  });
}

/** The sheet of what can be claimed on a day. */
export const loadSheet = (on: LocalDate, size: PaperSize) => api.policy.printSheet({ on, size });
