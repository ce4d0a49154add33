import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { CurrentSession } from '#db/session/session.contract';
import { api } from '../app/api-client.ts';
import { SESSION_KEY } from '../app/query-client.ts';

/** What staff copied last, such as the addresses of a mailing, could be pasted into the form. */
async function emptyClipboard(): Promise<void> {
  try {
    await navigator.clipboard.writeText('');
  } catch {
    // A browser may keep its clipboard from pages; the screen is lent all the same.
  }
}

/** Lends this screen for one claim; the desk is off the page as soon as the program has said yes. */
export function useHandOver() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (claimId: string) => api.session.handOver({ claimId }),
    onMutate: async () => {
      await emptyClipboard();
      // An older answer about the session, on its way since before, would bring the desk back.
      await client.cancelQueries({ queryKey: SESSION_KEY });
    },
    onSuccess: (handedOver) => {
      client.setQueryData<CurrentSession>(
        SESSION_KEY,
        (session) => session && { ...session, handedOver },
      );
    },
  });
}

/** Ends the lending; staff unlock the screen then. */
export function useGiveBack() {
  return useMutation({ mutationFn: (isIdle: boolean) => api.session.giveBack({ isIdle }) });
}
