import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';

/** Most keys of the keyboard that lead to a group or person, before Enter. */
export const MOST_KEYS = 4;
/** People read the end of a number out. */
const LAST_DIGITS = 4;

/** Begins each short key in the index, a letter that nobody types: the beginning of a word never leads to a key. */
const MARK = 'ƻ';

/**
 * What four presses may say of a name: its initials (`blt` for Birch Lane TRA), and beginnings of two of its words, the
 * first with the next or with the last, in either order (`bila`, `blan`, `birl`, `labi`). Empty for a name of one word.
 */
export function shortKeysOfName(name: string): readonly string[] {
  const words = foldForSearch(name)
    .split(' ')
    .filter((word) => word !== '');
  const [first, second] = words;
  const last = words.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  const initials = words.map((word) => lettersOf(word, 1)).join('');
  return [
    initials.slice(0, MOST_KEYS),
    ...[second, last].flatMap((other) => [
      `${lettersOf(first, 2)}${lettersOf(other, 2)}`,
      `${lettersOf(first, 1)}${lettersOf(other, 3)}`,
      `${lettersOf(first, 3)}${lettersOf(other, 1)}`,
      `${lettersOf(other, 2)}${lettersOf(first, 2)}`,
    ]),
  ];
}

/** The end of a phone number; empty for what is no whole number. */
export function shortKeysOfPhone(phone: string): readonly string[] {
  const digits = phoneDigitsOf(phone);
  return digits.length > LAST_DIGITS ? [digits.slice(-LAST_DIGITS)] : [];
}

/** What was typed, where it may be a short key or a whole word of as many letters; undefined for anything longer. */
export function shortKeyTyped(text: string): string | undefined {
  const typed = foldForSearch(text);
  return typed.length < 2 || typed.length > MOST_KEYS || typed.includes(' ') ? undefined : typed;
}

/** The full-text expression for a short key, or a whole word that is as short. */
export const toShortKeyExpression = (typed: string): string => `"${MARK}${typed}" OR "${typed}"`;

/** Words and short keys as the index keeps them. */
export const withShortKeys = (folded: string, keys: readonly string[]): string =>
  [folded, ...[...new Set(keys)].map((key) => `${MARK}${key}`)].join(' ');

/** The words alone, of an entry that may have short keys too: no slip is forgiven in these. */
export const withoutShortKeys = (folded: string): string =>
  folded
    .split(' ')
    .filter((word) => !word.startsWith(MARK))
    .join(' ');

const lettersOf = (word: string, count: number): string =>
  Array.from(word).slice(0, count).join('');
