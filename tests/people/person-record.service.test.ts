import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import { mayGivePhone, mayName } from '#db/people/consents.service';
import type { PersonId } from '#db/people/people.contract';
import type { peopleContract } from '#db/people/people-api.contract';
import type { InputOf } from '#db/shared/contract';
import type { LocalDate } from '#db/shared/local-date';
import { recordContacts } from '#db/people/contacts.service';
import { anArea } from '../support/builders/areas.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const TODAY = '2027-01-04';
type Part = Omit<InputOf<(typeof peopleContract)['changeRecord']>, 'id' | 'version'>;

async function aRecord(part: Part, person: { name?: string; phone?: string } = {}) {
  const { id, version } = await aPerson(core, person);
  return core.as('desk').call('people.changeRecord', { ...part, id, version });
}
const refused = async (part: Part) => {
  const { id, version } = await aPerson(core);
  return core.as('desk').refusal('people.changeRecord', { ...part, id, version });
};
const titlesFor = async (text: string) =>
  (await core.as('desk').call('search.everything', { text })).found.map(({ title }) => title);

describe('What is known of a person', () => {
  it('is nothing at first, and none of it is asked for', async () => {
    const person = await aPerson(core);
    expect(await core.as('desk').call('people.record', { id: person.id })).toMatchObject({
      ...person,
      email: '',
      channels: [],
      formatNeed: 'standard',
      isOnRegister: false,
      lastConfirmedOn: null,
    });
  });

  it('is entered block by block and read as it was entered', async () => {
    const area = await anArea(core);
    const scheme = await anArea(core, { kind: 'scheme', parentId: area.id });
    const reach = {
      email: 'rana@example.org',
      textPhone: '07700 900456',
      address: '2 Elm House\nAsh Street',
      postcode: 'so147ly',
      areaId: area.id,
      schemeId: scheme.id,
      channels: ['text', 'letter'] as const,
    };
    const interests = [{ serviceArea: 'Repairs', methods: ['Surveys and leaflets'] }];
    const first = await aRecord({ ...reach, channels: [...reach.channels] });
    const { id } = first;
    const second = await core.as('officer').call('people.changeRecord', {
      id,
      version: first.version,
      interests,
      hoursPerMonth: 2,
      noMeetings: true,
      needsInterpreter: true,
      languageNeed: 'Somali',
    });
    expect(await core.as('desk').call('people.record', { id })).toEqual(second);
    expect(second).toMatchObject({
      ...reach,
      postcode: 'SO14 7LY',
      interests,
      noMeetings: true,
      languageNeed: 'Somali',
    });
  });

  it('is found by postcode, e-mail and the number for texts, and after a new name too', async () => {
    const { id, version } = await aRecord(
      { postcode: 'so147ly', email: 'rana@example.org', textPhone: '07700 900456' },
      { name: 'Rana Haddad', phone: '023 8000 1111' },
    );
    for (const text of ['SO14 7LY', 'so14', 'rana@example.org', 'example.org', '900456'])
      expect(await titlesFor(text)).toEqual(['Rana Haddad']);
    await core.as('desk').call('people.change', {
      id,
      version,
      name: 'Rana Amin',
      kind: 'tenant',
      phone: '023 8000 1111',
    });
    expect(await titlesFor('so14 7ly')).toEqual(['Rana Amin']);
  });

  it('tells the second of two people who change one at once', async () => {
    const { id, version } = await aPerson(core);
    await core.as('desk').call('people.changeRecord', { id, version, email: 'a@example.org' });
    for (const late of ['people.changeRecord', 'people.confirmDetails'] as const)
      expect(await core.as('officer').refusal(late, { id, version })).toMatchObject({
        code: 'person.changed-by-someone-else',
      });
  });

  it('is of nobody where there is no such person', async () => {
    for (const [verb, input] of [
      ['people.record', { id: 'none' }],
      ['people.changeRecord', { id: 'none', version: 1, email: 'a@example.org' }],
      ['people.confirmDetails', { id: 'none', version: 1 }],
    ] as const)
      expect(await core.as('desk').refusal(verb, input)).toMatchObject({
        code: 'person.not-found',
      });
  });

  it('was gone through with the person today, and so they were contacted (PPL-02, PPL-05)', async () => {
    const { id, version } = await aPerson(core);
    expect(await core.as('desk').call('people.confirmDetails', { id, version })).toMatchObject({
      lastConfirmedOn: TODAY,
      lastContactedOn: TODAY,
      version: version + 1,
    });
  });

  it('was contacted on the latest day that anybody told (PPL-02)', async () => {
    const { id } = await aRecord({ lastContactedOn: '2026-12-01' });
    const contacted = (on: string) =>
      core.core.unit(PROGRAM, 'writes', (ctx) => recordContacts(ctx, [id], on as LocalDate));
    await contacted('2026-12-20');
    await contacted('2026-11-01');
    const { lastContactedOn, version } = await core.as('desk').call('people.record', { id });
    expect(lastContactedOn).toBe('2026-12-20');
    await contacted('2026-12-20');
    expect((await core.as('desk').call('people.record', { id })).version).toBe(version);
  });

  it('keeps who does not want to be involved off the Sounding Board (PPL-03)', async () => {
    const member = await aRecord({ isOnRegister: true });
    const { id, version } = member;
    const left = await core
      .as('desk')
      .call('people.changeRecord', { id, version, notInvolvedSince: TODAY });
    expect(left).toMatchObject({ isOnRegister: false, notInvolvedSince: TODAY });
    expect(
      await core
        .as('desk')
        .refusal('people.changeRecord', { id, version: left.version, isOnRegister: true }),
    ).toMatchObject({
      code: 'person.not-involved',
      message:
        'They said on 4 January 2027 that they do not want to be involved. Take that note off only when they ask for it, then enter them here.',
    });
  });

  it('brings nobody under 18 onto the Sounding Board without a guardian', async () => {
    expect(await refused({ isUnder18: true, isOnRegister: true })).toMatchObject({
      code: 'person.guardian-missing',
    });
    const guardian = {
      guardianName: 'A. Haddad',
      guardianPhone: '0123',
      guardianConsentOn: TODAY,
    };
    expect(await aRecord({ isUnder18: true, isOnRegister: true, ...guardian })).toMatchObject({
      isOnRegister: true,
    });
  });

  it('refuses days to come, and a scheme that is none', async () => {
    for (const part of [
      { isOnRegister: true, joinedOn: '2027-01-05' },
      { lastContactedOn: '2027-01-05' },
      { notInvolvedSince: '2027-01-05' },
    ])
      expect(await refused(part)).toMatchObject({ code: 'person.day-to-come' });
    const { id: schemeId } = await anArea(core, { name: 'East', kind: 'estate' });
    expect(await refused({ schemeId })).toMatchObject({
      code: 'person.not-a-scheme',
      message: 'East is not a sheltered scheme. Choose a scheme, or leave this empty.',
    });
    expect(await refused({ areaId: 'none' })).toMatchObject({ code: 'area.not-found' });
  });

  it('takes an address of four lines and no more', async () => {
    expect(await refused({ address: '1\n2\n3\n4\n5' })).toMatchObject({
      message: expect.stringContaining('four lines or fewer'),
    });
  });

  it('is read by those who serve people, and not by the auditor or for payments', async () => {
    const { id } = await aPerson(core);
    for (const role of ['auditor', 'finance'] as const)
      expect(await core.as(role).refusal('people.record', { id })).toMatchObject({
        code: 'session.not-allowed',
      });
  });

  it('stands sealed in the record of what happened, and only what changed', async () => {
    const { id } = await aRecord({ accessNeeds: 'Hearing loop' }, { name: 'Rana Haddad' });
    const entries = await core.as('auditor').call('audit.ofObject', {
      objectType: 'person',
      objectId: id,
    });
    expect(entries.map(({ action }) => action)).toContain('person.record-changed');
    expect(JSON.stringify(entries)).not.toContain('Hearing loop');
    const seen = await core.as('manager').call('audit.ofObject', {
      objectType: 'person',
      objectId: id,
    });
    expect(JSON.stringify(seen)).toContain('Hearing loop');
    expect(JSON.stringify(seen)).not.toContain('formatNeed');
  });
});

