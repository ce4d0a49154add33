import { z } from 'zod';
import { CostKind } from '#db/claim-policy/claim-policy.contract';
import { PaymentMethod } from '#db/payees/payees.contract';
import { LocalDate } from '#db/shared/local-date';
import { Pence } from '#db/shared/money';
import { PaperFrame } from '#db/shared/pdf/frame';
import { Strokes } from '../claims.contract.ts';

/** A signature as a paper shows it: as whom, whose, how and when. */
export const SignatureOnPaper = z.object({
  role: z.string(),
  name: z.string(),
  on: LocalDate,
  /** Null where none is shown; then `instead` says why, such as 'On paper'. */
  strokes: Strokes.nullable(),
  instead: z.string(),
  /** The first letters of the fingerprint of what was signed. */
  fingerprint: z.string(),
});
export type SignatureOnPaper = z.infer<typeof SignatureOnPaper>;

/** A meeting or event that a claim is about. */
export const EventOnForm = z.object({
  title: z.string(),
  on: LocalDate,
  where: z.string(),
  isCouncilLed: z.boolean(),
  isFullDay: z.boolean(),
  isLunchProvided: z.boolean(),
  isTransportProvided: z.boolean(),
});
export type EventOnForm = z.infer<typeof EventOnForm>;

/** One cost on a form. */
export const LineOnForm = z.object({
  number: z.int(),
  kind: CostKind,
  day: LocalDate,
  event: z.string(),
  /** 'Elm Court to the Civic Centre' or who was paid; empty where neither is entered. */
  where: z.string(),
  /** '12 miles', '2 hours 30 minutes', '2 children, under 5 and 5 to 10'; empty where nothing is measured. */
  measure: z.string(),
  /** In the claimant's own words: why it was needed, why there is no receipt. */
  words: z.array(z.string()).readonly(),
  askedPence: Pence.nullable(),
  /** Null while the rate is not set. */
  payablePence: Pence.nullable(),
  cuts: z.array(z.object({ pence: Pence, sentence: z.string() })).readonly(),
  /** Numbers of its receipts among the pictures behind. */
  receipts: z.array(z.int()).readonly(),
});
export type LineOnForm = z.infer<typeof LineOnForm>;

/** A receipt behind a form. */
export const ReceiptOnForm = z.object({
  number: z.int(),
  caption: z.string(),
  /** A JPEG or PNG in base64; null where it cannot be printed here, such as a PDF. */
  base64: z.string().nullable(),
  instead: z.string(),
});
export type ReceiptOnForm = z.infer<typeof ReceiptOnForm>;

/** A claim as its form shows it. */
export const ClaimOnForm = z.object({
  /** Empty on a form that was filled in by half for somebody who has no claim yet. */
  reference: z.string(),
  /** `to-fill` has places to write on, `to-sign` has fixed figures and lines to sign, `signed` shows the signatures. */
  stage: z.enum(['to-fill', 'to-sign', 'signed']),
  claimant: z.string(),
  /** 'for themself', 'for the group', 'a member of staff'. */
  claimantWords: z.string(),
  /** Who brings it, where that is somebody else. */
  filer: z.string(),
  receivedOn: LocalDate.nullable(),
  payee: z.string(),
  method: PaymentMethod.nullable(),
  events: z.array(EventOnForm).readonly(),
  lines: z.array(LineOnForm).readonly(),
  claimedPence: Pence.nullable(),
  payablePence: Pence.nullable(),
  notes: z.string(),
  declaration: z.string(),
  signatures: z.array(SignatureOnPaper).readonly(),
  /** What nobody may overlook: that it was changed since it was signed, or was withdrawn. */
  mark: z.object({ title: z.string(), words: z.string() }).nullable(),
  receipts: z.array(ReceiptOnForm).readonly(),
});
export type ClaimOnForm = z.infer<typeof ClaimOnForm>;

/** The claim form (DOC-42): blank, filled in by half for the counter, or as it is to be signed or was signed. */
export const ClaimFormValues = z.object({
  ...PaperFrame.shape,
  isFillable: z.boolean(),
  /** What can be claimed today and what is paid for it, for rows that are still to be filled in. */
  kinds: z
    .array(z.object({ kind: CostKind, words: z.string(), rate: z.string(), limit: z.string() }))
    .readonly(),
  /** What the council has promised (EXP-11); empty where it has not. */
  principle: z.string(),
  /** What is declared by signing; of a claim its own words count. */
  declaration: z.string(),
  /** Null for the blank form. */
  claim: ClaimOnForm.nullable(),
});
export type ClaimFormValues = z.infer<typeof ClaimFormValues>;
