import { phoneDigitsOf } from '#db/shared/fold';

/** By what somebody is known: whole names, phone numbers as digits, e-mail addresses. */
export type KnownBy = {
  readonly names: readonly string[];
  readonly phones: readonly string[];
  readonly emails: readonly string[];
};

/** What stands in place of somebody else. */
export const SOMEBODY_ELSE = '[another person]';
export const OTHER_NUMBER = '[another number]';
export const OTHER_ADDRESS = '[another address]';

/** Words for people that come before a surname alone: 'Mrs Okafor'. */
const TITLES = 'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Cllr|Councillor|Rev|Sir|Lady|Lord';

/** A number as people write it, from the 0 or the plus on; a reference or a day is none. */
const PHONE = /(?<![\w-])(\+\d|\(?0)[\d\s()-]{7,}\d/g;
const EMAIL = /[^\s@<>()[\],;:]+@[^\s@<>()[\],;:]+\.[^\s@<>()[\],;:]+/g;

/** Shorter names would be found inside other words. */
const SHORTEST_NAME = 4;

export type Mask = {
  /** The text without other people: their names, and every number and address that is not the subject's own. */
  readonly text: (text: string) => string;
  /** A text that is the name of somebody else as a whole, whether on record or not. */
  readonly name: (name: string) => string;
  /** How often something was masked so far. */
  readonly count: () => number;
};

/**
 * Masks everybody but the subject. Names of people on record are known whole, and with a title by their last word too;
 * who is not on record at all is known to nobody, so that somebody still reads the file before it goes out.
 */
export function newMask(subject: KnownBy, othersNames: readonly string[]): Mask {
  const own = new Set(subject.names.map((name) => name.toLowerCase()));
  const ownWords = new Set([...own].flatMap((name) => name.split(/\s+/)));
  const others = [...new Set(othersNames)]
    .filter((name) => name.length >= SHORTEST_NAME && !own.has(name.toLowerCase()))
    .toSorted((a, b) => b.length - a.length)
    .map((name) => ({ name, lower: name.toLowerCase() }));
  const surnames = new Set(
    others
      .map(({ lower }) => lower.split(/\s+/).at(-1) ?? '')
      .filter((word) => word !== '' && !ownWords.has(word)),
  );
  const titled = new RegExp(`\\b(${TITLES})\\.?\\s+(\\p{Lu}[\\p{L}\\p{N}'’-]+)`, 'gu');
  let count = 0;
  const masked = (words: string): string => {
    count += 1;
    return words;
  };

  return {
    count: () => count,
    name: () => masked(SOMEBODY_ELSE),
    text(text) {
      let out = text;
      const lower = text.toLowerCase();
      for (const other of others)
        if (lower.includes(other.lower))
          out = out.replaceAll(wholeWords(other.name), () => masked(SOMEBODY_ELSE));
      out = out.replaceAll(titled, (found, _title, surname: string) =>
        surnames.has(surname.toLowerCase()) ? masked(SOMEBODY_ELSE) : found,
      );
      out = out.replaceAll(EMAIL, (found) =>
        subject.emails.includes(found.toLowerCase().replace(/\.$/, ''))
          ? found
          : masked(OTHER_ADDRESS),
      );
      return out.replaceAll(PHONE, (found) =>
        subject.phones.includes(phoneDigitsOf(found)) ? found : masked(OTHER_NUMBER),
      );
    },
  };
}

/** A mask that lets everything through, for a file that others agreed to stand in. */
export const NO_MASK: Mask = {
  text: (text) => text,
  name: (name) => name,
  count: () => 0,
};

const wholeWords = (name: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  );
