import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activityTimeline } from '#db/activities/activity-timeline.service';
import { agreementTimeline } from '#db/agreements/agreement-timeline.service';
import { bookingTimeline } from '#db/bookings/booking-timeline.service';
import { claimsTimeline } from '#db/claims/claims-timeline.service';
import { conditionTimeline } from '#db/conditions/condition-timeline.service';
import { groupTimeline } from '#db/groups/group-timeline.service';
import { mergeTimeline } from '#db/holdings/merge-timeline.service';
import { officerTimeline } from '#db/officers/officer-timeline.service';
import { personTimeline } from '#db/people/person-timeline.service';
import { recognitionTimeline } from '#db/recognition/recognition-timeline.service';
import { restrictionTimeline } from '#db/restrictions/restriction-timeline.service';
import { TimelineKind } from '#db/timeline/timeline.contract';
import { usageTimeline } from '#db/usage/usage-timeline.service';
import { keyTimeline } from '#db/venues/key-timeline.service';
import type { Party } from '#db/people/party.contract';
import { aBooking } from '../support/builders/bookings.ts';
import { aGroup, NOTHING_SET } from '../support/builders/groups.ts';
import { aTerm } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { decisionDetails, recognise } from '../support/builders/recognition.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { aPastUse, theSuite } from '../support/builders/usage.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { lettersOf, textOf } from '../support/read-pdf.ts';

/** The clock of the tests stands on 4 January 2027. */
let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

type Asked = { kinds?: readonly string[]; when?: string; limit?: number };
const timeline = (of: Party, asked: Asked = {}, role: 'desk' | 'auditor' | 'finance' = 'desk') =>
  core.as(role).call('timeline.list', { of, ...asked } as never);
const today = (of: Party, role: 'desk' | 'auditor' = 'desk') =>
  core.as(role).call('timeline.today', { of });

/** A group of which every module knows something, and its treasurer. */
async function aBusyGroup() {
  const group = await aGroup(core, { name: 'Birch Lane TRA' });
  const treasurer = await aPerson(core, { name: 'Ngozi Okafor' });
  const [of, person] = [
    { kind: 'group', groupId: group.id },
    { kind: 'person', personId: treasurer.id },
  ] as const;
  const desk = core.as('desk');
  await recognise(core, group, { from: '2026-04-01' });
  await aTerm(core, { groupId: group.id, personId: treasurer.id, from: '2026-07-01' });
  await desk.call('groups.recordSupport', {
    groupId: group.id,
    on: '2026-11-03',
    kind: 'meeting',
    what: 'Went to the annual general meeting',
    by: 'R. Plant',
  });
  await desk.call('groups.addDocument', {
    groupId: group.id,
    kind: 'accounts',
    title: 'Accounts',
    version: '2026',
    datedOn: null,
    receivedOn: '2026-09-30',
    expiresOn: null,
    whereKept: '',
    note: '',
    replacesId: null,
  } as never);
  await desk.call('venues.recordKey', {
    keyName: 'Store cupboard',
    personId: treasurer.id,
    groupId: group.id,
    heldSince: '2026-12-01',
    notes: '',
  });
  await aPastUse(core, await theSuite(core), {
    personId: treasurer.id,
    groupId: group.id,
    startedAt: '2027-01-04T07:30',
    purpose: 'Newsletter',
  });
  await aBooking(core, { booker: of, responsiblePersonId: treasurer.id, date: '2027-01-05' });
  await aBooking(core, { booker: of, responsiblePersonId: treasurer.id, date: '2027-02-02' });
  return { group, of, person };
}

