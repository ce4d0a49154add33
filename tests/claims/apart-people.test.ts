import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId } from '#db/claims/claims.contract';
import type { PersonId } from '#db/people/people.contract';
import { pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import { generalPolicyDetails } from '../support/builders/claim-policy.ts';
import {
  aBusPolicy,
  aFiledClaim,
  approved,
  insertClaim,
  tieAccount,
  userIdOfRole,
  verified,
} from '../support/builders/filed-claims.ts';
import { aMerge } from '../support/builders/merges.ts';
import { aGroup } from '../support/builders/groups.ts';
import { ACCOUNT, newDetails } from '../support/builders/payees.ts';
import { aPerson } from '../support/builders/people.ts';
import { ACCOUNTS, openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId, type Desk, newDesk } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
});
afterEach(() => core.close());

const nextFor = async (role: Role, id: ClaimId) =>
  (await core.as(role).call('claims.toDecide', { id })).next;

/** What the file itself says to a decision that is written past the program. */
function writtenPast(id: ClaimId, role: Role, step: string): () => void {
  return () => {
    const db = core.raw();
    const isWhole = step === 'verify' || step === 'second';
    try {
      db.prepare(
        `INSERT INTO claim_decision (id, claim_id, line_id, step, decision, pence, why, key, user_id, decided_on, decided_at)
         VALUES (?, ?, ?, ?, 'approved', ?, '', ?, ?, '2027-01-04', '2027-01-04T10:00:00.000Z')`,
      ).run(
        countedId(),
        id,
        isWhole ? null : db.prepare('SELECT id FROM claim_line WHERE claim_id = ?').pluck().get(id),
        step,
        isWhole ? null : 320,
        countedId(),
        userIdOfRole(core, role),
      );
    } finally {
      db.close();
    }
  };
}

/** What the file itself says to a payment that is written past the program. */
function paidPast(id: ClaimId, role: Role): () => void {
  return () => {
    const db = core.raw();
    try {
      const signature = countedId();
      db.prepare(
        `INSERT INTO claim_signature (id, claim_id, batch_id, role, person_id, name, way, strokes_json, receipt_id, words,
           signed_hash, signed_on, signed_at, recorded_by_user_id, is_superseded)
         VALUES (?, ?, NULL, 'cash', NULL, 'P', 'screen', '[[1,2]]', NULL, '', '', '2027-01-04', '', NULL, 0)`,
      ).run(signature, id);
      db.prepare(
        `INSERT INTO claim_payment (id, claim_id, key, paid_on, method, details_id, details_number, signature_id, pence, note, user_id, recorded_at)
         VALUES (?, ?, ?, '2027-01-04', 'cash', NULL, NULL, ?, 320, '', ?, '2027-01-04T10:00:00.000Z')`,
      ).run(countedId(), id, countedId(), signature, userIdOfRole(core, role));
    } finally {
      db.close();
    }
  };
}

const OWN = 'nobody decides on a claim of their own';
const APART = 'each step of a claim is taken by somebody else';

