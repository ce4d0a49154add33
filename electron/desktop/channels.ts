/** Every channel between a window and the program; the preload script exposes these and no others. */
export const CHANNELS = {
  /** Window → program: one procedure of the contract. */
  call: 'trc:call',
  /** Program → window: something changed. */
  changed: 'trc:changed',
} as const;
