import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimId } from '#db/claims/claims.contract';
import type { PersonId } from '#db/people/people.contract';
import { pence } from '#db/shared/money';
import type { Role } from '#db/shared/roles';
import { generalPolicyDetails } from '../support/builders/claim-policy.ts';
import { aPicture } from '../support/builders/claims.ts';
import { aBusPolicy, aFiledClaim, approved, verified } from '../support/builders/filed-claims.ts';
import { aPaidGroup, stagedDetails, verifiedDetails } from '../support/builders/payees.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId, type Desk, newDesk } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await aBusPolicy(core);
});
afterEach(() => core.close());

const SIGNED = { name: 'Pat Example', strokes: [[10, 10, 40, 20]], file: null };

const onPaper = ({ name, base64 }: { readonly name: string; readonly base64: string }) => ({
  name: 'Pat Example',
  strokes: null,
  file: { name, base64 },
});

async function aDecidedClaim(part: Parameters<typeof aFiledClaim>[1] = {}) {
  const filed = await aFiledClaim(core, part);
  await verified(core, filed.id);
  await approved(core, filed.id);
  return filed;
}

async function payment(id: ClaimId, part: Readonly<Record<string, unknown>> = {}) {
  const { claim } = await core.as('auditor').call('claims.toDecide', { id });
  return {
    id,
    key: countedId(),
    version: claim.version,
    paidOn: '2027-01-04',
    method: 'cash',
    note: '',
    cash: SIGNED,
    ...part,
  };
}

const pay = async (id: ClaimId, part: Parameters<typeof payment>[1] = {}, as: Role = 'manager') =>
  core.as(as).call('claims.payByHand', (await payment(id, part)) as never);
const refusedPay = async (
  id: ClaimId,
  part: Parameters<typeof payment>[1] = {},
  as: Role = 'manager',
) => core.as(as).refusal('claims.payByHand', await payment(id, part));

const asParty = (personId: PersonId) => ({ kind: 'person', personId }) as const;
const bank = (part: object = {}) => ({ method: 'bank-transfer', cash: null, ...part });

