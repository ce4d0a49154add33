import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId } from '#db/claims/claims.contract';
import { pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import { generalPolicyDetails } from '../support/builders/claim-policy.ts';
import {
  aBusPolicy,
  aFiledClaim,
  aMeetingWith,
  approved,
  insertClaim,
  verified,
} from '../support/builders/filed-claims.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId, type Desk, newDesk } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
});
afterEach(() => core.close());

const see = async (id: ClaimId) => (await core.as('auditor').call('claims.toDecide', { id })).claim;
const tasks = async () =>
  (await core.as('manager').call('tasks.list', { withDone: false, limit: 50 })).tasks
    .filter(({ kind }) => kind.startsWith('claims.'))
    .map(({ words }) => words);

type OneDecision = {
  readonly decision: 'approved' | 'other' | 'asked' | 'rejected';
  readonly pence?: number;
  readonly why?: string;
};

/** A decision on each line that waits, in their order. */
async function decisionsOn(id: ClaimId, wanted: readonly OneDecision[]) {
  const claim = await see(id);
  const waiting = claim.lines.filter((line) => line.state === 'waiting');
  return {
    id,
    key: countedId(),
    version: claim.version,
    lines: waiting.slice(0, wanted.length).map((line, index) => ({
      lineId: line.id,
      decision: wanted[index]?.decision ?? ('approved' as const),
      pence: wanted[index]?.pence === undefined ? null : pence(wanted[index].pence),
      why: wanted[index]?.why ?? '',
    })),
  };
}

const decide = async (id: ClaimId, wanted: readonly OneDecision[], as: Role = 'finance') =>
  core.as(as).call('claims.decide', await decisionsOn(id, wanted));
const refusedDecision = async (id: ClaimId, wanted: readonly OneDecision[], as: Role = 'finance') =>
  core.as(as).refusal('claims.decide', await decisionsOn(id, wanted));

const aVerifiedClaim = async (lines: number, part: Parameters<typeof aFiledClaim>[1] = {}) => {
  const filed = await aFiledClaim(core, {
    lines: Array.from({ length: lines }, () => ({})),
    ...part,
  });
  await verified(core, filed.id);
  return filed;
};