describe('Whoever has a hand in a claim', () => {
  const HANDS = ['claimant', 'filer', 'payee'] as const;

  async function aClaimIn(hand: (typeof HANDS)[number], me: PersonId): Promise<ClaimId> {
    const other = (await aPerson(core)).id;
    const { id } = insertClaim(core, {
      enteredBy: 'manager',
      personId: hand === 'claimant' ? me : other,
      filerPersonId: hand === 'filer' ? me : other,
      payeePersonId: hand === 'payee' ? me : other,
    });
    return id;
  }

  it.each(HANDS)('neither checks, decides nor pays it as its %s', async (hand) => {
    const me = (await aPerson(core)).id;
    for (const role of ['officer', 'finance'] as const) tieAccount(core, role, me);
    const id = await aClaimIn(hand, me);
    expect(await nextFor('officer', id)).toMatchObject({ step: 'verify', may: false });
    expect((await core.as('officer').refusal('claims.verify', checked(id, 1))).code).toBe(
      'claim.own',
    );
    expect(writtenPast(id, 'officer', 'verify')).toThrow(OWN);
    await verified(core, id, 'desk');
    expect((await nextFor('finance', id)).why).toContain('is your own');
    expect((await refusedApproval(id, 'finance')).code).toBe('claim.own');
    expect(writtenPast(id, 'finance', 'approve')).toThrow(OWN);
    expect(paidPast(id, 'finance')).toThrow(
      'who approved a claim, or is paid by it, does not pay it',
    );
  });

  it('is known by the bank account they share, whatever name it is under', async () => {
    const me = await aPerson(core, { name: 'Finn Marlow' });
    const { id, personId } = await aFiledClaim(core);
    tieAccount(core, 'finance', me.id);
    for (const of of [me.id, personId])
      await core
        .as('officer')
        .call(
          'payees.addDetails',
          newDetails({ kind: 'person', personId: of }, { details: ACCOUNT }),
        );
    await verified(core, id);
    expect((await refusedApproval(id, 'finance')).code).toBe('claim.same-bank-account');
    expect(writtenPast(id, 'finance', 'approve')).toThrow(OWN);
    const shown = await core.as('manager').call('claims.toDecide', { id });
    expect(shown.claim.warnings).toMatchObject([
      { code: 'same-account', weight: 'warns', words: expect.stringContaining('Finn Marlow') },
    ]);
  });

  it('is known by the bank account of the group that is paid', async () => {
    const me = (await aPerson(core)).id;
    const group = await aGroup(core, { name: 'Ashdown TRA' });
    tieAccount(core, 'finance', me);
    for (const of of [
      { kind: 'person', personId: me },
      { kind: 'group', groupId: group.id },
    ] as const)
      await core.as('officer').call('payees.addDetails', newDetails(of, { details: ACCOUNT }));
    const { id } = insertClaim(core, {
      personId: (await aPerson(core)).id,
      payeeGroupId: group.id,
      state: 'verified',
    });
    expect((await refusedApproval(id, 'finance')).code).toBe('claim.same-bank-account');
    expect(writtenPast(id, 'finance', 'approve')).toThrow(OWN);
  });

  it('is warned at the same address, and not stopped', async () => {
    const { id, personId } = await aFiledClaim(core);
    const me = (await aPerson(core, { name: 'Nell Bright' })).id;
    tieAccount(core, 'finance', me);
    await livesAt(me, '4 Elm Street\nSouthampton', 'SO14 1AA');
    await livesAt(personId, '4 ELM STREET', 'so14 1aa');
    await verified(core, id);
    const seen = await core.as('finance').call('claims.toDecide', { id });
    expect(seen.aboutPeople).toMatchObject([{ code: 'same-address', weight: 'warns' }]);
    expect(seen.next.may).toBe(true);
  });

  it('is told when nobody has said which person their account is', async () => {
    const { id } = await aFiledClaim(core, { state: 'verified' });
    const seen = await core.as('finance').call('claims.toDecide', { id });
    expect(seen.aboutPeople.map(({ code }) => code)).toEqual(['account-not-said']);
    tieAccount(core, 'finance', null);
    const again = await core.as('finance').call('claims.toDecide', { id });
    expect(again.aboutPeople).toEqual([]);
  });
});

describe('Whoever took a step', () => {
  it('does not decide what they checked, also after a change of role', async () => {
    const { id } = await aFiledClaim(core);
    await verified(core, id, 'officer');
    const desk = await officerMade('finance');
    expect((await refusedApproval(id, desk)).code).toBe('claim.same-hand');
    expect(writtenPast(id, 'officer', 'approve')).toThrow(APART);
    expect((await approved(core, id, 'finance')).state).toBe('decided');
  });

  it('does not decide it by a second sign-in of the same person', async () => {
    const { id } = await aFiledClaim(core);
    const me = (await aPerson(core)).id;
    for (const role of ['officer', 'finance'] as const) tieAccount(core, role, me);
    await verified(core, id, 'officer');
    expect((await refusedApproval(id, 'finance')).code).toBe('claim.same-hand');
    expect(writtenPast(id, 'finance', 'approve')).toThrow(APART);
  });

  it('does not give the second approval to what they approved, nor pay it', async () => {
    await enterGeneral({ secondApproverAbovePence: pence(100) });
    const { id } = await aFiledClaim(core);
    await verified(core, id);
    expect((await approved(core, id, 'finance')).state).toBe('second');
    const again = await core.as('finance').refusal('claims.approveSecond', second(id, 3));
    expect(again.code).toBe('claim.same-hand');
    expect(writtenPast(id, 'finance', 'second')).toThrow(APART);
    await core.as('manager').call('claims.approveSecond', second(id, 3));
    for (const role of ['finance', 'manager'] as const) {
      expect(await nextFor(role, id)).toMatchObject({ step: 'pay', may: false });
      expect(paidPast(id, role)).toThrow('who approved a claim');
    }
  });

  it('does not check the papers of what they entered, unless the council lets a small team', async () => {
    const { id } = await aFiledClaim(core, { enteredBy: 'desk' });
    const refused = await core.as('desk').refusal('claims.verify', checked(id, 1));
    expect(refused.code).toBe('claim.enterer-verifies');
    await enterGeneral({ entererMayVerify: true });
    await verified(core, id, 'desk');
    // Then two have to approve, whatever the amount.
    expect((await approved(core, id, 'finance')).state).toBe('second');
  });

  it('does not check it by a second sign-in of who entered it', async () => {
    const { id } = await aFiledClaim(core, { enteredBy: 'desk' });
    const me = (await aPerson(core)).id;
    for (const role of ['desk', 'officer'] as const) tieAccount(core, role, me);
    const refused = await core.as('officer').refusal('claims.verify', checked(id, 1));
    expect(refused.code).toBe('claim.enterer-verifies');
  });

  it('has no part in what they decided through a claim that is made theirs afterwards', async () => {
    const { id } = await aFiledClaim(core);
    const me = (await aPerson(core)).id;
    tieAccount(core, 'finance', me);
    await verified(core, id);
    await approved(core, id, 'finance');
    const db = core.raw();
    const given = db.prepare('UPDATE claim SET payee_person_id = ? WHERE id = ?');
    expect(() => given.run(me, id)).toThrow(OWN);
    db.close();
  });
});