describe('What a person agrees to', () => {
  const consent = (personId: PersonId, part: object = {}) => ({
    personId,
    purpose: 'share-contact' as const,
    what: 'Phone number',
    withWhom: 'Committee of Ashdown TRA',
    givenOn: '2027-01-02' as const,
    until: null,
    how: 'form' as const,
    ...part,
  });

  it('is given, holds until it is taken back, and stays on record', async () => {
    const { id } = await aPerson(core);
    const given = await core.as('desk').call('people.giveConsent', consent(id));
    expect(given).toMatchObject({ withdrawnOn: null, withWhom: 'Committee of Ashdown TRA' });
    const after = await core.as('officer').call('people.withdrawConsent', { id: given.id });
    expect(after.withdrawnOn).toBe(TODAY);
    expect(await core.as('desk').call('people.consents', { personId: id })).toEqual([after]);
    expect(await core.as('desk').refusal('people.withdrawConsent', { id: given.id })).toMatchObject(
      { code: 'person.consent-withdrawn-before' },
    );
  });

  it('by word of mouth gives no phone number away (PPL-10)', async () => {
    const { id } = await aPerson(core);
    expect(
      await core.as('desk').refusal('people.giveConsent', consent(id, { how: 'spoken' })),
    ).toMatchObject({ code: 'person.consent-not-written', field: 'how' });
    await core
      .as('desk')
      .call('people.giveConsent', consent(id, { how: 'spoken', purpose: 'be-named' }));
  });

  it('is asked by every paper: named, and the number given, only while it holds (PPL-10)', async () => {
    const { id } = await aPerson(core);
    const may = (on: LocalDate) =>
      core.core.unit(PROGRAM, 'reads', async (ctx) => [
        await mayName(ctx, id, on),
        await mayGivePhone(ctx, id, on),
      ]);
    const day = (text: string) => text as LocalDate;
    expect(await may(day('2027-01-04'))).toEqual([false, false]);
    await core
      .as('desk')
      .call('people.giveConsent', consent(id, { purpose: 'be-named', until: '2027-01-31' }));
    expect(await may(day('2027-01-31'))).toEqual([true, false]);
    await core.as('desk').call('people.giveConsent', consent(id));
    expect(await may(day('2027-01-31'))).toEqual([true, true]);
    expect(await may(day('2027-02-01'))).toEqual([false, true]);
    expect(await may(day('2027-01-01'))).toEqual([false, false]);
  });

  it('was given by today, and ends no sooner than it begins', async () => {
    const { id } = await aPerson(core);
    const refusal = (part: object) =>
      core.as('desk').refusal('people.giveConsent', consent(id, part));
    expect(await refusal({ givenOn: '2027-01-05' })).toMatchObject({
      code: 'person.consent-not-yet',
    });
    expect(await refusal({ until: '2027-01-01' })).toMatchObject({
      code: 'person.consent-ends-before',
      field: 'until',
    });
    const oneDay = { givenOn: TODAY, until: TODAY };
    await core.as('desk').call('people.giveConsent', consent(id, oneDay));
  });

  it('counts from no one under 18 whose guardian has not agreed', async () => {
    const { id } = await aRecord({ isUnder18: true });
    expect(await core.as('desk').refusal('people.giveConsent', consent(id))).toMatchObject({
      code: 'person.guardian-missing',
    });
  });

  it('counts no longer once they turn out to be under 18, until their guardian has agreed', async () => {
    const { id, version } = await aPerson(core);
    await core.as('desk').call('people.giveConsent', consent(id));
    const may = () =>
      core.core.unit(PROGRAM, 'reads', (ctx) => mayGivePhone(ctx, id, TODAY as LocalDate));
    const young = await core
      .as('desk')
      .call('people.changeRecord', { id, version, isUnder18: true });
    expect(await may()).toBe(false);
    await core.as('desk').call('people.changeRecord', {
      id,
      version: young.version,
      guardianName: 'A. Haddad',
      guardianPhone: '0123',
      guardianConsentOn: TODAY,
    });
    expect(await may()).toBe(true);
  });

  it('is asked of a person and a consent that there are', async () => {
    expect(await core.as('desk').refusal('people.consents', { personId: 'none' })).toMatchObject({
      code: 'person.not-found',
    });
    expect(await core.as('desk').refusal('people.withdrawConsent', { id: 'none' })).toMatchObject({
      code: 'person.consent-not-found',
    });
  });
});

