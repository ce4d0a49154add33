import { newStore, useStore } from './store.ts';

const isBlanked = newStore(false);

/** Whether personal fields are blanked while a visitor can see the screen. */
export function useIsBlanked(): boolean {
  return useStore(isBlanked);
}

export function setBlanked(blanked: boolean): void {
  isBlanked.set(blanked);
}

export function toggleBlanked(): void {
  isBlanked.set(!isBlanked.get());
}
