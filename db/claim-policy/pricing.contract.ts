import { z } from 'zod';
import type { LocalDate } from '#db/shared/local-date';
import { Pence } from '#db/shared/money';
import {
  CapUnit,
  type ClaimantKind,
  CostKind,
  type GeneralPolicy,
  type KindPolicy,
  PolicyVersionId,
} from './claim-policy.contract.ts';

/** The policy of one day. A kind that is missing here cannot be claimed. */
export type Policy = {
  readonly on: LocalDate;
  readonly kinds: ReadonlyMap<CostKind, KindPolicy>;
  readonly general: GeneralPolicy;
};

/** As much of an activity as decides about money. */
export type PricingActivity = {
  readonly id: string;
  /** 'meeting', 'conference'; compared with the eligible kinds without regard to capitals. */
  readonly kind: string;
  readonly isCouncilLed: boolean;
  readonly isFullDay: boolean;
  readonly isLunchProvided: boolean;
  readonly isTransportProvided: boolean;
  readonly isFunded: boolean;
};

/** One line of a claim as it was entered. */
export type PricingLine = {
  readonly id: string;
  readonly kind: CostKind;
  /** Day of the journey or activity; it decides which policy holds. */
  readonly day: LocalDate;
  readonly activity: PricingActivity | null;
  /** Miles in tenths: 65 is 6.5 miles. Null for what has no miles. */
  readonly milesTenths: number | null;
  readonly minutes: number | null;
  /** How many children, 1 or more for childcare; otherwise 0. */
  readonly children: number;
  /** Their age bands, by which one child is told from another; none where they are not known. */
  readonly ages?: readonly string[];
  /** The same text for everybody of one household; null where it is not known. */
  readonly householdKey: string | null;
  /** What is asked for; null for mileage, which is worked out. */
  readonly claimedPence: Pence | null;
  /** How many receipts are attached. */
  readonly receipts: number;
  readonly noReceiptWhy: string;
  /** The claimant’s own words that the cost would have kept them away (EXP-01). */
  readonly preventedAttendance: boolean;
  readonly reason: string;
  /** An officer’s figure for a receipted cost while the council’s rate is not entered (EXP-05). */
  readonly overridePence: Pence | null;
};

/**
 * How much of a cap is used up. `key` says of which meeting, day, claim, child or household (see capKeyOf). Earlier claims
 * of the same claimant are given; for a household those of everybody in it.
 */
export const UsedCap = z.object({
  kind: CostKind,
  unit: CapUnit,
  key: z.string(),
  pence: Pence,
});
export type UsedCap = z.infer<typeof UsedCap>;

/** A part of a line that is not paid: how much, by which rule (EXP-01), and the sentence that explains it. */
export const Cut = z.object({ pence: Pence, rule: z.string(), sentence: z.string() });
export type Cut = z.infer<typeof Cut>;

/** Something to look at; work goes on. */
export const PricingWarning = z.object({
  code: z.enum([
    'out-of-time',
    'transport-provided',
    'out-of-pocket',
    'rate-not-set',
    'no-receipt',
  ]),
  words: z.string(),
});
export type PricingWarning = z.infer<typeof PricingWarning>;

/**
 * Why a line cannot be paid as it stands. Where it `canBeMended`, something is still missing (a receipt, a tick, a reason) and
 * the line is priced meanwhile; otherwise nothing is payable for it.
 */
export const PricingStop = z.object({
  code: z.enum([
    'not-in-policy',
    'not-for-claimant',
    'activity-missing',
    'activity-not-eligible',
    'not-council-led',
    'not-funded',
    'not-full-day',
    'lunch-provided',
    'receipt-missing',
    'prevented-attendance-missing',
    'reason-missing',
    'miles-missing',
    'hours-missing',
    'amount-missing',
    'children-missing',
    'override-without-receipt',
  ]),
  words: z.string(),
  canBeMended: z.boolean(),
});
export type PricingStop = z.infer<typeof PricingStop>;

export const PricedLine = z.object({
  lineId: z.string(),
  /** Null while mileage waits for a rate. */
  claimedPence: Pence.nullable(),
  /** Null: the rate is not set, the line will be priced. */
  payablePence: Pence.nullable(),
  /** Together exactly claimed less payable. */
  cuts: z.array(Cut),
  warnings: z.array(PricingWarning),
  stops: z.array(PricingStop),
  /** The version that priced it; null where the policy has nothing for this kind on this day. */
  policyVersion: PolicyVersionId.nullable(),
  /** What this line uses up of each cap. */
  capKeys: z.array(UsedCap),
});
export type PricedLine = z.infer<typeof PricedLine>;

export const PricedClaim = z.object({
  /** In the order in which the lines were given. */
  lines: z.array(PricedLine),
  claimedPence: Pence,
  payablePence: Pence,
  cutPence: Pence,
  /** False while the rate of a line is not set. */
  isPriced: z.boolean(),
  /** What receipted costs leave unpaid (EXP-11). */
  outOfPocketPence: Pence,
});
export type PricedClaim = z.infer<typeof PricedClaim>;

export type PricingInput = {
  readonly claimantKind: ClaimantKind;
  readonly receivedOn: LocalDate;
  readonly lines: readonly PricingLine[];
  readonly policyOn: (day: LocalDate) => Policy;
  /** What earlier claims have used up. */
  readonly used: readonly UsedCap[];
  /** What lines of this very claim that are settled, and not among `lines`, have used up: also of a cap for a claim. */
  readonly usedHere?: readonly UsedCap[];
};
