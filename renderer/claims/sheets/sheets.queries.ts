import { useMutation, useQuery } from '@tanstack/react-query';
import type { claimsContract } from '#db/claims/claims-api.contract';
import type { BatchId } from '#db/claims/claims.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../../app/api-client.ts';

type Contract = typeof claimsContract;

export function useBatch(id: BatchId) {
  return useQuery({
    queryKey: ['claims', 'batch', id],
    queryFn: () => api.claims.batch({ id }),
  });
}

/** Sheets that are open; of a group, all of them. */
export function useBatches(groupId: GroupId | null) {
  return useQuery({
    queryKey: ['claims', 'batches', groupId],
    queryFn: () => api.claims.batches({ groupId }),
  });
}

export function useStartBatch() {
  return useMutation({
    mutationFn: (started: InputOf<Contract['startBatch']>) => api.claims.startBatch(started),
  });
}

export function useSignBatch() {
  return useMutation({
    mutationFn: (signed: InputOf<Contract['signBatch']>) => api.claims.signBatch(signed),
  });
}

/** The treasurer's sheet as it was filled in, or blank, for PaperDialog. */
export const sheetPaper = (id: BatchId | null) => (size: PaperSize) =>
  api.claims.printSheet({ id, size });