describe('A claim that was handed in', () => {
  it('is checked, decided and to be paid, each step by somebody else and on the list meanwhile', async () => {
    const { id } = await aFiledClaim(core);
    const seen = await core.as('officer').call('claims.toDecide', { id });
    expect(seen.next).toEqual({ step: 'verify', may: true, why: '' });
    expect(seen.claim.warnings).toEqual([]);
    expect(seen.isClean).toBe(true);
    expect((await verified(core, id)).state).toBe('verified');
    expect(await tasks()).toEqual(['A claim waits for a decision; it came in on Mon 4 Jan.']);
    const decided = await approved(core, id);
    expect(decided).toMatchObject({ state: 'decided', decidedPence: 320, paidPence: 0 });
    expect(decided.lines[0]).toMatchObject({ state: 'approved', decidedPence: 320 });
    expect(await tasks()).toEqual([]);
  });

  it('goes back with what is missing, which has to be said', async () => {
    const { id } = await aFiledClaim(core);
    const wanted = { id, key: countedId(), version: 1, isInOrder: false, why: '' };
    const officer = core.as('officer');
    expect((await officer.refusal('claims.verify', wanted)).code).toBe('claim.say-what-is-missing');
    const back = await officer.call('claims.verify', {
      ...wanted,
      why: 'The ticket is unreadable.',
    });
    expect(back).toMatchObject({ state: 'asked' });
    expect((await officer.refusal('claims.verify', { ...wanted, isInOrder: true })).code).toBe(
      'claim.key-used',
    );
    expect(back.lines[0]).toMatchObject({
      state: 'asked',
      decisionWhy: 'The ticket is unreadable.',
    });
  });

  it('is decided line by line: good lines go on to be paid, the others return or are closed', async () => {
    const { id } = await aVerifiedClaim(4);
    const claim = await decide(id, [
      { decision: 'approved' },
      { decision: 'other', pence: 300, why: 'The day ticket is cheaper.' },
      { decision: 'asked', why: 'Which bus?' },
      { decision: 'rejected', why: 'Paid by the group.' },
    ]);
    expect(claim).toMatchObject({ state: 'asked', decidedPence: 620 });
    expect(claim.lines.map(({ state, decidedPence }) => [state, decidedPence])).toEqual([
      ['approved', 320],
      ['other', 300],
      ['asked', null],
      ['rejected', null],
    ]);
    const toPay = await core.as('manager').call('claims.queue', { show: 'to-pay' });
    expect(toPay.claims.map((one) => one.id)).toEqual([id]);
    expect((await core.as('manager').call('claims.toDecide', { id })).next).toMatchObject({
      step: 'pay',
      may: true,
    });
  });

  it('is refused whole with its reasons, and nothing is to be paid', async () => {
    const { id } = await aVerifiedClaim(1);
    const claim = await decide(id, [{ decision: 'rejected', why: 'Not a meeting of ours.' }]);
    expect(claim).toMatchObject({ state: 'decided', decidedPence: 0 });
    const { next } = await core.as('manager').call('claims.toDecide', { id });
    expect(next.step).toBe('none');
  });

  it.each([
    ['no reason for a question', { decision: 'asked' }, 'claim.decision-without-reason'],
    ['no reason for a refusal', { decision: 'rejected' }, 'claim.decision-without-reason'],
    [
      'no reason for another amount',
      { decision: 'other', pence: 1 },
      'claim.decision-without-reason',
    ],
    ['no amount', { decision: 'other', why: 'Less.' }, 'claim.other-amount'],
    [
      'nothing as another amount',
      { decision: 'other', pence: 0, why: 'No.' },
      'claim.other-amount',
    ],
    [
      'more than was asked',
      { decision: 'other', pence: 321, why: 'Rise.' },
      'claim.more-than-asked',
    ],
  ] as const)('is not decided with %s', async (_, decision, code) => {
    const { id } = await aVerifiedClaim(1);
    expect((await refusedDecision(id, [decision])).code).toBe(code);
  });

  it('has keys of its own: one that was used on another claim, or by somebody else, is refused', async () => {
    const [one, other] = [await aVerifiedClaim(1), await aVerifiedClaim(1)];
    const wanted = await decisionsOn(one.id, [{ decision: 'approved' }]);
    const finance = core.as('finance');
    await finance.call('claims.decide', wanted);
    const again = await finance.refusal('claims.decide', {
      ...(await decisionsOn(other.id, [{ decision: 'approved' }])),
      key: wanted.key,
    });
    expect(again.code).toBe('claim.key-used');
    // And it is the key of whoever used it first.
    expect((await core.as('manager').refusal('claims.decide', wanted)).code).toBe('claim.key-used');
  });

  it('is answered as it was decided where the same comes again, and refused where the key comes with other decisions', async () => {
    const { id } = await aVerifiedClaim(2);
    const reasons = [
      { decision: 'approved' as const },
      { decision: 'other' as const, pence: 200, why: 'One way only.' },
    ];
    const wanted = await decisionsOn(id, reasons);
    const finance = core.as('finance');
    const done = await finance.call('claims.decide', wanted);
    const again = { ...wanted, lines: wanted.lines.toReversed() };
    expect(await finance.call('claims.decide', again)).toEqual(done);
    const [first, second] = wanted.lines;
    for (const lines of [
      [first, { ...second, pence: 201 }],
      [first, { ...second, why: 'Another reason.' }],
      [{ ...first, decision: 'rejected', why: 'No.' }, second],
      [first],
    ]) {
      const refused = await finance.refusal('claims.decide', { ...wanted, lines });
      expect([lines, refused.code]).toEqual([lines, 'claim.key-used']);
    }
    // Nor is it the key of an approval of several.
    const { key, version } = wanted;
    const clean = await finance.call('claims.approveClean', { claims: [{ id, key, version }] });
    expect(clean.claims).toMatchObject([
      { isApproved: false, why: expect.stringContaining('with other answers') },
    ]);
  });

  it('is decided whole or not at all', async () => {
    const { id, lineIds } = await aVerifiedClaim(2);
    expect((await refusedDecision(id, [{ decision: 'approved' }])).code).toBe(
      'claim.lines-undecided',
    );
    const twice = await decisionsOn(id, [{ decision: 'approved' }, { decision: 'approved' }]);
    const [first] = twice.lines;
    const refused = await core
      .as('finance')
      .refusal('claims.decide', { ...twice, lines: [...twice.lines, first] });
    expect(refused.code).toBe('claim.line-not-waiting');
    expect((await see(id)).lines.map((line) => line.id)).toEqual(lineIds);
    expect((await see(id)).decisions).toHaveLength(1);
  });

  it('has no amount to approve while its rate is not set; another amount needs the reason', async () => {
    const { id } = await aVerifiedClaim(1, { lines: [{ payablePence: null }] });
    expect((await refusedDecision(id, [{ decision: 'approved' }])).code).toBe(
      'claim.line-not-priced',
    );
    const decided = await decide(id, [
      { decision: 'other', pence: 300, why: 'The receipted fare, until a rate is entered.' },
    ]);
    expect(decided.decidedPence).toBe(300);
  });
});

