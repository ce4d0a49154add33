import { type RefObject, useEffect, useRef, useState } from 'react';
import { useSession } from '../app/session-context.tsx';
import { keepSide, readKeptSide } from './kept-view.ts';

/** From this width on, in the text's own size, the column stands beside the calendar. */
const REM_BESIDE = 64;

type SideColumn = {
  /** Of the element whose width decides. */
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly isBeside: boolean;
  readonly isOpen: boolean;
  readonly toggle: () => void;
};

/** Whether the month and the rooms are shown: beside the calendar as the person left it, above it only when asked for. */
export function useSideColumn(): SideColumn {
  const userId = useSession().signedIn?.userId ?? '';
  const ref = useRef<HTMLDivElement>(null);
  const [isBeside, setIsBeside] = useState(false);
  const [kept, setKept] = useState(() => readKeptSide(userId) ?? true);
  const [isAsked, setIsAsked] = useState(false);

  useEffect(() => {
    const element = ref.current;
    if (element === null || typeof ResizeObserver === 'undefined') return;
    const look = (): void => {
      const rem = Number.parseInt(getComputedStyle(document.documentElement).fontSize, 10);
      setIsBeside(element.clientWidth >= REM_BESIDE * rem);
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return {
    ref,
    isBeside,
    isOpen: isBeside ? kept : isAsked,
    toggle() {
      if (!isBeside) return setIsAsked(!isAsked);
      setKept(!kept);
      keepSide(userId, !kept);
    },
  };
}
