import { ApiError } from '../app/api-client.ts';
import { useToast } from '../app/toasts.tsx';

/** Runs an act that has no form, and says why where it is refused. */
export function useSayingRefusal(): (act: () => Promise<void>) => Promise<void> {
  const { say } = useToast();
  return async (act) => {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      say({ words: error.message });
    }
  };
}
