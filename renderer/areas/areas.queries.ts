import { useMutation, useQuery } from '@tanstack/react-query';
import type { AreaDetails, areasContract } from '#db/areas/areas.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

type Contract = typeof areasContract;

/** Every area in the order of the tree, also those out of use. */
export function useAreas() {
  return useQuery({ queryKey: ['areas', 'list'], queryFn: () => api.areas.list() });
}

export function useAddArea() {
  return useMutation({ mutationFn: (details: AreaDetails) => api.areas.add(details) });
}

export function useChangeArea() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['change']>) => api.areas.change(changed),
  });
}

/** Takes an area out of use, or brings it back. */
export function useSetAreaUse() {
  return useMutation({
    mutationFn: ({ isActive, ...area }: InputOf<Contract['retire']> & { isActive: boolean }) =>
      isActive ? api.areas.bringBack(area) : api.areas.retire(area),
  });
}
