import { useCallback, useEffect, useRef, useState } from 'react';
import type { Claim, ClaimId, ClaimWords } from '#db/claims/claims.contract';
import { ApiError } from '../../app/api-client.ts';
import { wordsOf } from './claim-words.ts';
import { useClaim, useSaveDraft } from './filing.queries.ts';

const SAVED_AFTER_MILLISECONDS = 1500;

export type KeptClaim = {
  readonly claim: Claim;
  /** The claim as it stands on the screen, saved or not yet. */
  readonly words: ClaimWords;
  readonly change: (change: (words: ClaimWords) => ClaimWords) => void;
  /** Saves what is not saved yet; throws the refusal. */
  readonly keep: () => Promise<void>;
  /** The version of the last save, which an act names so that it changes what was seen. */
  readonly versionNow: () => number;
  readonly isSaved: boolean;
  /** Why the last saving by itself was refused; null when all is well. */
  readonly refusal: string | null;
  /** Throws away what is not saved and takes the claim as it stands on record. */
  readonly takeOver: () => void;
};

/**
 * A claim that is being filled in: each change stands on screen at once and is saved soon after by itself, one save
 * after the other, so that neither a lock nor a power cut loses more than a moment.
 */
export function useKeptClaim(id: ClaimId): {
  readonly query: ReturnType<typeof useClaim>;
  readonly kept: KeptClaim | undefined;
} {
  const query = useClaim(id);
  const save = useSaveDraft();
  const [edited, setEdited] = useState<ClaimWords | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const latest = useRef<ClaimWords | null>(null);
  const version = useRef(0);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const claim = query.data;

  useEffect(() => {
    if (claim !== undefined) version.current = Math.max(version.current, claim.version);
  }, [claim]);

  const { mutateAsync } = save;
  const keep = useCallback((): Promise<void> => {
    const run = queue.current.then(async () => {
      const wanted = latest.current;
      if (wanted === null) return;
      const saved = await mutateAsync({ ...wanted, version: version.current });
      version.current = saved.version;
      setRefusal(null);
      // What was typed while it was on its way waits for the next save.
      if (latest.current !== wanted) return;
      latest.current = null;
      setEdited(null);
    });
    queue.current = run.catch(() => undefined);
    return run;
  }, [mutateAsync]);

  const keepQuietly = useCallback(
    (): Promise<void> =>
      keep().catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw error;
        setRefusal(error.message);
      }),
    [keep],
  );

  useEffect(() => {
    if (edited === null) return;
    const timer = setTimeout(() => void keepQuietly(), SAVED_AFTER_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [edited, keepQuietly]);

  // Whoever leaves for another page has not thrown anything away.
  useEffect(() => () => void keepQuietly(), [keepQuietly]);

  if (claim === undefined) return { query, kept: undefined };
  const words = edited ?? wordsOf(claim);
  return {
    query,
    kept: {
      claim,
      words,
      change: (change) => {
        const next = change(latest.current ?? wordsOf(claim));
        latest.current = next;
        setEdited(next);
      },
      keep,
      versionNow: () => version.current,
      isSaved: edited === null,
      refusal,
      takeOver: () => {
        latest.current = null;
        version.current = 0;
        setEdited(null);
        setRefusal(null);
        void query.refetch();
      },
    },
  };
}
