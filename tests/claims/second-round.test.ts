import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDraft,
  anAttendee,
  claimLine,
  enterRates,
  signClaim,
  wordsOf,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await enterRates(core, ['bus']);
});
afterEach(() => core.close());

/** Two costs of one claim, of which the first is approved and the second asked about. */
async function partlyDecided() {
  const { person, activity } = await anAttendee(core);
  const lines = [
    claimLine({ activityId: activity.id }),
    claimLine({ activityId: activity.id, fromPlace: 'Town Hall', toPlace: 'Home' }),
  ];
  const { id } = await signClaim(core, await aDraft(core, person, { lines }));
  const inOrder = await verified(core, id);
  return core.as('finance').call('claims.decide', {
    id,
    key: countedId(),
    version: inOrder.version,
    lines: inOrder.lines.map((line, index) =>
      index === 0
        ? { lineId: line.id, decision: 'approved' as const, pence: null, why: '' }
        : { lineId: line.id, decision: 'asked' as const, pence: null, why: 'Which bus?' },
    ),
  });
}

const CASH = { name: 'Pat', strokes: [[10, 10, 40, 20]], file: null };

describe('A claim of which one cost was asked about', () => {
  it('pays the good cost meanwhile, and the other once it was answered, signed again, checked and decided', async () => {
    const asked = await partlyDecided();
    const { id } = asked;
    const [manager, desk] = [core.as('manager'), core.as('desk')];
    expect(asked).toMatchObject({ state: 'asked', decidedPence: 320 });
    const pay = async (version: number) =>
      manager.call('claims.payByHand', {
        id,
        key: countedId(),
        version,
        paidOn: asked.receivedOn,
        method: 'cash',
        note: '',
        cash: CASH,
      });
    const partPaid = await pay(asked.version);
    expect(partPaid).toMatchObject({ state: 'asked', paidPence: 320 });

    const opened = await desk.call('claims.reopen', {
      id,
      version: partPaid.version,
      why: 'They answered.',
    });
    expect(opened.lines.map((line) => line.state)).toEqual(['approved', 'open']);
    const [first, second] = wordsOf(opened).lines;
    const changed = await desk.call(
      'claims.saveDraft',
      wordsOf(opened, { lines: [first, { ...second, reason: 'The number 7' }] }),
    );
    const again = await signClaim(core, changed);
    expect(again).toMatchObject({ state: 'filed', isChangedSinceSigned: false });
    await verified(core, id);
    const decided = await approved(core, id);
    expect(decided).toMatchObject({ state: 'decided', decidedPence: 640, paidPence: 320 });
    const paid = await pay(decided.version);
    expect(paid).toMatchObject({ state: 'paid', paidPence: 640 });
    expect(paid.payments.map((one) => one.pence)).toEqual([320, 320]);
    expect(paid.lines.map((line) => line.paidPence)).toEqual([320, 320]);
  });

  it('keeps who claims and who is paid while it is open again, also past the page', async () => {
    const asked = await partlyDecided();
    const opened = await core
      .as('desk')
      .call('claims.reopen', { id: asked.id, version: asked.version, why: 'They answered.' });
    const other = { kind: 'person', personId: (await aPerson(core)).id };
    for (const part of [
      { payee: other },
      { claimant: other },
      { claimant: { ...opened.claimant, kind: 'staff' } },
    ]) {
      const refused = await core.as('desk').refusal('claims.saveDraft', wordsOf(opened, part));
      expect([part, refused.code]).toEqual([part, 'claim.people-settled']);
    }
    const saved = await core
      .as('desk')
      .call('claims.saveDraft', wordsOf(opened, { notes: 'The number 7' }));
    expect(saved).toMatchObject({ notes: 'The number 7', payee: asked.payee });
  });
});
