import { lazy, Suspense, useEffect } from 'react';
import { ProblemBoundary } from '../shared/ProblemBoundary.tsx';
import { closePanel, useOpenPanel } from './panels.ts';

const loadPalette = () => import('../search/Palette.tsx');

const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeysSheet = lazy(async () => ({
  default: (await import('../help/KeysSheet.tsx')).KeysSheet,
}));
const HelpPanel = lazy(async () => ({
  default: (await import('../help/HelpPanel.tsx')).HelpPanel,
}));
const RecentChanges = lazy(async () => ({
  default: (await import('./RecentChanges.tsx')).RecentChanges,
}));
const NavigationDrawer = lazy(async () => ({
  default: (await import('./NavigationDrawer.tsx')).NavigationDrawer,
}));

/** Whatever lies over the page now, each loaded when it is first wanted. */
export function ShellPanels() {
  const panel = useOpenPanel();
  useEffect(() => {
    // Read ahead once the first page stands: letters typed right after Ctrl+K must not be lost.
    const waiting = requestIdleCallback(() => {
      // What cannot be read ahead is asked for again when it is wanted, and said then.
      loadPalette().catch(() => undefined);
    });
    return () => cancelIdleCallback(waiting);
  }, []);
  return (
    <ProblemBoundary what="This panel" resetKey={panel ?? ''}>
      <Suspense fallback={null}>
        {panel === 'palette' ? <Palette onClose={closePanel} /> : null}
        {panel === 'keys' ? <KeysSheet onClose={closePanel} /> : null}
        {panel === 'help' ? <HelpPanel onClose={closePanel} /> : null}
        {panel === 'recent' ? <RecentChanges onClose={closePanel} /> : null}
        {panel === 'navigation' ? <NavigationDrawer onClose={closePanel} /> : null}
      </Suspense>
    </ProblemBoundary>
  );
}
