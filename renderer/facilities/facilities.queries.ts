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

type Contract = typeof facilitiesContract;

export function useSetFacilityUse() {
  return useMutation({
    mutationFn: (use: InputOf<Contract['setUse']>) => api.facilities.setUse(use),
  });
}

export function useSetLayouts() {
  return useMutation({
    mutationFn: (layouts: InputOf<Contract['setLayouts']>) => api.facilities.setLayouts(layouts),
  });
}

export function useSetSeats() {
  return useMutation({
    mutationFn: (seats: InputOf<Contract['setSeats']>) => api.facilities.setSeats(seats),
  });
}

export function useMarkSeat() {
  return useMutation({
    mutationFn: (marked: InputOf<Contract['markSeat']>) => api.facilities.markSeat(marked),
  });
}
