import { useMutation, useQuery } from '@tanstack/react-query';
import { api } from '../app/api-client.ts';
import { SESSION_KEY } from '../app/query-client.ts';
import { endLockWish, wishLock } from './lock-wish.ts';

/** How often the session is read again without a reason: it carries the clock and the last save. */
const REREAD_MILLISECONDS = 60_000;

/** Who is signed in at this screen, which centre this is, and what time it is there. */
export function useCurrentSession() {
  return useQuery({
    queryKey: SESSION_KEY,
    queryFn: () => api.session.current(),
    refetchInterval: REREAD_MILLISECONDS,
    refetchOnWindowFocus: 'always',
  });
}

export function useSignIn() {
  return useMutation({
    mutationFn: (given: { readonly name: string; readonly secret: string }) =>
      api.users.signIn(given),
    onSuccess: endLockWish,
  });
}

/** Locks the screen at once, and then tells the program: nothing is seen while the answer is on its way. */
export function useLockScreen() {
  return useMutation({ mutationFn: () => api.session.lock(), onMutate: wishLock });
}

export function useUnlock() {
  return useMutation({
    mutationFn: (secret: string) => api.session.unlock({ secret }),
    onSuccess: endLockWish,
  });
}

export function useSignOut() {
  return useMutation({ mutationFn: () => api.session.signOut(), onSuccess: endLockWish });
}

/** Says that somebody is there. No screen reads again because of it. */
export async function touchSession(): Promise<void> {
  await api.session.touch();
}
