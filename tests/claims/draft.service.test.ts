import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import {
  aDraft,
  anAttendee,
  claimLine,
  claimWords,
  drive,
  enterRates,
  signClaim,
  wordsOf,
} from '../support/builders/claims.ts';

describe('A claim that is filled in', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core);
  });
  afterAll(() => core.close());

  it('is one claim however often its form is sent', async () => {
    const { person, activity } = await anAttendee(core);
    const words = claimWords(person, { lines: [drive(120, { activityId: activity.id })] });
    const desk = core.as('desk');
    const first = await desk.call('claims.saveDraft', words);
    const again = await desk.call('claims.saveDraft', words);
    expect(again).toEqual(first);
    expect(first).toMatchObject({
      state: 'draft',
      reference: expect.stringMatching(/^CLM-2027-\d{4}$/),
      claimedPence: 540,
      payablePence: 540,
      version: 1,
    });
    const changed = await desk.call('claims.saveDraft', wordsOf(first, { notes: 'Came by hand' }));
    expect(changed).toMatchObject({ notes: 'Came by hand', version: 2 });
    const signed = await signClaim(core, changed);
    expect(signed).toMatchObject({ state: 'filed', payablePence: 540 });
    expect(signed.signatures).toHaveLength(1);
  });

  it('keeps its lines in the order of the page, and forgets those taken off', async () => {
    const { person } = await anAttendee(core);
    const [one, two, three] = [claimLine(), claimLine({ kind: 'taxi' }), drive(35)];
    const draft = await aDraft(core, person, { lines: [one, two, three] });
    const changed = await core
      .as('desk')
      .call('claims.saveDraft', wordsOf(draft, { lines: [three, one, drive(10)] }));
    expect(changed.lines.map(({ kind, milesTenths }) => [kind, milesTenths])).toEqual([
      ['car', 35],
      ['bus', null],
      ['car', 10],
    ]);
  });

  it('takes no cost below nothing or above £100,000, and sixty of the largest', async () => {
    const { person } = await anAttendee(core);
    for (const amount of ['claimedPence', 'overridePence'] as const)
      for (const [pence, words] of [
        [-1, 'Enter an amount of £0 or more.'],
        [10_000_001, 'Enter £100,000 or less for one cost.'],
      ] as const) {
        const lines = [claimLine({ [amount]: pence })];
        const refused = await core
          .as('desk')
          .refusal('claims.saveDraft', claimWords(person, { lines }));
        expect(refused).toMatchObject({
          code: 'api.invalid-input',
          details: { fields: { [`lines.0.${amount}`]: words } },
        });
      }
    const sixty = Array.from({ length: 60 }, () => claimLine({ claimedPence: 10_000_000 }));
    expect(await aDraft(core, person, { lines: sixty })).toMatchObject({
      claimedPence: 600_000_000,
    });
  });
});
