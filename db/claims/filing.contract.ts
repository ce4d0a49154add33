import { z } from 'zod';
import { Activity, ActivityId } from '#db/activities/activities.contract';
import { CostBasis, CostKind, ReceiptRule } from '#db/claim-policy/claim-policy.contract';
import { GroupId } from '#db/groups/groups.contract';
import { Party } from '#db/people/party.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { Pence } from '#db/shared/money';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line, Lines } from '#db/shared/text';
import {
  Batch,
  BatchId,
  Claim,
  ClaimId,
  ClaimLineId,
  ClaimReceipt,
  ClaimReceiptId,
  ClaimSummary,
  ClaimWords,
  Cut,
  SignatureRole,
  Strokes,
  TravelPlan,
  Warning,
} from './claims.contract.ts';

const Why = Lines.min(1, 'Say why, in a few words.').max(300, 'Use 300 characters or fewer.');
const Version = z.int();
const Size = PaperSize.default('normal');
const one = z.object({ id: ClaimId }).strict();

/** A file as a page sends it, in base64; 7 MB at most before that. */
const SentFile = z.object({
  name: Line.max(300),
  base64: z.string().max(9_800_000, 'This file is too large. Choose one under 7 MB.'),
});

/** What a claim would come to as it stands on the screen, priced by the same rules as at signing. */
export const Forecast = z.object({
  lines: z.array(
    z.object({
      lineId: ClaimLineId,
      /** Null while the rate is not set. */
      askedPence: Pence.nullable(),
      payablePence: Pence.nullable(),
      cuts: z.array(Cut),
      /** The rule of this kind on that day, in one sentence. */
      ruleWords: z.string(),
      /** What the policy of that day asks of this kind, so that the form asks for no more; null where it has none. */
      asks: z
        .object({
          basis: CostBasis,
          receipt: ReceiptRule,
          /** The claimant's word that the cost would have kept them away (EXP-01). */
          prevented: z.boolean(),
          reason: z.boolean(),
        })
        .nullable(),
    }),
  ),
  claimedPence: Pence.nullable(),
  payablePence: Pence.nullable(),
  warnings: z.array(Warning),
  /** What has to be mended before it can be signed; empty when it can. */
  missing: z.array(
    z.object({ lineId: ClaimLineId.nullable(), field: z.string(), words: z.string() }),
  ),
  /** What the claimant declares, in full, as it will be signed. */
  declaration: z.string(),
});
export type Forecast = z.infer<typeof Forecast>;

const signing = {
  id: ClaimId,
  /** Made up when the signing page opens; the same key twice signs once. */
  key: z.string().min(8).max(36),
  version: Version,
};

