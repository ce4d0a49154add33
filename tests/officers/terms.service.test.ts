import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Term } from '#db/officers/officers.contract';
import { mustExist } from '#db/shared/domain-error';
import { aGroup } from '../support/builders/groups.ts';
import { aTerm, aTermWithWarnings } from '../support/builders/officers.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/** The clock of the tests stands on 4 January 2027. */
const TODAY = '2027-01-04';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const setFigure = (name: string, value: string | number, from = TODAY) =>
  core.as('manager').call('settings.setParameter', { name, value, from });
const look = (groupId: Term['groupId']) => desk().call('officers.list', { groupId, on: null });
const taskWords = async () => (await desk().call('tasks.list', {})).tasks.map((task) => task.words);
const changeTo = (term: Term, until: string | null, version = term.version) =>
  desk().call('officers.changeTerm', {
    id: term.id,
    from: term.from,
    until,
    isVoting: true,
    meetingThatDecided: '',
    version,
  });

describe('Media contacts (GRP-08)', () => {
  const media = { post: 'media-contact' };

  it('who shared days that are over are history, which is entered as it was', async () => {
    const { groupId } = await aTerm(core, { ...media, from: '2026-01-01', until: '2026-12-31' });
    await aTerm(core, { ...media, groupId, from: '2026-06-01' });
    expect(await desk().call('officers.terms', { groupId })).toHaveLength(2);
  });

  it('may be as many as the figure allows that holds when the term begins', async () => {
    const { groupId } = await aTerm(core, media);
    await setFigure('groups.mediaContacts', 2, '2027-06-01');
    await aTerm(core, { ...media, groupId, from: '2027-06-01' });
    expect(await desk().call('officers.terms', { groupId })).toHaveLength(2);
  });
});

describe('A gap in a post', () => {
  it('is said for a year after it ended, and then is history', async () => {
    const group = await aGroup(core);
    const chair = { groupId: group.id, post: 'chair' };
    await aTerm(core, { ...chair, from: '2024-01-01', until: '2024-12-31' });
    await aTerm(core, { ...chair, from: '2025-02-01', until: '2025-12-31' });
    const { warnings } = await aTermWithWarnings(core, { ...chair, from: '2026-02-01' });
    expect(warnings.filter((words) => words.startsWith('Chair'))).toEqual([
      'Chair: nobody from 1 January 2026 to 31 January 2026, 31 days.',
    ]);
  });
});

describe('A group that has ended', () => {
  it('has no vacancy and nothing to look at', async () => {
    const { term, warnings } = await aTermWithWarnings(core, { until: '2026-12-31' });
    expect(warnings).not.toEqual([]);
    const { version } = await desk().call('groups.get', { id: term.groupId });
    await desk().call('groups.endGroup', {
      id: term.groupId,
      on: TODAY,
      reason: 'Over',
      successorId: null,
      version,
    });
    expect(await look(term.groupId)).toMatchObject({ vacancies: [], warnings: [] });
  });
});

describe('The day by which a post is filled', () => {
  it('that was set for an earlier vacancy says nothing about a new one', async () => {
    const { groupId } = await aTerm(core, { from: '2026-01-01', until: '2026-12-31' });
    const post = 'treasurer';
    await desk().call('officers.setVacancyDeadline', {
      groupId,
      post,
      fillBy: '2027-01-10',
    });
    const next = await aTerm(core, { groupId, from: '2027-01-05' });
    await changeTo(next, '2027-02-28');
    const { vacancies } = await desk().call('officers.list', {
      groupId,
      on: '2027-03-01',
    });
    expect(vacancies).toContainEqual({ post, since: '2027-03-01', fillBy: null });
  });
});

describe('A term', () => {
  it('that is to end after all keeps a hand-over list of which something was ticked', async () => {
    const term = await aTerm(core);
    await changeTo(term, '2027-01-31');
    const lists = () => desk().call('officers.handOvers', { groupId: term.groupId });
    const line = mustExist((await lists())[0]?.lines[0], 'a treasurer hands over');
    await desk().call('officers.markLine', { id: line.id, isDone: true });
    await changeTo(term, null, term.version + 1);
    expect(await lists()).toHaveLength(1);
  });

  it('entered by mistake takes its induction off the list with it', async () => {
    await setFigure('groups.officerInduction', 'spend a morning in the housing office');
    const term = await aTerm(core, { from: TODAY });
    expect((await taskWords()).join()).toContain('Induction for');
    await desk().call('officers.withdrawTerm', { id: term.id, version: term.version });
    expect((await taskWords()).join()).not.toContain('Induction for');
  });
});
