/** Tells every open screen that something changed, so that it reads again. */
export type Change = { readonly changed: readonly string[] } | { readonly session: 'changed' };

export function newChanges() {
  const listeners = new Set<(change: Change) => void>();
  return {
    tell(change: Change): void {
      for (const listener of listeners) listener(change);
    },
    /** Answers a function that stops listening. */
    listen(listener: (change: Change) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export type Changes = ReturnType<typeof newChanges>;
