import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupId } from '#db/groups/groups.contract';
import { mustExist } from '#db/shared/domain-error';
import { aGroup, NOTHING_SET } from '../support/builders/groups.ts';
import { aCommittee, aTerm, seat } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/** The clock of the tests stands on 4 January 2027. */
const TODAY = '2027-01-04';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const officers = (groupId: GroupId, on: string | null = null) =>
  desk().call('officers.list', { groupId, on });
describe('A treasurer who changes in the middle of the year', () => {
  async function change() {
    const group = await aGroup(core, { name: 'Cedar Estate TRA' });
    const okafor = await aPerson(core, { name: 'Ngozi Okafor' });
    const lane = await aPerson(core, { name: 'Sam Lane' });
    const old = await aTerm(core, { groupId: group.id, personId: okafor.id, from: '2025-07-01' });
    await desk().call('venues.recordKey', {
      keyName: 'Store cupboard',
      personId: okafor.id,
      heldSince: TODAY,
      notes: '',
    });
    // Held for another group of hers: nothing that Cedar Estate gets back.
    const other = await aGroup(core, { name: 'Garden Friends' });
    await desk().call('venues.recordKey', {
      keyName: 'Garden shed',
      personId: okafor.id,
      groupId: other.id,
      heldSince: TODAY,
      notes: '',
    });
    await desk().call('groups.setDuty', {
      groupId: group.id,
      kind: 'accounts',
      lastOn: null,
      nextDueOn: '2027-07-31',
      shown: NOTHING_SET,
    });
    const committee = await aCommittee(core, {
      groupId: group.id,
      meetingOn: '2027-06-24',
      from: '2027-07-01',
      isWhole: false,
      decidedAt: 'Committee meeting',
      posts: [seat('treasurer', lane.id)],
    });
    return { group, okafor, lane, old, committee };
  }

  it('is answered by day: Okafor on 24 June, Lane on 8 July', async () => {
    const { group } = await change();
    const treasurerOn = async (on: string) =>
      (await officers(group.id, on)).officers.map((one) => one.personName);
    expect(await treasurerOn('2027-06-24')).toEqual(['Ngozi Okafor']);
    expect(await treasurerOn('2027-06-30')).toEqual(['Ngozi Okafor']);
    expect(await treasurerOn('2027-07-01')).toEqual(['Sam Lane']);
    expect(await treasurerOn('2027-07-08')).toEqual(['Sam Lane']);
  });

  it('leaves no gap and no overlap', async () => {
    const { committee, group } = await change();
    expect(committee.warnings.filter((words) => words.startsWith('Treasurer'))).toEqual([]);
    const [old] = committee.ended;
    const { warnings } = await desk().call('officers.changeTerm', {
      id: mustExist(old, 'one term was ended').id,
      from: '2025-07-01',
      until: '2027-06-23',
      isVoting: true,
      meetingThatDecided: '',
      version: mustExist(old, 'one term was ended').version,
    });
    expect(warnings).toContain('Treasurer: nobody from 24 June 2027 to 30 June 2027, 7 days.');
    expect((await officers(group.id, '2027-07-08')).warnings).toEqual(warnings);
  });

  it('hands over the bank mandate, the keys and the accounts, and names nobody else', async () => {
    const { committee } = await change();
    expect(committee.handOvers).toHaveLength(1);
    const [list] = committee.handOvers;
    expect(list).toMatchObject({
      post: 'treasurer',
      outgoing: { name: 'Ngozi Okafor' },
      incoming: { name: 'Sam Lane' },
      on: '2027-07-01',
    });
    const words = list?.lines.map((line) => line.words) ?? [];
    expect(words).toEqual(
      expect.arrayContaining([
        expect.stringContaining('The bank mandate'),
        'Key “Store cupboard”, held since 4 January 2027',
        'Accounts: due by 31 July 2027',
        'Paper still missing: Constitution',
      ]),
    );
    expect(new Set(words).size).toBe(words.length);
  });

  it('is ticked off line by line, and put back', async () => {
    const { committee, group } = await change();
    const line = mustExist(committee.handOvers[0]?.lines[0], 'a list has lines');
    const ticked = await desk().call('officers.markLine', { id: line.id, isDone: true });
    expect(ticked.lines[0]).toMatchObject({ words: line.words, doneOn: TODAY });
    await desk().call('officers.markLine', { id: line.id, isDone: false });
    const [after] = await desk().call('officers.handOvers', { groupId: group.id });
    expect(after?.lines.every((one) => one.doneOn === null)).toBe(true);
    expect(
      await desk().refusal('officers.markLine', { id: 'nowhere', isDone: true }),
    ).toMatchObject({ code: 'officer.hand-over-not-found' });
  });

  it('is taken back as one act', async () => {
    const { committee, group, old } = await change();
    const undone = await desk().call('officers.undoCommittee', { id: committee.id });
    expect(undone.isTakenBack).toBe(true);
    expect(await desk().call('officers.terms', { groupId: group.id })).toEqual([
      { ...old, version: old.version + 2 },
    ]);
    expect(await desk().call('officers.handOvers', { groupId: group.id })).toEqual([]);
    expect(await desk().refusal('officers.undoCommittee', { id: committee.id })).toMatchObject({
      code: 'officer.committee-taken-back-before',
    });
    expect(
      await desk().refusal('officers.undoCommittee', { id: 'nowhere' as never }),
    ).toMatchObject({ code: 'officer.committee-not-found' });
  });

  it('is taken back with the inductions it asked for and the posts it filled', async () => {
    await core.as('manager').call('settings.setParameter', {
      name: 'groups.officerInduction',
      value: 'spend a morning in the housing office',
      from: TODAY,
    });
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    await aTerm(core, { groupId: group.id, from: '2025-01-01', until: '2026-12-31' });
    const words = async () => (await desk().call('tasks.list', {})).tasks.map((one) => one.words);
    const vacant =
      'Birch Court TRA: nobody is treasurer since 1 January 2027. Ask by when it will be filled.';
    expect(await words()).toContain(vacant);
    const { id } = await aCommittee(core, {
      groupId: group.id,
      meetingOn: TODAY,
      posts: [seat('treasurer', (await aPerson(core)).id)],
    });
    expect((await words()).join()).toContain('Induction for');
    expect(await words()).not.toContain(vacant);
    await desk().call('officers.undoCommittee', { id });
    expect((await words()).join()).not.toContain('Induction for');
    expect(await words()).toContain(vacant);
  });

  it('is not taken back in one piece once a term of it was changed by hand', async () => {
    const { committee } = await change();
    const begun = mustExist(committee.started[0], 'one term was begun');
    await desk().call('officers.changeTerm', {
      id: begun.id,
      from: begun.from,
      until: '2028-06-30',
      isVoting: true,
      meetingThatDecided: '',
      version: begun.version,
    });
    expect(await desk().refusal('officers.undoCommittee', { id: committee.id })).toMatchObject({
      code: 'officer.committee-changed-since',
    });
  });

  it('is not taken back in one piece once a term that it ended was changed by hand', async () => {
    const { committee } = await change();
    const ended = mustExist(committee.ended[0], 'one term was ended');
    await desk().call('officers.changeTerm', {
      id: ended.id,
      from: ended.from,
      until: '2027-06-23',
      isVoting: true,
      meetingThatDecided: '',
      version: ended.version,
    });
    expect(await desk().refusal('officers.undoCommittee', { id: committee.id })).toMatchObject({
      code: 'officer.committee-changed-since',
    });
  });
});

