import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pence } from '#db/shared/money';
import { aBusPolicy, aFiledClaim, approved, verified } from '../support/builders/filed-claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
});
afterEach(() => core.close());

describe('A claim that was handed in', () => {
  it('is checked, decided and then to be paid, each by somebody else', async () => {
    const { id } = await aFiledClaim(core);
    const seen = await core.as('officer').call('claims.toDecide', { id });
    expect(seen.next).toEqual({ step: 'verify', may: true, why: '' });
    expect(seen.claim.warnings).toEqual([]);
    expect(seen.isClean).toBe(true);
    expect((await verified(core, id)).state).toBe('verified');
    const decided = await approved(core, id);
    expect(decided.state).toBe('decided');
    expect(decided.decidedPence).toBe(320);
    expect(decided.lines[0]).toMatchObject({ state: 'approved', decidedPence: 320 });
    const toPay = await core.as('manager').call('claims.queue', { show: 'to-pay' });
    expect(toPay.claims.map((one) => one.id)).toEqual([id]);
    expect(countedId()).not.toBe('');
    expect(pence(1)).toBe(1);
  });
});
