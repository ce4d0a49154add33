import { randomInt } from 'node:crypto';
import { type Chance, newChance as newPlainChance } from '#db/practice/chance';

/** Chance that can be repeated: the same seed gives the same choices. */
export type SeededChance = Chance & {
  readonly seed: number;
  /** True in about this many of a hundred cases. */
  readonly percent: (share: number) => boolean;
  /** The same things in another order. */
  readonly shuffle: <T>(things: readonly T[]) => T[];
};

/**
 * Chance from a seed that is printed, so that a failure can be run again: `TRC_DESK_SEED=123 npx vitest run …`.
 * Without that variable every run takes another seed.
 */
export function newChance(about: string): SeededChance {
  const given = Number(process.env['TRC_DESK_SEED']);
  const seed = Number.isInteger(given) && given > 0 ? given : randomInt(1, 2 ** 31);
  process.stdout.write(`${about}: seed ${seed}\n`);
  return chanceFrom(seed);
}

export function chanceFrom(seed: number): SeededChance {
  const chance = newPlainChance(seed);
  return {
    ...chance,
    seed,
    percent: (share) => chance.below(100) < share,
    shuffle: (things) =>
      things
        .map((thing) => ({ thing, place: chance.below(2 ** 30) }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ thing }) => thing),
  };
}