describe('The timeline of a group', () => {
  it('is one list of what every module knows, the latest first, and what is to come apart from it', async () => {
    const { of } = await aBusyGroup();
    const { entries, hasMore } = await timeline(of);
    expect(entries.map(({ on, kind, words }) => `${on} ${kind}: ${words}`)).toEqual([
      '2027-01-04 visit: Computer Suite, 1 hour',
      '2026-12-01 key: Given key “Store cupboard”',
      '2026-11-03 support: Meeting attended',
      '2026-09-30 document: Received: Accounts, version 2026',
      '2026-07-01 officer: Treasurer: first day',
      expect.stringMatching(/^2026-04-01 recognition: Recognised/),
    ]);
    expect(hasMore).toBe(false);
    const coming = await timeline(of, { when: 'coming' });
    expect(coming.entries.map(({ on }) => on)).toEqual(['2027-01-05', '2027-02-02']);
    expect(coming.entries[0]).toMatchObject({
      words: 'Meeting Room, 10am to noon: Meeting of a group',
      detail: 'Ngozi Okafor',
    });
  });

  it('shows so many and says whether there are more, and only what was chosen', async () => {
    const { of } = await aBusyGroup();
    const first = await timeline(of, { limit: 2 });
    expect(first.entries.map(({ kind }) => kind)).toEqual(['visit', 'key']);
    expect(first.hasMore).toBe(true);
    expect((await timeline(of, { limit: 6 })).hasMore).toBe(false);
    const chosen = await timeline(of, { kinds: ['support', 'officer'] });
    expect(chosen.entries.map(({ kind }) => kind)).toEqual(['support', 'officer']);
  });

  it('names nobody and repeats nothing that was written freely to the auditor', async () => {
    const { of, person } = await aBusyGroup();
    const read = JSON.stringify([
      await timeline(of, {}, 'auditor'),
      await timeline(of, { when: 'coming' }, 'auditor'),
      await timeline(person, {}, 'auditor'),
      await today(of, 'auditor'),
      await today(person, 'auditor'),
    ]);
    expect(read).toContain('Treasurer: first day');
    expect(read).not.toMatch(/Okafor|annual general|Plant|Newsletter/);
  });

  it('is refused for a group and a person who are not there', async () => {
    const desk = core.as('desk');
    const of = { kind: 'group', groupId: 'none' } as never;
    expect(await desk.refusal('timeline.list', { of })).toMatchObject({ code: 'group.not-found' });
    const nobody = { kind: 'person', personId: 'none' } as never;
    expect(await desk.refusal('timeline.today', { of: nobody })).toMatchObject({
      code: 'person.not-found',
    });
  });
});

describe('The kinds of entries', () => {
  it('are each offered by some module', () => {
    const offered = [
      activityTimeline,
      agreementTimeline,
      bookingTimeline,
      claimsTimeline,
      conditionTimeline,
      groupTimeline,
      keyTimeline,
      mergeTimeline,
      officerTimeline,
      personTimeline,
      recognitionTimeline,
      restrictionTimeline,
      usageTimeline,
    ].flatMap((source) => source.kinds);
    expect([...new Set(offered)].toSorted()).toEqual(TimelineKind.options.toSorted());
  });
});

describe('The timeline of a person', () => {
  it('has what they did for a group, posts and consents', async () => {
    const { person } = await aBusyGroup();
    if (person.kind !== 'person') throw new Error('a person');
    await core.as('desk').call('people.giveConsent', {
      personId: person.personId,
      purpose: 'be-named',
      what: '',
      withWhom: '',
      givenOn: '2026-10-01',
      until: null,
      how: 'spoken',
    });
    const { entries } = await timeline(person);
    expect(entries.map(({ words }) => words)).toEqual([
      'Computer Suite, 1 hour, for Birch Lane TRA',
      'Given key “Store cupboard” for Birch Lane TRA',
      'Agreed: Named on papers and lists',
      'Treasurer of Birch Lane TRA: first day',
    ]);
    const coming = await timeline(person, { when: 'coming' });
    expect(coming.entries.map(({ words }) => words)).toEqual([
      'Meeting Room, 10am to noon: Meeting of a group, for Birch Lane TRA',
      'Meeting Room, 10am to noon: Meeting of a group, for Birch Lane TRA',
    ]);
  });

  it('tells consents only to those who serve people', async () => {
    const { person } = await aBusyGroup();
    if (person.kind !== 'person') throw new Error('a person');
    await core.as('desk').call('people.giveConsent', {
      personId: person.personId,
      purpose: 'photo',
      what: '',
      withWhom: '',
      givenOn: '2026-10-01',
      until: null,
      how: 'spoken',
    });
    const kindsFor = async (role: 'desk' | 'finance') =>
      (await timeline(person, {}, role)).entries.map(({ kind }) => kind);
    expect(await kindsFor('desk')).toContain('consent');
    expect(await kindsFor('finance')).not.toContain('consent');
  });
});

