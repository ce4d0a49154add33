import { useEffect, useRef } from 'react';

/** Keeps the address plain while the screen is lent, at Back and Forward too: what staff looked for may be a name. */
export function usePlainAddress(makePlain: () => void): void {
  const latest = useRef(makePlain);
  useEffect(() => {
    latest.current = makePlain;
  });
  useEffect(() => {
    const keepPlain = (): void => {
      if (location.search !== '' || location.hash !== '') latest.current();
    };
    keepPlain();
    window.addEventListener('popstate', keepPlain);
    return () => window.removeEventListener('popstate', keepPlain);
  }, []);
}
