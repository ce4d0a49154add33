import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { GroupId } from '#db/groups/groups.contract';
import type { recognitionContract } from '#db/recognition/recognition-api.contract';
import type { RecognitionDecisionId } from '#db/recognition/recognition.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof recognitionContract;

export function useRecognition(groupId: GroupId) {
  return useQuery({
    queryKey: ['recognition', 'ofGroup', groupId],
    queryFn: () => api.recognition.ofGroup({ groupId }),
    placeholderData: keepPreviousData,
  });
}

export function useRecognitionRules() {
  return useQuery({
    queryKey: ['recognition', 'rules'],
    queryFn: () => api.recognition.rules(),
  });
}

export function useStartReturn() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['startReturn']>) => api.recognition.startReturn(wanted),
  });
}

export function useSetEvidence() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['setEvidence']>) => api.recognition.setEvidence(wanted),
  });
}

export function useRecordDecision() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['recordDecision']>) =>
      api.recognition.recordDecision(wanted),
  });
}

export function useUndoDecision() {
  return useMutation({
    mutationFn: (id: RecognitionDecisionId) => api.recognition.undoDecision({ id }),
  });
}

export function useWithdraw() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['withdraw']>) => api.recognition.withdraw(wanted),
  });
}

export function useAddException() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['addException']>) => api.recognition.addException(wanted),
  });
}

export function useSetItems() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['setItems']>) => api.recognition.setItems(wanted),
  });
}

export function useSetEffect() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['setEffect']>) => api.recognition.setEffect(wanted),
  });
}

/** The papers on recognition, for PaperDialog. */
export const recognitionPaper = {
  form: (groupId: GroupId | null, kind: 'first' | 'yearly') => (size: PaperSize) =>
    api.recognition.printForm({ groupId, kind, size }),
  decision: (id: RecognitionDecisionId) => (size: PaperSize) =>
    api.recognition.printDecision({ id, size }),
  outstanding: (groupId: GroupId) => (size: PaperSize) =>
    api.recognition.printOutstanding({ groupId, size }),
  certificate: (groupId: GroupId) => (size: PaperSize) =>
    api.recognition.printCertificate({ groupId, size }),
};
