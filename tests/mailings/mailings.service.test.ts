import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PersonId } from '#db/people/people.contract';
import { aMailing, aMember, MAILING_WORDS } from '../support/builders/mailings.ts';
import { anArea } from '../support/builders/areas.ts';
import { aRestriction } from '../support/builders/restrictions.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const choiceOf = (selection: object = {}, byHand: { personId: PersonId; why: string }[] = []) =>
  desk().call('mailings.choice', { selection, byHand });
const lastContact = async (id: PersonId) =>
  (await desk().call('people.record', { id })).lastContactedOn;

/** Everything by date on a person's page. */
const timelineOf = async (personId: PersonId) =>
  (await desk().call('timeline.list', { of: { kind: 'person', personId } })).entries;

describe('Choosing people', () => {
  it('goes by an area with everything inside it, by interest and by tenure', async () => {
    const north = await anArea(core, { name: 'North' });
    const estate = await anArea(core, { name: 'Elm Estate', kind: 'estate', parentId: north.id });
    const repairs = [{ serviceArea: 'Repairs', methods: ['Walkabouts'] }];
    await aMember(core, 'Inside', { areaId: estate.id, interests: repairs });
    await aMember(core, 'Elsewhere', { interests: repairs });
    await aMember(core, 'Other', { areaId: estate.id });
    const { chosen } = await choiceOf({
      areaIds: [north.id],
      serviceAreas: ['repairs'],
      methods: ['walkabouts'],
      kinds: ['tenant'],
    });
    expect(chosen.map(({ name }) => name)).toEqual(['Inside']);
    expect((await choiceOf({ areaIds: [north.id], kinds: ['leaseholder'] })).total).toBe(0);
  });

  it('takes an interest and a way to take part only where one interest has both (PPL-13)', async () => {
    await aMember(core, 'Both apart', {
      interests: [
        { serviceArea: 'Repairs', methods: ['Meetings'] },
        { serviceArea: 'Youth facilities', methods: ['Walkabouts'] },
      ],
    });
    expect((await choiceOf({ serviceAreas: ['Repairs'], methods: ['Walkabouts'] })).total).toBe(0);
    expect((await choiceOf({ serviceAreas: ['Repairs'], methods: ['Meetings'] })).total).toBe(1);
  });

  it('tells everybody left out with the reason of each', async () => {
    const no = await aMember(core, 'No thanks');
    await desk().call('people.changeRecord', {
      id: no.id,
      version: no.version,
      notInvolvedSince: '2027-01-02',
    });
    await aMember(core, 'Young', {
      isUnder18: true,
      guardianName: 'A parent',
      guardianPhone: '07700 900999',
      guardianConsentOn: '2027-01-02',
    });
    const barred = await aMember(core, 'Barred');
    await aRestriction(core, {
      subject: { kind: 'person', personId: barred.id },
      scope: { kind: 'everything' },
    });
    await aMember(core, 'Asked', { lastContactedOn: '2027-01-03' });
    await aMember(core, 'Not agreed', { channels: ['email'], email: 'a@example.org' });
    await aMember(core, 'No address', { channels: ['letter'], address: '' });
    await aMember(core, 'In person', { channels: ['face-to-face'] });
    const byHand = await aMember(core, 'Moved away');
    await aMember(core, 'Gets it');
    const choice = await choiceOf({ asked: { kind: 'months', months: 3 } }, [
      { personId: byHand.id, why: 'Told us by phone' },
    ]);
    expect(choice.chosen.map(({ name }) => name)).toEqual(['Gets it']);
    expect(choice.leftOut.map(({ name, reason, detail }) => [name, reason, detail])).toEqual([
      ['Asked', 'asked-since', 'on 3 January 2027'],
      ['Barred', 'barred', ''],
      ['In person', 'only-in-person', 'face to face'],
      ['Moved away', 'by-hand', 'Told us by phone'],
      ['No address', 'no-details', 'letter'],
      ['No thanks', 'not-involved', 'said so on 2 January 2027'],
      ['Not agreed', 'no-consent', 'e-mail'],
      ['Young', 'under-18', ''],
    ]);
    expect(choice.byReason).toContainEqual({ reason: 'barred', people: 1 });
  });

  it('asks those who were left in peace longest where no more than so many are wanted', async () => {
    await aMember(core, 'Asked last year', { lastContactedOn: '2026-02-03' });
    await aMember(core, 'Never asked');
    await aMember(core, 'Asked last', { lastContactedOn: '2026-12-03' });
    const choice = await choiceOf({ atMost: 2 });
    expect(choice.chosen.map(({ name }) => name)).toEqual(['Asked last year', 'Never asked']);
    expect(choice.leftOut).toMatchObject([{ name: 'Asked last', reason: 'enough-others' }]);
  });
});

