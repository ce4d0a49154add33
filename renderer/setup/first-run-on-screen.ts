import { newStore, useStore } from '../app/store.ts';

const isOnScreen = newStore(false);

/** True from the last page of the first run until its end is left, although the centre is then set up. */
export function useIsFirstRunOnScreen(): boolean {
  return useStore(isOnScreen);
}

export function keepFirstRunOnScreen(keep: boolean): void {
  isOnScreen.set(keep);
}
