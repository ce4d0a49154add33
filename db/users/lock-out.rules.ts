/** Wrong tries in a row after which an account is shut. */
export const TRIES_BEFORE_LOCK_OUT = 5;

const MINUTE_MS = 60_000;
/** How long the first lock-out lasts; each one in a row doubles the next. */
export const FIRST_LOCK_OUT_MS = 15 * MINUTE_MS;
export const LONGEST_LOCK_OUT_MS = 24 * 60 * MINUTE_MS;

/** Where an account stands. Times are on the steady clock, which turning the computer's clock does not move. */
export type TryState = {
  readonly failedTries: number;
  readonly lockLevel: number;
  readonly lockedAtSteady: number | null;
  readonly lockedForMs: number | null;
};

export const FRESH: TryState = {
  failedTries: 0,
  lockLevel: 0,
  lockedAtSteady: null,
  lockedForMs: null,
};

/** Milliseconds a lock-out of this level lasts: 15 minutes, 30, 60 … up to a day. */
export function lockOutLength(level: number): number {
  return Math.min(FIRST_LOCK_OUT_MS * 2 ** Math.max(level - 1, 0), LONGEST_LOCK_OUT_MS);
}

/**
 * Milliseconds the account stays shut; 0 when it is open. A steady clock that stands before the start of the
 * lock-out (the computer was set back between two runs) gives the full length, never less.
 */
export function remainingLockOut(state: TryState, steadyNow: number): number {
  if (state.lockedAtSteady === null || state.lockedForMs === null) return 0;
  const passed = Math.max(steadyNow - state.lockedAtSteady, 0);
  return Math.max(state.lockedForMs - passed, 0);
}

/**
 * The state to keep BEFORE a secret is compared, so that pulling the plug during the comparison still counts
 * the try. The fifth try shuts the account at once; a right answer opens it again.
 */
export function countTry(state: TryState, steadyNow: number): TryState {
  const wasShut = state.lockedAtSteady !== null && remainingLockOut(state, steadyNow) === 0;
  const failedTries = (wasShut ? 0 : state.failedTries) + 1;
  if (failedTries < TRIES_BEFORE_LOCK_OUT)
    return { ...state, failedTries, lockedAtSteady: null, lockedForMs: null };
  const lockLevel = state.lockLevel + 1;
  return {
    failedTries,
    lockLevel,
    lockedAtSteady: steadyNow,
    lockedForMs: lockOutLength(lockLevel),
  };
}

/** One number again and again, or a run up or down: among the first that anybody would try. */
export function isGuessablePin(pin: string): boolean {
  const digits = Array.from(pin, Number);
  const steps = new Set(digits.slice(1).map((digit, i) => digit - (digits[i] ?? 0)));
  return steps.size === 1 && [0, 1, -1].includes([...steps][0] ?? 9);
}
