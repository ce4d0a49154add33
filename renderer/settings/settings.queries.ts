import { useMutation, useQuery } from '@tanstack/react-query';
import type { InputOf } from '#db/shared/contract';
import type { settingsContract } from '#db/settings/settings.contract';
import { api } from '../app/api-client.ts';

type Contract = typeof settingsContract;

/** The centre's name, address and idle time. */
export function useCentre() {
  return useQuery({ queryKey: ['settings', 'centre'], queryFn: () => api.settings.centre() });
}

export function useChangeCentre() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['changeCentre']>) => api.settings.changeCentre(changed),
  });
}

/** Every figure and rule as it stands today. */
export function useParameters() {
  return useQuery({
    queryKey: ['settings', 'parameters'],
    queryFn: () => api.settings.parameters(),
  });
}

/** Every value one figure has had, the newest first. */
export function useFigureHistory(name: string) {
  return useQuery({
    queryKey: ['settings', 'history', name],
    queryFn: () => api.settings.history({ name }),
  });
}

export function useSetParameter() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['setParameter']>) => api.settings.setParameter(wanted),
  });
}

/** When the unit is staffed; empty while nobody has said. */
export function useOfficeHours() {
  return useQuery({
    queryKey: ['settings', 'officeHours'],
    queryFn: () => api.settings.officeHours(),
  });
}
