import { z } from 'zod';
import { ActivityId } from '#db/activities/activities.contract';
import { ClaimantKind, CostKind } from '#db/claim-policy/claim-policy.contract';
import { GroupId } from '#db/groups/groups.contract';
import { PaymentMethod } from '#db/payees/payees.contract';
import { Party } from '#db/people/party.contract';
import { PersonId } from '#db/people/people.contract';
import { Instant } from '#db/shared/instant';
import { LocalDate } from '#db/shared/local-date';
import { Pence } from '#db/shared/money';
import { Line, Lines } from '#db/shared/text';

export const ClaimId = z.string().min(1).max(36).brand('ClaimId');
export type ClaimId = z.infer<typeof ClaimId>;
export const ClaimLineId = z.string().min(1).max(36).brand('ClaimLineId');
export type ClaimLineId = z.infer<typeof ClaimLineId>;
export const BatchId = z.string().min(1).max(36).brand('BatchId');
export type BatchId = z.infer<typeof BatchId>;
export const ClaimReceiptId = z.string().min(1).max(36).brand('ClaimReceiptId');
export type ClaimReceiptId = z.infer<typeof ClaimReceiptId>;

/**
 * How far a claim is. A `draft` is being filled in or parked; `to-sign` was printed and waits for the signed paper;
 * `filed` waits for its papers to be checked, `verified` for a decision, `second` for a second approver; `asked` has
 * nothing open but questions; `decided` is to be paid or was refused; `paid` has nothing left to pay.
 */
export const ClaimState = z.enum([
  'draft',
  'to-sign',
  'filed',
  'verified',
  'second',
  'asked',
  'decided',
  'paid',
  'withdrawn',
]);
export type ClaimState = z.infer<typeof ClaimState>;

export const CLAIM_STATE_WORDS: Readonly<Record<ClaimState, string>> = {
  draft: 'Being filled in',
  'to-sign': 'Waiting for the signed paper',
  filed: 'Papers to check',
  verified: 'To decide',
  second: 'Second approval',
  asked: 'Question asked',
  decided: 'Decided',
  paid: 'Paid',
  withdrawn: 'Withdrawn',
};

/** How far one line is: `open` while it may be changed, `waiting` once signed, then as it was decided. */
export const LineState = z.enum([
  'open',
  'waiting',
  'approved',
  'other',
  'asked',
  'rejected',
  'withdrawn',
]);
export type LineState = z.infer<typeof LineState>;

export const LINE_STATE_WORDS: Readonly<Record<LineState, string>> = {
  open: 'Being filled in',
  waiting: 'Waiting',
  approved: 'Approved',
  other: 'Other amount',
  asked: 'Question asked',
  rejected: 'Refused',
  withdrawn: 'Withdrawn',
};

/** Children are known by age band only, never by name or birthday. */
export const AgeBand = z.enum(['under-5', '5-to-10', '11-to-15', '16-to-17']);
export type AgeBand = z.infer<typeof AgeBand>;

export const AGE_BAND_WORDS: Readonly<Record<AgeBand, string>> = {
  'under-5': 'Under 5',
  '5-to-10': '5 to 10',
  '11-to-15': '11 to 15',
  '16-to-17': '16 to 17',
};

/** What one cost may come to: a claim of sixty of them still adds up to what the records can hold. */
const CostPence = Pence.min(0, 'Enter an amount of £0 or more.').max(
  10_000_000,
  'Enter £100,000 or less for one cost.',
);

/** One cost as it is entered. Which fields are asked for follows from the kind. */
export const LineWords = z
  .object({
    /** Made up by the page, so that a receipt can be laid to a line before the line is sent. */
    id: ClaimLineId,
    kind: CostKind,
    activityId: ActivityId.nullable(),
    /** Day of the journey or of the activity; it decides which rates count. */
    day: LocalDate,
    fromPlace: Line.max(120, 'Use 120 characters or fewer.'),
    toPlace: Line.max(120, 'Use 120 characters or fewer.'),
    /** Tenths of a mile, there and back together; null where no miles are asked for. */
    milesTenths: z
      .int()
      .min(1, 'Enter the miles.')
      .max(20_000, 'Enter 2,000 miles or fewer.')
      .nullable(),
    /** Minutes of care; null where none are asked for. */
    minutes: z
      .int()
      .min(1, 'Enter the hours.')
      .max(24 * 60, 'Enter 24 hours or fewer.')
      .nullable(),
    children: z.array(AgeBand).max(12, 'Enter 12 children or fewer.'),
    /** Who looked after them, or whom the cost was paid to. */
    carer: Line.max(120, 'Use 120 characters or fewer.'),
    /** What is asked for; null for miles, whose amount is reckoned. */
    claimedPence: CostPence.nullable(),
    /** Why it was needed, where the rule asks: no tenant room, a taxi and not a bus. */
    reason: Lines.max(500, 'Use 500 characters or fewer.'),
    noReceiptWhy: Line.max(300, 'Use 300 characters or fewer.'),
    /** The claimant's own word that the cost would have kept them away (EXP-01). */
    preventedAttendance: z.boolean(),
    /** A receipted actual cost taken while no rate is entered, with who allowed it and why (EXP-05). */
    overridePence: CostPence.nullable(),
    overrideWhy: Line.max(300, 'Use 300 characters or fewer.'),
    receiptIds: z.array(ClaimReceiptId).max(20, 'Lay 20 receipts or fewer to one line.'),
  })
  .strict();
