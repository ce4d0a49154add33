import { useMutation, useQuery } from '@tanstack/react-query';
import type { holdingsApi } from '#db/holdings/holdings-api.contract';
import type { RecordKind } from '#db/holdings/holdings.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

type Contract = typeof holdingsApi;

/** The record a screen is about. */
export type OneRecord = { readonly kind: RecordKind; readonly id: string };

/** How a record stands: what is held, on hold, being erased. */
export function useStanding(of: OneRecord, asks = true) {
  return useQuery({
    queryKey: ['holdings', 'standing', of],
    queryFn: () => api.holdings.standing(of),
    enabled: asks,
  });
}

export function useErasurePreview(of: OneRecord, asks: boolean) {
  return useQuery({
    queryKey: ['holdings', 'previewErasure', of],
    queryFn: () => api.holdings.previewErasure(of),
    enabled: asks,
  });
}

export function useMentions(of: OneRecord) {
  return useQuery({
    queryKey: ['holdings', 'mentions', of],
    queryFn: () => api.holdings.mentions(of),
  });
}

export function useCopyRequests() {
  return useQuery({
    queryKey: ['holdings', 'copyRequests'],
    queryFn: () => api.holdings.copyRequests({}),
  });
}

export function useErasures() {
  return useQuery({
    queryKey: ['holdings', 'erasures'],
    queryFn: () => api.holdings.erasures({}),
  });
}

export function useHolds() {
  return useQuery({ queryKey: ['holdings', 'holds'], queryFn: () => api.holdings.holds({}) });
}

export function usePastTheirTime() {
  return useQuery({
    queryKey: ['holdings', 'pastTheirTime'],
    queryFn: () => api.holdings.pastTheirTime({}),
  });
}

export function useExportEverything() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['exportEverything']>) =>
      api.holdings.exportEverything(wanted),
  });
}

export function useAskForCopy() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['askForCopy']>) => api.holdings.askForCopy(wanted),
  });
}

export function useStopCopyClock() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['stopCopyClock']>) => api.holdings.stopCopyClock(wanted),
  });
}

export function useStartCopyClock() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['startCopyClock']>) =>
      api.holdings.startCopyClock(wanted),
  });
}

export function useSettleCopyRequest() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['settleCopyRequest']>) =>
      api.holdings.settleCopyRequest(wanted),
  });
}

export function useEraseRecord() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['eraseRecord']>) => api.holdings.eraseRecord(wanted),
  });
}

export function useUndoErasure() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['undoErasure']>) => api.holdings.undoErasure(wanted),
  });
}

export function useAddHold() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['addHold']>) => api.holdings.addHold(wanted),
  });
}

export function useEndHold() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['endHold']>) => api.holdings.endHold(wanted),
  });
}

export function useConfirmPast() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['confirmPast']>) => api.holdings.confirmPast(wanted),
  });
}

export function useUndoPast() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['undoPast']>) => api.holdings.undoPast(wanted),
  });
}

export function useChangeRetention() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['changeRetention']>) =>
      api.holdings.changeRetention(wanted),
  });
}

export function useConfirmClock() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['confirmClock']>) => api.holdings.confirmClock(wanted),
  });
}
