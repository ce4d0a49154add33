import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { countedId } from '../support/program-for-tests.ts';
import {
  aDraft,
  aClaimSignedAtDesk,
  anAttendee,
  claimLine,
  drive,
  enterKind,
  enterRates,
  ofGroup,
  signClaim,
  wordsOf,
} from '../support/builders/claims.ts';
import { anActivity, onDay, onRegister } from '../support/builders/activities.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aTerm } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';

describe('The form of a claim', () => {
  let core: TestCore;
  beforeAll(async () => {
    core = await openTestCore();
    await enterRates(core);
    await enterKind(core, 'room-hire', { allowedFor: ['group'] });
  });
  afterAll(() => core.close());

  it('offers what the claimant came to first, and no cost that is not for them', async () => {
    const { person, activity } = await anAttendee(core);
    const other = await anActivity(core, { place: onDay('2026-12-01') });
    const later = await anActivity(core, { place: onDay('2027-01-20') });
    const of = { kind: 'person', personId: person.id } as const;
    const offered = await core.as('desk').call('claims.choices', { claimant: of });
    expect(offered.attended.map(({ id }) => id)).toEqual([activity.id]);
    const ids = offered.others.map(({ id }) => id);
    expect([ids.includes(other.id), ids.includes(later.id), ids.includes(activity.id)]).toEqual([
      true,
      false,
      false,
    ]);
    const kinds = offered.kinds.map(({ kind }) => kind);
    expect([kinds.includes('car'), kinds.includes('room-hire')]).toEqual([true, false]);
    const group = await aGroup(core);
    const ofItself = { kind: 'group', groupId: group.id } as const;
    const forGroup = await core.as('desk').call('claims.choices', { claimant: ofItself });
    expect(forGroup.kinds.map(({ kind }) => kind)).toContain('room-hire');
  });

  it('offers last what was claimed for already, and says so', async () => {
    const { person, activity } = await anAttendee(core);
    const next = await anActivity(core, { place: onDay('2027-01-03') });
    await onRegister(core, next, { personId: person.id });
    const of = { kind: 'person', personId: person.id } as const;
    const offered = async () => {
      const { attended, claimedFor } = await core
        .as('desk')
        .call('claims.choices', { claimant: of });
      return [attended.map(({ id }) => id), claimedFor];
    };
    const draft = await aDraft(core, person, { lines: [claimLine({ activityId: activity.id })] });
    expect(await offered()).toEqual([[activity.id, next.id], []]);
    const { id, version } = await signClaim(core, draft);
    expect(await offered()).toEqual([[next.id, activity.id], [activity.id]]);
    await core.as('desk').call('claims.withdraw', { id, version, why: 'Brought twice.' });
    expect(await offered()).toEqual([[activity.id, next.id], []]);
  });

  it('offers each journey of before once, and a claim like the last one without its amounts', async () => {
    const { person, activity } = await anAttendee(core);
    const of = { kind: 'person', personId: person.id } as const;
    const asked = { claimant: of, id: countedId() as never };
    expect(
      await core.as('desk').call('claims.repeatLast', { ...asked, activityId: null }),
    ).toBeNull();

    await signClaim(
      core,
      await aDraft(core, person, {
        lines: [
          drive(65, { activityId: activity.id }),
          claimLine({ kind: 'parking', activityId: activity.id, fromPlace: '', toPlace: '' }),
        ],
      }),
    );
    const { lastJourneys, lastPayee } = await core
      .as('desk')
      .call('claims.choices', { claimant: of });
    expect(lastJourneys).toEqual([
      { kind: 'car', fromPlace: 'Home', toPlace: 'Town Hall', milesTenths: 65, on: '2027-01-04' },
    ]);
    expect(lastPayee).toEqual(of);
    const next = await anActivity(core, { place: onDay('2027-01-03') });
    const again = await core
      .as('desk')
      .call('claims.repeatLast', { ...asked, activityId: next.id });
    expect(again).toMatchObject({
      id: asked.id,
      version: 0,
      lines: [
        {
          kind: 'car',
          milesTenths: 65,
          activityId: next.id,
          day: '2027-01-03',
          claimedPence: null,
        },
      ],
    });
    expect(again?.lines[0]?.id).not.toBe('');
    const kept = await core.as('desk').call('claims.saveDraft', again as never);
    expect(kept.payablePence).toBe(293);
  });

  it('offers no journey of a claim that is still filled in, nor one that was taken out of it', async () => {
    const { person, activity } = await anAttendee(core);
    const of = { kind: 'person', personId: person.id } as const;
    const draft = await aDraft(core, person, { lines: [drive(65, { activityId: activity.id })] });
    const journeys = async () =>
      (await core.as('desk').call('claims.choices', { claimant: of })).lastJourneys;
    expect(await journeys()).toEqual([]);
    await core.as('desk').call('claims.saveDraft', wordsOf(draft, { lines: [] }));
    expect(await journeys()).toEqual([]);
  });

  it('lists claims that are parked, and those of a person as claimant or as who brought them', async () => {
    const { person, activity } = await anAttendee(core);
    const treasurer = await aPerson(core, { name: 'Tess Arbour' });
    const parked = await aDraft(core, person, { filerPersonId: treasurer.id });
    const filed = await aClaimSignedAtDesk(core, {
      person,
      activity,
      lines: [drive(10, { activityId: activity.id })],
    });
    const references = async (personId: string): Promise<string[]> =>
      (
        await core
          .as('finance')
          .call('claims.ofParty', { of: { kind: 'person', personId } as never })
      ).map(({ reference }) => reference);
    expect((await references(person.id)).toSorted()).toEqual([parked.reference, filed.reference]);
    expect(await references(treasurer.id)).toEqual([parked.reference]);
    const open = await core.as('finance').call('claims.parked', {});
    expect(open.map(({ id }) => id)).toContain(parked.id);
    expect(open.map(({ id }) => id)).not.toContain(filed.id);
  });

  it('is found by its reference and by whom it names', async () => {
    const person = await aPerson(core, { name: 'Wilhelmina Ashgrove' });
    const draft = await aDraft(core, person);
    for (const text of [draft.reference, 'ashgrove'])
      expect(await core.as('desk').call('search.everything', { text })).toMatchObject({
        found: expect.arrayContaining([expect.objectContaining({ kind: 'claim', id: draft.id })]),
      });
    const refused = await core
      .as('desk')
      .refusal('claims.findByReference', { reference: 'CLM-2027-9999' });
    expect(refused.code).toBe('claim.no-such-reference');
  });

  it('is found by the new name of whoever claims', async () => {
    const person = await aPerson(core, { name: 'Ottoline Before' });
    const group = await aGroup(core, { name: 'Former Row' });
    const own = await aDraft(core, person);
    const forGroup = await aDraft(core, person, { claimant: ofGroup(group.id) });
    const desk = core.as('desk');
    const { id, kind, phone, version } = person;
    await desk.call('people.change', { id, kind, phone, version, name: 'Ottoline After' });
    await desk.call('groups.change', {
      id: group.id,
      kind: group.kind,
      phone: group.phone,
      version: group.version,
      name: 'Later Row',
    });
    const idsFound = async (text: string): Promise<string[]> =>
      (await desk.call('search.everything', { text })).found
        .filter(({ kind: found }) => found === 'claim')
        .map(({ id: found }) => found);
    expect((await idsFound('ottoline after')).toSorted()).toEqual([own.id, forGroup.id].toSorted());
    expect(await idsFound('later row')).toEqual([forGroup.id]);
    expect(await idsFound('former row')).toEqual([]);
  });

  it('refuses a day to come, lines of another claim, and what somebody else changed', async () => {
    const { person } = await anAttendee(core);
    const draft = await aDraft(core, person);
    const desk = core.as('desk');
    const words = wordsOf(draft);
    const future = await desk.refusal('claims.saveDraft', { ...words, receivedOn: '2027-01-05' });
    expect(future).toMatchObject({ code: 'claim.received-in-future', field: 'receivedOn' });
    const alone = { ...words, filerPersonId: null, filerGroupId: (await aGroup(core)).id };
    expect((await desk.refusal('claims.saveDraft', alone)).code).toBe('claim.group-without-filer');
    const stolen = { ...wordsOf(draft, { id: countedId(), version: 0 }) };
    expect((await desk.refusal('claims.saveDraft', stolen)).code).toBe('claim.line-elsewhere');
    await desk.call('claims.saveDraft', { ...words, notes: 'First' });
    const second = await core
      .as('officer')
      .refusal('claims.saveDraft', { ...words, notes: 'Second' });
    expect(second.code).toBe('claim.changed-by-someone-else');
  });

  it('is priced by what others of one household used up at a meeting (EXP-02)', async () => {
    await enterKind(core, 'taxi', {
      from: '2027-01-04',
      caps: [{ pence: 2000, per: 'household' }],
    });
    const { person: ann, activity } = await anAttendee(core);
    const ben = await aPerson(core);
    const cleo = await aPerson(core);
    const moveTo = (id: string, version: number, address: string) =>
      core.as('desk').call('people.changeRecord', { id, version, address, postcode: 'ZZ1 1AA' });
    await moveTo(ann.id, ann.version, '5 Elm House');
    await moveTo(ben.id, ben.version, '5 ELM HOUSE');
    await moveTo(cleo.id, cleo.version, '6 Elm House');
    const ride = () => claimLine({ kind: 'taxi', activityId: activity.id, claimedPence: 1500 });
    await signClaim(core, await aDraft(core, ann, { lines: [ride()] }));
    expect((await aDraft(core, ben, { lines: [ride()] })).payablePence).toBe(500);
    expect((await aDraft(core, cleo, { lines: [ride()] })).payablePence).toBe(1500);
    const keys = core.raw().prepare('SELECT cap_key FROM claim_cap_use').pluck().all().join(' ');
    expect(keys).not.toMatch(/elm/i);
  });

  it('says whom a claim is brought for, by the posts of that day', async () => {
    const person = await aPerson(core, { name: 'J. Okafor' });
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    await aTerm(core, { groupId: group.id, personId: person.id });
    const claim = await aDraft(core, person, {
      claimant: ofGroup(group.id),
      filerGroupId: group.id,
    });
    expect(claim.filerWords).toBe('J. Okafor, treasurer of Birch Court TRA');
    const byPost = await aDraft(core, person, { filerPersonId: null });
    expect(byPost.filerWords).toBe('By post');
  });
});
