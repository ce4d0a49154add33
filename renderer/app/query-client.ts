import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './api-client.ts';
import { CONNECTION_LOST_CODE } from './transport.ts';

/** The key under which the session is kept; it is the one entry that survives a lock. */
export const SESSION_KEY = ['session'] as const;

/** After one of these the screen no longer matches the session, so the session is read again. */
const SESSION_CODES = new Set([
  'session.none',
  'session.locked',
  'session.handed-over',
  'api.setup-first',
]);

const RETRIES_WHILE_UNANSWERED = 2;

/**
 * What the screens keep of the program's answers. Every successful change makes all of it stale:
 * the records are on this computer, so reading again costs less than a wrong figure on screen.
 */
export function newQueryClient(): QueryClient {
  const checkSession = (error: Error): void => {
    if (error instanceof ApiError && SESSION_CODES.has(error.code)) {
      void client.invalidateQueries({ queryKey: SESSION_KEY });
    }
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: checkSession }),
    mutationCache: new MutationCache({
      onError: checkSession,
      onSuccess: () => {
        void client.invalidateQueries();
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (count, error) =>
          error instanceof ApiError &&
          error.code === CONNECTION_LOST_CODE &&
          count < RETRIES_WHILE_UNANSWERED,
        retryDelay: 1_000,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
  return client;
}

/** Forgets everything but the session, so that nothing personal is left behind a locked screen. */
export function forgetRecords(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== SESSION_KEY[0] });
  client.getMutationCache().clear();
}
