import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decidingErrors } from '#db/claims/deciding/deciding.errors';
import type { ClaimId } from '#db/claims/claims.contract';
import { pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import { generalPolicyDetails } from '../support/builders/claim-policy.ts';
import {
  aBusPolicy,
  aFiledClaim,
  insertClaim,
  tieAccount,
} from '../support/builders/filed-claims.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
});
afterEach(() => core.close());

const wanted = (id: ClaimId, part: { readonly version?: number; readonly key?: string } = {}) => ({
  id,
  version: 1,
  key: countedId(),
  ...part,
});
const approve = async (claims: readonly ReturnType<typeof wanted>[], by: Role = 'finance') =>
  (await core.as(by).call('claims.approveClean', { claims: [...claims] })).claims;
const toDecide = async (id: ClaimId) =>
  (await core.as('auditor').call('claims.toDecide', { id })).claim;
const checked = (part: Parameters<typeof aFiledClaim>[1] = {}) =>
  aFiledClaim(core, { state: 'verified', ...part });

describe('Several claims without doubts', () => {
  it('are approved in one act, each by a decision of its own', async () => {
    const [one, two] = [await checked(), await checked({ lines: [{}, { kind: 'bus' }] })];
    expect(await approve([wanted(one.id), wanted(two.id)])).toEqual([
      { id: one.id, isApproved: true, decidedPence: 320, needsSecond: false, why: '' },
      { id: two.id, isApproved: true, decidedPence: 640, needsSecond: false, why: '' },
    ]);
    const { state, decisions } = await toDecide(two.id);
    expect([state, decisions.map(({ step, decision }) => `${step} ${decision}`)]).toEqual([
      'decided',
      ['approve approved', 'approve approved'],
    ]);
  });

  it('are approved once, however often the same keys come', async () => {
    const { id } = await checked();
    const claims = [wanted(id)];
    const first = await approve(claims);
    expect(await approve(claims)).toEqual(first);
    expect((await toDecide(id)).decisions).toHaveLength(1);
  });

  it('wait for a second approver above the limit, as by themselves', async () => {
    await core
      .as('manager')
      .call('policy.enterGeneral', generalPolicyDetails({ secondApproverAbovePence: pence(400) }));
    const { id } = await checked({ lines: [{ claimedPence: 500 }] });
    expect(await approve([wanted(id)])).toMatchObject([{ isApproved: true, needsSecond: true }]);
    expect((await toDecide(id)).state).toBe('second');
  });
});

describe('A claim among several', () => {
  /** Approves it between two clean ones, which go on; answers why it was refused. */
  async function refusedAmong(id: ClaimId, part: Parameters<typeof wanted>[1] = {}) {
    const [before, after] = [await checked(), await checked()];
    const results = await approve([wanted(before.id), wanted(id, part), wanted(after.id)]);
    expect(results.map(({ isApproved }) => isApproved)).toEqual([true, false, true]);
    expect((await toDecide(after.id)).state).toBe('decided');
    return results[1]?.why;
  }

  it('with a doubt stays, and the others go on', async () => {
    const doubted = insertClaim(core, {
      personId: (await aPerson(core)).id,
      state: 'verified',
      lines: [{ activityId: (await checked()).meeting.id }],
    });
    const { message } = decidingErrors.error('claim.has-doubts', {
      reference: doubted.reference,
    });
    expect(await refusedAmong(doubted.id)).toBe(message);
    expect((await toDecide(doubted.id)).state).toBe('verified');
  });

  it('with a doubt about whoever decides stays', async () => {
    tieAccount(core, 'finance', null);
    const { id, reference } = await checked({ enteredBy: 'finance' });
    expect(await refusedAmong(id)).toContain(`something to look at in ${reference}`);
  });

  it('of one’s own stays', async () => {
    const me = (await aPerson(core)).id;
    tieAccount(core, 'finance', me);
    const { id } = await checked({ personId: me });
    expect(await refusedAmong(id)).toContain('is your own');
  });

  it('that changed since it was seen stays', async () => {
    const { id, reference } = await checked();
    expect(await refusedAmong(id, { version: 0 })).toContain(reference);
    expect((await toDecide(id)).state).toBe('verified');
  });

  it('that somebody else has open stays', async () => {
    const { id } = await checked();
    await core.as('manager').call('claims.open', { id });
    expect(await refusedAmong(id)).toContain('open. Go on with another');
  });

  it('whose rate is not set stays', async () => {
    const { id } = await checked({ lines: [{ claimedPence: null }] });
    expect(await refusedAmong(id)).not.toBe('');
    expect((await toDecide(id)).state).toBe('verified');
  });
});
