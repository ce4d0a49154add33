// [browser-safe]
import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import type { LocalDate } from '#db/shared/local-date';
import { type Pence, pence } from '#db/shared/money';
import type { Claim, ClaimLine } from '../claims.contract.ts';
import { linesOf, measureWords, whereWords } from './claim-on-form.rules.ts';

/** A cost as the decision letter tells of it. */
export type DecidedLine = {
  readonly number: number;
  readonly kind: CostKind;
  readonly day: LocalDate;
  readonly what: string;
  readonly askedPence: Pence | null;
  /** Null while a question is open or nobody has decided. */
  readonly decidedPence: Pence | null;
  readonly outcome: 'approved' | 'other' | 'asked' | 'rejected' | 'waiting';
  readonly cuts: readonly { readonly pence: Pence; readonly sentence: string }[];
  readonly why: string;
};

const NOTHING = pence(0);

/**
 * Whether there is a decision to tell of: some cost is decided or asked about, and no second approver still has to
 * look, who may send everything back.
 */
export function isToldOf(claim: Claim): boolean {
  return claim.state !== 'second' && linesOf(claim).some((line) => outcomeOf(line) !== 'waiting');
}

/** The costs of a claim with what became of each, numbered as on the form. */
export function decidedLines(claim: Claim): DecidedLine[] {
  return linesOf(claim).map((line, i) => ({
    number: i + 1,
    kind: line.kind,
    day: line.day,
    what: [whereWords(line), measureWords(line)].filter((words) => words !== '').join(', '),
    askedPence: line.askedPence,
    decidedPence: line.state === 'rejected' ? NOTHING : line.decidedPence,
    outcome: outcomeOf(line),
    cuts: cutsThatTell(line).map(({ pence: cut, sentence }) => ({ pence: cut, sentence })),
    why: isAnswerToDoubt(claim, line) ? '' : line.decisionWhy,
  }));
}

function outcomeOf({ state, decidedPence, askedPence }: ClaimLine): DecidedLine['outcome'] {
  switch (state) {
    case 'approved':
      return decidedPence !== null && askedPence !== null && decidedPence < askedPence
        ? 'other'
        : 'approved';
    case 'other':
    case 'asked':
    case 'rejected':
      return state;
    default:
      return 'waiting';
  }
}

/** A reason beside a plain approval answers what the program found, maybe about others; it is not for the claimant. */
function isAnswerToDoubt(claim: Claim, { id }: ClaimLine): boolean {
  const last = claim.decisions.findLast(({ lineId, step }) => lineId === id && step !== 'verify');
  return last?.step !== 'top-up' && last?.decision === 'approved';
}

/** The policy's sentences explain what is paid less, as long as an officer has not paid it after all. */
function cutsThatTell({ decidedPence, payablePence, cuts }: ClaimLine): ClaimLine['cuts'] {
  if (decidedPence === null || payablePence === null) return [];
  return decidedPence <= payablePence ? cuts : [];
}

/** The day of a letter is that of the last decision or payment, so that it reads the same whenever it is printed. */
export function letterDate(claim: Claim): LocalDate {
  const days = [...claim.decisions.map(({ on }) => on), ...claim.payments.map((one) => one.paidOn)];
  return days.reduce((last, day) => (day > last ? day : last), claim.receivedOn);
}

/** Who signs the letter: whoever decided last. */
export function whoDecided(claim: Claim): string {
  return claim.decisions.findLast(({ step }) => step !== 'verify')?.by ?? '';
}
