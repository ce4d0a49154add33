import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';

/** Fewest digits that are looked for inside a phone number. */
export const FEWEST_PHONE_DIGITS = 4;

/**
 * The full-text expression for what was typed: every word must begin a word of the entry, in any order.
 * Undefined when nothing searchable was typed.
 */
export function toMatchExpression(text: string): string | undefined {
  const words = foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return undefined;
  return words.map((word) => `"${word.replaceAll('"', '')}"*`).join(' ');
}

/** The digits of something that looks like part of a phone number, however it is spaced; undefined otherwise. */
export function phonePartOf(text: string): string | undefined {
  const digits = phoneDigitsOf(text);
  const onlyPhoneCharacters = /^[\d\s()+-]+$/.test(text.trim());
  return onlyPhoneCharacters && digits.length >= FEWEST_PHONE_DIGITS ? digits : undefined;
}
