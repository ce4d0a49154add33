import { useCallback, useState } from 'react';
import { ACT_CANCELLED_CODE, ActId, type Progress } from '#db/shared/long-act';
import { ApiError } from '../app/api-client.ts';
import { stopAct } from '../app/long-act.queries.ts';
import { useToast } from '../app/toasts.tsx';
import { onChanged } from '../app/transport.ts';

/** An act that may take longer than a second, in words. */
export type LongActWords = {
  /** What is being done: 'Bringing the bookings in'. */
  readonly title: string;
  /** Verb and thing: 'Stop the import'. */
  readonly stopWords: string;
  /** What is true after a stop: 'Stopped. Nothing was imported.' */
  readonly stoppedWords: string;
};

/** An act under way, as its dialog shows it. */
export type ActOnScreen = LongActWords & {
  readonly id: ActId;
  /** False for the first moment, so that what is done quickly shows no dialog at all. */
  readonly isShown: boolean;
  readonly isStopping: boolean;
  /** Null until the program has said how far it is. */
  readonly progress: Progress | null;
};

export const SHOWN_AFTER_MILLISECONDS = 400;

/**
 * Runs a call that may take longer than a second: hears how far it is, shows `ProgressDialog` once it does take long,
 * and stops it on wish. `run` answers undefined when the person stopped it, which has been said then; any other
 * refusal is thrown as it came.
 */
export function useLongAct() {
  const [act, setAct] = useState<ActOnScreen | null>(null);
  const { say } = useToast();

  async function run<T>(
    words: LongActWords,
    work: (act: ActId) => Promise<T>,
  ): Promise<T | undefined> {
    const id = ActId.parse(crypto.randomUUID());
    const change = (part: Partial<ActOnScreen>): void =>
      setAct((current) => (current?.id === id ? { ...current, ...part } : current));
    setAct({ ...words, id, isShown: false, isStopping: false, progress: null });
    // For an act that has ended by then it does nothing.
    setTimeout(() => change({ isShown: true }), SHOWN_AFTER_MILLISECONDS);
    const stopHearing = onChanged((notice) => {
      if (notice.act?.id === id) change({ progress: notice.act });
    });
    try {
      return await work(id);
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== ACT_CANCELLED_CODE) throw error;
      say({ words: words.stoppedWords });
      return undefined;
    } finally {
      stopHearing();
      setAct((current) => (current?.id === id ? null : current));
    }
  }

  const stop = useCallback(
    async (id: ActId): Promise<void> => {
      const mark = (isStopping: boolean): void =>
        setAct((current) => (current?.id === id ? { ...current, isStopping } : current));
      mark(true);
      try {
        await stopAct(id);
      } catch (error) {
        if (!(error instanceof ApiError)) throw error;
        // It may not have reached the program yet, or is about to answer: the button can be pressed again.
        mark(false);
        if (error.code !== 'act.unknown') say({ words: error.message });
      }
    },
    [say],
  );

  return { run, act, stop };
}
