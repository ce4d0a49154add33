import { describe, expect, it } from 'vitest';
import type { ClaimLineId } from '#db/claims/claims.contract';
import {
  decidedTotal,
  type KeyedDecision,
  liveAmounts,
  needsSecondApprover,
  stateAfter,
} from '#db/claims/deciding/decided.rules';
import { pence } from '#db/shared/money';

const aDecision = (part: Partial<KeyedDecision>): KeyedDecision => ({
  id: 'd1',
  lineId: 'l1' as ClaimLineId,
  step: 'approve',
  decision: 'approved',
  pence: pence(320),
  key: 'first',
  ...part,
});
const SENT_BACK = aDecision({
  id: 'back',
  lineId: null,
  step: 'second',
  decision: 'sent-back',
  pence: null,
  key: 'back',
});
const live = (...decisions: readonly KeyedDecision[]) => liveAmounts(decisions).map(({ id }) => id);

describe('What stands of the decisions on a claim', () => {
  it('is what was approved, at whatever amount, and what was added', () => {
    const other = aDecision({ id: 'd2', lineId: 'l2' as ClaimLineId, decision: 'other' });
    const added = aDecision({ id: 'd3', step: 'top-up', decision: 'other', key: 'later' });
    expect(live(aDecision({}), other, added)).toEqual(['d1', 'd2', 'd3']);
  });

  it('is no question, no refusal, no check of papers and no second approval', () => {
    expect(
      live(
        aDecision({ step: 'verify', lineId: null, pence: null }),
        aDecision({ decision: 'asked', pence: null }),
        aDecision({ decision: 'rejected', pence: null }),
        aDecision({ step: 'second', lineId: null, pence: null }),
      ),
    ).toEqual([]);
  });

  it('is not what a second approver sent back: the last act alone', () => {
    const again = aDecision({ id: 'd4', key: 'again' });
    expect(live(aDecision({}), SENT_BACK)).toEqual([]);
    expect(live(aDecision({}), SENT_BACK, again)).toEqual(['d4']);
    const added = aDecision({ id: 'd3', step: 'top-up', decision: 'other', key: 'later' });
    expect(live(aDecision({}), added, SENT_BACK)).toEqual(['d1']);
  });
});

describe('How far a claim is', () => {
  const line = (
    state: 'waiting' | 'approved' | 'asked' | 'rejected' | 'open',
    amount?: number,
  ) => ({
    state,
    decidedPence: amount === undefined ? null : pence(amount),
  });
  const after = (lines: ReturnType<typeof line>[], paid = 0, needsSecond = false) =>
    stateAfter({ lines, paidPence: pence(paid), needsSecond });

  it('follows from its lines and from what was paid', () => {
    expect(after([line('waiting'), line('approved', 1)])).toBe('verified');
    expect(after([line('asked'), line('approved', 1)])).toBe('asked');
    expect(after([line('open'), line('approved', 1)], 1)).toBe('asked');
    expect(after([line('rejected'), line('approved', 1)])).toBe('decided');
    expect(after([line('rejected'), line('approved', 1)], 1)).toBe('paid');
    expect(after([line('rejected')])).toBe('decided');
    expect(after([line('approved', 1)], 0, true)).toBe('second');
  });

  it('adds up what was decided', () => {
    expect(decidedTotal([line('approved', 5), line('asked'), line('approved', 7)])).toBe(12);
  });
});

describe('A second approver', () => {
  it('is needed above the limit and not at it, and where one person entered and checked', () => {
    const needed = (total: number, above: number | null, isVerifiedByEnterer = false) =>
      needsSecondApprover({
        totalPence: pence(total),
        abovePence: above === null ? null : pence(above),
        isVerifiedByEnterer,
      });
    expect(needed(501, 500)).toBe(true);
    expect(needed(500, 500)).toBe(false);
    expect(needed(9_000_000, null)).toBe(false);
    expect(needed(1, null, true)).toBe(true);
    // Nothing is paid, so nobody has to look twice.
    expect(needed(0, 0, true)).toBe(false);
  });
});
