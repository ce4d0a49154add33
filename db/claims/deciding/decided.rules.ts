import type { Pence } from '#db/shared/money';
import { pence } from '#db/shared/money';
import type { ClaimLineId, ClaimState, Decision, LineState } from '../claims.contract.ts';

/** As much of a line as says how far a claim is. */
export type LineStanding = { readonly state: LineState; readonly decidedPence: Pence | null };

/** What is to be paid for lines that were approved, whole or at another amount. */
export const decidedTotal = (lines: readonly LineStanding[]): Pence =>
  pence(lines.reduce((sum, line) => sum + (line.decidedPence ?? 0), 0));

/**
 * How far a claim is once a step is taken: a line that was asked about, or is open again for its answer, keeps the
 * claim waiting; what is decided is paid, to be paid, or was refused whole.
 */
export function stateAfter(of: {
  readonly lines: readonly LineStanding[];
  readonly paidPence: Pence;
  readonly needsSecond: boolean;
}): ClaimState {
  if (of.needsSecond) return 'second';
  if (of.lines.some((line) => line.state === 'waiting')) return 'verified';
  if (of.lines.some((line) => line.state === 'asked' || line.state === 'open')) return 'asked';
  const total = decidedTotal(of.lines);
  return total > 0 && total === of.paidPence ? 'paid' : 'decided';
}

/**
 * Whether a second approver has to look: above the council's limit, or where who entered the claim also checked its
 * papers, as a very small team may.
 */
export function needsSecondApprover(of: {
  readonly totalPence: Pence;
  readonly abovePence: Pence | null;
  readonly isVerifiedByEnterer: boolean;
}): boolean {
  if (of.totalPence === 0) return false;
  return of.isVerifiedByEnterer || (of.abovePence !== null && of.totalPence > of.abovePence);
}

/** An amount that was approved or added and has not been taken back; it is paid once, by its id. */
export type LiveAmount = {
  readonly id: string;
  readonly lineId: ClaimLineId;
  readonly pence: Pence;
  readonly step: 'approve' | 'top-up';
  /** Acts of one key were taken together, and are sent back together. */
  readonly key: string;
};

/** A decision with the key of its act. */
export type KeyedDecision = Pick<Decision, 'id' | 'lineId' | 'step' | 'decision' | 'pence'> & {
  readonly key: string;
};

/** What stands of all decisions, in their order: what a second approver sent back stands no longer. */
export function liveAmounts(decisions: readonly KeyedDecision[]): readonly LiveAmount[] {
  let live: readonly LiveAmount[] = [];
  for (const one of decisions) {
    if (one.step === 'second' && one.decision === 'sent-back') {
      const sent = live.at(-1)?.key;
      live = live.filter(({ key }) => key !== sent);
    }
    const isAmount = one.decision === 'approved' || one.decision === 'other';
    if (!isAmount || one.lineId === null || one.pence === null) continue;
    if (one.step !== 'approve' && one.step !== 'top-up') continue;
    live = [
      ...live,
      { id: one.id, lineId: one.lineId, pence: one.pence, step: one.step, key: one.key },
    ];
  }
  return live;
}
