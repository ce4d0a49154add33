import { useMutation, useQuery } from '@tanstack/react-query';
import type { claimsContract } from '#db/claims/claims-api.contract';
import type { PersonId } from '#db/people/people.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../../app/api-client.ts';

type Contract = typeof claimsContract;

export function useTravelPlans(personId: PersonId) {
  return useQuery({
    queryKey: ['claims', 'travel-plans', personId],
    queryFn: () => api.claims.travelPlans({ personId }),
  });
}

export function useAgreeTravelPlan() {
  return useMutation({
    mutationFn: (plan: InputOf<Contract['agreeTravelPlan']>) => api.claims.agreeTravelPlan(plan),
  });
}

export function useEndTravelPlan() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['endTravelPlan']>) => api.claims.endTravelPlan(wanted),
  });
}

/** Reads why a way of travelling was agreed; each look stands on record. */
export function useTravelPlanReason() {
  return useMutation({
    mutationFn: (wanted: InputOf<Contract['showTravelPlanReason']>) =>
      api.claims.showTravelPlanReason(wanted),
  });
}