/** Filling in, signing and handing in. */
export const filingContract = {
  saveDraft: procedure({
    summary: 'Keeps a claim as far as it is filled in; nothing is asked for yet but who claims.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims', 'search'],
    input: ClaimWords,
    output: Claim,
  }),
  foresee: procedure({
    summary: 'What a claim would come to, with the reason for every penny cut, before it is kept.',
    kind: 'query',
    access: DESK_ROLES,
    input: ClaimWords,
    output: Forecast,
  }),
  parked: procedure({
    summary: 'Claims that are being filled in or wait for a signed paper, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(ClaimSummary),
  }),
  choices: procedure({
    summary:
      'What the form offers for a claimant: activities they came to first, kinds they may claim, the last journeys, travel plans, how they were paid.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ claimant: Party, isStaff: z.boolean().default(false) }).strict(),
    output: z.object({
      /** What they came to or led; what was not claimed for yet stands first. */
      attended: z.array(Activity),
      others: z.array(Activity),
      /** Those of both for which this claimant handed a cost in already, unless it was taken back or refused. */
      claimedFor: z.array(ActivityId),
      kinds: z.array(z.object({ kind: CostKind, words: z.string(), ruleWords: z.string() })),
      /** Each journey once, the latest first; amounts are never carried over, only what was travelled. */
      lastJourneys: z.array(
        z.object({
          kind: CostKind,
          fromPlace: z.string(),
          toPlace: z.string(),
          milesTenths: z.int().nullable(),
          on: LocalDate,
        }),
      ),
      lastPayee: Party.nullable(),
      plans: z.array(TravelPlan),
    }),
  }),
  repeatLast: procedure({
    summary:
      'A new claim like the last one of this claimant: the same journeys for an activity, priced afresh.',
    kind: 'query',
    access: DESK_ROLES,
    input: z
      .object({ claimant: Party, id: ClaimId, activityId: Activity.shape.id.nullable() })
      .strict(),
    output: ClaimWords.nullable(),
  }),
  attachReceipt: procedure({
    summary: 'Takes in a picture or PDF of a receipt or signed form, and lays it to lines.',
    kind: 'steps',
    access: DESK_ROLES,
    takesFile: true,
    touches: ['claims'],
    input: z
      .object({
        id: ClaimId,
        kind: z.enum(['receipt', 'member-form']).default('receipt'),
        ...SentFile.shape,
        lineIds: z.array(ClaimLineId).max(60).default([]),
      })
      .strict(),
    output: z.object({ receipt: ClaimReceipt, warnings: z.array(Warning) }),
  }),
  describeReceipt: procedure({
    summary: 'Notes day, amount and number printed on a receipt, and to which lines it belongs.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims'],
    input: z
      .object({
        id: ClaimReceiptId,
        printedOn: LocalDate.nullable(),
        printedPence: Pence.min(0, 'Enter an amount of £0 or more.').nullable(),
        printedNumber: Line.max(60, 'Use 60 characters or fewer.'),
        lineIds: z.array(ClaimLineId).max(60),
      })
      .strict(),
    output: ClaimReceipt,
  }),
  removeReceipt: procedure({
    summary: 'Takes a receipt off a claim that is still being filled in.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims'],
    input: z.object({ id: ClaimReceiptId }).strict(),
    output: z.object({}),
  }),
  receipt: procedure({
    summary: 'A receipt or signed form as it was taken in.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: ClaimReceiptId }).strict(),
    output: z.object({
      ...ClaimReceipt.shape,
      base64: z.string(),
      /** Dots of a picture; null of a PDF. */
      width: z.int().nullable(),
      height: z.int().nullable(),
      /** Pages of a PDF; null of a picture. */
      pages: z.int().nullable(),
    }),
  }),
  answerWarning: procedure({
    summary: 'Goes on past a warning, with a reason that stays on record.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims'],
    input: z
      .object({
        id: ClaimId,
        lineId: ClaimLineId.nullable(),
        code: z.string().max(40),
        otherId: z.string().max(36).default(''),
        why: Lines.min(1, 'Say why it is right all the same.').max(500),
      })
      .strict(),
    output: Claim,
  }),
  sign: procedure({
    summary:
      'Signs a claim on the screen and hands it in; claimed and payable are frozen as they are now.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims', 'search', 'tasks'],
    input: z
      .object({
        ...signing,
        role: SignatureRole.default('claimant'),
        signer: Line.min(1, 'Enter who signs.').max(160, 'Use 160 characters or fewer.'),
        strokes: Strokes,
      })
      .strict(),
    output: Claim,
  }),
  printToSign: procedure({
    summary:
      'Prints a claim to be signed on paper and freezes its figures; it waits for the signed paper.',
    kind: 'steps',
    access: DESK_ROLES,
    touches: ['claims'],
    input: z.object({ id: ClaimId, version: Version, size: Size }).strict(),
    output: Paper,
  }),
  attachSigned: procedure({
    summary: 'Takes in the scan of the signed paper, by its reference, and hands the claim in.',
    kind: 'steps',
    access: DESK_ROLES,
    takesFile: true,
    touches: ['claims', 'search', 'tasks'],
    input: z
      .object({
        /** As printed on the paper or read from its code. */
        reference: Line.max(40),
        key: z.string().min(8).max(36),
        signedOn: LocalDate,
        /** Day on which the paper came in; today unless it says so. A claim counts as received from then on. */
        receivedOn: LocalDate.optional(),
        signer: Line.min(1, 'Enter who signed.').max(160, 'Use 160 characters or fewer.'),
        ...SentFile.shape,
      })
      .strict(),
    output: Claim,
  }),
  reopen: procedure({
    summary:
      'Opens a signed claim, or its lines that were asked about, to be changed and signed again; papers say “changed since signed”.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims', 'tasks'],
    input: z.object({ id: ClaimId, version: Version, why: Why }).strict(),
    output: Claim,
  }),
  withdraw: procedure({
    summary: 'Withdraws a claim that is not decided yet; it stays on record.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims', 'search', 'tasks'],
    input: z.object({ id: ClaimId, version: Version, why: Why }).strict(),
    output: Claim,
  }),
  priceAgain: procedure({
    summary: 'Prices the lines of a signed claim whose rate was not set then.',
    kind: 'command',
    access: ['officer', 'manager'],
    touches: ['claims'],
    input: z.object({ id: ClaimId, version: Version }).strict(),
    output: Claim,
  }),
  get: procedure({
    summary: 'A claim whole: lines, receipts, signatures, warnings, decisions, payments.',
    kind: 'query',
    access: EVERY_ROLE,
    input: one,
    output: Claim,
  }),
  findByReference: procedure({
    summary: 'The claim or sheet of a reference, typed or scanned.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ reference: Line.max(40) }).strict(),
    output: z.object({ claimId: ClaimId.nullable(), batchId: BatchId.nullable() }),
  }),
  ofParty: procedure({
    summary:
      'The claims of a person or group, as claimant or as who brought them, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ of: Party, limit: z.int().min(1).max(500).default(50) }).strict(),
    output: z.array(ClaimSummary),
  }),
  startBatch: procedure({
    summary: 'Starts one sheet of a treasurer for several members.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims'],
    input: z
      .object({
        id: BatchId,
        groupId: GroupId,
        treasurerPersonId: PersonId,
        receivedOn: LocalDate,
      })
      .strict(),
    output: Batch,
  }),
  batch: procedure({
    summary: 'A sheet with its claims, and whose own signature is still missing.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: BatchId }).strict(),
    output: Batch,
  }),
  batches: procedure({
    summary: 'Sheets that are open, or all of a group, the latest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ groupId: GroupId.nullable().default(null) }).strict(),
    output: z.array(Batch),
  }),
  signBatch: procedure({
    summary:
      'The treasurer signs the sheet, and nobody else’s declaration; every member has signed by then.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['claims', 'search', 'tasks'],
    input: z
      .object({
        id: BatchId,
        key: z.string().min(8).max(36),
        version: Version,
        signer: Line.min(1, 'Enter who signs.').max(160),
        strokes: Strokes,
      })
      .strict(),
    output: Batch,
  }),
  travelPlans: procedure({
    summary: 'How somebody travels by agreement, without the reason.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ personId: PersonId }).strict(),
    output: z.array(TravelPlan),
  }),
  agreeTravelPlan: procedure({
    summary: 'Agrees with somebody how they travel; the reason is sealed.',
    kind: 'command',
    access: ['officer', 'manager'],
    touches: ['claims'],
    input: z
      .object({
        personId: PersonId,
        words: Line.min(1, 'Say what was agreed.').max(300, 'Use 300 characters or fewer.'),
        why: Lines.max(1000, 'Use 1,000 characters or fewer.'),
        kinds: z.array(CostKind).min(1, 'Choose what it is about.').max(14),
        from: LocalDate,
        until: LocalDate.nullable(),
      })
      .strict(),
    output: TravelPlan,
  }),
  endTravelPlan: procedure({
    summary: 'Ends an agreed way of travelling from a day on.',
    kind: 'command',
    access: ['officer', 'manager'],
    touches: ['claims'],
    input: z.object({ id: z.string().max(36), until: LocalDate, version: Version }).strict(),
    output: TravelPlan,
  }),
  showTravelPlanReason: procedure({
    summary: 'Why a way of travelling was agreed; each look stands on record.',
    kind: 'command',
    access: ['officer', 'manager'],
    touches: ['audit'],
    input: z.object({ id: z.string().max(36), why: Why }).strict(),
    output: z.object({ why: z.string() }),
  }),
  printForm: procedure({
    summary:
      'The claim form: blank, half filled for the counter, or as it was filled in and signed (DOC-42).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({
        of: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('blank') }).strict(),
          z
            .object({
              kind: z.literal('half-filled'),
              claimant: Party,
              activityId: Activity.shape.id.nullable(),
            })
            .strict(),
          z.object({ kind: z.literal('claim'), id: ClaimId }).strict(),
        ]),
        size: Size,
        isFillable: z.boolean().default(false),
      })
      .strict(),
    output: Paper,
  }),
  printSheet: procedure({
    summary: 'The treasurer’s sheet for several members: blank, or as it was filled in (DOC-43).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({ id: BatchId.nullable(), size: Size, isFillable: z.boolean().default(false) })
      .strict(),
    output: Paper,
  }),
};
