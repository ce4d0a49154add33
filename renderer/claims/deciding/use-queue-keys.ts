import type { KeyboardEvent } from 'react';
import { useLook } from '../../app/look.ts';

const FIELDS = 'input, select, textarea, [contenteditable]';
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]';

/**
 * Plain letters and figures for people who go through many claims, heard only within the queue and never while a
 * field is typed in or something lies over the page, so that no word decides anything. Whoever switched shortcuts off
 * has none of them.
 */
export function useQueueKeys(
  keys: Readonly<Record<string, (() => void) | undefined>>,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { shortcutsOn } = useLook();
  return (event) => {
    if (!shortcutsOn || event.defaultPrevented || event.altKey || event.metaKey) return;
    const isWithin = (parts: string): boolean =>
      event.target instanceof Element && event.target.closest(parts) !== null;
    const plain = event.key.toLowerCase();
    const shifted = `shift+${plain}`;
    // A letter means the same with Shift, unless that is another key.
    const name = event.ctrlKey
      ? `ctrl+${plain}`
      : event.shiftKey && shifted in keys
        ? shifted
        : plain;
    // A dialog lies inside the page in React's tree, though not on screen.
    if (isWithin(OVER_THE_PAGE) || (isWithin(FIELDS) && name !== 'ctrl+enter')) return;
    const run = keys[name];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
}
