import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Claim, LineWords } from '#db/claims/claims.contract';
import type { Person } from '#db/people/people.contract';
import type { WireResult } from '#db/shared/domain-error';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  enterGeneral,
  enterRates,
  signClaim,
  signing,
  wordsOf,
} from '../support/builders/claims.ts';
import { verified } from '../support/builders/filed-claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId, type Desk } from '../support/program-for-tests.ts';

let core: TestCore;
beforeAll(async () => {
  core = await openTestCore();
  await enterRates(core);
});
afterAll(() => core.close());

async function lentFor({ id }: Pick<Claim, 'id'>): Promise<Desk> {
  const screen = core.as('desk');
  await screen.call('session.handOver', { claimId: id });
  return screen;
}

const codeOf = (result: WireResult): string => (result.ok ? 'ok' : result.error.code);
const lineOf = ({ lines: [line] }: Claim): LineWords => line ?? expect.fail('it has a line');

describe('What staff settled before they lent the screen', () => {
  let claimant: Person;
  let other: Person;
  let draft: Claim;
  let ofOther: Claim;
  beforeAll(async () => {
    claimant = await aPerson(core);
    other = await aPerson(core);
    draft = await aDraft(core, claimant, {
      lines: [claimLine({ overridePence: 450, overrideWhy: 'No rate is entered' })],
    });
    ofOther = await aDraft(core, other);
  });

  const elsewhere: readonly (readonly [what: string, part: () => Parameters<typeof wordsOf>[1]])[] =
    [
      ['who claims', () => ({ claimant: { kind: 'person', personId: other.id } })],
      ['whether they are staff', () => ({ claimant: { kind: 'staff', personId: claimant.id } })],
      ['who brings it', () => ({ filerPersonId: other.id })],
      ['that nobody brings it', () => ({ filerPersonId: null })],
      ['a group that it is brought for', () => ({ filerGroupId: 'group-1' })],
      ['who is paid', () => ({ payee: { kind: 'person', personId: other.id } })],
      ['the sheet it is on', () => ({ batchId: 'sheet-1' })],
      ['the day it came in', () => ({ receivedOn: '2027-01-03' })],
      [
        'an actual cost that nobody allowed',
        () => ({ lines: [claimLine({ overridePence: 500 })] }),
      ],
      [
        'more than was allowed',
        () => ({ lines: [claimLine({ id: lineOf(draft).id, overridePence: 900 })] }),
      ],
      [
        'another reason for it',
        () => ({
          lines: [claimLine({ ...lineOf(wordsOf(draft) as never), overrideWhy: 'I say so' })],
        }),
      ],
      ['a line of another claim', () => ({ lines: wordsOf(ofOther).lines })],
    ];

  it.each(elsewhere)('is not for the claimant to change: %s', async (_what, part) => {
    const screen = await lentFor(draft);
    for (const name of ['claims.saveDraft', 'claims.foresee'])
      expect(codeOf(await screen.ask(name, wordsOf(draft, part())))).toBe('session.handed-over');
    expect(await screen.call('claims.get', { id: draft.id })).toMatchObject({ version: 1 });
  });

  it('leaves to the claimant what was spent and how it is paid out', async () => {
    const mine = await aDraft(core, claimant, {
      lines: [claimLine({ overridePence: 450, overrideWhy: 'No rate is entered' })],
    });
    const screen = await lentFor(mine);
    const saved = await screen.call(
      'claims.saveDraft',
      wordsOf(mine, {
        method: 'cash',
        notes: 'Came late, the bus broke down',
        accessNeedMet: 'taxi, cannot use a bus',
        lines: [...wordsOf(mine).lines, claimLine({ kind: 'taxi', claimedPence: 700 })],
      }),
    );
    expect([saved.method, saved.lines.length]).toEqual(['cash', 2]);
  });

  it('keeps the signatures of others: a treasurer’s and one for cash are not given there', async () => {
    for (const role of ['treasurer', 'cash'] as const) {
      const screen = await lentFor(draft);
      expect(codeOf(await screen.ask('claims.sign', { ...signing(draft), role }))).toBe(
        'session.handed-over',
      );
    }
  });
});

