import type { Activity } from '#db/activities/activities.contract';
import type { Policy, PricedLine } from '#db/claim-policy/pricing.contract';
import type { PaymentMethod } from '#db/payees/payees.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { Party } from '#db/people/party.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import type {
  Claimant,
  ClaimId,
  ClaimLine,
  ClaimLineId,
  ClaimReceiptId,
  ClaimState,
  LineState,
  LineWords,
} from './claims.contract.ts';

/** A line as checks and prices see it: what was entered, beside what the records say of it. */
export type LineFacts = {
  readonly words: LineWords;
  /** `open` for a line that is not kept yet. */
  readonly state: LineState;
  /** What it is priced at: afresh while it is open, as it was frozen once it is signed. */
  readonly priced: PricedLine;
  /** The policy it is judged by: of its day while it is open, and as it stood when it was signed. */
  readonly policy: Policy;
  readonly activity: Activity | null;
  readonly attendance: ClaimLine['attendance'];
  /** 'day|from|to|kind' folded; empty where nobody travelled. */
  readonly journeyKey: string;
};

/** A receipt as checks compare it. */
export type ReceiptFacts = {
  readonly id: ClaimReceiptId;
  readonly hash: string;
  readonly printedOn: LocalDate | null;
  readonly printedPence: number | null;
  readonly printedNumber: string;
  readonly lineIds: readonly ClaimLineId[];
};

/** Why somebody went on past a warning; `otherId` says past which of several of one code. */
export type AnswerFacts = {
  readonly lineId: ClaimLineId | null;
  readonly code: string;
  readonly otherId: string;
  readonly why: string;
  readonly by: string;
  readonly at: Instant;
};

/** All that is known of a claim when it is checked, of one on a screen that nobody has kept yet as well. */
export type ClaimFacts = {
  readonly id: ClaimId;
  /** Empty for a claim that is not kept yet. */
  readonly reference: string;
  readonly state: ClaimState;
  readonly claimant: Claimant;
  readonly filerPersonId: PersonId | null;
  readonly filerGroupId: GroupId | null;
  readonly payee: Party;
  readonly method: PaymentMethod;
  readonly receivedOn: LocalDate;
  /** Without the lines that were withdrawn. */
  readonly lines: readonly LineFacts[];
  readonly policyOn: (day: LocalDate) => Policy;
  readonly receipts: readonly ReceiptFacts[];
  readonly answers: readonly AnswerFacts[];
};
