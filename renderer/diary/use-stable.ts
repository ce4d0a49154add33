import { useCallback, useEffect, useRef } from 'react';

/** The same function for ever, doing what the last one given does: what is drawn with it need not be drawn again. */
export function useStable<A extends readonly unknown[], R>(
  run: (...args: A) => R,
): (...args: A) => R {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  return useCallback((...args: A) => latest.current(...args), []);
}
