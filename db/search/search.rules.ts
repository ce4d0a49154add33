import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';
import { type LocalDateTime, minutesBetween } from '#db/shared/local-date';
import type { FoundKind } from './search.contract.ts';

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

/**
 * The share of each kind, the one shown last first. Files hold numbers given out earlier, so a share never moves: a
 * new kind gets part of one that has plenty.
 */
const SHARES: Readonly<Record<FoundKind, readonly [from: number, after: number]>> = {
  booking: [0, 2],
  claim: [2, 3],
  activity: [3, 4],
  facility: [4, 5],
  agreement: [5, 6],
  contact: [6, 8],
  person: [8, 12],
  group: [12, 16],
};
const NUMBERS_OF_A_SHARE = 2 ** 40;
const NUMBERS_OF_A_MINUTE = 4096;
const FIRST_MINUTE = '1900-01-01T00:00' as LocalDateTime;

/**
 * The numbers that an entry may have in the index, `after` itself excluded. Hits are read from the highest number
 * down, so kinds come in the order in which they are shown, and bookings the newest first: nothing has to be sorted,
 * however many entries begin with what was typed.
 */
export function placeInIndex(
  kind: FoundKind,
  sortKey: string,
): { readonly from: number; readonly after: number } {
  const [first, after] = SHARES[kind].map((share) => share * NUMBERS_OF_A_SHARE) as [
    number,
    number,
  ];
  if (sortKey === '') return { from: first, after };
  const from = first + minutesBetween(FIRST_MINUTE, sortKey as LocalDateTime) * NUMBERS_OF_A_MINUTE;
  return { from, after: from + NUMBERS_OF_A_MINUTE };
}
