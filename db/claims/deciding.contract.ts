import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { PaymentMethod } from '#db/payees/payees.contract';
import { PersonId } from '#db/people/people.contract';
import { EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { ActId } from '#db/shared/long-act';
import { Pence, PenceSum } from '#db/shared/money';
import { Paper, PaperSize } from '#db/shared/paper';
import { Line, Lines } from '#db/shared/text';
import {
  Claim,
  ClaimId,
  ClaimLineId,
  ClaimState,
  ClaimSummary,
  Strokes,
  Warning,
} from './claims.contract.ts';

const Version = z.int();
const Key = z.string().min(8).max(36);
const Size = PaperSize.default('normal');

/** Who checks papers, who decides on money. */
const VERIFIERS = ['desk', 'officer'] as const;
const APPROVERS = ['finance', 'manager'] as const;

/** Whether the account that asks may take the next step, and why not, in words. */
export const MayStep = z.object({
  step: z.enum(['verify', 'approve', 'second', 'pay', 'top-up', 'none']),
  may: z.boolean(),
  why: z.string(),
});
export type MayStep = z.infer<typeof MayStep>;

/** A claim as its decider sees it: every rule already applied, every doubt in sight. */
export const ToDecide = z.object({
  claim: Claim,
  next: MayStep,
  /** Doubts about the people: the same address, the same surname and address, an account tied to nobody. */
  aboutPeople: z.array(Warning),
  /** Who has it open at this moment, and until when; null when nobody else has. */
  openedBy: z.object({ name: z.string(), until: z.string() }).nullable(),
  /** What this claimant was paid in the twelve months before, and in how many claims. */
  lastYear: z.object({ claims: z.int(), pence: PenceSum }),
  isClean: z.boolean(),
});
export type ToDecide = z.infer<typeof ToDecide>;

export const LineDecision = z
  .object({
    lineId: ClaimLineId,
    decision: z.enum(['approved', 'other', 'asked', 'rejected']),
    /** Only for another amount. */
    pence: Pence.nullable(),
    /** Needed for all but approved. */
    why: Lines.max(500, 'Use 500 characters or fewer.'),
  })
  .strict();
export type LineDecision = z.infer<typeof LineDecision>;

export const KeptReason = z.object({
  id: z.string(),
  decision: z.enum(['other', 'asked', 'rejected']),
  words: z.string(),
  isActive: z.boolean(),
  version: z.int(),
});
export type KeptReason = z.infer<typeof KeptReason>;

/** Checking, deciding, paying by hand and reporting. */
export const decidingContract = {
  queue: procedure({
    summary: 'Claims that wait for a step, by age, amount or open warnings.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        show: z.enum(['mine', 'filed', 'verified', 'second', 'asked', 'to-pay', 'all-open']),
        order: z.enum(['age', 'amount', 'warnings']).default('age'),
        limit: z.int().min(1).max(500).default(100),
        offset: z.int().min(0).default(0),
      })
      .strict(),
    output: z.object({
      claims: z.array(ClaimSummary),
      total: z.int(),
      /** How many wait in each part, for the tabs. */
      counts: z.record(z.string(), z.int()),
      /** Claims past the day that was promised. */
      late: z.int(),
    }),
  }),
  toDecide: procedure({
    summary: 'A claim as its decider sees it.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ id: ClaimId }).strict(),
    output: ToDecide,
  }),
  open: procedure({
    summary:
      'Takes a claim in hand for ten minutes, so that no second officer decides it meanwhile.',
    kind: 'command',
    access: [...VERIFIERS, ...APPROVERS],
    touches: ['claims'],
    input: z.object({ id: ClaimId, isLetGo: z.boolean().default(false) }).strict(),
    output: z.object({ openedBy: z.string(), until: z.string(), isMine: z.boolean() }),
  }),
  verify: procedure({
    summary: 'Confirms that the papers of a claim are in order, or sends it back with the reason.',
    kind: 'command',
    access: VERIFIERS,
    touches: ['claims', 'tasks'],
    input: z
      .object({
        id: ClaimId,
        key: Key,
        version: Version,
        isInOrder: z.boolean(),
        why: Lines.max(500, 'Use 500 characters or fewer.'),
      })
      .strict(),
    output: Claim,
  }),
  decide: procedure({
    summary: 'Decides lines of a claim, all in one act; what is asked goes back, the rest goes on.',
    kind: 'command',
    access: APPROVERS,
    touches: ['claims', 'tasks', 'search'],
    input: z
      .object({
        id: ClaimId,
        key: Key,
        version: Version,
        lines: z.array(LineDecision).min(1).max(60),
      })
      .strict(),
    output: Claim,
  }),
  approveClean: procedure({
    summary:
      'Approves several claims without doubts as they are payable, each by the rules for one; what is refused stays, and is told why.',
    kind: 'steps',
    access: APPROVERS,
    touches: ['claims', 'tasks', 'search'],
    input: z
      .object({
        claims: z
          .array(z.object({ id: ClaimId, key: Key, version: Version }).strict())
          .min(1)
          .max(200, 'Approve 200 claims or fewer at a time.'),
      })
      .strict(),
    output: z.object({
      claims: z.array(
        z.object({
          id: ClaimId,
          isApproved: z.boolean(),
          /** What is to be paid of it now; null where it was refused. */
          decidedPence: Pence.nullable(),
          /** It waits for a second approver. */
          needsSecond: z.boolean(),
          /** Why it was refused; empty where it was approved. */
          why: z.string(),
        }),
      ),
    }),
  }),
  approveSecond: procedure({
    summary: 'The second approval above the limit, or sends it back to the first approver.',
    kind: 'command',
    access: APPROVERS,
    touches: ['claims', 'tasks'],
    input: z
      .object({
        id: ClaimId,
        key: Key,
        version: Version,
        isApproved: z.boolean(),
        why: Lines.max(500, 'Use 500 characters or fewer.'),
      })
      .strict(),
    output: Claim,
  }),
  topUp: procedure({
    summary: 'Adds to a line that was decided too low, also after it was paid.',
    kind: 'command',
    access: APPROVERS,
    touches: ['claims', 'tasks'],
    input: z
      .object({
        id: ClaimId,
        lineId: ClaimLineId,
        key: Key,
        version: Version,
        pence: Pence,
        why: Lines.min(1, 'Say why, in a few words.').max(500),
      })
      .strict(),
    output: Claim,
  }),
  payByHand: procedure({
    summary:
      'Records that what was decided has been paid, to verified details or in cash with a signed receipt; it is closed to any later run.',
    kind: 'steps',
    access: APPROVERS,
    takesFile: true,
    touches: ['claims', 'tasks'],
    input: z
      .object({
        id: ClaimId,
        key: Key,
        version: Version,
        paidOn: LocalDate,
        method: PaymentMethod,
        note: Line.max(300, 'Use 300 characters or fewer.'),
        /** For cash: the payee's signature on the screen, or the scan of the signed receipt. */
        cash: z
          .object({
            name: Line.min(1, 'Enter who signed for the money.').max(160),
            strokes: Strokes.nullable(),
            file: z
              .object({ name: Line.max(300), base64: z.string().max(9_800_000) })
              .strict()
              .nullable(),
          })
          .strict()
          .nullable(),
      })
      .strict(),
    output: Claim,
  }),
  reasons: procedure({
    summary: 'Reasons that were kept, so that everybody is told the same in the same words.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(KeptReason),
  }),
  keepReason: procedure({
    summary: 'Keeps a reason for next time, or puts one out of use.',
    kind: 'command',
    access: APPROVERS,
    touches: ['claims'],
    input: z
      .object({
        id: z.string().max(36).nullable(),
        decision: KeptReason.shape.decision,
        words: Lines.min(1, 'Enter the reason.').max(500),
        isActive: z.boolean(),
        version: Version,
      })
      .strict(),
    output: KeptReason,
  }),
  printDecision: procedure({
    summary: 'The decision letter: line by line what was asked, paid and why (DOC-44).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: ClaimId, size: Size }).strict(),
    output: Paper,
  }),
  printCashReceipt: procedure({
    summary:
      'The slip on which the payee signs for cash: to be signed, or as it was signed on the screen.',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ id: ClaimId, size: Size }).strict(),
    output: Paper,
  }),
  report: procedure({
    summary:
      'What was claimed, decided and paid in a time, by kind, group, activity, area or access need.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        from: LocalDate,
        until: LocalDate,
        by: z.enum(['kind', 'group', 'activity', 'area', 'access-need']),
      })
      .strict(),
    output: z.object({
      rows: z.array(
        z.object({
          words: z.string(),
          claims: z.int(),
          lines: z.int(),
          claimedPence: PenceSum,
          decidedPence: PenceSum,
          paidPence: PenceSum,
        }),
      ),
      /** Working days from received to decided, in tenths; null where nothing was decided. */
      averageDaysTenths: z.int().nullable(),
      refused: z.array(z.object({ why: z.string(), lines: z.int(), pence: PenceSum })),
    }),
  }),
  register: procedure({
    summary: 'The claims register of a time, with state, claimant or group (DOC-46).',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        from: LocalDate,
        until: LocalDate,
        state: ClaimState.nullable().default(null),
        personId: PersonId.nullable().default(null),
        groupId: GroupId.nullable().default(null),
        limit: z.int().min(1).max(500).default(100),
        offset: z.int().min(0).default(0),
      })
      .strict(),
    output: z.object({ claims: z.array(ClaimSummary), total: z.int() }),
  }),
  exportRegister: procedure({
    summary: 'The claims register of a time, line by line, for a spreadsheet.',
    kind: 'steps',
    access: ['officer', 'finance', 'manager', 'auditor'],
    input: z
      .object({
        from: LocalDate,
        until: LocalDate,
        as: z.enum(['csv', 'xlsx']),
        act: ActId.optional(),
      })
      .strict(),
    output: Download,
  }),
  printRegister: procedure({
    summary: 'The claims register and its totals on paper (DOC-46).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z
      .object({ from: LocalDate, until: LocalDate, size: Size, act: ActId.optional() })
      .strict(),
    output: Paper,
  }),
};
