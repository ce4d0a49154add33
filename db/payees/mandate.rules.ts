import type { LocalDate } from '#db/shared/local-date';
import { countOf, joinWords } from '#db/shared/plain-words';
import type { Mandate } from './mandate.contract.ts';

/** A new account of a group asks for two signatures, as the model constitutions do. */
export const USUAL_TO_SIGN = 2;

type Signatories = Mandate['signatories'];

/** Who may sign on a day; first and last day included. */
export const signingOn = (signatories: Signatories, on: LocalDate): Signatories =>
  signatories.filter(({ from, until }) => from <= on && (until === null || on <= until));

/** Whether one person stands in two lines that share a day. */
export const findTwice = (signatories: Signatories): Signatories[number] | undefined =>
  signatories.find((one, i) =>
    signatories.some(
      (other, j) =>
        j < i &&
        other.personId === one.personId &&
        (other.until === null || one.from <= other.until) &&
        (one.until === null || other.from <= one.until),
    ),
  );

/** As much of an officer's term as a mandate looks at. */
export type OfficerOnDay = { readonly personId: string; readonly post: string };

/** Posts whose change makes a bank ask for a new mandate. */
const POSTS_THAT_SIGN: readonly string[] = ['chair', 'vice-chair', 'secretary', 'treasurer'];

export const isPostThatSigns = (post: string): boolean => POSTS_THAT_SIGN.includes(post);

/** Posts that are held by somebody else than when the mandate was confirmed. */
export const postsChanged = (
  then: readonly OfficerOnDay[],
  now: readonly OfficerOnDay[],
): readonly string[] =>
  POSTS_THAT_SIGN.filter((post) => {
    const holders = (officers: readonly OfficerOnDay[]) =>
      officers
        .filter((one) => one.post === post)
        .map(({ personId }) => personId)
        .sort()
        .join(' ');
    return holders(then) !== holders(now);
  });

/** What to say about a mandate on a day: it must be asked for again, or too few are left to sign. */
export function mandateWarnings(
  mandate: Pick<Mandate, 'toSign' | 'signatories'>,
  on: LocalDate,
  changed: readonly string[],
): string[] {
  const signing = signingOn(mandate.signatories, on).length;
  return [
    ...(changed.length === 0
      ? []
      : [`Ask for the mandate again: since it was confirmed, the ${joinWords(changed)} changed.`]),
    ...(signing < mandate.toSign
      ? [
          `${countOf(mandate.toSign, 'person', 'people')} must sign and ${signing === 0 ? 'nobody' : `only ${signing}`} may. Ask the group whom its bank has on record.`,
        ]
      : []),
  ];
}

/**
 * The line of papers that the group takes with it: 'Bank mandate: 2 signatories on record'. It names nobody, because not
 * every signatory agreed to be named (PPL-10); their names are on the group's page.
 */
export const mandateLine = (signatories: Signatories, on: LocalDate): string => {
  const signing = signingOn(signatories, on).length;
  return `Bank mandate: ${signing === 0 ? 'no signatories' : countOf(signing, 'signatory', 'signatories')} on record`;
};
