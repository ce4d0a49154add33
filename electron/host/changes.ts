import type { ActProgress } from '#db/shared/long-act';
import type { Session } from './sessions.ts';

/** What open screens are told: what changed, so that they read again, or how far a long act of theirs is. */
export type Change =
  | { readonly changed: readonly string[] }
  | { readonly session: 'changed' }
  | { readonly act: ActProgress };

/** `isFor` tells a door to which of its screens the change goes: all of them, or those of one session. */
export type ChangeListener = (
  change: Change,
  isFor: (session: Session | undefined) => boolean,
) => void;

/** What colleagues do is nothing to whoever a screen is lent to: such a screen hears only of its own session. */
const isHandedOver = (session: Session | undefined): boolean => session?.handedOver !== undefined;

export function newChanges() {
  const listeners = new Set<ChangeListener>();
  return {
    tell(change: Change): void {
      for (const listener of listeners)
        listener(change, (session) => 'session' in change || !isHandedOver(session));
    },
    /** Tells the screens of one session how far its act is; nobody else hears of it. */
    tellProgress(to: Session, act: ActProgress): void {
      for (const listener of listeners)
        listener({ act }, (session) => session === to && !isHandedOver(session));
    },
    /** Answers a function that stops listening. */
    listen(listener: ChangeListener): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Changes = ReturnType<typeof newChanges>;
