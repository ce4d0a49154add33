import { useQuery } from '@tanstack/react-query';
import type { LocalDate } from '#db/shared/local-date';
import { api } from './api-client.ts';
import { useSession, useToday } from './session-context.tsx';
import { workingDaysAround } from './working-days.ts';

/**
 * Which days the council's notices count: Monday to Friday without holidays and closed days. Read once for last year,
 * this year and the next, whatever number of fields ask; undefined until it is known.
 */
export function useIsWorkingDay(): ((date: LocalDate) => boolean) | undefined {
  const year = Number(useToday().slice(0, 4));
  const isSignedIn = useSession().signedIn !== null;
  const days = useQuery({
    queryKey: ['calendar', 'working-days', year],
    queryFn: async () => {
      const years = [year - 1, year, year + 1];
      return (await Promise.all(years.map((each) => api.calendar.year({ year: each })))).flat();
    },
    enabled: isSignedIn,
    // The holidays of a year stand still; a closure that is entered makes this stale by itself.
    staleTime: Number.POSITIVE_INFINITY,
  });
  return days.data === undefined ? undefined : workingDaysAround(year, days.data);
}
