import type {
  CostKind,
  GeneralPolicy,
  GeneralPolicyDetails,
  KindPolicy,
  KindPolicyDetails,
  PolicyVersionId,
} from '#db/claim-policy/claim-policy.contract';
import type {
  Policy,
  PricingActivity,
  PricingInput,
  PricingLine,
} from '#db/claim-policy/pricing.contract';
import type { Instant } from '#db/shared/instant';
import { LocalDate } from '#db/shared/local-date';
import { pence } from '#db/shared/money';

export const FROM_THE_FIRST = LocalDate.parse('2000-01-01');

const entered = {
  from: FROM_THE_FIRST,
  source: 'EXP-05',
  enteredBy: 'Maya Quill',
  enteredAt: '2026-11-22T09:00:00.000Z' as Instant,
};

/** The policy for a kind of cost: paid as it cost, for everybody, without a condition. */
export function aKindPolicy(kind: CostKind, other: Partial<KindPolicy> = {}): KindPolicy {
  return {
    ...entered,
    id: `${kind} from ${other.from ?? entered.from}` as PolicyVersionId,
    kind,
    basis: 'actual',
    ratePence: null,
    isRateAwaited: false,
    caps: [],
    allowedFor: ['person', 'group', 'staff'],
    receipt: 'not-needed',
    needsCouncilLed: false,
    needsFunded: false,
    needsPreventedAttendance: false,
    needsFullDayWithoutLunch: false,
    warnsIfTransportProvided: false,
    needsReason: false,
    sentence: `What is paid for ${kind}.`,
    ...other,
  };
}

/** General limits that limit nothing. */
export function aGeneralPolicy(other: Partial<GeneralPolicy> = {}): GeneralPolicy {
  return {
    ...entered,
    id: 'general' as PolicyVersionId,
    eligibleActivityKinds: null,
    timeLimitDays: null,
    monthLimitPence: null,
    yearLimitPence: null,
    mileageExemptFromReceipt: false,
    secondApproverAbovePence: null,
    promisedWorkingDays: null,
    entererMayVerify: false,
    principle: '',
    cashLimitPence: null,
    ...other,
  };
}

/** A meeting led by the council. */
export function aPricingActivity(other: Partial<PricingActivity> = {}): PricingActivity {
  return {
    id: 'housing forum',
    kind: 'meeting',
    isCouncilLed: true,
    isFullDay: false,
    isLunchProvided: false,
    isTransportProvided: false,
    isFunded: false,
    ...other,
  };
}

/** A line of £10 for a bus on 6 April 2027, with its receipt. */
export function aPricingLine(other: Partial<PricingLine> = {}): PricingLine {
  return {
    id: 'line 1',
    kind: 'bus',
    day: LocalDate.parse('2027-04-06'),
    activity: aPricingActivity(),
    milesTenths: null,
    minutes: null,
    children: 0,
    householdKey: null,
    claimedPence: pence(1000),
    receipts: 1,
    noReceiptWhy: '',
    preventedAttendance: true,
    reason: '',
    overridePence: null,
    ...other,
  };
}

/** One policy for every day, of these kinds of cost. */
export function aPolicy(
  kinds: readonly KindPolicy[],
  general: GeneralPolicy = aGeneralPolicy(),
): (day: LocalDate) => Policy {
  const byKind = new Map(kinds.map((kind) => [kind.kind, kind]));
  return (on) => ({ on, kinds: byKind, general });
}

/** A person’s claim received on 8 April 2027. */
export function aPricingInput(
  other: Pick<PricingInput, 'lines' | 'policyOn'> & Partial<PricingInput>,
): PricingInput {
  return { claimantKind: 'person', receivedOn: LocalDate.parse('2027-04-08'), used: [], ...other };
}

/** A policy for the car as a manager types it: 45p a mile from the first day of the tests on. */
export function kindPolicyDetails(part: Partial<KindPolicyDetails> = {}): KindPolicyDetails {
  const {
    id: _id,
    enteredBy: _by,
    enteredAt: _at,
    ...terms
  } = aKindPolicy(part.kind ?? 'car', {
    basis: 'per-mile',
    ratePence: pence(45),
    sentence: 'Car journeys are paid at 45p a mile.',
    from: LocalDate.parse('2027-01-04'),
    source: 'Cabinet, 1 December 2026',
  });
  return { ...terms, ...part };
}

/** General limits as a manager types them: claims within 90 days from the first day of the tests on. */
export function generalPolicyDetails(
  part: Partial<GeneralPolicyDetails> = {},
): GeneralPolicyDetails {
  const {
    id: _id,
    enteredBy: _by,
    enteredAt: _at,
    ...terms
  } = aGeneralPolicy({
    timeLimitDays: 90,
    from: LocalDate.parse('2027-01-04'),
    source: 'Cabinet, 1 December 2026',
  });
  return { ...terms, ...part };
}

/** What may be asked of the claims policy of a day. */
export const asksOfClaimPolicy = (on: string): Readonly<Record<string, readonly unknown[]>> => ({
  'policy.onDay': [{ on }],
  'policy.history': [{}],
  'policy.printSheet': [{ on }],
});
