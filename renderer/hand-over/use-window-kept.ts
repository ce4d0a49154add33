import { useEffect } from 'react';

/** Keys by which a browser opens something of its own: printing, saving, opening, what was visited and downloaded, the page's source. */
const OPENS_SOMETHING = new Set(['p', 's', 'o', 'h', 'j', 'u']);

/**
 * Keeps whoever has a lent screen from the browser's own windows, as far as a page can: its dialogs show the files of
 * whoever lent it, and its lists the pages they looked at.
 */
export function useWindowKept(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isCommand = event.ctrlKey || event.metaKey;
      if (isCommand && OPENS_SOMETHING.has(event.key.toLowerCase())) event.preventDefault();
    };
    const onMenu = (event: MouseEvent): void => event.preventDefault();
    window.addEventListener('keydown', onKey, { capture: true });
    window.addEventListener('contextmenu', onMenu);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      window.removeEventListener('contextmenu', onMenu);
    };
  }, []);
}
