import { newStore, useStore } from '../app/store.ts';

const isWished = newStore(false);

/**
 * Whether somebody locked this screen, until it is unlocked. It keeps the screen locked even when the
 * program did not hear of the lock, or an older answer about the session arrives after it.
 */
export function useIsLockWished(): boolean {
  return useStore(isWished);
}

export function wishLock(): void {
  isWished.set(true);
}

export function endLockWish(): void {
  isWished.set(false);
}
