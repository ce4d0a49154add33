import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { putVacancyReminders } from '#db/officers/vacancies.service';
import { PROGRAM } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import { aBooking } from '../support/builders/bookings.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aCommittee, aTerm, aTermWithWarnings, seat } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { type FixedClock, newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

/** The clock of the tests stands on 4 January 2027. */
const TODAY = '2027-01-04';

let core: TestCore;
let clock: FixedClock;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const setFigure = (name: string, value: string | null) =>
  core.as('manager').call('settings.setParameter', { name, value, from: TODAY });
const officers = (groupId: GroupId, on: string | null = null) =>
  desk().call('officers.list', { groupId, on });
const taskWords = async () => (await desk().call('tasks.list', {})).tasks.map((task) => task.words);
const consent = (personId: PersonId, purpose: 'be-named' | 'share-contact') =>
  desk().call('people.giveConsent', {
    personId,
    purpose,
    what: '',
    withWhom: '',
    givenOn: TODAY,
    until: null,
    how: 'form',
  });

describe('A media contact (GRP-08)', () => {
  it('is one for each group where the council wants one, the former ones kept as history', async () => {
    const group = await aGroup(core);
    const first = await aTerm(core, { groupId: group.id, post: 'media-contact' });
    const second = await aPerson(core);
    const wanted = {
      groupId: group.id,
      post: 'Media contact',
      personId: second.id,
      from: '2027-02-01',
      until: null,
      isVoting: false,
      meetingThatDecided: '',
    };
    expect(await desk().refusal('officers.addTerm', wanted as never)).toMatchObject({
      code: 'officer.media-contact-taken',
      field: 'post',
    });
    await desk().call('officers.changeTerm', {
      id: first.id,
      from: first.from,
      until: '2027-01-31',
      isVoting: false,
      meetingThatDecided: '',
      version: first.version,
    });
    await desk().call('officers.addTerm', wanted);
    expect(await desk().call('officers.terms', { groupId: group.id })).toHaveLength(2);
    expect(
      await desk().refusal('officers.changeTerm', {
        id: first.id,
        from: first.from,
        until: '2027-02-01',
        isVoting: false,
        meetingThatDecided: '',
        version: first.version + 1,
      }),
    ).toMatchObject({ code: 'officer.media-contact-taken' });
  });

  it('may be several where the council names no number', async () => {
    await setFigure('groups.mediaContacts', null);
    const group = await aGroup(core);
    await aTerm(core, { groupId: group.id, post: 'media-contact' });
    await aTerm(core, { groupId: group.id, post: 'media-contact' });
    expect((await officers(group.id)).officers).toHaveLength(2);
  });

  it('who is missing is said, and only where the council asks for one', async () => {
    const { warnings, term } = await aTermWithWarnings(core, { post: 'chair' });
    expect(warnings).toContain('Nobody is media contact of this group.');
    await setFigure('groups.mediaContacts', null);
    expect((await officers(term.groupId)).warnings).toEqual([]);
  });
});

describe('Council staff (GRP-26)', () => {
  it('may be entered, and are warned about while they have a vote', async () => {
    const person = await aPerson(core);
    await desk().call('people.changeRecord', {
      id: person.id,
      version: person.version,
      isCouncilStaff: true,
    });
    const { term, warnings } = await aTermWithWarnings(core, { personId: person.id });
    expect(warnings.join(' ')).toContain(
      'Treasurer: somebody who works for the council has a vote',
    );
    const { warnings: after } = await desk().call('officers.changeTerm', {
      id: term.id,
      from: term.from,
      until: null,
      isVoting: false,
      meetingThatDecided: '',
      version: term.version,
    });
    expect(after.join(' ')).not.toContain('works for the council');
  });
});

describe('A vacancy', () => {
  it('has a day by which it is filled, on the list until somebody takes the post', async () => {
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    const old = await aTerm(core, {
      groupId: group.id,
      from: '2026-01-01',
      until: '2026-12-31',
    });
    await desk().call('officers.setVacancyDeadline', {
      groupId: group.id,
      post: 'Treasurer',
      fillBy: '2027-02-15',
    });
    expect((await officers(group.id)).vacancies).toContainEqual({
      post: 'treasurer',
      since: '2027-01-01',
      fillBy: '2027-02-15',
    });
    const words =
      'Birch Court TRA: nobody is treasurer since 1 January 2027. To be filled by 15 February 2027.';
    expect(await taskWords()).toContain(words);
    await aTerm(core, { groupId: group.id, personId: old.personId, from: TODAY });
    expect(await taskWords()).not.toContain(words);
    expect(
      await desk().refusal('officers.setVacancyDeadline', {
        groupId: group.id,
        post: 'treasurer',
        fillBy: '2027-02-15',
      }),
    ).toMatchObject({ code: 'officer.not-vacant' });
  });
});

