import type { PersonId } from '#db/people/people.contract';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { ClaimId, ClaimLineId, ClaimReceiptId } from '../claims.contract.ts';
import {
  type CheckedClaim,
  type CheckedLine,
  type Finding,
  handsOf,
} from './checked-claim.rules.ts';
import { isToOrFromHome, journeyKeyOf } from '../journey.rules.ts';

/** More doubles of one line than this are not told one by one; the first lead to the rest. */
const MOST_DOUBLES_OF_A_LINE = 3;

/** Another claim in which something of this one was found again, with everybody who has a hand in it. */
export type OtherClaim = {
  readonly claimId: ClaimId;
  readonly reference: string;
  readonly claimantName: string;
  readonly claimantId: string;
  readonly isGroup: boolean;
  readonly hands: readonly PersonId[];
  /** Whether what was found there is signed for; what is only being filled in is nobody's double yet. */
  readonly isSigned: boolean;
};

/** The same file, or the same day, amount and number printed, under another receipt. */
export type SameReceipt = OtherClaim & {
  readonly receiptId: string;
  readonly otherReceiptId: string;
  readonly isSameFile: boolean;
  readonly printedNumber: string;
};

/** A line of another claim for the same journey, or for the same activity and kind. */
export type SameLine = OtherClaim & {
  readonly lineId: ClaimLineId;
  readonly otherLineId: string;
};

/**
 * Whether another claim is of the same people: the same claimant, or, where a group claims, somebody with a hand in
 * both. A treasurer who brings six members' claims makes them no claims of one person.
 */
export function isSamePeople(claim: CheckedClaim, other: OtherClaim): boolean {
  const { claimant } = claim;
  const claimantId = claimant.kind === 'group' ? claimant.groupId : claimant.personId;
  if (claimantId === other.claimantId) return true;
  if (claimant.kind !== 'group' && !other.isGroup) return false;
  const hands = handsOf(claim);
  return other.hands.some((id) => hands.includes(id));
}

/** The same receipt in another place; one that cannot be told from others by its number only says so (EXP-19). */
export function sameReceiptFindings(
  claim: CheckedClaim,
  found: readonly SameReceipt[],
): readonly Finding[] {
  return toldOf(claim, found).flatMap((same) => {
    const isSure = same.isSameFile || same.printedNumber !== '' || isSamePeople(claim, same);
    const lines = claim.lines.filter((line) => line.receiptIds.some((id) => id === same.receiptId));
    const what = same.isSameFile
      ? 'The same picture of a receipt'
      : 'A receipt with the same day, amount and number';
    const finding = {
      code: 'double-receipt',
      ...doubleOf(claim, same, { what, isSure }),
      other: otherOf(same, same.otherReceiptId, same.receiptId),
    } as const;
    return (lines.length === 0 ? [null] : lines.map((line) => line.id)).map((lineId) => ({
      ...finding,
      lineId,
    }));
  });
}

/** The same journey on the same day in another claim; of others only where it is not by its words from their own home (EXP-19). */
export function sameJourneyFindings(
  claim: CheckedClaim,
  found: readonly SameLine[],
): readonly Finding[] {
  const fromHome = new Set<string>(claim.lines.filter(isToOrFromHome).map(({ id }) => id));
  const alike = toldOf(claim, found).filter(
    (same) => isSamePeople(claim, same) || !fromHome.has(same.lineId),
  );
  return firstOfEach(alike).map((same) => ({
    lineId: same.lineId,
    code: 'double-journey',
    ...doubleOf(claim, same, {
      what: 'The same journey on the same day',
      isSure: isSamePeople(claim, same),
    }),
    other: otherOf(same, same.otherLineId),
  }));
}

/** A journey that stands twice on this very claim. */
export function journeyTwiceFindings(claim: CheckedClaim): readonly Finding[] {
  const seen = new Map<string, CheckedLine>();
  return claim.lines.flatMap((line): Finding[] => {
    const key = journeyKeyOf(line);
    const first = seen.get(key);
    if (first === undefined || key === '') {
      seen.set(key, line);
      return [];
    }
    return [
      {
        lineId: line.id,
        code: 'double-journey',
        weight: 'warns',
        words: `The same journey on ${formatDateNoWeekday(line.day)} stands on this claim already.`,
        wayOn: 'Take it off, or say why both are right.',
        other: null,
      },
    ];
  });
}

/**
 * What is found of the same activity and kind, less what is told as the same journey already: one line against the same
 * line of another claim is one doubt, and takes one reason.
 */
export function withoutJourneysTold(
  found: readonly SameLine[],
  journeys: readonly Finding[],
): readonly SameLine[] {
  return found.filter(
    ({ lineId, otherLineId }) =>
      !journeys.some((told) => told.lineId === lineId && told.other?.otherId === otherLineId),
  );
}

/** The same kind of cost for the same activity in another claim of the same people (EXP-19). */
export function sameActivityFindings(
  claim: CheckedClaim,
  found: readonly SameLine[],
): readonly Finding[] {
  return firstOfEach(found.filter((same) => isSamePeople(claim, same))).map((same) => ({
    lineId: same.lineId,
    code: 'double-activity-kind',
    ...doubleOf(claim, same, {
      what: 'The same kind of cost for the same activity',
      isSure: true,
    }),
    other: otherOf(same, same.otherLineId),
  }));
}

/**
 * What was found elsewhere as far as it is told: what is signed for, and what the same people are still filling in.
 * What others fill in may never be signed, and is told to whoever of the two signs last.
 */
const toldOf = <Found extends OtherClaim>(
  claim: CheckedClaim,
  found: readonly Found[],
): readonly Found[] =>
  found.filter((other) => isBinding(claim, other) || isSamePeople(claim, other));

/** Whether it takes a reason to go on: it is signed for, or stands twice on this very claim. */
const isBinding = (claim: CheckedClaim, other: OtherClaim): boolean =>
  other.isSigned || other.claimId === claim.id;

/** How a double is told; one that nobody has signed for is only said. */
function doubleOf(
  claim: CheckedClaim,
  other: OtherClaim,
  { what, isSure }: { readonly what: string; readonly isSure: boolean },
): Pick<Finding, 'weight' | 'words' | 'wayOn'> {
  if (!isBinding(claim, other))
    return {
      weight: 'says',
      words: `${what} also stands in ${nameOf(claim, other)}, which is not signed yet.`,
      wayOn: 'Take it off one of the two before both are signed.',
    };
  return {
    weight: isSure ? 'warns' : 'says',
    words: `${what} is in ${nameOf(claim, other)}.`,
    wayOn: 'Take it off, or say why both are right.',
  };
}

function firstOfEach(found: readonly SameLine[]): readonly SameLine[] {
  const counts = new Map<string, number>();
  return found.filter(({ lineId }) => {
    const count = (counts.get(lineId) ?? 0) + 1;
    counts.set(lineId, count);
    return count <= MOST_DOUBLES_OF_A_LINE;
  });
}

const nameOf = (claim: CheckedClaim, other: OtherClaim): string =>
  other.claimId === claim.id
    ? 'this claim already'
    : `claim ${other.reference} of ${other.claimantName}`;

const otherOf = (
  other: OtherClaim,
  otherId: string,
  receiptId: string | null = null,
): NonNullable<Finding['other']> => ({
  claimId: other.claimId,
  reference: other.reference,
  otherId,
  receiptId: receiptId as ClaimReceiptId | null,
});
