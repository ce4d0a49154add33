import { type Instant, toInstant } from './instant.ts';

/**
 * The two clocks of the program: `now` follows the computer's clock, `steadyMilliseconds` moves on by itself
 * however that clock is set, so that a lock-out cannot be shortened by turning the clock.
 */
export type Clock = {
  readonly now: () => Instant;
  readonly steadyMilliseconds: () => number;
};

/**
 * The computer's clock. With `startsAt`, a day that starts there and runs on: the practice centre's.
 * The steady clock starts at the computer's time and counts on without it.
 */
export function newClock(startsAt?: Instant): Clock {
  const begunAt = Date.now();
  const begunSteady = performance.now();
  const shift = startsAt === undefined ? 0 : Date.parse(startsAt) - begunAt;
  return {
    now: () =>
      toInstant(
        shift === 0 ? Date.now() : Math.round(begunAt + shift + performance.now() - begunSteady),
      ),
    steadyMilliseconds: () => Math.round(begunAt + shift + performance.now() - begunSteady),
  };
}
