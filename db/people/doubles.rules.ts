import { foldForSearch, phoneDigitsOf } from '#db/shared/fold';
import { compareText } from '#db/shared/local-date';
import type { DoubleReason } from './people-api.contract.ts';
import { formatPostcode } from './person-record.rules.ts';

/** As much of a person as tells whether two records may be one. */
export type Likeness = {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  readonly textPhone: string;
  readonly email: string;
  readonly postcode: string;
};

/** Two records and what speaks for their being one person; the one with the lower name comes first. */
export type LikelyPair<P extends Likeness> = {
  readonly one: P;
  readonly other: P;
  readonly reasons: readonly DoubleReason[];
};

/** What more than so many people share, such as the phone of a hostel, says nothing about any two of them. */
const SHARED_BY_AT_MOST = 12;

/** Shorter numbers are extensions, which many people have. */
const FEWEST_PHONE_DIGITS = 6;

const REASONS: readonly DoubleReason[] = [
  'same-email',
  'same-phone',
  'same-name',
  'initials',
  'same-postcode-and-surname',
];

/**
 * Pairs that may be one person, those with most in common first. A pair is a question for somebody who knows them:
 * two people may share a name, a phone and an address.
 */
export function findLikelyDoubles<P extends Likeness>(
  people: readonly P[],
): readonly LikelyPair<P>[] {
  const found = new Map<string, { one: P; other: P; reasons: Set<DoubleReason> }>();
  const note = (a: P, b: P, reason: DoubleReason): void => {
    const [one, other] = inOrder(a, b);
    const key = `${one.id} ${other.id}`;
    const pair = found.get(key) ?? { one, other, reasons: new Set() };
    pair.reasons.add(reason);
    found.set(key, pair);
  };
  for (const [reason, keysOf] of Object.entries(KEYS) as [DoubleReason, KeysOf][])
    for (const sharing of sharersOf(people, keysOf))
      for (const [a, b] of pairsOf(sharing)) if (isReason(reason, a, b)) note(a, b, reason);
  return [...found.values()]
    .map((pair) => ({ ...pair, reasons: REASONS.filter((reason) => pair.reasons.has(reason)) }))
    .toSorted(
      (a, b) =>
        b.reasons.length - a.reasons.length ||
        weightOf(b.reasons) - weightOf(a.reasons) ||
        compareText(a.one.name, b.one.name) ||
        compareText(a.one.id + a.other.id, b.one.id + b.other.id),
    );
}

/** What two records must share to be looked at together for a reason. */
type KeysOf = (person: Likeness) => readonly string[];

const KEYS: Readonly<Record<DoubleReason, KeysOf>> = {
  'same-email': ({ email }) => (email === '' ? [] : [email.toLowerCase()]),
  'same-phone': ({ phone, textPhone }) =>
    [...new Set([phoneDigitsOf(phone), phoneDigitsOf(textPhone)])].filter(
      (digits) => digits.length >= FEWEST_PHONE_DIGITS,
    ),
  'same-name': ({ name }) =>
    wordsOf(name).length === 0 ? [] : [wordsOf(name).toSorted().join(' ')],
  initials: ({ name }) => {
    const words = wordsOf(name);
    return words.length < 2 ? [] : [`${words[0]?.[0]} ${surnameOf(name)}`];
  },
  'same-postcode-and-surname': ({ name, postcode }) =>
    postcode === '' ? [] : [`${formatPostcode(postcode)} ${surnameOf(name)}`],
};

/** Sharing a key is the reason itself, except for initials: `R. Haddad` may be `Rana Haddad`, whom `Rami Haddad` is not. */
const isReason = (reason: DoubleReason, a: Likeness, b: Likeness): boolean =>
  reason !== 'initials' || isInitialOf(a.name, b.name) || isInitialOf(b.name, a.name);

/** Whether one name is the other with at least one first name cut to its letter. */
function isInitialOf(short: string, long: string): boolean {
  const cut = wordsOf(short).slice(0, -1);
  const whole = wordsOf(long).slice(0, -1);
  return (
    cut.some((word) => word.length === 1) &&
    whole.some((word) => word.length > 1) &&
    cut.every((word, index) => {
      const other = whole[index];
      return other === undefined || (word.length === 1 ? other.startsWith(word) : other === word);
    })
  );
}

/** Written before a name on one record and left out on the other. */
const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr', 'rev', 'cllr', 'sir', 'lady']);

const wordsOf = (name: string): readonly string[] =>
  foldForSearch(name)
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));

const surnameOf = (name: string): string => wordsOf(name).at(-1) ?? '';

function sharersOf<P extends Likeness>(
  people: readonly P[],
  keysOf: KeysOf,
): readonly (readonly P[])[] {
  const byKey = new Map<string, P[]>();
  for (const person of people)
    for (const key of keysOf(person)) {
      const sharing = byKey.get(key);
      if (sharing === undefined) byKey.set(key, [person]);
      else sharing.push(person);
    }
  return [...byKey.values()].filter(
    (sharing) => sharing.length > 1 && sharing.length <= SHARED_BY_AT_MOST,
  );
}

const pairsOf = <P>(sharing: readonly P[]): readonly (readonly [P, P])[] =>
  sharing.flatMap((a, index) => sharing.slice(index + 1).map((b) => [a, b] as const));

const inOrder = <P extends Likeness>(a: P, b: P): readonly [P, P] =>
  (compareText(foldForSearch(a.name), foldForSearch(b.name)) || compareText(a.id, b.id)) <= 0
    ? [a, b]
    : [b, a];

/** Among pairs with equally many reasons, the rarer reason comes first. */
const weightOf = (reasons: readonly DoubleReason[]): number =>
  reasons.reduce((sum, reason) => sum + REASONS.length - REASONS.indexOf(reason), 0);
