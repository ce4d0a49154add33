import { newStore, useStore } from './store.ts';

/** What lies over or beside the page; one at a time. */
export type Panel = 'palette' | 'keys' | 'help' | 'recent' | 'navigation';

const openPanel = newStore<Panel | null>(null);

export function useOpenPanel(): Panel | null {
  return useStore(openPanel);
}

export function showPanel(panel: Panel): void {
  openPanel.set(panel);
}

export function closePanel(): void {
  openPanel.set(null);
}