describe('The induction of a new officer (GRP-23)', () => {
  const RULE = 'spend a morning in the housing office';

  it('is on the list once for each new officer, until it was done', async () => {
    await setFigure('groups.officerInduction', RULE);
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    const old = await aTerm(core, { groupId: group.id, post: 'chair', until: '2026-12-31' });
    const fresh = await aPerson(core, { name: 'Vera Blackwood' });
    const committee = await aCommittee(core, {
      groupId: group.id,
      posts: [
        seat('chair', old.personId),
        seat('secretary', fresh.id),
        seat('treasurer', fresh.id),
      ],
    });
    expect(committee.started.map((term) => term.needsInduction)).toEqual([false, true, false]);
    const words = `Induction for Vera Blackwood, new secretary of Birch Court TRA: ${RULE}.`;
    expect(await taskWords()).toContain(words);
    expect(committee.handOvers.flatMap((one) => one.lines.map((line) => line.words))).toContain(
      `Induction: ${RULE}`,
    );

    const [chair, secretary] = committee.started;
    const asked = { id: mustExist(secretary, 'there is one').id, version: 1 };
    expect(
      await desk().refusal('officers.confirmInduction', { ...asked, on: '2027-01-05' }),
    ).toMatchObject({ code: 'officer.induction-to-come', field: 'on' });
    expect(
      await desk().refusal('officers.confirmInduction', {
        id: mustExist(chair, 'there is one').id,
        version: 1,
        on: TODAY,
      }),
    ).toMatchObject({ code: 'officer.no-induction' });
    const done = await desk().call('officers.confirmInduction', { ...asked, on: TODAY });
    expect(done.inductionDoneOn).toBe(TODAY);
    expect(await taskWords()).not.toContain(words);
    await desk().call('officers.confirmInduction', { ...asked, on: null, version: 2 });
    expect(await taskWords()).toContain(words);
  });

  it('is asked of nobody where the council asks for none', async () => {
    const term = await aTerm(core);
    expect(term.needsInduction).toBe(false);
    expect((await taskWords()).join(' ')).not.toContain('Induction');
  });
});

describe('One term', () => {
  it('is refused where its last day is before its first, and when somebody was quicker', async () => {
    const term = await aTerm(core);
    const wanted = {
      id: term.id,
      from: '2026-02-01',
      until: '2026-01-31',
      isVoting: true,
      meetingThatDecided: '',
      version: term.version,
    };
    expect(await desk().refusal('officers.changeTerm', wanted as never)).toMatchObject({
      code: 'officer.ends-before-it-starts',
      field: 'until',
    });
    for (const [verb, input] of [
      ['officers.changeTerm', { ...wanted, until: null, version: 9 }],
      ['officers.withdrawTerm', { id: term.id, version: 9 }],
    ] as const)
      expect(await desk().refusal(verb, input as never)).toMatchObject({
        code: 'officer.changed-by-someone-else',
      });
    expect(
      await desk().refusal('officers.withdrawTerm', { id: 'nowhere' as never, version: 1 }),
    ).toMatchObject({ code: 'officer.not-found' });
  });

  it('entered by mistake is taken off the record again', async () => {
    const term = await aTerm(core);
    await desk().call('officers.withdrawTerm', { id: term.id, version: term.version });
    expect((await officers(term.groupId)).hasTerms).toBe(false);
  });

  it('that ends asks for what is handed in, and one list is kept up when somebody follows', async () => {
    const term = await aTerm(core);
    const days = { id: term.id, from: term.from, isVoting: true, meetingThatDecided: '' };
    await desk().call('officers.changeTerm', {
      ...days,
      until: '2027-01-31',
      version: term.version,
    });
    const lists = () => desk().call('officers.handOvers', { groupId: term.groupId });
    expect(await lists()).toMatchObject([{ incoming: null, on: '2027-02-01' }]);
    await desk().call('officers.changeTerm', {
      ...days,
      until: null,
      version: term.version + 1,
    });
    expect(await lists()).toEqual([]);
    await desk().call('officers.changeTerm', {
      ...days,
      until: '2027-01-31',
      version: term.version + 2,
    });
    const next = await aTerm(core, { groupId: term.groupId, from: '2027-02-01' });
    const [list, ...more] = await lists();
    expect(more).toEqual([]);
    expect(list?.incoming?.personId).toBe(next.personId);
    const words = list?.lines.map((line) => line.words) ?? [];
    expect(new Set(words).size).toBe(words.length);
  });
});

