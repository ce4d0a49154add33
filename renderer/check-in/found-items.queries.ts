import { useMutation, useQuery } from '@tanstack/react-query';
import type { bookingUseProcedures } from '#db/bookings/use/booking-use.contract';
import type { InputOf } from '#db/shared/contract';
import { api } from '../app/api-client.ts';

/** Lost property, what is still here first. */
export function useFoundItems() {
  return useQuery({ queryKey: ['bookings', 'found'], queryFn: () => api.bookings.found() });
}

export function useSettleFound() {
  return useMutation({
    mutationFn: (settled: InputOf<(typeof bookingUseProcedures)['settleFound']>) =>
      api.bookings.settleFound(settled),
  });
}
