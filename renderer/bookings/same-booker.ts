import {
  type FocusEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
} from 'react';

/** Set by hand and not by React, so that lighting up forty bookings draws nothing again. */
const LIT = 'data-lit';

/**
 * Lights up every booking of the same group or person: while one of them has the focus, and while
 * Shift is held over one. Answers what the calendar listens for.
 */
export function useSameBooker(sheet: RefObject<HTMLElement | null>) {
  const under = useRef<string | undefined>(undefined);
  const isShiftDown = useRef(false);

  const light = useMemo(
    () =>
      (booker: string | undefined): void => {
        for (const lit of sheet.current?.querySelectorAll(`[${LIT}]`) ?? [])
          lit.removeAttribute(LIT);
        if (booker === undefined) return;
        const all = sheet.current?.querySelectorAll(`[data-booker="${CSS.escape(booker)}"]`) ?? [];
        // One by itself is no news.
        if (all.length > 1) for (const each of all) each.setAttribute(LIT, '');
      },
    [sheet],
  );

  useEffect(() => {
    const turn = (event: KeyboardEvent): void => {
      if (event.key !== 'Shift') return;
      isShiftDown.current = event.type === 'keydown';
      light(isShiftDown.current ? under.current : bookerOf(document.activeElement));
    };
    window.addEventListener('keydown', turn);
    window.addEventListener('keyup', turn);
    return () => {
      window.removeEventListener('keydown', turn);
      window.removeEventListener('keyup', turn);
    };
  }, [light]);

  return useMemo(
    () => ({
      onPointerOver: (event: PointerEvent<HTMLElement>) => {
        under.current = bookerOf(event.target as Element);
        if (isShiftDown.current) light(under.current);
      },
      onFocus: (event: FocusEvent<HTMLElement>) => light(bookerOf(event.target)),
      onBlur: () => light(undefined),
    }),
    [light],
  );
}

const bookerOf = (element: Element | null): string | undefined =>
  element?.closest<HTMLElement>('[data-booker]')?.dataset['booker'];