describe('Receipts at a lent screen', () => {
  it('are those of the claim: of a sheet, others’ are neither shown nor read, changed or laid to a line', async () => {
    const [claimant, other] = [await aPerson(core), await aPerson(core)];
    const group = await aGroup(core);
    const batch = await core.as('desk').call('claims.startBatch', {
      id: 'sheet-of-the-test',
      groupId: group.id,
      treasurerPersonId: other.id,
      receivedOn: '2027-01-04',
    });
    const draft = await aDraft(core, claimant, { batchId: batch.id });
    const theirs = await aDraft(core, other, { batchId: batch.id });
    const attach = async (claim: Claim, shade: number) =>
      (
        await core.as('desk').call('claims.attachReceipt', {
          id: claim.id,
          ...aPicture(shade),
          lineIds: [lineOf(claim).id],
        })
      ).receipt.id;
    const own = await attach(draft, 1);
    const ofOther = await attach(theirs, 2);
    const laidToBoth = await attach(theirs, 3);
    const ofSheet = await attach(theirs, 4);
    const raw = core.raw();
    raw
      .prepare('UPDATE claim_receipt SET claim_id = NULL, batch_id = ? WHERE id IN (?, ?)')
      .run(batch.id, laidToBoth, ofSheet);
    raw
      .prepare('INSERT INTO claim_line_receipt (line_id, receipt_id) VALUES (?, ?)')
      .run(lineOf(draft).id, laidToBoth);

    const described = { printedOn: null, printedPence: null, printedNumber: '7' };
    const mine = [lineOf(draft).id];
    const notMine = [lineOf(theirs).id];
    const laying = (receiptIds: readonly string[]) =>
      wordsOf(draft, { lines: [{ ...lineOf(wordsOf(draft) as never), receiptIds }] });
    const asked: readonly (readonly [name: string, input: object, isAnswered: boolean])[] = [
      ['claims.receipt', { id: own }, true],
      ['claims.receipt', { id: laidToBoth }, true],
      ['claims.receipt', { id: ofOther }, false],
      ['claims.receipt', { id: ofSheet }, false],
      ['claims.describeReceipt', { id: own, ...described, lineIds: mine }, true],
      ['claims.describeReceipt', { id: own, ...described, lineIds: notMine }, false],
      ['claims.describeReceipt', { id: laidToBoth, ...described, lineIds: mine }, false],
      ['claims.describeReceipt', { id: ofOther, ...described, lineIds: [] }, false],
      ['claims.attachReceipt', { id: draft.id, ...aPicture(5), lineIds: notMine }, false],
      ['claims.removeReceipt', { id: ofOther }, false],
      ['claims.removeReceipt', { id: laidToBoth }, false],
      ['claims.saveDraft', laying([ofOther]), false],
      ['claims.saveDraft', laying([ofSheet]), false],
      ['claims.foresee', laying([own, laidToBoth]), true],
    ];
    const screen = await lentFor(draft);
    for (const [name, input, isAnswered] of asked)
      expect([name, input, codeOf(await screen.ask(name, input))]).toEqual([
        name,
        input,
        isAnswered ? 'ok' : 'session.handed-over',
      ]);

    const shown = await screen.call('claims.get', { id: draft.id });
    expect(shown.receipts.map(({ id }) => id).toSorted()).toEqual([own, laidToBoth].toSorted());
    expect(JSON.stringify(shown)).not.toContain(lineOf(theirs).id);
    const atDesk = await core.as('desk').call('claims.get', { id: draft.id });
    expect(atDesk.receipts).toHaveLength(3);
  });

  it('tell nothing of the other claim where a ticket was brought twice: staff find it open afterwards', async () => {
    const [first, second] = [await anAttendee(core), await anAttendee(core)];
    const attach = (claim: Claim, by: Desk) =>
      by.call('claims.attachReceipt', {
        id: claim.id,
        ...aPicture(77),
        lineIds: [lineOf(claim).id],
      });
    const lines = ({ activity }: typeof first) => ({
      lines: [claimLine({ activityId: activity.id })],
    });
    const kept = await aDraft(core, first.person, lines(first));
    await attach(kept, core.as('desk'));
    await signClaim(core, kept);
    const draft = await aDraft(core, second.person, lines(second));

    const lent = await lentFor(draft);
    const { warnings } = await attach(draft, lent);
    expect(warnings).toMatchObject([
      { code: 'double-receipt', words: 'Staff will check this ticket.', other: null },
    ]);
    const atLent = await lent.call('claims.get', { id: draft.id });
    expect(JSON.stringify(atLent)).not.toContain(first.person.name);
    expect(
      codeOf(
        await lent.ask('claims.answerWarning', {
          id: draft.id,
          lineId: lineOf(draft).id,
          code: 'double-receipt',
          why: 'Because',
        }),
      ),
    ).toBe('session.handed-over');
    const forecast = await lent.call('claims.foresee', wordsOf(atLent));
    expect([forecast.missing, [...new Set(forecast.warnings.map(({ weight }) => weight))]]).toEqual(
      [[], ['says']],
    );
    await lent.call('claims.sign', signing(atLent));

    const found = (await core.as('desk').call('claims.get', { id: draft.id })).warnings.filter(
      ({ code }) => code === 'double-receipt',
    );
    expect(found).toMatchObject([{ weight: 'warns', answer: null, other: expect.anything() }]);
  });
});