describe('A warning at the decision', () => {
  it('needs a reason to go on, which stays on record as its answer', async () => {
    const other = await aPerson(core);
    const meeting = await aMeetingWith(core, other.id);
    const { id } = await aVerifiedClaim(1, { lines: [{ activityId: meeting.id }] });
    expect((await see(id)).warnings.map(({ code }) => code)).toEqual(['not-on-sheet']);
    const refused = await refusedDecision(id, [{ decision: 'approved' }]);
    expect(refused.code).toBe('claim.say-why-despite-warning');
    const decided = await decide(id, [{ decision: 'approved', why: 'Seen there by the officer.' }]);
    expect(decided.warnings).toMatchObject([
      { code: 'not-on-sheet', answer: { why: 'Seen there by the officer.', by: 'Finn Marlow' } },
    ]);
  });

  it('is out of time: only a manager lets it through, with a reason', async () => {
    const { id } = await aVerifiedClaim(1, { receivedOn: '2027-04-10' });
    const late = (await see(id)).warnings.find(({ code }) => code === 'out-of-time');
    expect(late).toMatchObject({
      weight: 'stops',
      words: 'Out of time by 6 days: the last day to claim for 4 January 2027 was 4 April 2027.',
    });
    const why = 'The council lost the form.';
    const refused = await refusedDecision(id, [{ decision: 'approved', why }]);
    expect(refused.code).toBe('claim.manager-lets-through');
    const silent = await refusedDecision(id, [{ decision: 'approved' }], 'manager');
    expect(silent.code).toBe('claim.say-why-despite-warning');
    expect((await decide(id, [{ decision: 'approved', why }], 'manager')).state).toBe('decided');
  });

  it('that a rule stops is approved by nobody; it may be asked about or refused', async () => {
    const { id } = await aVerifiedClaim(1, { receivedOn: '2027-01-03' });
    const refused = await refusedDecision(
      id,
      [{ decision: 'approved', why: 'All the same.' }],
      'manager',
    );
    expect(refused).toMatchObject({
      code: 'claim.line-stopped',
      message: expect.stringContaining('is after the day on which the claim came in'),
    });
    expect((await decide(id, [{ decision: 'asked', why: 'Which day?' }])).state).toBe('asked');
  });
});

describe('The second approval', () => {
  const aboveFive = () =>
    core
      .as('manager')
      .call('policy.enterGeneral', generalPolicyDetails({ secondApproverAbovePence: pence(500) }));

  it('is asked for above the council’s limit, and not at it', async () => {
    await aboveFive();
    const small = await aVerifiedClaim(1, { lines: [{ claimedPence: 500 }] });
    expect((await approved(core, small.id)).state).toBe('decided');
    const large = await aVerifiedClaim(1, { lines: [{ claimedPence: 501 }] });
    expect((await approved(core, large.id)).state).toBe('second');
    const counts = (await core.as('manager').call('claims.queue', { show: 'second' })).counts;
    expect(counts).toMatchObject({ second: 1, 'to-pay': 1 });
  });

  it('sends it back to the first approver, whose decision then counts no longer', async () => {
    await aboveFive();
    const { id } = await aVerifiedClaim(1, { lines: [{ claimedPence: 900 }] });
    await approved(core, id);
    const manager = core.as('manager');
    const wanted = { id, key: countedId(), version: 3, isApproved: false, why: '' };
    expect((await manager.refusal('claims.approveSecond', wanted)).code).toBe(
      'claim.say-what-is-missing',
    );
    const back = await manager.call('claims.approveSecond', {
      ...wanted,
      why: 'Ask for the ticket.',
    });
    expect(back).toMatchObject({ state: 'verified', decidedPence: 0 });
    const other = { ...wanted, why: 'Another reason.' };
    expect((await manager.refusal('claims.approveSecond', other)).code).toBe('claim.key-used');
    expect(back.lines[0]).toMatchObject({ state: 'waiting', decidedPence: null });
    await decide(id, [{ decision: 'other', pence: 800, why: 'One way only.' }]);
    const done = await manager.call('claims.approveSecond', {
      id,
      key: countedId(),
      version: 5,
      isApproved: true,
      why: '',
    });
    expect(done).toMatchObject({ state: 'decided', decidedPence: 800 });
  });
});

