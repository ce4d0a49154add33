import type { Clock } from '#db/shared/clock';
import { type Instant, millisecondsOf, toInstant } from '#db/shared/instant';

/** A Monday morning in winter, when London and UTC agree. */
export const TEST_START = '2027-01-04T09:00:00.000Z' as Instant;

export type FixedClock = Clock & {
  readonly set: (instant: string) => void;
  readonly advance: (milliseconds: number) => void;
  /** Turns the computer's clock without any time passing. */
  readonly jump: (milliseconds: number) => void;
};

/** A clock that stands still until a test moves it. */
export function newFixedClock(start: string = TEST_START): FixedClock {
  let wall = millisecondsOf(start as Instant);
  let steady = wall;
  return {
    now: () => toInstant(wall),
    steadyMilliseconds: () => steady,
    set(instant) {
      const next = millisecondsOf(instant as Instant);
      steady += Math.max(next - wall, 0);
      wall = next;
    },
    advance(milliseconds) {
      wall += milliseconds;
      steady += milliseconds;
    },
    jump(milliseconds) {
      wall += milliseconds;
    },
  };
}