export type LineWords = z.infer<typeof LineWords>;

/** Who claims: a person, a member of staff (EXP-14), or a group (EXP-15). */
export const Claimant = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), personId: PersonId }).strict(),
  z.object({ kind: z.literal('staff'), personId: PersonId }).strict(),
  z.object({ kind: z.literal('group'), groupId: GroupId }).strict(),
]);
export type Claimant = z.infer<typeof Claimant>;

/** A claim as it is filled in: who claims, who brings it and who is paid are three questions (EXP-19). */
export const ClaimWords = z
  .object({
    /** Made up when the form opens and kept for every try, so that one form is one claim whatever is pressed twice. */
    id: ClaimId,
    claimant: Claimant,
    /** Who brings it; null when it came by post. */
    filerPersonId: PersonId.nullable(),
    /** The group that the one who brings it acts for; null when for themself. */
    filerGroupId: GroupId.nullable(),
    payee: Party,
    method: PaymentMethod,
    batchId: BatchId.nullable(),
    /** Day on which it came in; never after today. */
    receivedOn: LocalDate,
    notes: Lines.max(1000, 'Use 1,000 characters or fewer.'),
    /** Access need that the costs met, in a word for the yearly report, such as 'taxi, cannot use a bus'. */
    accessNeedMet: Line.max(200, 'Use 200 characters or fewer.'),
    lines: z.array(LineWords).max(60, 'A claim holds 60 lines. Start another for the rest.'),
    /** The claim's version that was seen; 0 for a new one. */
    version: z.int().min(0),
  })
  .strict();
export type ClaimWords = z.infer<typeof ClaimWords>;

/** One penny cut, and the sentence of the policy that cut it. */
export const Cut = z.object({ pence: Pence, rule: z.string(), sentence: z.string() });
export type Cut = z.infer<typeof Cut>;

/**
 * Something to look at before a line is signed or decided. `stops` cannot be passed; `warns` can, with a reason.
 * `other` leads to what it was found in, for staff only: at a screen handed over it is null and the words say that
 * staff will check.
 */
export const Warning = z.object({
  lineId: ClaimLineId.nullable(),
  code: z.string(),
  weight: z.enum(['stops', 'warns', 'says']),
  words: z.string(),
  /** What would have to be true for it to go away; empty where nothing would. */
  wayOn: z.string(),
  other: z
    .object({
      claimId: ClaimId,
      reference: z.string(),
      otherId: z.string(),
      /** The receipt of this claim that the other one is like; null where no receipt is meant. */
      receiptId: ClaimReceiptId.nullable(),
    })
    .nullable(),
  /** The reason that was given for going on; null while nobody has. */
  answer: z.object({ why: z.string(), by: z.string(), at: Instant }).nullable(),
});
export type Warning = z.infer<typeof Warning>;

export const ClaimLine = z.object({
  ...LineWords.shape,
  position: z.int(),
  state: LineState,
  activityTitle: z.string(),
  /** Whether the claimant is on the sheet of that activity. */
  attendance: z.enum(['came', 'apologies', 'not-on-sheet', 'no-activity']),
  /** Null while its rate is not set. Frozen once signed. */
  payablePence: Pence.nullable(),
  /** What is asked for, reckoned for miles; null while its rate is not set. */
  askedPence: Pence.nullable(),
  cuts: z.array(Cut),
  policyVersion: z.string(),
  decidedPence: Pence.nullable(),
  decisionWhy: z.string(),
  paidPence: Pence,
});
export type ClaimLine = z.infer<typeof ClaimLine>;

export const ClaimReceipt = z.object({
  id: ClaimReceiptId,
  hash: z.string(),
  kind: z.enum(['receipt', 'signed-claim', 'member-form', 'signed-sheet', 'cash-receipt']),
  name: z.string(),
  mediaType: z.enum(['image/jpeg', 'image/png', 'application/pdf']),
  byteCount: z.int(),
  /** What is printed on it, as far as it was typed off. */
  printedOn: LocalDate.nullable(),
  printedPence: Pence.nullable(),
  printedNumber: z.string(),
  lineIds: z.array(ClaimLineId),
});
export type ClaimReceipt = z.infer<typeof ClaimReceipt>;

export const SignatureRole = z.enum(['claimant', 'filer', 'treasurer', 'cash']);
export type SignatureRole = z.infer<typeof SignatureRole>;

/** One stroke of a pen: x and y in turn, in thousandths of the pad's width. */
export const Strokes = z
  .array(z.array(z.int().min(-100).max(2000)).min(2).max(4000))
  .min(1, 'Sign in the box first.')
  .max(200, 'This signature has too many strokes. Clear it and sign again.');
export type Strokes = z.infer<typeof Strokes>;

