import { z } from 'zod';
import { Party } from '#db/people/party.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { isAccountNumber, isSortCode, plainFigures } from './bank.rules.ts';

export const PayeeId = z.string().min(1).max(36).brand('PayeeId');
export type PayeeId = z.infer<typeof PayeeId>;

export const DetailsId = z.string().min(1).max(36).brand('DetailsId');
export type DetailsId = z.infer<typeof DetailsId>;

/** How money reaches a group or person. */
export const PaymentMethod = z.enum(['bank-transfer', 'cheque', 'cash']);
export type PaymentMethod = z.infer<typeof PaymentMethod>;

export const METHOD_WORDS: Readonly<Record<PaymentMethod, string>> = {
  'bank-transfer': 'Bank transfer',
  cheque: 'Cheque',
  cash: 'Cash at the desk',
};

/** How new details came to us. A request by e-mail or letter is where fraud begins. */
export const CameBy = z.enum(['in-person', 'form', 'letter', 'phone', 'email']);
export type CameBy = z.infer<typeof CameBy>;

export const CAME_BY_WORDS: Readonly<Record<CameBy, string>> = {
  'in-person': 'In person at the desk',
  form: 'Bank details form',
  letter: 'Letter',
  phone: 'Phone call',
  email: 'E-mail',
};

/** Six figures in any usual spelling, kept without marks. */
export const SortCode = Line.overwrite(plainFigures).refine(
  isSortCode,
  'Enter the six figures of the sort code, such as 20-00-00.',
);

/** Eight figures, or seven of an older account. */
export const AccountNumber = Line.overwrite(plainFigures).refine(
  isAccountNumber,
  'Enter the account number: eight figures, or seven for some accounts.',
);

export const BuildingReference = Line.max(18, 'Use 18 characters or fewer.');

export const BankAccount = z
  .object({
    method: z.literal('bank-transfer'),
    accountName: Line.min(1, 'Enter the name of the account, as the bank has it.').max(
      70,
      'Use 70 characters or fewer.',
    ),
    sortCode: SortCode,
    accountNumber: AccountNumber,
    /** Building society's own number of the account; empty where there is none. */
    buildingReference: BuildingReference,
  })
  .strict();
export type BankAccount = z.infer<typeof BankAccount>;

/** Everything needed to pay, readable. It leaves the core only on demand, with a reason on record. */
export const FullDetails = z.discriminatedUnion('method', [
  BankAccount,
  z
    .object({
      method: z.literal('cheque'),
      payableTo: Line.min(1, 'Enter to whom the cheque is made out.').max(
        70,
        'Use 70 characters or fewer.',
      ),
    })
    .strict(),
  z.object({ method: z.literal('cash') }).strict(),
]);
export type FullDetails = z.infer<typeof FullDetails>;

/** Staged details wait for a second person; verified ones are paid to; replaced and rejected ones are history. */
export const DetailsState = z.enum(['staged', 'verified', 'replaced', 'rejected']);
export type DetailsState = z.infer<typeof DetailsState>;

/** One version of a payee's details as everybody may see it; the numbers are masked. */
export const Details = z.object({
  id: DetailsId,
  /** 1 for the first ever entered. */
  number: z.int(),
  state: DetailsState,
  method: PaymentMethod,
  /** Name of the account, or to whom cheques are made out; empty for cash and where it cannot be read. */
  name: z.string(),
  /** '••••1234'; empty for cheque and cash. */
  maskedAccount: z.string(),
  /** '••-••-12'; empty for cheque and cash. */
  maskedSortCode: z.string(),
  hasBuildingReference: z.boolean(),
  /** False where the key that sealed it is not on this computer. */
  isReadable: z.boolean(),
  cameBy: CameBy,
  why: z.string(),
  enteredOn: LocalDate,
  enteredBy: z.string(),
  /** Whether the account that asks is the one that entered them, and so may not verify them. */
  isEnteredByMe: z.boolean(),
  /** The call-back; null while nobody has made it. */
  call: z
    .object({
      /** Day of the call. */
      on: LocalDate,
      number: z.string(),
      spokeTo: z.string(),
      recordedOn: LocalDate,
      recordedBy: z.string(),
    })
    .nullable(),
  /** When and why it was replaced or rejected; null before. */
  closed: z.object({ on: LocalDate, by: z.string(), why: z.string() }).nullable(),
  /** Day on which they came here with another record of the same person or group; null for their own. */
  joinedOn: LocalDate.nullable(),
});
export type Details = z.infer<typeof Details>;

/** A phone number on which staged details can be checked: it was on record before they were entered. */
export const KnownNumber = z.object({
  number: z.string(),
  /** 'Oak Estate TRA', 'J. Okafor, contact'. */
  whose: z.string(),
});
export type KnownNumber = z.infer<typeof KnownNumber>;

/** Another payee with the same account. */
export const SameAccount = z.object({
  payeeId: PayeeId,
  of: Party,
  name: z.string(),
  state: DetailsState,
});
export type SameAccount = z.infer<typeof SameAccount>;

/** How a group or person is paid. */
export const Payee = z.object({
  id: PayeeId,
  of: Party,
  name: z.string(),
  /** What is paid to, when nothing is staged. */
  verified: Details.nullable(),
  /** What waits for a second person; nothing is paid meanwhile. */
  staged: Details.nullable(),
  /** Every version, the newest first; then what came with records that were put together with theirs. */
  history: z.array(Details),
  knownNumbers: z.array(KnownNumber),
  sameAccount: z.array(SameAccount),
  version: z.int(),
});
export type Payee = z.infer<typeof Payee>;

/** New details as they are entered. */
export const NewDetails = z
  .object({
    of: Party,
    details: FullDetails,
    cameBy: CameBy,
    why: Line.min(1, 'Say why they are entered or changed.').max(
      300,
      'Use 300 characters or fewer.',
    ),
    /** The payee's version that was seen; 0 where there was none. */
    version: z.int(),
  })
  .strict();
export type NewDetails = z.infer<typeof NewDetails>;

/** The account as the one who was rung read it out; the program compares it with what was entered. */
export const HeardAccount = z
  .object({
    sortCode: SortCode,
    accountNumber: AccountNumber,
    buildingReference: BuildingReference,
  })
  .strict();
export type HeardAccount = z.infer<typeof HeardAccount>;

/** A call-back as it is recorded. */
export const CallBack = z
  .object({
    id: DetailsId,
    number: Line.min(1, 'Choose the number that was rung.').max(40),
    spokeTo: Line.min(1, 'Enter who spoke.').max(120, 'Use 120 characters or fewer.'),
    on: LocalDate,
    /** Null for a cheque and for cash. */
    heard: HeardAccount.nullable(),
    version: z.int(),
  })
  .strict();
export type CallBack = z.infer<typeof CallBack>;
