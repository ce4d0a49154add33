import { useMutation, useQuery } from '@tanstack/react-query';
import type { InputOf } from '#db/shared/contract';
import type { PaperSize } from '#db/shared/paper';
import type { VenueDetails, VenueId, venuesContract } from '#db/venues/venues.contract';
import { api } from '../app/api-client.ts';

type Contract = typeof venuesContract;

export function useVenues() {
  return useQuery({ queryKey: ['venues', 'list'], queryFn: () => api.venues.list() });
}

/** Every time the council went into a venue, the latest first. */
export function useAccessLog(venueId: VenueId) {
  return useQuery({
    queryKey: ['venues', 'accessLog', venueId],
    queryFn: () => api.venues.accessLog({ venueId }),
  });
}

/** Who holds which key since when. */
export function useKeys(withReturned: boolean) {
  return useQuery({
    queryKey: ['venues', 'keys', withReturned],
    queryFn: () => api.venues.keys({ withReturned }),
  });
}

export function useAddVenue() {
  return useMutation({ mutationFn: (details: VenueDetails) => api.venues.add(details) });
}

export function useChangeVenue() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['change']>) => api.venues.change(changed),
  });
}

export function useRecordAccess() {
  return useMutation({
    mutationFn: (entry: InputOf<Contract['recordAccess']>) => api.venues.recordAccess(entry),
  });
}

export function useRecordKey() {
  return useMutation({
    mutationFn: (holding: InputOf<Contract['recordKey']>) => api.venues.recordKey(holding),
  });
}

export function useChangeAccess() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['changeAccess']>) => api.venues.changeAccess(changed),
  });
}

export function useChangeKey() {
  return useMutation({
    mutationFn: (changed: InputOf<Contract['changeKey']>) => api.venues.changeKey(changed),
  });
}

export function useReturnKey() {
  return useMutation({
    mutationFn: (returned: InputOf<Contract['returnKey']>) => api.venues.returnKey(returned),
  });
}

/** The council access log of a venue (DOC-10), for PaperDialog. */
export const accessLogPaper = (venueId: VenueId, blank: boolean) => (size: PaperSize) =>
  api.venues.printAccessLog({ venueId, blank, size });