export const Signature = z.object({
  id: z.string(),
  role: SignatureRole,
  personId: PersonId.nullable(),
  name: z.string(),
  way: z.enum(['screen', 'paper']),
  /** Null for a signature on paper. */
  strokes: Strokes.nullable(),
  /** The scan of the signed paper; null for a signature on the screen. */
  receiptId: ClaimReceiptId.nullable(),
  /** What was declared, in full. */
  words: z.string(),
  /** SHA-256 of the figures and words that were signed. */
  signedHash: z.string(),
  signedOn: LocalDate,
  /** Whether the claim was changed since and signed anew. */
  isSuperseded: z.boolean(),
});
export type Signature = z.infer<typeof Signature>;

export const DecisionStep = z.enum(['verify', 'approve', 'second', 'top-up']);
export type DecisionStep = z.infer<typeof DecisionStep>;

export const Decision = z.object({
  id: z.string(),
  lineId: ClaimLineId.nullable(),
  step: DecisionStep,
  decision: z.enum(['approved', 'other', 'asked', 'rejected', 'sent-back']),
  pence: Pence.nullable(),
  why: z.string(),
  by: z.string(),
  on: LocalDate,
  at: Instant,
});
export type Decision = z.infer<typeof Decision>;

export const HandPayment = z.object({
  id: z.string(),
  paidOn: LocalDate,
  method: PaymentMethod,
  /** '••••1234' of the version that was paid to; empty for cash. */
  maskedAccount: z.string(),
  detailsNumber: z.int().nullable(),
  pence: Pence,
  /** What the payee signed for cash; null for every other way. */
  signatureId: z.string().nullable(),
  note: z.string(),
  by: z.string(),
  lineIds: z.array(ClaimLineId),
});
export type HandPayment = z.infer<typeof HandPayment>;

/** A claim whole, as its page shows it. */
export const Claim = z.object({
  id: ClaimId,
  reference: z.string(),
  state: ClaimState,
  claimant: Claimant,
  claimantKind: ClaimantKind,
  claimantName: z.string(),
  filerPersonId: PersonId.nullable(),
  filerGroupId: GroupId.nullable(),
  /** 'J. Okafor, treasurer of Birch Court TRA', as it was on the day it was brought. */
  filerWords: z.string(),
  payee: Party,
  payeeName: z.string(),
  method: PaymentMethod,
  batch: z.object({ id: BatchId, reference: z.string() }).nullable(),
  receivedOn: LocalDate,
  filedOn: LocalDate.nullable(),
  notes: z.string(),
  accessNeedMet: z.string(),
  lines: z.array(ClaimLine),
  receipts: z.array(ClaimReceipt),
  signatures: z.array(Signature),
  warnings: z.array(Warning),
  decisions: z.array(Decision),
  payments: z.array(HandPayment),
  /** Null while a rate is not set. */
  claimedPence: Pence.nullable(),
  payablePence: Pence.nullable(),
  decidedPence: Pence.nullable(),
  paidPence: Pence,
  /** SHA-256 of everything that was signed or printed to be signed last; empty before. Papers print its first letters. */
  signedHash: z.string(),
  isChangedSinceSigned: z.boolean(),
  /** Day by which it is decided, as the council promises; null without a promise. */
  promisedBy: LocalDate.nullable(),
  withdrawnWhy: z.string(),
  version: z.int(),
});
export type Claim = z.infer<typeof Claim>;

/** A claim in a list. */
export const ClaimSummary = z.object({
  id: ClaimId,
  reference: z.string(),
  state: ClaimState,
  claimantName: z.string(),
  filerWords: z.string(),
  batchReference: z.string(),
  receivedOn: LocalDate,
  lines: z.int(),
  claimedPence: Pence.nullable(),
  payablePence: Pence.nullable(),
  decidedPence: Pence.nullable(),
  paidPence: Pence,
  openWarnings: z.int(),
  promisedBy: LocalDate.nullable(),
  version: z.int(),
});
export type ClaimSummary = z.infer<typeof ClaimSummary>;

/** One sheet of a treasurer for several members: each member's claim stands by itself and is signed by the member. */
export const Batch = z.object({
  id: BatchId,
  reference: z.string(),
  state: z.enum(['draft', 'to-sign', 'filed', 'withdrawn']),
  groupId: GroupId,
  groupName: z.string(),
  treasurerPersonId: PersonId,
  treasurerName: z.string(),
  receivedOn: LocalDate,
  claims: z.array(ClaimSummary),
  /** Members whose own signature or form is still missing. */
  unsigned: z.array(ClaimId),
  receipts: z.array(ClaimReceipt),
  signatures: z.array(Signature),
  version: z.int(),
});
export type Batch = z.infer<typeof Batch>;

/** How somebody travels by agreement. Why is read only by who may change it, one at a time and on record. */
export const TravelPlan = z.object({
  id: z.string(),
  personId: PersonId,
  words: z.string(),
  kinds: z.array(CostKind),
  from: LocalDate,
  until: LocalDate.nullable(),
  agreedBy: z.string(),
  agreedOn: LocalDate,
  version: z.int(),
});
export type TravelPlan = z.infer<typeof TravelPlan>;
