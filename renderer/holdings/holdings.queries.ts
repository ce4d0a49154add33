import { useMutation, useQuery } from '@tanstack/react-query';
import type { holdingsContract, MergeId, RecordKind } from '#db/holdings/holdings.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

type Contract = typeof holdingsContract;

/** Two records side by side; asks nothing until both are chosen. */
export function useMergePreview(pair: InputOf<Contract['previewMerge']>) {
  return useQuery({
    queryKey: ['holdings', 'previewMerge', pair],
    queryFn: () => api.holdings.previewMerge(pair),
    enabled: pair.keptId !== '' && pair.lostId !== '',
  });
}

/** What was put together with a record, and what it went into. */
export function useMergesOf(of: { readonly kind: RecordKind; readonly id: string }, asks: boolean) {
  return useQuery({
    queryKey: ['holdings', 'mergesOf', of],
    queryFn: () => api.holdings.mergesOf(of),
    enabled: asks,
  });
}

export function useJoinRecords() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['joinRecords']>) => api.holdings.joinRecords(wanted),
  });
}

export function useUndoJoin() {
  return useMutation({ mutationFn: (id: MergeId) => api.holdings.undoJoin({ id }) });
}