describe('Records of two people', () => {
  it('are not made one where one claimed what the other decided, and the merge says so', async () => {
    const { id, personId, reference } = await aFiledClaim(core);
    const decider = (await aPerson(core, { name: 'Finn Marlow' })).id;
    tieAccount(core, 'finance', decider);
    await verified(core, id);
    await approved(core, id, 'finance');
    for (const [keptId, lostId] of [
      [personId, decider],
      [decider, personId],
    ] as const) {
      const refused = await core
        .as('desk')
        .refusal('holdings.previewMerge', { kind: 'person', keptId, lostId });
      expect(refused).toMatchObject({
        code: 'merge.claims-apart',
        message: expect.stringContaining(reference),
      });
    }
  });

  it('are not made one where each took another step of one claim', async () => {
    const { id } = await aFiledClaim(core);
    const [one, other] = [(await aPerson(core)).id, (await aPerson(core)).id];
    tieAccount(core, 'officer', one);
    tieAccount(core, 'finance', other);
    await verified(core, id, 'officer');
    await approved(core, id, 'finance');
    const pair = { kind: 'person', keptId: one, lostId: other };
    const refused = await core.as('desk').refusal('holdings.previewMerge', pair);
    expect(refused.code).toBe('merge.claims-apart');
  });

  it('are made one where nobody decided what the other claimed', async () => {
    const { personId } = await aFiledClaim(core);
    const other = (await aPerson(core)).id;
    const merge = await aMerge(core, { kind: 'person', keptId: other, lostId: personId });
    expect(merge.keptId).toBe(other);
  });
});

const enterGeneral = (part: Parameters<typeof generalPolicyDetails>[0]) =>
  core.as('manager').call('policy.enterGeneral', generalPolicyDetails(part));

const checked = (id: ClaimId, version: number) => ({
  id,
  key: countedId(),
  version,
  isInOrder: true,
  why: '',
});

const second = (id: ClaimId, version: number) => ({
  id,
  key: countedId(),
  version,
  isApproved: true,
  why: '',
});

async function refusedApproval(id: ClaimId, by: Role | Desk) {
  const { claim } = await core.as('auditor').call('claims.toDecide', { id });
  return (typeof by === 'string' ? core.as(by) : by).refusal('claims.decide', {
    id,
    key: countedId(),
    version: claim.version,
    lines: claim.lines.map((line) => ({
      lineId: line.id,
      decision: 'approved',
      pence: null,
      why: '',
    })),
  });
}

/** A screen at which the officer is signed in after the role of that account was changed by two people. */
async function officerMade(role: Role): Promise<Desk> {
  const userId = userIdOfRole(core, 'officer');
  const manager = core.as('manager');
  await manager.call('users.askChange', {
    change: { kind: 'change-role', userId, role },
  });
  const { waiting } = await manager.call('users.list', {});
  await core.as('finance').call('users.confirmChange', { changeId: waiting[0]?.id ?? '' });
  const { session } = core.program.sessions.open(
    { ...ACCOUNTS.officer, userId, role, hasPin: false },
    'web',
  );
  return newDesk(core.program.dispatch, session);
}

async function livesAt(id: PersonId, address: string, postcode: string): Promise<void> {
  const desk = core.as('desk');
  const { version } = await desk.call('people.record', { id });
  await desk.call('people.changeRecord', { id, version, address, postcode });
}
