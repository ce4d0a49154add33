import { z } from 'zod';
import { EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { LocalDate } from '#db/shared/local-date';
import { Pence } from '#db/shared/money';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line, Lines } from '#db/shared/text';

/** One version of the policy for a kind of cost, or of the general limits. */
export const PolicyVersionId = z.string().min(1).max(36).brand('PolicyVersionId');
export type PolicyVersionId = z.infer<typeof PolicyVersionId>;

/** What somebody can have paid for. Refreshments are supplied and no kind of cost (EXP-16). */
export const CostKind = z.enum([
  'car',
  'passenger',
  'motorcycle',
  'bicycle',
  'bus',
  'train',
  'taxi',
  'parking',
  'childcare',
  'dependant-care',
  'lunch',
  'room-hire',
  'conference',
  'other',
]);
export type CostKind = z.infer<typeof CostKind>;

export const COST_KIND_WORDS: Readonly<Record<CostKind, string>> = {
  car: 'Car',
  passenger: 'Passenger in a car',
  motorcycle: 'Motorcycle',
  bicycle: 'Bicycle',
  bus: 'Bus',
  train: 'Train',
  taxi: 'Taxi',
  parking: 'Parking',
  childcare: 'Childcare',
  'dependant-care': 'Care of a dependant',
  lunch: 'Lunch',
  'room-hire': 'Hire of a room',
  conference: 'Conference fee',
  other: 'Another cost',
};

/** Who claims: a person for themself, a group for its own cost, or a member of staff (EXP-14, EXP-15). */
export const ClaimantKind = z.enum(['person', 'group', 'staff']);
export type ClaimantKind = z.infer<typeof ClaimantKind>;

export const CLAIMANT_KIND_WORDS: Readonly<Record<ClaimantKind, string>> = {
  person: 'people',
  group: 'groups',
  staff: 'staff',
};

/**
 * What a cap is counted over: each line, each meeting, each day, each claim, each child at a meeting, or each household
 * at a meeting (EXP-02). A line without an activity is counted by its day where a meeting is meant.
 */
export const CapUnit = z.enum(['line', 'meeting', 'day', 'claim', 'child', 'household']);
export type CapUnit = z.infer<typeof CapUnit>;

export const CAP_UNIT_WORDS: Readonly<Record<CapUnit, string>> = {
  line: 'each line',
  meeting: 'each meeting',
  day: 'each day',
  claim: 'each claim',
  child: 'each child at a meeting',
  household: 'each household at a meeting',
};

export const Cap = z
  .object({ pence: Pence.min(0, 'Enter an amount of £0 or more.'), per: CapUnit })
  .strict();
export type Cap = z.infer<typeof Cap>;

/** How a cost is worked out: so much a mile, what it really cost, or what it cost up to so much an hour. */
export const CostBasis = z.enum(['per-mile', 'actual', 'per-hour']);
export type CostBasis = z.infer<typeof CostBasis>;

export const ReceiptRule = z.enum(['needed', 'needed-or-reason', 'not-needed']);
export type ReceiptRule = z.infer<typeof ReceiptRule>;

const kindShape = {
  kind: CostKind,
  /** First day on which it holds; the day of the journey or activity decides. */
  from: LocalDate,
  basis: CostBasis,
  /** Per mile: what is paid. Per hour: the most an hour. Null for what it really cost, and while no figure is known. */
  ratePence: Pence.min(0, 'Enter a rate of 0p or more.').nullable(),
  /** The council pays a rate of its own, but nobody has entered it: nothing is worked out until then (EXP-05). */
  isRateAwaited: z.boolean(),
  caps: z.array(Cap).max(6),
  /** Empty: nobody can claim it. */
  allowedFor: z.array(ClaimantKind).max(3),
  receipt: ReceiptRule,
  needsCouncilLed: z.boolean(),
  /** The activity is marked as one for which people are funded (EXP-09). */
  needsFunded: z.boolean(),
  /** The claimant says that the cost would have kept them away (EXP-01). */
  needsPreventedAttendance: z.boolean(),
  /** Only for a full day at which no lunch is provided (EXP-08). */
  needsFullDayWithoutLunch: z.boolean(),
  warnsIfTransportProvided: z.boolean(),
  /** Room hire: why no tenant meeting room would do (EXP-10). */
  needsReason: z.boolean(),
  /** The rule in one or two plain sentences; stands beside each penny that it cuts. */
  sentence: Lines.max(600, 'Use 600 characters or fewer.'),
} as const;