describe('A mailing', () => {
  it('keeps who was asked by which channel, notes each contact, and stands on each page', async () => {
    const letter = await aMember(core, 'Letter');
    const call = await aMember(core, 'Call', { channels: ['phone'] });
    const mail = await aMember(core, 'Mail', {
      channels: ['email'],
      email: 'm@example.org',
      agrees: true,
    });
    const mailing = await aMailing(core);
    expect(mailing).toMatchObject({
      reference: 'MLG-2027-0001',
      byChannel: { letter: 1, email: 1, text: 0, phone: 1 },
      people: 3,
      selectionWords: 'Everybody on the Sounding Board',
    });
    expect(await lastContact(letter.id)).toBe('2027-01-04');
    expect(await lastContact(mail.id)).toBe('2027-01-04');
    // Nobody has spoken with them yet; but they are on a list, and no other mailing asks them meanwhile.
    expect(await lastContact(call.id)).toBeNull();
    const again = await choiceOf({ asked: { kind: 'months', months: 1 } });
    expect(again.leftOut.map(({ name, reason }) => [name, reason])).toEqual([
      ['Call', 'asked-since'],
      ['Letter', 'asked-since'],
      ['Mail', 'asked-since'],
    ]);
    expect(await desk().call('mailings.ofPerson', { personId: call.id })).toMatchObject([
      { reference: 'MLG-2027-0001', subject: 'Repairs survey', channel: 'phone', outcomes: [] },
    ]);
    expect(await timelineOf(call.id)).toContainEqual({
      kind: 'contact',
      on: '2027-01-04',
      words: 'Asked: phone call, MLG-2027-0001',
      detail: 'Repairs survey',
      path: `/people/mailings/${mailing.id}`,
    });
  });

  it('is refused where other people would get it than those who were seen', async () => {
    await aMember(core, 'First');
    const { mark } = await choiceOf();
    await aMember(core, 'Second');
    expect(
      await desk().refusal('mailings.create', { ...MAILING_WORDS, selection: {}, mark }),
    ).toMatchObject({ code: 'mailing.people-changed', details: { people: 2 } });
    expect(await desk().call('mailings.list', {})).toEqual([]);
  });

  it('is refused for nobody, and with a field that no letter has', async () => {
    const { mark } = await choiceOf();
    expect(
      await desk().refusal('mailings.create', { ...MAILING_WORDS, selection: {}, mark }),
    ).toMatchObject({ code: 'mailing.nobody' });
    expect(
      await desk().refusal('mailings.create', {
        ...MAILING_WORDS,
        body: 'Your rent is {rent}.',
        selection: {},
        mark,
      }),
    ).toMatchObject({ code: 'mailing.unknown-field', field: 'body' });
  });

  it('is taken back as one act, and every last contact is what it was', async () => {
    const before = await aMember(core, 'Letter', { lastContactedOn: '2026-03-01' });
    const mailing = await aMailing(core);
    const taken = await desk().call('mailings.undoCreate', {
      id: mailing.id,
      version: mailing.version,
    });
    expect(taken.takenBackOn).toBe('2027-01-04');
    expect(await lastContact(before.id)).toBe('2026-03-01');
    expect(await desk().call('mailings.ofPerson', { personId: before.id })).toEqual([]);
    expect(JSON.stringify(await timelineOf(before.id))).not.toContain('MLG-');
    expect((await choiceOf({ asked: { kind: 'since', since: '2027-01-01' } })).total).toBe(1);
    expect(
      await desk().refusal('mailings.undoCreate', { id: mailing.id, version: taken.version }),
    ).toMatchObject({ code: 'mailing.taken-back-before' });
    for (const verb of ['mailings.printLetters', 'mailings.printCalls'] as const)
      expect(await desk().refusal(verb, { id: mailing.id })).toMatchObject({
        code: 'mailing.taken-back-before',
      });
  });

  it('leaves the day of whoever was changed since, and of whoever a later mailing asked', async () => {
    const changed = await aMember(core, 'Changed', { lastContactedOn: '2026-03-01' });
    const asked = await aMember(core, 'Asked twice', { lastContactedOn: '2026-03-01' });
    const first = await aMailing(core);
    await aMailing(core, {
      selection: {},
      byHand: [{ personId: changed.id, why: 'Asked this morning' }],
    });
    const record = await desk().call('people.record', { id: changed.id });
    await desk().call('people.confirmDetails', { id: changed.id, version: record.version });
    await desk().call('mailings.undoCreate', { id: first.id, version: first.version });
    expect(await lastContact(changed.id)).toBe('2027-01-04');
    expect(await lastContact(asked.id)).toBe('2027-01-04');
  });

  it('stays once something was noted about it, and is refused to the second of two people', async () => {
    const { id } = await aMember(core, 'Letter');
    const mailing = await aMailing(core);
    expect(
      await desk().refusal('mailings.undoCreate', { id: mailing.id, version: 7 }),
    ).toMatchObject({ code: 'mailing.changed-by-someone-else' });
    const noted = await desk().call('mailings.recordOutcome', {
      id: mailing.id,
      personId: id,
      outcome: 'will-take-part',
    });
    expect(
      await desk().refusal('mailings.undoCreate', { id: mailing.id, version: mailing.version }),
    ).toMatchObject({ code: 'mailing.something-noted' });
    await desk().call('mailings.undoOutcome', { id: noted.id });
    await desk().call('mailings.undoCreate', { id: mailing.id, version: mailing.version });
  });

  it('sends nothing any more to whoever said no, or took back their consent, after it was made', async () => {
    const letter = await aMember(core, 'Letter');
    const mail = await aMember(core, 'Mail', {
      channels: ['email'],
      email: 'm@example.org',
      agrees: true,
    });
    const mailing = await aMailing(core);
    const record = await desk().call('people.record', { id: letter.id });
    await desk().call('people.changeRecord', {
      id: letter.id,
      version: record.version,
      notInvolvedSince: '2027-01-04',
    });
    const [consent] = await desk().call('people.consents', { personId: mail.id });
    await desk().call('people.withdrawConsent', { id: consent?.id ?? '' });
    const { asked, letters } = await desk().call('mailings.get', { id: mailing.id });
    expect(asked.map(({ name, since }) => [name, since])).toEqual([
      ['Letter', 'not-involved'],
      ['Mail', 'no-consent'],
    ]);
    expect(letters).toBe(0);
    expect((await desk().call('mailings.sending', { id: mailing.id })).emails).toEqual([]);
    expect(await desk().refusal('mailings.printLetters', { id: mailing.id })).toMatchObject({
      code: 'mailing.no-letters',
    });
  });

  it('is not there under an id that none has', async () => {
    expect(await desk().refusal('mailings.get', { id: 'none' })).toMatchObject({
      code: 'mailing.not-found',
    });
  });
});

