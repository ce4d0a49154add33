import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { api } from '../app/api-client.ts';

const LINES_PER_PAGE = 50;

/** What happened lately, newest first; older lines page by page. */
export function useRecord() {
  return useInfiniteQuery({
    queryKey: ['audit', 'recent'],
    queryFn: ({ pageParam }) => api.audit.recent({ limit: LINES_PER_PAGE, beforeSeq: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: (page) =>
      page.length < LINES_PER_PAGE ? undefined : (page.at(-1)?.seq ?? undefined),
  });
}

/** Checks the whole record; it may take a moment. */
export function useCheckRecord() {
  return useMutation({ mutationFn: () => api.audit.check() });
}
