import { useEffect, useRef, useState } from 'react';
import { stopwatchMilliseconds } from '../app/session-context.tsx';

/** How long before the lock the warning appears. */
export const WARNING_MILLISECONDS = 30_000;
/** The program is told at most this often that somebody is there, unless the screen says otherwise. */
const TOUCH_EVERY_MILLISECONDS = 30_000;
const CHECK_EVERY_MILLISECONDS = 1_000;

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
/** The name under which windows of one desk tell each other that somebody is there. */
const CHANNEL = 'trc-desk.somebody-is-there';

type IdleLock = {
  readonly idleMinutes: number;
  readonly onLock: () => void;
  readonly onActivity: () => void;
  /** Least time between two words to the program; shorter where its own patience is short. */
  readonly touchEveryMilliseconds?: number;
};

/**
 * Calls `onLock` after that many minutes without a key, mouse or touch in any window of this desk.
 * Answers with the seconds that are left once the warning is due, before that null.
 */
export function useIdleLock(idle: IdleLock): number | null {
  const limit = idle.idleMinutes * 60_000;
  const touchEvery = idle.touchEveryMilliseconds ?? TOUCH_EVERY_MILLISECONDS;
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null);
  const latest = useRef(idle);
  useEffect(() => {
    latest.current = idle;
  });

  useEffect(() => {
    let lastSign = stopwatchMilliseconds();
    let lastTouch = lastSign;
    const channel = new BroadcastChannel(CHANNEL);

    const stayAwake = (): void => {
      lastSign = stopwatchMilliseconds();
      setSecondsLeft(null);
    };
    const notice = (): void => {
      stayAwake();
      if (lastSign - lastTouch < touchEvery) return;
      lastTouch = lastSign;
      channel.postMessage(null);
      latest.current.onActivity();
    };
    const check = (): void => {
      const left = limit - (stopwatchMilliseconds() - lastSign);
      if (left <= 0) latest.current.onLock();
      else setSecondsLeft(left <= WARNING_MILLISECONDS ? Math.ceil(left / 1_000) : null);
    };

    channel.onmessage = stayAwake;
    const timer = setInterval(check, CHECK_EVERY_MILLISECONDS);
    for (const sign of SIGNS_OF_LIFE) {
      window.addEventListener(sign, notice, { capture: true, passive: true });
    }
    return () => {
      clearInterval(timer);
      channel.close();
      for (const sign of SIGNS_OF_LIFE) {
        window.removeEventListener(sign, notice, { capture: true });
      }
    };
  }, [limit, touchEvery]);

  return secondsLeft;
}
