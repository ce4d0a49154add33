import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim, ClaimId } from '#db/claims/claims.contract';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  enterRates,
  signClaim,
  signing,
} from '../support/builders/claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
  await enterRates(core);
});
afterEach(() => core.close());

const read = (id: ClaimId): Promise<Claim> => core.as('desk').call('claims.get', { id });
const doublesOf = async (id: ClaimId): Promise<readonly string[]> =>
  (await read(id)).warnings
    .filter(({ code }) => code.startsWith('double'))
    .map(({ code, weight, other }) => `${code} ${weight} ${other?.reference ?? ''}`);

type Attendee = Awaited<ReturnType<typeof anAttendee>>;

/** A draft of one bus ticket, shown with a picture of that shade of grey. */
async function draftWith(shade: number, of?: Attendee): Promise<Claim> {
  const { person, activity } = of ?? (await anAttendee(core));
  const draft = await aDraft(core, person, { lines: [claimLine({ activityId: activity.id })] });
  await core.as('desk').call('claims.attachReceipt', {
    id: draft.id,
    ...aPicture(shade),
    lineIds: draft.lines.map(({ id }) => id),
  });
  return read(draft.id);
}

describe('A ticket on two claims of different people', () => {
  it('asks nobody for a reason while the other is a draft, and whoever signs last for one', async () => {
    const [abandoned, second] = [await draftWith(51), await draftWith(51)];
    expect(await doublesOf(second.id)).toEqual([]);
    const filed = await signClaim(core, second);
    expect(filed.state).toBe('filed');
    expect(await doublesOf(abandoned.id)).toEqual([`double-receipt warns ${second.reference}`]);
    const refused = await core.as('desk').refusal('claims.sign', signing(abandoned));
    expect(refused.code).toBe('claim.not-ready');
  });

  it('asks nobody while the other was printed and never signed', async () => {
    const [printed, second] = [await draftWith(52), await draftWith(52)];
    const { id, version } = printed;
    await core.as('desk').call('claims.printToSign', { id, version, size: 'normal' });
    expect((await read(id)).state).toBe('to-sign');
    expect(await doublesOf(second.id)).toEqual([]);
  });

  it('asks nobody while the other is open again to be changed', async () => {
    const [first, second] = [await draftWith(53), await draftWith(53)];
    const { id, version } = await signClaim(core, first);
    expect(await doublesOf(second.id)).toHaveLength(1);
    await core.as('desk').call('claims.reopen', { id, version, why: 'The wrong fare.' });
    expect(await doublesOf(second.id)).toEqual([]);
  });
});

describe('A ticket on two claims of one person', () => {
  it('is only said while the other is a draft', async () => {
    const attendee = await anAttendee(core);
    const [first, second] = [await draftWith(54, attendee), await draftWith(54, attendee)];
    expect(new Set(await doublesOf(second.id))).toEqual(
      new Set([
        `double-receipt says ${first.reference}`,
        `double-journey says ${first.reference}`,
        `double-activity-kind says ${first.reference}`,
      ]),
    );
    expect((await signClaim(core, second)).state).toBe('filed');
  });
});
