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
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await enterRates(core, ['bus']);
});
afterEach(() => core.close());

const CASH = { name: 'Pat', strokes: [[10, 10, 40, 20]], file: null };

describe('A claim of which one cost was asked about', () => {
  it('pays the good cost meanwhile, and the other once it was answered, signed again, checked and decided', async () => {
    const { person, activity } = await anAttendee(core);
    const lines = [
      claimLine({ activityId: activity.id }),
      claimLine({ activityId: activity.id, fromPlace: 'Town Hall', toPlace: 'Home' }),
    ];
    const signed = await signClaim(core, await aDraft(core, person, { lines }));
    const { id } = signed;
    const inOrder = await verified(core, id);
    const [finance, manager, desk] = [core.as('finance'), core.as('manager'), core.as('desk')];
    const asked = await finance.call('claims.decide', {
      id,
      key: countedId(),
      version: inOrder.version,
      lines: inOrder.lines.map((line, index) =>
        index === 0
          ? { lineId: line.id, decision: 'approved' as const, pence: null, why: '' }
          : { lineId: line.id, decision: 'asked' as const, pence: null, why: 'Which bus?' },
      ),
    });
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
});
