import type { Activity } from '#db/activities/activities.contract';
import type { PricingActivity, PricingLine } from '#db/claim-policy/pricing.contract';
import type { PersonId } from '#db/people/people.contract';
import type { ClaimFacts } from '../claim-facts.ts';
import type { Claim, ClaimLine, LineWords, Warning } from '../claims.contract.ts';

/** One line as the checks look at it: what was entered, and what it comes to. */
export type CheckedLine = LineWords & Pick<ClaimLine, 'askedPence' | 'payablePence' | 'cuts'>;

/** As much of a claim as the checks look at, before it is kept and ever after. */
export type CheckedClaim = Pick<
  Claim,
  'id' | 'claimant' | 'filerPersonId' | 'payee' | 'receivedOn'
> & {
  /** Handed in before; it may be open again since. */
  readonly isFiled: boolean;
  readonly lines: readonly CheckedLine[];
};

/** A warning as a check finds it; whether somebody answered it is looked up afterwards. */
export type Finding = Omit<Warning, 'answer'>;

/** A claim that was priced, as the checks look at it. */
export const toChecked = (facts: ClaimFacts): CheckedClaim => ({
  id: facts.id,
  claimant: facts.claimant,
  filerPersonId: facts.filerPersonId,
  payee: facts.payee,
  receivedOn: facts.receivedOn,
  isFiled: facts.state !== 'draft' && facts.state !== 'to-sign',
  lines: facts.lines.map(({ words, priced }) => ({
    ...words,
    askedPence: priced.claimedPence,
    payablePence: priced.payablePence,
    cuts: priced.cuts,
  })),
});

/** What an activity says about money. */
export const toPricingActivity = (activity: Activity): PricingActivity => ({
  id: activity.id,
  kind: activity.kind,
  isCouncilLed: activity.ledBy.kind === 'council',
  isFullDay: activity.isFullDay,
  isLunchProvided: activity.isLunchProvided,
  isTransportProvided: activity.isTransportProvided,
  isFunded: activity.isFunded,
});

/** A line as the pricing takes it; `householdKey` is the same text for everybody of one household. */
export const toPricingLine = (
  line: LineWords,
  activity: Activity | undefined,
  householdKey: string | null,
): PricingLine => ({
  id: line.id,
  kind: line.kind,
  day: line.day,
  activity: activity === undefined ? null : toPricingActivity(activity),
  milesTenths: line.milesTenths,
  minutes: line.minutes,
  children: line.children.length,
  ages: line.children,
  householdKey,
  claimedPence: line.claimedPence,
  receipts: line.receiptIds.length,
  noReceiptWhy: line.noReceiptWhy,
  preventedAttendance: line.preventedAttendance,
  reason: line.reason,
  overridePence: line.overridePence,
});

/** The person whose costs they are; null for a group's claim. */
export const claimantPersonId = ({ claimant }: Pick<Claim, 'claimant'>): PersonId | null =>
  claimant.kind === 'group' ? null : claimant.personId;

/** Everybody with a hand in a claim: who claims, who brings it, who is paid. */
export function handsOf(
  claim: Pick<Claim, 'claimant' | 'filerPersonId' | 'payee'>,
): readonly PersonId[] {
  const { payee } = claim;
  const ids = [
    claimantPersonId(claim),
    claim.filerPersonId,
    payee.kind === 'person' ? payee.personId : null,
  ];
  return [...new Set(ids.filter((id) => id !== null))];
}
