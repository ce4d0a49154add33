import type { KeyboardEvent } from 'react';
import { useLook } from '../../app/look.ts';

const FIELDS = 'input, select, textarea, [contenteditable], [role="dialog"] *';

/**
 * Plain letters and figures for people who go through many claims, heard only within the queue and never while a
 * field is typed in, so that no word decides anything. Whoever switched shortcuts off has none of them.
 */
export function useQueueKeys(
  keys: Readonly<Record<string, (() => void) | undefined>>,
): (event: KeyboardEvent<HTMLElement>) => void {
  const { shortcutsOn } = useLook();
  return (event) => {
    if (!shortcutsOn || event.defaultPrevented || event.altKey || event.metaKey) return;
    const isTyping = event.target instanceof Element && event.target.closest(FIELDS) !== null;
    const name = event.ctrlKey ? `ctrl+${event.key.toLowerCase()}` : event.key.toLowerCase();
    if (isTyping && name !== 'ctrl+enter') return;
    const run = keys[name];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
}
