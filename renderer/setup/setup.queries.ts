import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InputOf } from '#db/shared/contract';
import type { Comfort, FirstManager, SetupProgress, setupContract } from '#db/setup/setup.contract';
import { api } from '../app/api-client.ts';

const PROGRESS_KEY = ['setup', 'progress'] as const;

/** Where the first run stands. */
export function useSetupProgress() {
  return useQuery({ queryKey: PROGRESS_KEY, queryFn: () => api.setup.progress() });
}

function useKeepProgress() {
  const client = useQueryClient();
  return (progress: SetupProgress): void => {
    client.setQueryData(PROGRESS_KEY, progress);
  };
}

export function useSaveComfort() {
  const keep = useKeepProgress();
  return useMutation({
    mutationFn: (comfort: Comfort) => api.setup.saveComfort(comfort),
    onSuccess: keep,
  });
}

export function useCheckFolder() {
  return useMutation({ mutationFn: (path: string) => api.setup.checkFolder({ path }) });
}

export function useChooseFolder() {
  const keep = useKeepProgress();
  return useMutation({
    mutationFn: (path: string) => api.setup.chooseFolder({ path }),
    onSuccess: keep,
  });
}

export function useChooseCouncil() {
  const keep = useKeepProgress();
  return useMutation({
    mutationFn: (presetId: string) => api.setup.chooseCouncil({ presetId }),
    onSuccess: keep,
  });
}

export function useChooseCentres() {
  const keep = useKeepProgress();
  return useMutation({
    mutationFn: (chosen: { readonly real: boolean; readonly practice: boolean }) =>
      api.setup.chooseCentres(chosen),
    onSuccess: ({ progress }) => keep(progress),
  });
}

export function useAddFirstManager() {
  return useMutation({ mutationFn: (manager: FirstManager) => api.setup.addFirstManager(manager) });
}

export function useDescribeCentre() {
  return useMutation({
    mutationFn: (centre: InputOf<(typeof setupContract)['describeCentre']>) =>
      api.setup.describeCentre(centre),
  });
}
