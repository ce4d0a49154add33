import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Claim, ClaimId } from '#db/claims/claims.contract';
import type { Party } from '#db/people/party.contract';
import { verified } from '../support/builders/filed-claims.ts';
import {
  aDraft,
  anAttendee,
  aPicture,
  claimLine,
  enterRates,
  signClaim,
  signing,
} from '../support/builders/claims.ts';
import { aMerge } from '../support/builders/merges.ts';
import {
  ACCOUNT,
  aPaidGroup,
  callBack,
  HEARD,
  newDetails,
  stagedDetails,
  verifiedDetails,
} from '../support/builders/payees.ts';
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
      new Set([`double-receipt says ${first.reference}`, `double-journey says ${first.reference}`]),
    );
    expect((await signClaim(core, second)).state).toBe('filed');
  });
});

/** How many open doubts the queue tells of a claim. */
async function inQueue(id: ClaimId): Promise<number | undefined> {
  const { claims } = await core
    .as('finance')
    .call('claims.queue', { show: 'all-open', order: 'age', limit: 100, offset: 0 });
  return claims.find((one) => one.id === id)?.openWarnings;
}

/** Signs a claim after a reason was given for each doubt that needs one. */
async function signedWithReasons(draft: Claim): Promise<Claim> {
  let claim = await read(draft.id);
  for (const { lineId, code, other, weight } of claim.warnings)
    if (weight === 'warns')
      claim = await core.as('desk').call('claims.answerWarning', {
        id: claim.id,
        lineId,
        code,
        otherId: other?.otherId ?? '',
        why: 'They shared one taxi.',
      });
  return signClaim(core, claim);
}

describe('The queue', () => {
  it('counts a double in the earlier claim too, from the later one’s signing until it is withdrawn', async () => {
    const first = await signClaim(core, await draftWith(61));
    const second = await draftWith(61);
    expect(await inQueue(first.id)).toBe(0);
    const filed = await signedWithReasons(second);
    expect([await inQueue(first.id), await inQueue(second.id)]).toEqual([1, 0]);
    expect((await read(first.id)).version).toBe(first.version);
    const { id, version } = filed;
    await core.as('desk').call('claims.withdraw', { id, version, why: 'Brought twice.' });
    expect(await inQueue(first.id)).toBe(0);
  });

  it('counts it no longer once the other claim is refused', async () => {
    const attendee = await anAttendee(core);
    const first = await signClaim(core, await draftWith(62, attendee));
    const second = await signedWithReasons(await draftWith(63, attendee));
    // The journey alone: the same activity and kind of that very line would ask for a second reason for one thing.
    expect(await inQueue(first.id)).toBe(1);
    await verified(core, second.id);
    const { claim } = await core.as('finance').call('claims.toDecide', { id: second.id });
    await core.as('finance').call('claims.decide', {
      id: second.id,
      key: 'refused-as-a-double',
      version: claim.version,
      lines: claim.lines.map(({ id }) => ({
        lineId: id,
        decision: 'rejected' as const,
        pence: null,
        why: 'It is in the other claim.',
      })),
    });
    expect(await inQueue(first.id)).toBe(0);
  });

  it('counts a bank account that comes to be named for somebody else too, until it is turned down', async () => {
    const { person } = await anAttendee(core);
    const first = await signClaim(core, await draftWith(66));
    const account = (of: Party) =>
      core.as('officer').call('payees.addDetails', newDetails(of, { details: ACCOUNT }));
    await account(first.payee);
    expect(await inQueue(first.id)).toBe(0);
    const { payee } = await account({ kind: 'person', personId: person.id });
    expect(await inQueue(first.id)).toBe(1);
    const staged = payee.staged ?? expect.fail('it was just entered');
    const { version } = payee;
    await core
      .as('finance')
      .call('payees.rejectDetails', { id: staged.id, version, why: 'The wrong account.' });
    expect(await inQueue(first.id)).toBe(0);
  });

  it('counts a bank account until it gives way to another that was checked', async () => {
    const first = await signClaim(core, await draftWith(67));
    const group = await aPaidGroup(core);
    const { version } = await verifiedDetails(core, group);
    await stagedDetails(core, first.payee);
    expect(await inQueue(first.id)).toBe(1);
    const details = { ...ACCOUNT, accountNumber: '48213915' };
    const staged = await stagedDetails(core, group, { details, version });
    expect(await inQueue(first.id)).toBe(1);
    const heard = { ...HEARD, accountNumber: details.accountNumber };
    await core.as('manager').call('payees.recordCallBack', callBack(staged, { heard }));
    expect(await inQueue(first.id)).toBe(0);
  });

  it('counts a bank account until it is withdrawn', async () => {
    const first = await signClaim(core, await draftWith(68));
    const group = await aPaidGroup(core);
    const { verified: inUse, version } = await verifiedDetails(core, group);
    await stagedDetails(core, first.payee);
    expect(await inQueue(first.id)).toBe(1);
    const { id } = inUse ?? expect.fail('it was just checked');
    await core
      .as('manager')
      .call('payees.withdrawDetails', { id, version, why: 'The account was closed.' });
    expect(await inQueue(first.id)).toBe(0);
  });

  it('counts a journey that stands twice once two records are one person, until that is taken back', async () => {
    const [ada, again] = [await anAttendee(core), await anAttendee(core)];
    const first = await signClaim(core, await draftWith(69, ada));
    const second = await signClaim(core, await draftWith(70, again));
    const counted = async () => [await inQueue(first.id), await inQueue(second.id)];
    expect(await counted()).toEqual([0, 0]);
    const { id } = await aMerge(core, {
      kind: 'person',
      keptId: ada.person.id,
      lostId: again.person.id,
    });
    expect(await counted()).toEqual([1, 1]);
    await core.as('desk').call('holdings.undoJoin', { id });
    expect(await counted()).toEqual([0, 0]);
  });

  it('counts it when what is printed on a receipt is typed off later', async () => {
    const [first, second] = [
      await signClaim(core, await draftWith(64)),
      await signClaim(core, await draftWith(65)),
    ];
    const describeOn = async ({ receipts, lines }: Claim, printedNumber: string) => {
      for (const { id } of receipts)
        await core.as('desk').call('claims.describeReceipt', {
          id,
          printedOn: '2027-01-04',
          printedPence: 320,
          printedNumber,
          lineIds: lines.map((line) => line.id),
        });
    };
    await describeOn(await read(first.id), 'A 771');
    await describeOn(await read(second.id), 'A 771');
    expect([await inQueue(first.id), await inQueue(second.id)]).toEqual([1, 1]);
    await describeOn(await read(second.id), 'A 772');
    expect([await inQueue(first.id), await inQueue(second.id)]).toEqual([0, 0]);
  });
});
