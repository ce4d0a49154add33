import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LineDecision } from '#db/claims/deciding.contract';
import { mustExist } from '#db/shared/domain-error';
import { pence } from '#db/shared/money';
import { anActivity, onRegister } from '../support/builders/activities.ts';
import {
  aDraft,
  anAttendee,
  claimLine,
  enterGeneral,
  enterKind,
  signClaim,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

/** Somebody who came to two meetings of one day. */
async function twoMeetings() {
  const { person, activity: first } = await anAttendee(core);
  const second = await anActivity(core, {
    title: 'Budget panel',
    place: {
      kind: 'entered',
      on: first.on,
      startsAt: '14:00',
      endsAt: '16:00',
      venue: 'Town Hall',
    },
  });
  await onRegister(core, second, { personId: person.id });
  return { person, first, second };
}

const enterDayLimit = (most: number) =>
  enterKind(core, 'taxi', { from: '2027-01-04', caps: [{ pence: most, per: 'day' }] });

const ride = (activityId: string, part: object = {}) =>
  claimLine({ kind: 'taxi', activityId, claimedPence: 1500, ...part });

const backHome = { fromPlace: 'Town Hall', toPlace: 'Home' };

/** A claim of two rides on one day, decided line by line; the second is asked about and opened again. */
async function openedAgain(first: Omit<LineDecision, 'lineId'>) {
  const { person, first: meeting } = await twoMeetings();
  const lines = [ride(meeting.id), ride(meeting.id, backHome)];
  const { id } = await signClaim(core, await aDraft(core, person, { lines }));
  const { version, lines: signed } = await verified(core, id);
  const asked = { decision: 'asked', pence: null, why: 'Which way?' } as const;
  const decided = await core.as('finance').call('claims.decide', {
    id,
    key: countedId(),
    version,
    lines: signed.map((line, index) => ({ lineId: line.id, ...(index === 0 ? first : asked) })),
  });
  const again = { id, version: decided.version, why: 'Answered' };
  return core.as('desk').call('claims.reopen', again);
}

describe('A limit over several claims', () => {
  it('is not paid twice where a claim was opened again and another took its place meanwhile', async () => {
    await enterDayLimit(2000);
    const { person, first, second } = await twoMeetings();
    const desk = core.as('desk');
    const early = await signClaim(core, await aDraft(core, person, { lines: [ride(first.id)] }));
    const { id, version } = early;
    await desk.call('claims.reopen', { id, version, why: 'Another place' });
    const other = await aDraft(core, person, { lines: [ride(second.id, backHome)] });
    expect((await signClaim(core, other)).payablePence).toBe(1500);
    const open = await desk.call('claims.get', { id });
    expect(open.payablePence).toBe(500);
    expect((await signClaim(core, open)).payablePence).toBe(500);
  });

  it('for each child is kept apart by the children’s ages, over claims too', async () => {
    await enterKind(core, 'childcare', {
      from: '2027-01-04',
      basis: 'actual',
      ratePence: null,
      caps: [{ pence: 1000, per: 'child' }],
      needsPreventedAttendance: false,
    });
    const { person, first } = await twoMeetings();
    const careOf = (...children: string[]) =>
      ride(first.id, { kind: 'childcare', children, fromPlace: '', toPlace: '' });
    const early = await aDraft(core, person, { lines: [careOf('under-5')] });
    expect((await signClaim(core, early)).payablePence).toBe(1000);
    const later = await aDraft(core, person, { lines: [careOf('5-to-10'), careOf('under-5')] });
    expect(later.lines.map(({ payablePence }) => payablePence)).toEqual([1000, 0]);
  });

  it('is used up again by what is added to a cost that was decided lower, until that is sent back', async () => {
    await enterDayLimit(2000);
    await enterGeneral(core, { from: '2027-01-04', secondApproverAbovePence: 1200 });
    const { person, first, second } = await twoMeetings();
    const { id } = await signClaim(core, await aDraft(core, person, { lines: [ride(first.id)] }));
    const { version, lines } = await verified(core, id);
    const lineId = mustExist(lines[0]?.id, 'it has one cost');
    const finance = core.as('finance');
    const low = await finance.call('claims.decide', {
      id,
      key: countedId(),
      version,
      lines: [{ lineId, decision: 'other', pence: pence(700), why: 'By bus.' }],
    });
    const later = await aDraft(core, person, { lines: [ride(second.id, backHome)] });
    const left = async () =>
      (await core.as('desk').call('claims.get', { id: later.id })).payablePence;
    expect(await left()).toBe(1300);
    const added = await finance.call('claims.topUp', {
      id,
      lineId,
      key: countedId(),
      version: low.version,
      pence: pence(800),
      why: 'No bus ran.',
    });
    expect(await left()).toBe(500);
    const sent = { id, key: countedId(), version: added.version, isApproved: false, why: 'No.' };
    await core.as('manager').call('claims.approveSecond', sent);
    expect(await left()).toBe(1300);
  });

  it('is not passed by approving whole what a second approver sent back, once another claim used what was freed', async () => {
    await enterDayLimit(2000);
    await enterGeneral(core, { from: '2027-01-04', secondApproverAbovePence: 600 });
    const { person, first, second } = await twoMeetings();
    const { id } = await signClaim(core, await aDraft(core, person, { lines: [ride(first.id)] }));
    const { version, lines } = await verified(core, id);
    const lineId = mustExist(lines[0]?.id, 'it has one cost');
    const finance = core.as('finance');
    const decide = (at: number, part: Omit<LineDecision, 'lineId'>) => ({
      id,
      key: countedId(),
      version: at,
      lines: [{ lineId, ...part }],
    });
    const whole = { decision: 'approved', pence: null, why: '' } as const;
    const by = { decision: 'other', why: 'By bus.' } as const;
    const low = await finance.call('claims.decide', decide(version, { ...by, pence: pence(700) }));
    const later = await aDraft(core, person, { lines: [ride(second.id, backHome)] });
    const other = await signClaim(core, later);
    expect(other.payablePence).toBe(1300);
    const sent = { id, key: countedId(), version: low.version, isApproved: false, why: 'No.' };
    const back = await core.as('manager').call('claims.approveSecond', sent);

    const refused = await finance.refusal('claims.decide', decide(back.version, whole));
    expect([refused.code, refused.message]).toEqual([
      'claim.limit-used-since',
      expect.stringContaining('Only £7 is left of the limit for cost 1'),
    ]);
    // Nor does it take back the place of the other claim by waiting.
    await verified(core, other.id);
    expect((await approved(core, other.id)).decidedPence).toBe(1300);
    const above = { ...by, pence: pence(800), why: 'No bus ran.' };
    const done = await finance.call('claims.decide', decide(back.version, above));
    expect(done.decidedPence).toBe(800);
  });

  it('leaves what a second approver sent back whole where no other claim came meanwhile', async () => {
    await enterDayLimit(2000);
    await enterGeneral(core, { from: '2027-01-04', secondApproverAbovePence: 600 });
    const { person, first, second } = await twoMeetings();
    const { id } = await signClaim(core, await aDraft(core, person, { lines: [ride(first.id)] }));
    const { version, lines } = await verified(core, id);
    const low = await core.as('finance').call('claims.decide', {
      id,
      key: countedId(),
      version,
      lines: lines.map((line) => ({
        lineId: line.id,
        decision: 'other' as const,
        pence: pence(700),
        why: 'By bus.',
      })),
    });
    const sent = { id, key: countedId(), version: low.version, isApproved: false, why: 'No.' };
    await core.as('manager').call('claims.approveSecond', sent);
    const later = await aDraft(core, person, { lines: [ride(second.id, backHome)] });
    expect(later.payablePence).toBe(500);
    expect((await approved(core, id)).decidedPence).toBe(1500);
  });

  it('is not paid twice where a rate came late and a later claim was priced first', async () => {
    const { person, first, second } = await twoMeetings();
    const awaited = await aDraft(core, person, {
      lines: [ride(first.id, { kind: 'car', claimedPence: null, milesTenths: 100 })],
    });
    const { id, version, payablePence } = await signClaim(core, awaited);
    expect(payablePence).toBeNull();
    await enterKind(core, 'car', {
      from: '2027-01-04',
      ratePence: 45,
      caps: [{ pence: 600, per: 'day' }],
    });
    const later = await aDraft(core, person, {
      lines: [ride(second.id, { ...backHome, kind: 'car', claimedPence: null, milesTenths: 100 })],
    });
    expect((await signClaim(core, later)).payablePence).toBe(450);
    const priced = await core.as('officer').call('claims.priceAgain', { id, version });
    expect(priced.payablePence).toBe(150);
  });
});

describe('A limit within one claim, of which a cost is opened again', () => {
  it.each([
    [{ decision: 'approved', pence: null, why: '' }, 500],
    [{ decision: 'other', pence: pence(700), why: 'By bus.' }, 1300],
    [{ decision: 'rejected', pence: null, why: 'Not needed.' }, 1500],
  ] as const)(
    'is used up by the other cost as it was decided: %j leaves %i',
    async (first, left) => {
      await enterDayLimit(2000);
      const { lines } = await openedAgain(first);
      expect(lines.map(({ payablePence }) => payablePence)).toEqual([1500, left]);
    },
  );

  it('counts a limit for each claim too', async () => {
    await enterKind(core, 'taxi', { from: '2027-01-04', caps: [{ pence: 2000, per: 'claim' }] });
    const { lines } = await openedAgain({ decision: 'other', pence: pence(700), why: 'By bus.' });
    expect(lines.map(({ payablePence }) => payablePence)).toEqual([1500, 1300]);
  });
});
