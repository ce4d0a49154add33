import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useEffect } from 'react';
import type { claimsContract } from '#db/claims/claims-api.contract';
import type { ClaimId } from '#db/claims/claims.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../../app/api-client.ts';

type Contract = typeof claimsContract;
export type QueueShow = InputOf<Contract['queue']>['show'];
export type QueueOrder = NonNullable<InputOf<Contract['queue']>['order']>;

export function useClaimQueue(show: QueueShow, order: QueueOrder) {
  return useQuery({
    queryKey: ['claims', 'queue', show, order],
    queryFn: () => api.claims.queue({ show, order, limit: 200 }),
    placeholderData: keepPreviousData,
  });
}

const toDecide = (id: ClaimId) =>
  queryOptions({
    queryKey: ['claims', 'to-decide', id],
    queryFn: () => api.claims.toDecide({ id }),
  });

export function useToDecide(id: ClaimId) {
  return useQuery(toDecide(id));
}

/** Reads the claim that comes next while this one is decided, so that it is there at once. */
export function useReadAhead(id: ClaimId | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (id !== undefined) void client.prefetchQuery(toDecide(id));
  }, [client, id]);
}

/** Takes a claim in hand, or lets it go, so that two people do not decide it side by side. */
export function useOpenClaim() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['open']>) => api.claims.open(wanted),
  });
}

export function useVerify() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['verify']>) => api.claims.verify(wanted),
  });
}

export function useDecide() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['decide']>) => api.claims.decide(wanted),
  });
}

/** Approves several claims without doubts; each is told by itself whether it was. */
export function useApproveClean() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['approveClean']>) => api.claims.approveClean(wanted),
  });
}

export function useApproveSecond() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['approveSecond']>) => api.claims.approveSecond(wanted),
  });
}

export function useTopUp() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['topUp']>) => api.claims.topUp(wanted),
  });
}

export function usePayByHand() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['payByHand']>) => api.claims.payByHand(wanted),
  });
}

/** Reasons that were kept, so that everybody is told the same. */
export function useReasons() {
  return useQuery({ queryKey: ['claims', 'reasons'], queryFn: () => api.claims.reasons({}) });
}

export function useKeepReason() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['keepReason']>) => api.claims.keepReason(wanted),
  });
}

/** The decision letter, for PaperDialog. */
export const decisionLetter = (id: ClaimId) => (size: PaperSize) =>
  api.claims.printDecision({ id, size });

/** The slip that the payee signs for cash, for PaperDialog. */
export const cashReceipt = (id: ClaimId) => (size: PaperSize) =>
  api.claims.printCashReceipt({ id, size });
