/** What quitting needs to know of a window. */
export type OpenWindow = { readonly close: () => void; readonly isDestroyed: () => boolean };

/** Every window that is open. */
export const openWindows = new Set<OpenWindow>();