/** What a manager enters for one kind of cost, from a day on. */
export const KindPolicyDetails = z
  .object({
    ...kindShape,
    sentence: Lines.min(1, 'Say in a sentence what is paid. It stands on the decision letter.').max(
      600,
      'Use 600 characters or fewer.',
    ),
    source: Line.min(1, 'Say where this is decided, such as a meeting and its day.').max(
      200,
      'Use 200 characters or fewer.',
    ),
  })
  .strict();
export type KindPolicyDetails = z.infer<typeof KindPolicyDetails>;

const enteredShape = {
  id: PolicyVersionId,
  /** Where it is written; empty where the council’s paper is silent. */
  source: z.string(),
  enteredBy: z.string(),
  enteredAt: Instant,
} as const;

/** The policy for one kind of cost from a day on. */
export const KindPolicy = z.object({ ...kindShape, ...enteredShape });
export type KindPolicy = z.infer<typeof KindPolicy>;

const limit = Pence.min(1, 'Enter an amount above £0, or leave it empty.').nullable();

const generalShape = {
  from: LocalDate,
  /** Kinds of activity that count; null is every kind (EXP-13). */
  eligibleActivityKinds: z.array(Line.min(1).max(60)).max(30).nullable(),
  /** Days from the journey or activity to the day the claim is received, that last day included; null is no limit (EXP-18). */
  timeLimitDays: z.int().min(1, 'Enter 1 day or more, or leave it empty.').max(1000).nullable(),
  monthLimitPence: limit,
  yearLimitPence: limit,
  mileageExemptFromReceipt: z.boolean(),
  /** A claim above this needs a second approver; null is never. */
  secondApproverAbovePence: Pence.min(0).nullable(),
  /** Working days in which a claim is promised to be decided; null is no promise. */
  promisedWorkingDays: z
    .int()
    .min(1, 'Enter 1 day or more, or leave it empty.')
    .max(366)
    .nullable(),
  entererMayVerify: z.boolean(),
  /** What the council has promised, such as that nobody is left out of pocket (EXP-11); empty where it has not. */
  principle: Lines.max(600, 'Use 600 characters or fewer.'),
  /** The most that is paid in cash at the desk; null is no limit. */
  cashLimitPence: limit,
} as const;

export const GeneralPolicyDetails = z
  .object({
    ...generalShape,
    source: Line.min(1, 'Say where this is decided, such as a meeting and its day.').max(
      200,
      'Use 200 characters or fewer.',
    ),
  })
  .strict();
export type GeneralPolicyDetails = z.infer<typeof GeneralPolicyDetails>;

/** The limits that hold whatever the cost is, from a day on. */
export const GeneralPolicy = z.object({ ...generalShape, ...enteredShape });
export type GeneralPolicy = z.infer<typeof GeneralPolicy>;

/** The whole policy as it stands on a day, the kinds in the order of CostKind; what screens read. */
export const PolicyOnDay = z.object({
  on: LocalDate,
  kinds: z.array(KindPolicy),
  general: GeneralPolicy,
});
export type PolicyOnDay = z.infer<typeof PolicyOnDay>;

/** What a new version would change, in words; empty where it changes nothing. */
export const PolicyPreview = z.object({ changes: z.array(z.string()) });
export type PolicyPreview = z.infer<typeof PolicyPreview>;

export const claimPolicyContract = {
  onDay: procedure({
    summary: 'What can be claimed on a day: every kind of cost and the general limits.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ on: LocalDate }).strict(),
    output: PolicyOnDay,
  }),
  history: procedure({
    summary: 'Every version of the claims policy, the latest first day first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.object({ kinds: z.array(KindPolicy), general: z.array(GeneralPolicy) }),
  }),
  previewKind: procedure({
    summary: 'What a new policy for a kind of cost would change, in words.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: KindPolicyDetails,
    output: PolicyPreview,
  }),
  previewGeneral: procedure({
    summary: 'What new general limits for claims would change, in words.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: GeneralPolicyDetails,
    output: PolicyPreview,
  }),
  enterKind: procedure({
    summary: 'Enters the policy for a kind of cost from a day on; earlier days keep theirs.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['policy', 'claims', 'tasks'],
    input: KindPolicyDetails,
    output: KindPolicy,
  }),
  enterGeneral: procedure({
    summary: 'Enters the general limits for claims from a day on; earlier days keep theirs.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['policy', 'claims'],
    input: GeneralPolicyDetails,
    output: GeneralPolicy,
  }),
  printSheet: procedure({
    summary: 'Draws the sheet of what can be claimed, from the policy of a day (DOC-45).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ on: LocalDate, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
