import { useEffect } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { useSession } from './session-context.tsx';

/** What was typed and not yet saved, by person and form; only in memory, gone when the program ends. */
const drafts = new Map<string, FieldValues>();

/** What a form finds when it opens again, and how it forgets. */
export type Draft = {
  /** Call after the form was saved or thrown away on purpose. */
  readonly clear: () => void;
};

/**
 * Keeps what was typed into a form under a key, such as `booking.new`, for the person signed in:
 * it is there again after a lock, or after a look at another screen.
 */
export function useDraft<V extends FieldValues, C, T>(
  key: string | null,
  form: UseFormReturn<V, C, T>,
): Draft {
  const userId = useSession().signedIn?.userId ?? 'nobody';
  const place = key === null ? null : `${userId} ${key}`;

  useEffect(() => {
    if (place === null) return;
    const kept = drafts.get(place);
    if (kept) form.reset(kept as V, { keepDefaultValues: true });
    return form.subscribe({
      formState: { values: true },
      callback: ({ values, name }) => {
        // Only a change of a field counts: putting the starting values back must not make a draft.
        if (name === undefined) return;
        drafts.set(place, structuredClone(values));
      },
    });
  }, [place, form]);

  return {
    clear: () => {
      if (place !== null) drafts.delete(place);
    },
  };
}
