import { lazy, Suspense } from 'react';
import { ProblemBoundary } from '../shared/ProblemBoundary.tsx';
import { closePanel, useOpenPanel } from './panels.ts';

const Palette = lazy(async () => ({
  default: (await import('../search/Palette.tsx')).Palette,
}));
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