describe('A claim that is finished at a lent screen', () => {
  let draft: Claim;
  beforeEach(async () => {
    const { person, activity } = await anAttendee(core);
    draft = await aDraft(core, person, { lines: [claimLine({ activityId: activity.id })] });
  });

  it('is handed in by signing, which ends the lending with its reference and the promised day', async () => {
    await enterGeneral(core, { promisedWorkingDays: 10 });
    const screen = await lentFor(draft);
    const signed = await screen.call('claims.sign', signing(draft));
    expect(signed.state).toBe('filed');
    expect((await screen.call('session.current', {})).handedOver).toEqual({
      claimId: draft.id,
      claimantName: '',
      reference: draft.reference,
      endedBy: 'signed',
      promisedBy: signed.promisedBy,
    });
    expect(signed.promisedBy).not.toBeNull();
    expect((await screen.refusal('claims.get', { id: draft.id })).code).toBe('session.locked');
  });

  it('is not ended by a signature that was refused', async () => {
    const screen = await lentFor(draft);
    expect(codeOf(await screen.ask('claims.sign', { ...signing(draft), version: 99 }))).not.toBe(
      'ok',
    );
    expect((await screen.call('session.current', {})).handedOver?.endedBy).toBeNull();
  });

  it('waits for the paper once it is printed, which ends the lending too', async () => {
    const screen = await lentFor(draft);
    await screen.call('claims.printToSign', { id: draft.id, version: draft.version });
    expect((await screen.call('session.current', {})).handedOver).toMatchObject({
      reference: draft.reference,
      endedBy: 'printed',
      promisedBy: null,
    });
  });

  it('is not lent again: it is not being filled in', async () => {
    await signClaim(core, draft);
    expect((await core.as('desk').refusal('session.handOver', { claimId: draft.id })).code).toBe(
      'claim.nothing-to-hand-over',
    );
  });
});

