import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDraft,
  anAttendee,
  claimLine,
  enterGeneral,
  enterKind,
  signClaim,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

const TODAY = '2027-01-04';

let core: TestCore;
let clock = newFixedClock();
beforeEach(async () => {
  clock = newFixedClock(`${TODAY}T09:00:00.000Z`);
  core = await openTestCore({ clock });
  await enterKind(core, 'bus', { from: TODAY, receipt: 'not-needed' });
});
afterEach(() => core.close());

/** Enters for today that nobody but staff can claim a bus, with its receipt, and for conferences only. */
async function turnStricter() {
  clock.set(`${TODAY}T12:00:00.000Z`);
  await enterKind(core, 'bus', { from: TODAY, receipt: 'needed', allowedFor: ['staff'] });
  await enterGeneral(core, { from: TODAY, eligibleActivityKinds: ['Conference'] });
}

const STRICTER = ['not-for-claimant', 'not-eligible-activity', 'no-receipt'];

/** Codes of what stops a claim as it stands. */
const stopsOf = async (id: string): Promise<readonly string[]> =>
  (await core.as('finance').call('claims.get', { id })).warnings
    .filter(({ weight }) => weight === 'stops')
    .map(({ code }) => code);

describe('A policy that is entered later on the day of a journey', () => {
  it('stops nothing that was handed in before, which is decided as it was signed', async () => {
    const { person, activity } = await anAttendee(core);
    const line = claimLine({ activityId: activity.id });
    const { id } = await signClaim(core, await aDraft(core, person, { lines: [line] }));
    await verified(core, id);
    await turnStricter();
    expect(await stopsOf(id)).toEqual([]);
    expect(await approved(core, id)).toMatchObject({ state: 'decided', decidedPence: 320 });
  });

  it('stops what is still being filled in, or is opened again', async () => {
    const { person, activity } = await anAttendee(core);
    const line = claimLine({ activityId: activity.id });
    const { id, version } = await signClaim(core, await aDraft(core, person, { lines: [line] }));
    await turnStricter();
    expect(await stopsOf(id)).toEqual([]);
    await core.as('desk').call('claims.reopen', { id, version, why: 'Another bus' });
    expect(await stopsOf(id)).toEqual(STRICTER);
  });
});