describe('A top-up', () => {
  const topUp = async (id: ClaimId, more: number, as: Role = 'finance') => {
    const claim = await see(id);
    return {
      desk: core.as(as),
      wanted: {
        id,
        lineId: claim.lines[0]?.id ?? ('' as never),
        key: countedId(),
        version: claim.version,
        pence: pence(more),
        why: 'The receipt turned up.',
      },
    };
  };

  it('adds to what was decided too low, up to what was asked', async () => {
    const { id } = await aVerifiedClaim(1);
    await decide(id, [{ decision: 'other', pence: 200, why: 'No receipt.' }]);
    const tooMuch = await topUp(id, 121);
    expect((await tooMuch.desk.refusal('claims.topUp', tooMuch.wanted)).code).toBe(
      'claim.more-than-asked',
    );
    const { desk, wanted } = await topUp(id, 120);
    const added = await desk.call('claims.topUp', wanted);
    expect(added).toMatchObject({ state: 'decided', decidedPence: 320 });
    expect((await desk.call('claims.topUp', wanted)).decidedPence).toBe(320);
    for (const part of [{ pence: pence(119) }, { why: 'It was by bus.' }]) {
      const refused = await desk.refusal('claims.topUp', { ...wanted, ...part });
      expect([part, refused.code]).toEqual([part, 'claim.key-used']);
    }
  });

  it('counts towards the limit of the second approver, who is somebody else and may take it back', async () => {
    const { id } = await aVerifiedClaim(1);
    await decide(id, [{ decision: 'other', pence: 200, why: 'No receipt.' }], 'manager');
    const limit = { secondApproverAbovePence: pence(300) };
    await core.as('manager').call('policy.enterGeneral', generalPolicyDetails(limit));
    const { desk, wanted } = await topUp(id, 120);
    expect((await desk.call('claims.topUp', wanted)).state).toBe('second');
    const second = { id, key: countedId(), version: 4, isApproved: true, why: '' };
    expect((await desk.refusal('claims.approveSecond', second)).code).toBe('claim.same-hand');
    const third = thirdApprover();
    const back = await third.call('claims.approveSecond', {
      ...second,
      isApproved: false,
      why: 'Show the receipt.',
    });
    expect(back).toMatchObject({ state: 'decided', decidedPence: 200 });
  });

  it('is of a line that was approved, and waits while another step does', async () => {
    const { id } = await aVerifiedClaim(1);
    const early = await topUp(id, 1);
    expect((await early.desk.refusal('claims.topUp', early.wanted)).code).toBe('claim.not-at-step');
    await decide(id, [{ decision: 'rejected', why: 'No.' }]);
    const late = await topUp(id, 1);
    expect((await late.desk.refusal('claims.topUp', late.wanted)).code).toBe(
      'claim.nothing-to-top-up',
    );
  });
});

