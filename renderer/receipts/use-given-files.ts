import { type DragEvent, useEffect, useRef, useState } from 'react';

type Take = (files: readonly File[]) => void;

/** The places on this page that take files, the youngest last: a dialog lies over the page it was opened from. */
const takers: { readonly take: Take }[] = [];

function onPaste(event: ClipboardEvent): void {
  const files = [...(event.clipboardData?.files ?? [])];
  // Words that are pasted go where they always go.
  if (files.length === 0) return;
  event.preventDefault();
  takers.at(-1)?.take(files);
}

/** Takes pictures and files that are pasted anywhere on the page while this place is on it. */
export function usePastedFiles(take: Take): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const taker = { take: (files: readonly File[]) => latest.current(files) };
    if (takers.push(taker) === 1) document.addEventListener('paste', onPaste);
    return () => {
      takers.splice(takers.indexOf(taker), 1);
      if (takers.length === 0) document.removeEventListener('paste', onPaste);
    };
  }, []);
}

/** Takes files that are dropped on one place; `isOver` while they hang over it. */
export function useFileDrop(take: Take) {
  const [isOver, setIsOver] = useState(false);
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        event.preventDefault();
        setIsOver(true);
      },
      onDragLeave: (): void => setIsOver(false),
      onDrop: (event: DragEvent): void => {
        event.preventDefault();
        setIsOver(false);
        take([...event.dataTransfer.files]);
      },
    },
  };
}
