import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim } from '#db/claims/claims.contract';
import { mustExist } from '#db/shared/domain-error';
import { pence } from '#db/shared/money';
import { generalPolicyDetails } from '../support/builders/claim-policy.ts';
import { aBusPolicy, aFiledClaim, verified } from '../support/builders/filed-claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
  await core
    .as('manager')
    .call('policy.enterGeneral', generalPolicyDetails({ secondApproverAbovePence: pence(500) }));
});
afterEach(() => core.close());

const WHY = 'Not on the ticket.';
type Word = 'approved' | 'rejected' | 'asked';

/** Decides the costs of a claim in their order, in one act. */
const decide = ({ id, version, lines }: Claim, words: readonly Word[]): Promise<Claim> =>
  core.as('finance').call('claims.decide', {
    id,
    key: countedId(),
    version,
    lines: lines.map((line, place) => {
      const decision = mustExist(words[place], 'the test says a word on each cost');
      return { lineId: line.id, decision, pence: null, why: decision === 'approved' ? '' : WHY };
    }),
  });

const statesOf = ({ lines }: Claim): readonly string[] => lines.map(({ state }) => state);

describe('A claim that the second approver sends back', () => {
  it('waits whole again: what the same act refused or asked about too', async () => {
    const filed = await aFiledClaim(core, {
      lines: [{ claimedPence: 900 }, { claimedPence: 200 }, { claimedPence: 300 }],
    });
    const checked = await verified(core, filed.id);
    const first = await decide(checked, ['approved', 'rejected', 'asked']);
    expect(statesOf(first)).toEqual(['approved', 'rejected', 'asked']);
    const { id, version } = first;
    const back = await core
      .as('manager')
      .call('claims.approveSecond', { id, key: countedId(), version, isApproved: false, why: WHY });
    expect([back.state, ...statesOf(back)]).toEqual(['verified', 'waiting', 'waiting', 'waiting']);
    expect((await decide(back, ['approved', 'approved', 'approved'])).decidedPence).toBe(1400);
  });
});
