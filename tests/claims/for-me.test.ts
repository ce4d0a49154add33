import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId } from '#db/claims/claims.contract';
import { pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import { generalPolicyDetails } from '../support/builders/claim-policy.ts';
import {
  aBusPolicy,
  aFiledClaim,
  approved,
  insertClaim,
  tieAccount,
  verified,
} from '../support/builders/filed-claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { ACCOUNT, newDetails } from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
});
afterEach(() => core.close());

async function queueOf(role: Role, show: 'mine' | 'all-open') {
  const found = await core
    .as(role)
    .call('claims.queue', { show, order: 'age', limit: 100, offset: 0 });
  return { ...found, ids: found.claims.map(({ id }) => id).toSorted() };
}

/** Every open claim whose next step that account may take, as the claim's own page says it. */
async function mayTake(role: Role): Promise<readonly ClaimId[]> {
  const { ids } = await queueOf(role, 'all-open');
  const may: ClaimId[] = [];
  for (const id of ids)
    if ((await core.as(role).call('claims.toDecide', { id })).next.may) may.push(id);
  return may;
}

/** Checks that the list and its count are what may be taken, and answers it. */
async function forMe(role: Role): Promise<readonly ClaimId[]> {
  const { ids, total, counts } = await queueOf(role, 'mine');
  expect(ids).toEqual(await mayTake(role));
  expect([total, counts['mine']]).toEqual([ids.length, ids.length]);
  return ids;
}

describe('For me', () => {
  it('leaves out what one entered oneself, by whichever sign-in, unless the council lets a small team', async () => {
    const mine = await aFiledClaim(core, { enteredBy: 'desk' });
    const theirs = await aFiledClaim(core, { enteredBy: 'manager' });
    expect(await forMe('desk')).toEqual([theirs.id]);
    expect(await forMe('officer')).toHaveLength(2);
    const me = (await aPerson(core)).id;
    for (const role of ['desk', 'officer'] as const) tieAccount(core, role, me);
    expect(await forMe('officer')).toEqual([theirs.id]);
    await core
      .as('manager')
      .call('policy.enterGeneral', generalPolicyDetails({ entererMayVerify: true }));
    expect(await forMe('desk')).toEqual([mine.id, theirs.id].toSorted());
  });

  it('leaves out what one has a hand in, also by a shared bank account', async () => {
    const [me, neighbour] = [(await aPerson(core)).id, (await aPerson(core)).id];
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    for (const role of ['officer', 'finance'] as const) tieAccount(core, role, me);
    for (const of of [
      { kind: 'person', personId: me },
      { kind: 'person', personId: neighbour },
      { kind: 'group', groupId: group.id },
    ] as const)
      await core.as('officer').call('payees.addDetails', newDetails(of, { details: ACCOUNT }));
    const other = (await aPerson(core)).id;
    for (const state of ['filed', 'verified'])
      for (const hands of [
        { personId: me },
        { personId: other, filerPersonId: me },
        { personId: other, payeePersonId: me },
        { personId: neighbour },
        { personId: other, payeeGroupId: group.id },
      ])
        insertClaim(core, { ...hands, state });
    const [toCheck, toDecide] = [
      insertClaim(core, { personId: other }),
      insertClaim(core, { personId: other, state: 'verified' }),
    ];
    expect(await forMe('officer')).toEqual([toCheck.id]);
    expect(await forMe('finance')).toEqual([toDecide.id]);
    expect((await queueOf('finance', 'all-open')).total).toBe(12);
  });

  it('leaves out what one checked or approved, by whichever sign-in, and keeps what waits for the others', async () => {
    await core
      .as('manager')
      .call('policy.enterGeneral', generalPolicyDetails({ secondApproverAbovePence: pence(400) }));
    const ids: ClaimId[] = [];
    for (const claimedPence of [320, 500]) {
      const { id } = await aFiledClaim(core, { lines: [{ claimedPence }] });
      await verified(core, id, 'officer');
      ids.push(id);
    }
    const me = (await aPerson(core)).id;
    for (const role of ['officer', 'finance'] as const) tieAccount(core, role, me);
    expect(await forMe('finance')).toEqual([]);
    tieAccount(core, 'officer', null);
    expect(await forMe('finance')).toHaveLength(2);
    for (const id of ids) await approved(core, id, 'finance');
    // One waits for a second approver, the other to be paid.
    expect(await forMe('finance')).toEqual([]);
    expect(await forMe('manager')).toEqual(ids.toSorted());
  });

  it('is everything open for the auditor, who takes no step', async () => {
    await aFiledClaim(core);
    const { total, counts } = await queueOf('auditor', 'mine');
    expect([total, counts['mine']]).toEqual([1, 1]);
  });
});