describe('A claim that was decided', () => {
  it('is paid in cash against the payee’s signature, and closed', async () => {
    const { id } = await aDecidedClaim();
    const paid = await pay(id, { note: 'From the cash box' });
    expect(paid).toMatchObject({ state: 'paid', paidPence: 320 });
    expect(paid.payments).toMatchObject([
      {
        method: 'cash',
        pence: 320,
        by: 'Maya Quill',
        note: 'From the cash box',
        maskedAccount: '',
      },
    ]);
    expect(paid.lines[0]?.paidPence).toBe(320);
    expect(paid.signatures.filter(({ role }) => role === 'cash')).toMatchObject([
      {
        role: 'cash',
        name: 'Pat Example',
        way: 'screen',
        words: expect.stringMatching(
          /^Received £3\.20 in cash for claim CLM-2027-\d+ on 4 January 2027\.$/,
        ),
      },
    ]);
    expect((await refusedPay(id)).code).toBe('claim.not-at-step');
  });

  it('is paid in cash against a slip signed on paper, whose scan is opened where the payment stands', async () => {
    const { id } = await aDecidedClaim();
    const slip = aPicture(77, 'signed slip.png');
    const paid = await pay(id, { cash: onPaper(slip) });
    const signature = paid.signatures.find(({ role }) => role === 'cash');
    expect(signature).toMatchObject({ way: 'paper', strokes: null });
    expect(paid.payments).toMatchObject([{ method: 'cash', signatureId: signature?.id }]);
    expect(paid.receipts).toMatchObject([
      { id: signature?.receiptId, kind: 'cash-receipt', name: 'signed slip.png', lineIds: [] },
    ]);
    const asked = { id: signature?.receiptId };
    expect(await core.as('desk').call('claims.receipt', asked as never)).toMatchObject({
      base64: slip.base64,
    });
    const code = 'claim.paper-not-shown';
    expect(await core.as('auditor').refusal('claims.receipt', asked)).toMatchObject({ code });
  });

  it('keeps the slip that was signed as it came in, also when the claim is opened again', async () => {
    const { id } = await aDecidedClaim();
    const paid = await pay(id, { cash: onPaper(aPicture(78, 'slip.png')) });
    const [slip] = paid.receipts;
    const code = 'claim.signed-paper-stays';
    expect(await core.as('desk').refusal('claims.removeReceipt', { id: slip?.id })).toMatchObject({
      code,
    });
    const described = {
      id: slip?.id,
      printedOn: null,
      printedPence: null,
      printedNumber: '',
      lineIds: paid.lines.map((line) => line.id),
    };
    expect(await core.as('desk').refusal('claims.describeReceipt', described)).toMatchObject({
      code,
    });
  });

  it('is paid once, however often one payment is sent', async () => {
    const { id } = await aDecidedClaim();
    const wanted = await payment(id);
    const manager = core.as('manager');
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => manager.ask('claims.payByHand', wanted)),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(core.raw().prepare('SELECT count(*) FROM claim_payment').pluck().get()).toBe(1);
  });

  it('is paid to the details that were checked and in force on that day', async () => {
    const { id, personId } = await aDecidedClaim();
    const unknown = await refusedPay(id, bank());
    expect(unknown.message).toContain('Nobody has entered how');
    await stagedDetails(core, asParty(personId));
    const staged = await refusedPay(id, bank());
    expect(staged).toMatchObject({
      code: 'claim.no-payee-details',
      message: expect.stringContaining('wait for a second person'),
    });
  });

  it('keeps the version of the details that it was paid to, masked', async () => {
    const { id } = await aDecidedClaim({ payeeGroupId: (await aKnownGroup()).groupId });
    const paid = await pay(id, bank());
    expect(paid.payments).toMatchObject([
      { method: 'bank-transfer', maskedAccount: '••••3907', detailsNumber: 1, pence: 320 },
    ]);
  });

  it('is not paid another way than the details say', async () => {
    const { id } = await aDecidedClaim({ payeeGroupId: (await aKnownGroup()).groupId });
    const refused = await refusedPay(id, { method: 'cheque', cash: null });
    expect(refused).toMatchObject({
      code: 'claim.details-are-other-method',
      message: expect.stringContaining('bank transfer'),
    });
  });

  it.each([
    [
      'signed for on the screen',
      { cash: SIGNED },
      [
        { paidOn: '2027-01-03' },
        { note: 'By post' },
        { cash: { ...SIGNED, name: 'Sam Example' } },
        { cash: { ...SIGNED, strokes: [[1, 2, 3, 4]] } },
        { cash: onPaper(aPicture(75)) },
        bank(),
      ],
    ],
    ['signed for on paper', { cash: onPaper(aPicture(75)) }, [{ cash: onPaper(aPicture(76)) }]],
  ] as const)(
    'is answered as it was paid where the same payment comes again, and refused where the key comes with another: %s',
    async (_, part, others) => {
      const { id } = await aDecidedClaim();
      const manager = core.as('manager');
      const sent = (await payment(id, part)) as never;
      const paid = await manager.call('claims.payByHand', sent);
      expect((await manager.call('claims.payByHand', sent)).payments).toEqual(paid.payments);
      for (const other of others) {
        const refused = await manager.refusal('claims.payByHand', {
          ...(sent as object),
          ...other,
        });
        expect([other, refused.code]).toEqual([other, 'claim.key-used']);
      }
    },
  );

  it.each([
    ['cash without a signature', { cash: null }, 'claim.cash-needs-signature'],
    [
      'cash signed for twice, on the screen and on paper',
      { cash: { ...SIGNED, file: { name: 'slip.png', base64: aPicture(79).base64 } } },
      'claim.cash-needs-signature',
    ],
    [
      'cash with neither strokes nor paper',
      { cash: { ...SIGNED, strokes: null } },
      'claim.cash-needs-signature',
    ],
    ['a signature on a transfer', { method: 'bank-transfer' }, 'claim.cash-only-for-cash'],
    ['a day to come', { paidOn: '2027-01-05' }, 'claim.paid-in-future'],
    ['a day before it was decided', { paidOn: '2027-01-03' }, 'claim.paid-before-decided'],
  ] as const)('is not paid with %s', async (_, part, code) => {
    const { id } = await aDecidedClaim();
    expect((await refusedPay(id, part)).code).toBe(code);
  });

  it('is not paid where all of it was refused', async () => {
    const { id, lineIds } = await aFiledClaim(core);
    await verified(core, id);
    const no = { lineId: lineIds[0], decision: 'rejected', pence: null, why: 'Not a meeting.' };
    await core
      .as('finance')
      .ask('claims.decide', { id, key: countedId(), version: 2, lines: [no] });
    expect((await refusedPay(id)).code).toBe('claim.nothing-to-pay');
  });

  it('is not paid in cash above the council’s limit', async () => {
    const { id } = await aDecidedClaim();
    await core
      .as('manager')
      .call('policy.enterGeneral', generalPolicyDetails({ cashLimitPence: pence(300) }));
    expect((await refusedPay(id)).code).toBe('claim.cash-above-limit');
  });

  it('is paid by somebody who approved nothing of it', async () => {
    const { id } = await aDecidedClaim();
    expect((await refusedPay(id, {}, 'finance')).code).toBe('claim.same-hand');
  });

  it('is paid what was added later, and only that', async () => {
    const { id, lineIds } = await aFiledClaim(core);
    await verified(core, id);
    const finance = core.as('finance');
    const [lineId] = lineIds;
    const less = { lineId, decision: 'other', pence: 200, why: 'No ticket.' };
    await finance.ask('claims.decide', { id, key: countedId(), version: 2, lines: [less] });
    await pay(id);
    await finance.ask('claims.topUp', {
      id,
      lineId,
      key: countedId(),
      version: 4,
      pence: 120,
      why: 'The ticket turned up.',
    });
    const paid = await pay(id);
    expect(paid.payments.map((one) => one.pence)).toEqual([200, 120]);
    expect(paid).toMatchObject({ state: 'paid', decidedPence: 320, paidPence: 320 });
  });

  it('is never paid more than was decided, also past the program', async () => {
    await core
      .as('manager')
      .call('policy.enterGeneral', generalPolicyDetails({ secondApproverAbovePence: pence(100) }));
    const { id, lineIds } = await aFiledClaim(core);
    await verified(core, id);
    await approved(core, id);
    const second = async (isApproved: boolean, version: number) =>
      core.as('manager').call('claims.approveSecond', {
        id,
        key: countedId(),
        version,
        isApproved,
        why: 'Look again.',
      });
    // What was sent back was decided too, and stands no longer.
    await second(false, 3);
    await approved(core, id);
    await second(true, 5);
    const third = countedId();
    addFinance(third);
    const paid = await asThird(third).call('claims.payByHand', (await payment(id)) as never);
    expect(paid.paidPence).toBe(320);
    const db = core.raw();
    const payments = db.prepare('SELECT id FROM claim_payment').pluck().all();
    const [sentBack] = db
      .prepare("SELECT id FROM claim_decision WHERE step = 'approve' ORDER BY rowid")
      .pluck()
      .all();
    const write = db.prepare(
      'INSERT INTO claim_payment_part (decision_id, payment_id, line_id, pence) VALUES (?, ?, ?, 320)',
    );
    expect(() => write.run(sentBack, payments[0], lineIds[0])).toThrow('only what was decided');
    expect(() => db.prepare('DELETE FROM claim_payment').run()).toThrow('stays on record');
    expect(() => db.prepare('UPDATE claim_payment SET pence = 1').run()).toThrow('stays on record');
    expect(() => db.prepare('DELETE FROM claim_payment_part').run()).toThrow('stays on record');
    db.close();
  });
});

/** A group whose account the manager rang back about. */
async function aKnownGroup() {
  const group = await aPaidGroup(core);
  await verifiedDetails(core, group);
  return group;
}

/** A second finance approver, put into the file. */
function addFinance(id: string): void {
  const db = core.raw();
  db.prepare(
    `INSERT INTO app_user SELECT ?, 'third', 'Thea Third', role, is_active, passphrase_hash, pin_hash, failed_tries,
       lock_level, locked_at_steady, locked_for_ms, created_at, version FROM app_user WHERE role = 'finance'`,
  ).run(id);
  db.close();
}

const asThird = (userId: string): Desk =>
  newDesk(
    core.program.dispatch,
    core.program.sessions.open(
      { userId, name: 'third', displayName: 'Thea Third', role: 'finance', hasPin: false },
      'web',
    ).session,
  );
