/** Made-up chance that falls the same way every time, so that a practice day can be told again. */
export type Chance = {
  /** A whole number from 0 up to, not including, `limit`. */
  readonly below: (limit: number) => number;
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** Throws RangeError on an empty list. */
  readonly pick: <T>(from: readonly T[]) => T;
  /** True in about one of `n` cases. */
  readonly oneIn: (n: number) => boolean;
};

const TWO_TO_32 = 4_294_967_296;

/** Mulberry32: thirty-two bits of state are plenty for a few thousand throws. */
export function newChance(seed: number): Chance {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick<T>(from: readonly T[]): T {
      if (from.length === 0) throw new RangeError('There is nothing to pick from.');
      return from[below(from.length)] as T;
    },
    oneIn: (n) => below(n) === 0,
  };
}
