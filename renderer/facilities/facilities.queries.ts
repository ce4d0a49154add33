import { useMutation, useQuery } from '@tanstack/react-query';
import type { FacilityDetails, facilitiesContract } from '#db/facilities/facilities.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

/** The rooms and services of the centre, those no longer in use too, in the desk's order. */
export function useFacilities() {
  return useQuery({ queryKey: ['facilities', 'list'], queryFn: () => api.facilities.list() });
}

export function useAddFacility() {
  return useMutation({ mutationFn: (details: FacilityDetails) => api.facilities.add(details) });
}

export function useChangeFacility() {
  return useMutation({
    mutationFn: (changed: InputOf<(typeof facilitiesContract)['change']>) =>
      api.facilities.change(changed),
  });
}
