import { foldForSearch } from '#db/shared/fold';
import { withoutShortKeys } from './short-keys.rules.ts';

/** Shorter words are left as typed: nearly every word is within one slip of them. */
const FEWEST_LETTERS = 4;
/** From so many letters on, two slips are forgiven. */
const LETTERS_OF_TWO_SLIPS = 8;
/** Most words that one typed word may stand for, the nearest first. */
const MOST_WORDS = 16;

/** The words of an entry that a slip may stand for: with letters only, and not too short. */
export function wordsForSlips(folded: string): readonly string[] {
  return [...new Set(withoutShortKeys(folded).split(' '))].filter(
    (word) => word.length >= FEWEST_LETTERS - 1 && !/[0-9]/.test(word),
  );
}

/** How many slips a typed word may hold; none in a short one, and none in a number. */
export const slipsForgiven = (typed: string): 0 | 1 | 2 =>
  typed.length < FEWEST_LETTERS || /[0-9]/.test(typed)
    ? 0
    : typed.length < LETTERS_OF_TWO_SLIPS
      ? 1
      : 2;

/** The first letters with which a word meant by `typed` may begin: its own first one, or the second where the two were swapped. */
export const firstLettersOf = (typed: string): readonly string[] => [
  ...new Set(Array.from(typed).slice(0, 2)),
];

/** Those of `known` that were probably meant, the nearest first: wholly typed, or as far as typing has come. */
export function nearestWords(typed: string, known: readonly string[]): readonly string[] {
  const most = slipsForgiven(typed);
  return known
    .flatMap((word) => {
      const slips = slipsBetween(typed, word, most);
      return slips === undefined ? [] : [{ word, slips }];
    })
    .toSorted(
      (a, b) =>
        a.slips - b.slips ||
        Math.abs(a.word.length - typed.length) - Math.abs(b.word.length - typed.length),
    )
    .slice(0, MOST_WORDS)
    .map(({ word }) => word);
}

/**
 * How many letters were left out, put in, mistaken or swapped with their neighbour between what was typed and the
 * word, or any beginning of the word; undefined when it is more than `most`.
 */
export function slipsBetween(typed: string, word: string, most: number): number | undefined {
  if (word.length < typed.length - most) return undefined;
  const width = Math.min(word.length, typed.length + most);
  let before: number[] = [];
  let last = Array.from({ length: width + 1 }, (_, j) => j);
  for (let i = 1; i <= typed.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= width; j += 1) {
      const isSame = typed[i - 1] === word[j - 1];
      const isSwapped =
        i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      row.push(
        Math.min(
          at(last, j) + 1,
          at(row, j - 1) + 1,
          at(last, j - 1) + (isSame ? 0 : 1),
          isSwapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    if (Math.min(...row) > most) return undefined;
    before = last;
    last = row;
  }
  const slips = Math.min(...last);
  return slips <= most ? slips : undefined;
}

const at = (row: readonly number[], index: number): number =>
  row[index] ?? Number.POSITIVE_INFINITY;

/**
 * The full-text expression in which each word typed may also stand for the words given with it; undefined where no
 * word stands for another, and so nothing more could be found.
 */
export function toTolerantExpression(
  meant: readonly { readonly typed: string; readonly words: readonly string[] }[],
): string | undefined {
  if (meant.every(({ typed, words }) => words.every((word) => word === typed))) return undefined;
  return meant
    .map(
      ({ typed, words }) =>
        `(${[`"${typed}"*`, ...words.map((word) => `"${word}"`)].join(' OR ')})`,
    )
    .join(' AND ');
}

/** The words typed, as they are looked for. */
export const wordsTyped = (text: string): readonly string[] =>
  foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