describe('The Sounding Board', () => {
  const register = (part: object = {}) => core.as('desk').call('people.register', part);
  const namesOf = async (part: object = {}) =>
    (await register(part)).members.map(({ name }) => name);

  it('tells its size and how many can be rung and written to (PPL-01, PPL-05)', async () => {
    await aRecord({ isOnRegister: true, email: 'a@example.org' }, { name: 'Ada', phone: '' });
    await aRecord({ isOnRegister: true }, { name: 'Bea', phone: '0123456' });
    await aRecord({ textPhone: '07700' }, { name: 'Cy', phone: '' });
    expect(await register()).toMatchObject({
      total: 2,
      register: { size: 2, withPhone: 1, withEmail: 1 },
      everybody: { size: 3, withPhone: 2, withEmail: 1 },
    });
    expect(await namesOf()).toEqual(['Ada', 'Bea']);
  });

  it('finds those not contacted for so many months, also those never contacted since they joined (PPL-02)', async () => {
    const old = { isOnRegister: true, joinedOn: '2025-01-01' } as const;
    await aRecord({ ...old, lastContactedOn: '2026-07-04' }, { name: 'Just Six Months' });
    await aRecord({ ...old, lastContactedOn: '2026-07-05' }, { name: 'A Day Less' });
    await aRecord(old, { name: 'Never' });
    await aRecord({ isOnRegister: true }, { name: 'New' });
    expect(await namesOf({ quietMonths: 6 })).toEqual(['Just Six Months', 'Never']);
  });

  it('is chosen from by interest and by area, with what lies inside it (PPL-13)', async () => {
    const east = await anArea(core, { name: 'East' });
    const scheme = await anArea(core, { kind: 'scheme', parentId: east.id });
    const repairs = [{ serviceArea: 'Repairs', methods: [] }];
    await aRecord({ isOnRegister: true, interests: repairs, areaId: east.id }, { name: 'Ada' });
    await aRecord({ isOnRegister: true, interests: repairs, schemeId: scheme.id }, { name: 'Bea' });
    await aRecord({ isOnRegister: true, interests: repairs }, { name: 'Cy' });
    await aRecord({ isOnRegister: true, areaId: east.id }, { name: 'Di' });
    expect(await namesOf({ serviceArea: 'repairs' })).toEqual(['Ada', 'Bea', 'Cy']);
    expect(await namesOf({ serviceArea: 'Repairs', areaId: east.id })).toEqual(['Ada', 'Bea']);
    expect((await register({ serviceArea: 'Repairs', limit: 1 })).total).toBe(3);
  });
});