describe('What is asked of an officer', () => {
  it('is not asked of a term that began long ago', async () => {
    await setFigure('groups.officerInduction', 'spend a morning in the housing office');
    const old = await aTerm(core, { from: '2024-01-01', until: '2025-12-31' });
    const next = await aTerm(core, { groupId: old.groupId, from: '2026-01-01' });
    expect(next.needsInduction).toBe(false);
    expect(await desk().call('officers.handOvers', { groupId: old.groupId })).toEqual([]);
    const later = await aTerm(core, { groupId: old.groupId, from: TODAY });
    expect(later.needsInduction).toBe(true);
    expect(await desk().call('officers.handOvers', { groupId: old.groupId })).toHaveLength(1);
  });

  it('holds the bookings that nobody answers for any more, in few lines', async () => {
    const group = await aGroup(core);
    const term = await aTerm(core, { groupId: group.id, post: 'secretary' });
    for (const date of ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04'])
      await aBooking(core, {
        booker: { kind: 'group', groupId: group.id },
        responsiblePersonId: term.personId,
        date,
      });
    const next = await aPerson(core);
    const { handOvers } = await aCommittee(core, {
      groupId: group.id,
      posts: [seat('secretary', next.id)],
    });
    const words = handOvers[0]?.lines.map((line) => line.words) ?? [];
    expect(words.filter((line) => line.includes('BKG-'))).toEqual([
      expect.stringMatching(
        /^4 bookings to come, the first BKG-2027-\d+ on 1 March 2027: name who answers for them$/,
      ),
    ]);
  });
});

describe('The daily round', () => {
  it('puts a post whose last day has passed on the list, and leaves it ticked once it was', async () => {
    const group = await aGroup(core, { name: 'Birch Court TRA' });
    await aTerm(core, { groupId: group.id, until: TODAY });
    const words =
      'Birch Court TRA: nobody is treasurer since 5 January 2027. Ask by when it will be filled.';
    const round = () => core.core.unit(PROGRAM, 'writes', async (ctx) => putVacancyReminders(ctx));
    expect(await round()).toBe(false);
    clock.set('2027-01-05T09:00:00.000Z');
    expect(await round()).toBe(true);
    const { tasks } = await desk().call('tasks.list', {});
    const task = mustExist(
      tasks.find((one) => one.words === words),
      'it was just put there',
    );
    await desk().call('tasks.confirmDone', { id: task.id, version: task.version });
    expect(await round()).toBe(false);
    expect(await taskWords()).not.toContain(words);
  });
});

describe('What a person speaks for', () => {
  it('is read from the person’s side, past and present', async () => {
    const person = await aPerson(core);
    const first = await aGroup(core, { name: 'Cedar Estate TRA' });
    await aTerm(core, { groupId: first.id, personId: person.id, until: '2026-12-31' });
    await aTerm(core, { personId: person.id, post: 'chair' });
    expect(await desk().call('officers.termsOfPerson', { personId: person.id })).toHaveLength(2);
    const capacities = (on: string | null) =>
      desk().call('officers.capacities', { personId: person.id, on });
    expect(await capacities('2026-12-31')).toHaveLength(2);
    expect(await capacities(null)).toMatchObject([{ posts: ['chair'] }]);
  });
});

describe('How to reach officers (PPL-10)', () => {
  it('is shown only where they agreed in writing, and to the auditor not at all', async () => {
    const open = await aPerson(core, { name: 'Vera Blackwood', phone: '07700 900321' });
    await consent(open.id, 'share-contact');
    const group = await aGroup(core);
    await aTerm(core, { groupId: group.id, post: 'chair', personId: open.id });
    await aTerm(core, { groupId: group.id, post: 'secretary' });
    const list = await officers(group.id);
    expect(list.officers.map((one) => one.phone)).toEqual(['07700 900321', null]);
    const seen = await core.as('auditor').call('officers.list', { groupId: group.id });
    expect(JSON.stringify(seen)).not.toContain('Vera');
    expect(seen.officers.map((one) => one.phone)).toEqual(['•••', null]);
    const paper = async () =>
      textOf(
        Buffer.from(
          (await desk().call('officers.printContactSheet', { groupId: group.id })).base64,
          'base64',
        ),
      );
    expect(await paper()).not.toContain('Vera Blackwood');
    await consent(open.id, 'be-named');
    expect(await paper()).toContain('Vera Blackwood');
    expect(await paper()).toContain('07700 900321');
    const terms = await core.as('auditor').call('officers.terms', { groupId: group.id });
    expect(JSON.stringify(terms)).not.toContain('Vera');
  });
});
