import { type RefObject, useEffect, useState } from 'react';
import { useSession } from '../app/session-context.tsx';
import { keepSide, readKeptSide } from './kept-view.ts';

/** From this width on, in the text's own size, the column stands beside the calendar. */
const REM_BESIDE = 64;

type SideColumn = {
  readonly isBeside: boolean;
  readonly isOpen: boolean;
  readonly toggle: () => void;
};

/**
 * Whether the month and the rooms are shown: beside the calendar as the person left it, above it only
 * when asked for. The width of `page` decides; the focus goes between its buttons marked
 * `data-side-toggle`.
 */
export function useSideColumn(page: RefObject<HTMLElement | null>): SideColumn {
  const userId = useSession().signedIn?.userId ?? '';
  const [isBeside, setIsBeside] = useState(false);
  const [kept, setKept] = useState(() => readKeptSide(userId) ?? true);
  const [isAsked, setIsAsked] = useState(false);
  const [toggles, setToggles] = useState(0);
  const isOpen = isBeside ? kept : isAsked;

  useEffect(() => {
    if (toggles > 0) page.current?.querySelector<HTMLElement>('[data-side-toggle]')?.focus();
  }, [toggles, page]);

  useEffect(() => {
    const element = page.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const look = (): void => {
      const rem = Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10);
      setIsBeside(element.clientWidth >= REM_BESIDE * rem);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [page]);

  return {
    isBeside,
    isOpen,
    toggle() {
      setToggles((count) => count + 1);
      if (!isBeside) return setIsAsked(!isAsked);
      setKept(!kept);
      keepSide(userId, !kept);
    },
  };
}
