import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  claimLine,
  enterRates,
  ofGroup,
  signClaim,
} from '../support/builders/claims.ts';
import { approved, verified } from '../support/builders/filed-claims.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aMerge } from '../support/builders/merges.ts';
import { aCommittee, aTerm, seat } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { decisionDetails, recognise } from '../support/builders/recognition.ts';
import { type FixedClock, newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
let clock: FixedClock;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
  await enterRates(core, ['bus', 'car']);
});
afterEach(() => core.close());

const desk = () => core.as('desk');

describe('A treasurer changes in mid-year with two claims open (6.5.1)', () => {
  it('and the list for the next one names both, with what each waits for, and no claimant', async () => {
    const group = await aGroup(core);
    const okafor = await aPerson(core, { name: 'J. Okafor' });
    await aTerm(core, { groupId: group.id, personId: okafor.id });
    const { activity } = await anAttendee(core);
    const words = {
      claimant: ofGroup(group.id),
      filerGroupId: group.id,
      payee: { kind: 'group', groupId: group.id } as never,
      lines: [claimLine({ activityId: activity.id, fromPlace: 'Birch Court' })],
    };
    const begun = await aDraft(core, okafor, words);
    const { person: claimant, activity: meeting } = await anAttendee(core, { name: 'Mo Member' });
    const filed = await aClaimSignedAtDesk(core, {
      person: claimant,
      activity: meeting,
      filerPersonId: okafor.id,
      filerGroupId: group.id,
    });
    const lane = await aPerson(core, { name: 'K. Lane' });
    const { handOvers } = await aCommittee(core, {
      groupId: group.id,
      posts: [seat('treasurer', lane.id)],
    });
    const lines = handOvers.flatMap((one) => one.lines.map((line) => line.words));
    expect(lines).toContain(`1 open expense claim to finish and sign: ${begun.reference}`);
    expect(lines).toContain(`1 open expense claim with the council: ${filed.reference}`);
    expect(lines.join()).not.toContain('Member');
  });
});

describe('Recognition lapses while claims are on their way (6.5.3)', () => {
  it('and what was filed before goes on to be paid, while a new claim of the group stops', async () => {
    await core.as('manager').call('settings.setParameter', {
      name: 'groups.recognitionFor',
      value: ['expenses and travel'],
      from: '2026-01-01',
    });
    await core
      .as('manager')
      .call('recognition.setEffect', { activity: 'group-expenses', effect: 'blocks' });
    const group = await aGroup(core, { name: 'Cedar Estate TRA' });
    await recognise(core, group);
    const filer = await aPerson(core);
    const { activity } = await anAttendee(core);
    const asked = (day: string) => ({
      claimant: ofGroup(group.id),
      filerGroupId: group.id,
      payee: { kind: 'group', groupId: group.id } as never,
      lines: [
        claimLine({
          kind: 'car',
          milesTenths: 60,
          claimedPence: null,
          activityId: activity.id,
          day: day,
        }),
      ],
    });
    const draft = await aDraft(core, filer, asked('2027-01-04'));
    const filed = await core.as('desk').call('claims.sign', {
      id: draft.id,
      key: 'key-of-cedar',
      version: draft.version,
      role: 'filer',
      signer: filer.name,
      strokes: [[10, 10, 400, 120]],
    });
    clock.set('2027-04-30T12:00:00.000Z');
    await core.as('manager').call(
      'recognition.recordDecision',
      decisionDetails(group, {
        kind: 'lapsed',
        from: '2027-04-30',
        reason: 'Accounts are missing.',
      }),
    );
    await verified(core, filed.id);
    const decided = await approved(core, filed.id);
    expect(decided).toMatchObject({ state: 'decided', decidedPence: filed.payablePence });

    const late = await desk().call('claims.saveDraft', {
      ...(await aDraft(core, filer, asked('2027-01-04')).then(({ id, version }) => ({
        id,
        version,
      }))),
      claimant: ofGroup(group.id),
      filerPersonId: filer.id,
      filerGroupId: group.id,
      payee: { kind: 'group', groupId: group.id },
      method: 'bank-transfer',
      batchId: null,
      receivedOn: '2027-04-30',
      notes: '',
      accessNeedMet: '',
      lines: [
        claimLine({
          kind: 'car',
          milesTenths: 60,
          claimedPence: null,
          activityId: activity.id,
          day: '2027-04-30',
        }),
      ],
    } as never);
    expect(late.warnings.map(({ code, weight }) => `${code} ${weight}`)).toContain(
      'not-recognised stops',
    );
  });
});

describe('The same person twice, each with a claim (6.5.5)', () => {
  it('becomes one with both claims, and the undo gives each back its own', async () => {
    const one = await anAttendee(core, { name: 'R. Haddad' });
    const two = await anAttendee(core, { name: 'Rana Haddad' });
    const first = await aClaimSignedAtDesk(core, one);
    const second = await signClaim(
      core,
      await aDraft(core, two.person, { lines: [claimLine({ activityId: two.activity.id })] }),
    );
    const claimsOf = async (personId: string) =>
      (await desk().call('claims.ofParty', { of: { kind: 'person', personId } as never }))
        .map(({ reference }) => reference)
        .toSorted();
    const merge = await aMerge(core, {
      kind: 'person',
      keptId: two.person.id,
      lostId: one.person.id,
    });
    expect(await claimsOf(two.person.id)).toEqual([first.reference, second.reference].toSorted());
    await desk().call('holdings.undoJoin', { id: merge.id });
    expect(await claimsOf(one.person.id)).toEqual([first.reference]);
    expect(await claimsOf(two.person.id)).toEqual([second.reference]);
  });
});