describe('Two officers at one claim', () => {
  it('are told who has it in hand, for ten minutes and not longer', async () => {
    const { id } = await aVerifiedClaim(1);
    const [finance, manager] = [core.as('finance'), core.as('manager')];
    const mine = await finance.call('claims.open', { id });
    expect(mine).toMatchObject({ openedBy: 'Finn Marlow', isMine: true });
    expect(await manager.call('claims.open', { id })).toMatchObject({
      openedBy: 'Finn Marlow',
      isMine: false,
    });
    expect((await manager.call('claims.toDecide', { id })).openedBy).toMatchObject({
      name: 'Finn Marlow',
    });
    expect((await finance.call('claims.toDecide', { id })).openedBy).toBeNull();
    expect((await refusedDecision(id, [{ decision: 'approved' }], 'manager')).code).toBe(
      'claim.open-elsewhere',
    );
    core.clock.advance(10 * 60_000);
    expect(await core.as('manager').call('claims.open', { id })).toMatchObject({ isMine: true });
    expect((await decide(id, [{ decision: 'approved' }], 'manager')).state).toBe('decided');
  });

  it('is let go by who has it, and by nobody else', async () => {
    const { id } = await aVerifiedClaim(1);
    await core.as('finance').call('claims.open', { id });
    await core.as('manager').call('claims.open', { id, isLetGo: true });
    expect((await refusedDecision(id, [{ decision: 'approved' }], 'manager')).code).toBe(
      'claim.open-elsewhere',
    );
    await core.as('finance').call('claims.open', { id, isLetGo: true });
    expect((await decide(id, [{ decision: 'approved' }], 'manager')).state).toBe('decided');
  });

  it('decide it once: two hundred claims pressed twice at once are two hundred approvals', async () => {
    const person = await aPerson(core);
    const meeting = await aMeetingWith(core, person.id);
    const ids = Array.from(
      { length: 200 },
      () =>
        insertClaim(core, {
          personId: person.id,
          state: 'verified',
          lines: [{ activityId: meeting.id, kind: 'bus', reason: 'One of many.' }],
        }).id,
    );
    const finance = core.as('finance');
    const manager = core.as('manager');
    const answers = await Promise.all(
      ids.flatMap((id, index) => {
        const wanted = {
          id,
          key: countedId(),
          version: 1,
          lines: [
            {
              lineId: lineOf(id),
              decision: 'approved',
              pence: null,
              why: 'Each is another journey.',
            },
          ],
        };
        // Every other pair is one person who presses twice, the rest two people at once.
        const second = index % 2 === 0 ? finance : manager;
        const again = index % 2 === 0 ? wanted : { ...wanted, key: countedId() };
        return [finance.ask('claims.decide', wanted), second.ask('claims.decide', again)];
      }),
    );
    const approvals = core
      .raw()
      .prepare("SELECT count(*) FROM claim_decision WHERE step = 'approve'")
      .pluck()
      .get();
    expect(approvals).toBe(200);
    const refused = answers.filter((answer) => !answer.ok).map((a) => (a.ok ? '' : a.error.code));
    expect(refused).toHaveLength(100);
    expect(new Set(refused)).toEqual(new Set(['claim.changed-by-someone-else']));
  }, 120_000);
});

const lineOf = (id: ClaimId): string =>
  core.raw().prepare('SELECT id FROM claim_line WHERE claim_id = ?').pluck().get(id) as string;

describe('Reasons', () => {
  it('are kept in the same words for everybody, and put out of use', async () => {
    const finance = core.as('finance');
    const kept = await finance.call('claims.keepReason', {
      id: null,
      decision: 'rejected',
      words: 'Refreshments are supplied.',
      isActive: true,
      version: 0,
    });
    expect(await core.as('desk').call('claims.reasons', {})).toEqual([kept]);
    const out = await finance.call('claims.keepReason', { ...kept, isActive: false });
    expect(out).toMatchObject({ isActive: false, version: 2 });
    expect((await finance.refusal('claims.keepReason', kept)).code).toBe('claim.reason-changed');
    const gone = { ...kept, id: 'none' };
    expect((await finance.refusal('claims.keepReason', gone)).code).toBe('claim.reason-not-found');
  });
});

/** A second finance approver, put into the file and signed in. */
function thirdApprover(): Desk {
  const db = core.raw();
  db.prepare(
    `INSERT INTO app_user SELECT 'third', 'third', 'Thea Third', role, is_active, passphrase_hash, pin_hash, failed_tries,
       lock_level, locked_at_steady, locked_for_ms, created_at, version FROM app_user WHERE role = 'finance'`,
  ).run();
  db.close();
  const user = { userId: 'third', name: 'third', displayName: 'Thea Third', hasPin: false };
  const { session } = core.program.sessions.open({ ...user, role: 'finance' }, 'web');
  return newDesk(core.program.dispatch, session);
}
