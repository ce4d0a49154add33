import { useMutation, useQuery } from '@tanstack/react-query';
import type { Acknowledger, conditionsContract } from '#db/conditions/conditions.contract';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import { api } from '../app/api-client.ts';

type Contract = typeof conditionsContract;

/** Every version of the guidelines and the fire procedure, the newest first. */
export function useConditionTexts() {
  return useQuery({ queryKey: ['conditions', 'texts'], queryFn: () => api.conditions.texts() });
}

/** What one person or group has acknowledged, the latest first. */
export function useAcknowledged(who: Acknowledger) {
  return useQuery({
    queryKey: ['conditions', 'acknowledged', who],
    queryFn: () => api.conditions.acknowledged({ who }),
  });
}

export function useAddConditionText() {
  return useMutation({
    mutationFn: (text: InputOf<Contract['addText']>) => api.conditions.addText(text),
  });
}

export function useRecordAcknowledged() {
  return useMutation({
    mutationFn: (given: InputOf<Contract['recordAcknowledged']>) =>
      api.conditions.recordAcknowledged(given),
  });
}

/** The papers of the module, for PaperDialog. */
export const conditionPapers = {
  guidelines: (size: PaperSize) => api.conditions.printGuidelines({ size }),
  fireSheet: (size: PaperSize) => api.conditions.printFireSheet({ size }),
  notice: (size: PaperSize) => api.conditions.printNotice({ size }),
};