describe('A claim of which one cost was asked about', () => {
  let shade = 150;
  const nextPicture = (name?: string) => aPicture(shade++, name);

  /** One cost approved with an answer to a doubt and paid in cash on paper, the other asked about; each with a receipt. */
  async function askedAbout() {
    const { person, activity } = await anAttendee(core);
    const there = claimLine({ activityId: activity.id });
    const back = claimLine({ activityId: activity.id, fromPlace: 'Town Hall', toPlace: 'Home' });
    const draft = await aDraft(core, person, { lines: [there, back] });
    const desk = core.as('desk');
    const attach = async (lineId: string) =>
      (
        await desk.call('claims.attachReceipt', {
          id: draft.id,
          ...nextPicture(),
          lineIds: [lineId as LineWords['id']],
        })
      ).receipt.id;
    const decidedReceipt = await attach(there.id);
    const openReceipt = await attach(back.id);
    const signed = await signClaim(core, await desk.call('claims.get', { id: draft.id }));
    const inOrder = await verified(core, signed.id);
    const asked = await core.as('finance').call('claims.decide', {
      id: signed.id,
      key: countedId(),
      version: inOrder.version,
      lines: [
        {
          lineId: there.id,
          decision: 'approved',
          pence: null,
          why: 'Asked Mr Lane: his is another',
        },
        { lineId: back.id, decision: 'asked', pence: null, why: 'Which bus was it?' },
      ],
    });
    const slip = nextPicture('slip.png');
    const paid = await core.as('manager').call('claims.payByHand', {
      id: signed.id,
      key: countedId(),
      version: asked.version,
      paidOn: asked.receivedOn,
      method: 'cash',
      note: 'Counted with Mr Lane',
      cash: { name: 'Mr Lane', strokes: null, file: { name: slip.name, base64: slip.base64 } },
    });
    return { id: signed.id, paid, there, back, decidedReceipt, openReceipt };
  }

  const opened = ({ id, paid }: Awaited<ReturnType<typeof askedAbout>>) =>
    core
      .as('desk')
      .call('claims.reopen', { id, version: paid.version, why: 'Mr Lane says she knows' });

  it('is lent once it is open for the answer, and shows the question and nothing that officers noted', async () => {
    const asked = await askedAbout();
    expect((await core.as('desk').refusal('session.handOver', { claimId: asked.id })).code).toBe(
      'claim.nothing-to-hand-over',
    );
    await opened(asked);
    const screen = await lentFor(asked);
    const shown = await screen.call('claims.get', { id: asked.id });
    expect(shown.lines.map(({ state, decisionWhy }) => [state, decisionWhy])).toEqual([
      ['approved', ''],
      ['open', 'Which bus was it?'],
    ]);
    expect([shown.signatures, shown.decisions, shown.payments]).toEqual([[], [], []]);
    expect(shown.receipts.map(({ id }) => id)).toEqual([asked.decidedReceipt, asked.openReceipt]);
    expect(JSON.stringify(shown)).not.toContain('Mr Lane');
    const [slip] = asked.paid.receipts.filter(({ kind }) => kind === 'cash-receipt');
    expect(codeOf(await screen.ask('claims.receipt', { id: slip?.id }))).toBe(
      'claim.paper-not-lent',
    );
  });

  it('is answered there with what was missing, signed again and handed in, and what was decided stays', async () => {
    const asked = await askedAbout();
    await opened(asked);
    const screen = await lentFor(asked);
    const { receipt } = await screen.call('claims.attachReceipt', {
      id: asked.id,
      ...nextPicture(),
      lineIds: [asked.back.id],
    });
    const shown = await screen.call('claims.get', { id: asked.id });
    const [first, second] = wordsOf(shown).lines;
    const more = claimLine({ activityId: asked.back.activityId, kind: 'parking' });
    const saved = await screen.call(
      'claims.saveDraft',
      wordsOf(shown, { lines: [first, { ...second, reason: 'The number 7' }, more] }),
    );
    expect(saved.lines.map(({ state }) => state)).toEqual(['approved', 'open', 'open']);
    const signed = await screen.call('claims.sign', signing(saved));
    expect([signed.state, signed.isChangedSinceSigned]).toEqual(['filed', false]);
    expect((await screen.call('session.current', {})).handedOver?.endedBy).toBe('signed');
    const atDesk = await core.as('desk').call('claims.get', { id: asked.id });
    expect(atDesk.lines.map(({ state, decidedPence }) => [state, decidedPence])).toEqual([
      ['approved', 320],
      ['waiting', null],
      ['waiting', null],
    ]);
    expect(atDesk.lines[1]?.receiptIds).toEqual([asked.openReceipt, receipt.id]);
  });

  it('keeps at a lent screen what was decided on: its line, its receipt, and what is printed on that', async () => {
    const asked = await askedAbout();
    const open = await opened(asked);
    const [first, second] = wordsOf(open).lines;
    const described = { printedOn: null, printedPence: null, printedNumber: '9' };
    const lineIds = [asked.there.id];
    const tried: readonly (readonly [name: string, input: object, code: string])[] = [
      [
        'claims.saveDraft',
        wordsOf(open, { lines: [{ ...first, claimedPence: 900 }, second] }),
        'claim.line-closed',
      ],
      [
        'claims.saveDraft',
        wordsOf(open, { lines: [first, { ...second, overridePence: 900 }] }),
        'session.handed-over',
      ],
      ['claims.saveDraft', wordsOf(open, { receivedOn: '2027-01-03' }), 'session.handed-over'],
      ['claims.removeReceipt', { id: asked.decidedReceipt }, 'claim.receipt-signed'],
      [
        'claims.describeReceipt',
        { id: asked.decidedReceipt, ...described, lineIds },
        'claim.receipt-signed',
      ],
    ];
    const screen = await lentFor(asked);
    for (const [name, input, code] of tried)
      expect([name, codeOf(await screen.ask(name, input))]).toEqual([name, code]);
    const own = { id: asked.openReceipt, ...described, lineIds: [asked.back.id] };
    expect(codeOf(await screen.ask('claims.describeReceipt', own))).toBe('ok');
  });
});