describe('Needs by neighbourhood (PPL-14, PPL-15)', () => {
  it('are counted for each area as they are now', async () => {
    const east = await anArea(core, { name: 'East' });
    const first = await aRecord({ areaId: east.id, formatNeed: 'large-print' });
    await aRecord({ areaId: east.id, formatNeed: 'large-print', needsTransport: true });
    await aRecord({ languageNeed: 'Somali', needsInterpreter: true });
    const counted = async () =>
      (await core.as('officer').call('people.needs', {})).map(
        ({ areaName, need, people }) => `${areaName}: ${need} ${people}`,
      );
    expect(await counted()).toEqual([
      'East: Large print 2',
      'East: Transport 1',
      ': An interpreter 1',
      ': Somali 1',
    ]);
    await core.as('desk').call('people.changeRecord', {
      id: first.id,
      version: first.version,
      formatNeed: 'braille',
    });
    expect(await counted()).toContain('East: Braille 1');
  });
});

describe('The list of possible doubles', () => {
  it('shows two records with what speaks for it, and leaves them two', async () => {
    await aPerson(core, { name: 'R. Haddad', phone: '023 8000 1111' });
    await aPerson(core, { name: 'Rana Haddad', phone: '(023) 80001111' });
    await aPerson(core, { name: 'D. Lane', phone: '' });
    const { pairs, total } = await core.as('desk').call('people.doubles', {});
    expect(total).toBe(1);
    expect(pairs.map(({ one, other, reasons }) => [one.name, other.name, ...reasons])).toEqual([
      ['R. Haddad', 'Rana Haddad', 'same-phone', 'initials'],
    ]);
    expect((await core.as('desk').call('people.list', {})).total).toBe(3);
  });
});