describe('A new committee', () => {
  it('ends the old terms the day before, starts the new ones, and enters who is new once', async () => {
    const group = await aGroup(core);
    const old = await aTerm(core, { groupId: group.id, post: 'chair' });
    const vera = { name: 'Vera Blackwood', phone: '07700 900321' };
    const committee = await aCommittee(core, {
      groupId: group.id,
      posts: [
        seat('Chair', old.personId),
        seat('secretary', vera),
        seat('media contact', { ...vera, name: 'vera blackwood' }),
      ],
    });
    expect(committee.ended).toMatchObject([{ id: old.id, until: '2027-01-31' }]);
    expect(committee.started).toMatchObject([
      { post: 'chair', personId: old.personId, from: '2027-02-01', until: null },
      { post: 'secretary', personName: 'Vera Blackwood' },
      { post: 'media-contact', personName: 'Vera Blackwood' },
    ]);
    expect(committee.started[0]?.meetingThatDecided).toBe(
      'Annual general meeting, 1 February 2027',
    );
    const { total } = await desk().call('people.list', { text: 'Vera Blackwood' });
    expect(total).toBe(1);
    // Whoever keeps a post hands nothing over.
    expect(committee.handOvers.map((one) => one.post)).toEqual(['secretary', 'media-contact']);
  });

  it('stands in the history of the group as one act, the names sealed', async () => {
    const group = await aGroup(core);
    const person = await aPerson(core, { name: 'Vera Blackwood' });
    await aCommittee(core, { groupId: group.id, posts: [seat('chair', person.id)] });
    const rows = core
      .raw()
      .prepare("SELECT after_json FROM audit_entry WHERE action = 'officers.committee-entered'")
      .all() as readonly { readonly after_json: string }[];
    expect(rows).toHaveLength(1);
    expect(rows[0]?.after_json).toContain('1 Chair');
    expect(rows[0]?.after_json).not.toContain('Vera');
  });

  it('is refused a second time for the same day, before its meeting, or with one person twice in a post', async () => {
    const group = await aGroup(core);
    const { id } = await aPerson(core);
    const wanted = {
      groupId: group.id,
      meetingOn: '2027-02-01',
      decidedAt: 'Annual general meeting',
      posts: [seat('chair', id)],
    };
    const refused = (part: object) =>
      desk().refusal('officers.enterCommittee', { ...wanted, ...part });
    expect(await refused({ from: '2027-01-31' })).toMatchObject({
      code: 'officer.committee-too-early',
      field: 'from',
    });
    expect(await refused({ posts: [seat('chair', id), seat('Chair', id)] })).toMatchObject({
      code: 'officer.post-entered-twice',
    });
    await aCommittee(core, wanted);
    expect(await refused({})).toMatchObject({ code: 'officer.committee-entered-before' });
  });

  it('keeps lists of its own, beside that of an officer who went before it', async () => {
    const group = await aGroup(core);
    const old = await aTerm(core, { groupId: group.id });
    await desk().call('officers.changeTerm', {
      id: old.id,
      from: old.from,
      until: '2027-03-31',
      isVoting: true,
      meetingThatDecided: '',
      version: old.version,
    });
    const lists = async () =>
      (await desk().call('officers.handOvers', { groupId: group.id })).map(
        ({ incoming }) => incoming?.name ?? null,
      );
    expect(await lists()).toEqual([null]);
    const next = await aPerson(core, { name: 'Sam Lane' });
    const { id } = await aCommittee(core, {
      groupId: group.id,
      posts: [seat('treasurer', next.id)],
    });
    expect(new Set(await lists())).toEqual(new Set(['Sam Lane', null]));
    await desk().call('officers.undoCommittee', { id });
    expect(await lists()).toEqual([null]);
  });

  it('has no more media contacts than the council wants (GRP-08)', async () => {
    const group = await aGroup(core);
    const [one, other] = [await aPerson(core), await aPerson(core)] as const;
    expect(
      await desk().refusal('officers.enterCommittee', {
        groupId: group.id,
        meetingOn: '2027-02-01' as never,
        decidedAt: 'Annual general meeting',
        posts: [seat('media contact', one.id), seat('media contact', other.id)] as never,
      }),
    ).toMatchObject({ code: 'officer.media-contact-taken' });
  });
});
