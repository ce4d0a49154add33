import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../app/api-client.ts';

const LETTERS_BEFORE_LOOKING = 2;
const LINES_SHOWN = 12;

/** Bookings, groups, people and rooms that match; earlier lines stay until the next ones are here. */
export function useSearch(text: string) {
  return useQuery({
    queryKey: ['search', 'everything', text],
    queryFn: () => api.search.everything({ text, limit: LINES_SHOWN }),
    enabled: text.length >= LETTERS_BEFORE_LOOKING,
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}