describe('What came of it', () => {
  it('counts a call as a contact once somebody was reached, and is taken back', async () => {
    const { id } = await aMember(core, 'Call', { channels: ['phone'] });
    const mailing = await aMailing(core);
    const note = (outcome: 'no-answer' | 'reached') =>
      desk().call('mailings.recordOutcome', { id: mailing.id, personId: id, outcome });
    const first = await note('no-answer');
    expect(await lastContact(id)).toBeNull();
    const second = await note('reached');
    expect(await lastContact(id)).toBe('2027-01-04');
    expect(await desk().refusal('mailings.undoOutcome', { id: first.id })).toMatchObject({
      code: 'mailing.not-the-last-outcome',
    });
    await desk().call('mailings.undoOutcome', { id: second.id });
    expect(await lastContact(id)).toBeNull();
    const { asked, mailing: now } = await desk().call('mailings.get', { id: mailing.id });
    expect(asked[0]?.outcomes).toMatchObject([{ outcome: 'no-answer' }]);
    expect(now.answered).toBe(1);
    expect(await desk().refusal('mailings.undoOutcome', { id: second.id })).toMatchObject({
      code: 'mailing.outcome-not-found',
    });
  });

  it('is respected at once where somebody does not want to be asked again (PPL-03)', async () => {
    const { id } = await aMember(core, 'Call', { channels: ['phone'] });
    const mailing = await aMailing(core);
    const noted = await desk().call('mailings.recordOutcome', {
      id: mailing.id,
      personId: id,
      outcome: 'not-again',
      note: 'Has no time',
    });
    expect(await desk().call('people.record', { id })).toMatchObject({
      isOnRegister: false,
      notInvolvedSince: '2027-01-04',
    });
    expect((await choiceOf()).leftOut).toMatchObject([{ reason: 'not-involved' }]);
    expect(await desk().refusal('mailings.undoOutcome', { id: noted.id })).toMatchObject({
      code: 'mailing.wish-stays',
    });
  });

  it('goes with the channel, and with somebody who was asked', async () => {
    const { id } = await aMember(core, 'Letter');
    const young = await aMember(core, 'Left out', { channels: ['website'] });
    const mailing = await aMailing(core);
    const refusal = (personId: PersonId, outcome: 'no-answer' | 'took-part') =>
      desk().refusal('mailings.recordOutcome', { id: mailing.id, personId, outcome });
    expect(await refusal(id, 'no-answer')).toMatchObject({
      code: 'mailing.outcome-of-another-channel',
    });
    expect(await refusal(young.id, 'took-part')).toMatchObject({ code: 'mailing.not-asked' });
  });
});