describe('What is allowed today', () => {
  it('is everything until something was taken away, and then says what, until when and why', async () => {
    const { of } = await aBusyGroup();
    expect((await today(of)).allowed).toContainEqual({
      what: 'Rooms, computers and equipment',
      state: 'yes',
      why: '',
      detail: '',
    });
    await aRestriction(core, { subject: of, until: '2027-03-31' });
    const [first] = (await today(of)).allowed;
    expect(first).toMatchObject({
      what: 'Meeting Room',
      state: 'no',
      why: expect.stringContaining('until 31 March 2027'),
      detail: 'The projector was broken in a row.',
    });
  });

  it('says what the lack of recognition stops, and why (GRP-01)', async () => {
    const { group, of } = await aBusyGroup();
    await core
      .as('manager')
      .call('recognition.setEffect', { activity: 'computer', effect: 'blocks' });
    const stateOf = async () =>
      (await today(of)).allowed.find(({ what }) => what === 'Computer for the group');
    expect(await stateOf()).toMatchObject({ state: 'yes' });
    await core
      .as('manager')
      .call(
        'recognition.recordDecision',
        decisionDetails(group, { kind: 'lapsed', reason: 'No accounts came.' }),
      );
    const stopped = await stateOf();
    expect(stopped?.state).toBe('no');
    expect(stopped?.why).toContain('Birch Lane TRA');
  });

  it('keeps the wish not to be asked, and what nobody agreed to (PPL-03, PPL-10)', async () => {
    const { person } = await aBusyGroup();
    expect((await today(person)).allowed).toMatchObject([
      { what: 'Named on papers and lists', state: 'no' },
      { what: 'Phone or address given to others', state: 'no' },
      { what: 'Sent news by text message or e-mail', state: 'no' },
      { what: 'Rooms, computers and equipment', state: 'yes' },
      { what: 'Asked to take part', state: 'yes' },
    ]);
  });
});

describe('What is due', () => {
  it('is what comes up and what is late, the soonest first', async () => {
    const { group, of } = await aBusyGroup();
    const setDuty = (kind: 'agm' | 'accounts', nextDueOn: string) =>
      core.as('desk').call('groups.setDuty', {
        groupId: group.id,
        kind,
        lastOn: null,
        nextDueOn,
        shown: NOTHING_SET,
      });
    await setDuty('accounts', '2027-01-20');
    await setDuty('agm', '2026-12-20');
    const { due } = await today(of);
    expect(due.slice(0, 2)).toEqual([
      { words: 'Annual general meeting', on: '2026-12-20', isOverdue: true },
      { words: 'Accounts', on: '2027-01-20', isOverdue: false },
    ]);
  });
});

describe.each(['normal', 'large'] as const)('The record sheet in %s print (DOC-17)', (size) => {
  it('ends with what is due, what is allowed and what happened, and names nobody else', async () => {
    const { group, person } = await aBusyGroup();
    if (person.kind !== 'person') throw new Error('a person');
    const desk = core.as('desk');
    const ofGroup = await desk.call('groups.printRecord', { id: group.id, size });
    const ofPerson = await desk.call('timeline.printPerson', { personId: person.personId, size });
    const lettersIn = (paper: { readonly base64: string }) =>
      lettersOf(textOf(Buffer.from(paper.base64, 'base64')));
    for (const words of ['What is due', 'What is allowed today', 'Meeting attended'])
      expect(lettersIn(ofGroup as never)).toContain(lettersOf(words));
    expect(lettersIn(ofGroup as never)).not.toContain(lettersOf('Okafor'));
    for (const words of ['Ngozi Okafor', 'Treasurer of Birch Lane TRA: first day'])
      expect(lettersIn(ofPerson as never)).toContain(lettersOf(words));
  });
});
