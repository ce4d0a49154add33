import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Paper } from '#db/shared/paper';
import { anArea } from '../support/builders/areas.ts';
import { aGroup, documentDetails, recordDetails, NOTHING_SET } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { recognise } from '../support/builders/recognition.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { checkFile, textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const TODAY = '2027-01-04';
const desk = () => core.as('desk');
const SIZES = ['normal', 'large'] as const;
const read = (paper: Paper): string => {
  const bytes = Buffer.from(paper.base64, 'base64');
  checkFile(bytes);
  expect(paper.missingGlyphs).toEqual([]);
  return textOf(bytes).replace(/\s+/g, ' ');
};

async function aFullGroup() {
  const estate = await anArea(core, { name: 'Cedar Estate' });
  const person = await aPerson(core, { name: 'Rana Haddad' });
  const group = await aGroup(core, { name: 'Cedar TRA', phone: '023 8000 1111' });
  await recognise(core, group);
  const body = await aGroup(core, { name: 'City Federation', kind: 'federation' });
  await desk().call(
    'groups.changeRecord',
    recordDetails(group, {
      areaIds: [estate.id],
      contactId: person.id,
      quorumWords: 'Five members',
      linkOfficer: 'Olu Bright',
    }),
  );
  await desk().call('groups.addHomes', {
    groupId: group.id,
    landlord: 'City Council',
    isCouncil: true,
    properties: 120,
    tenancies: 100,
    asAt: TODAY,
    source: 'rent system',
  });
  await desk().call('groups.setDuty', {
    groupId: group.id,
    kind: 'accounts',
    lastOn: null,
    nextDueOn: '2026-12-01',
    shown: NOTHING_SET,
  });
  await desk().call('groups.addDocument', { ...documentDetails(), groupId: group.id });
  await desk().call('groups.addRepresentation', {
    groupId: group.id,
    personId: person.id,
    bodyGroupId: body.id,
    from: TODAY,
  });
  return { group, person, estate };
}

describe('The record sheet of a group', () => {
  it.each(SIZES)('says all that is on record, in %s print (DOC-17)', async (size) => {
    const { group } = await aFullGroup();
    const words = read(await desk().call('groups.printRecord', { id: group.id, size }));
    for (const part of [
      'Cedar TRA',
      'Cedar Estate',
      'Olu Bright',
      'Five members',
      '4 January 2027',
      'rent system',
      '1 December 2026 (overdue)',
      'City Federation',
      'Recognised',
    ])
      expect(words).toContain(part);
  });

  it('names nobody and gives no phone without consent (PPL-10), and says when the group ended', async () => {
    const { group, person } = await aFullGroup();
    const sheet = async () => read(await desk().call('groups.printRecord', { id: group.id }));
    const before = await sheet();
    expect(before).toContain('Not named (no consent)');
    expect(before).not.toMatch(/Rana|8000 1111/);
    const consent = { personId: person.id, what: '', withWhom: '', givenOn: TODAY, until: null };
    for (const purpose of ['be-named', 'share-contact'] as const)
      await desk().call('people.giveConsent', { ...consent, purpose, how: 'written' });
    expect(await sheet()).toMatch(/Rana Haddad.*023 8000 1111/);
    const next = await aGroup(core, { name: 'East Side TRA' });
    const { version } = await desk().call('groups.get', { id: group.id });
    await desk().call('groups.endGroup', {
      id: group.id,
      on: TODAY,
      reason: 'Joined',
      successorId: next.id,
      version,
    });
    expect(await sheet()).toContain('East Side TRA goes on in its place.');
    const seen = await core.as('auditor').call('groups.printRecord', { id: group.id });
    expect(read(seen)).not.toContain('Rana');
  });
});

describe('The registers on paper', () => {
  it.each(SIZES)('list groups with their state, in %s print (DOC-18)', async (size) => {
    const { estate } = await aFullGroup();
    const words = read(
      await desk().call('groups.printRegister', {
        register: 'recognised',
        areaId: estate.id,
        size,
      }),
    );
    expect(words).toContain('Register of recognised groups');
    expect(words).toContain('Area: Cedar Estate.');
    expect(words).toContain('Cedar TRA');
    expect(words).not.toContain('Rana');
  });

  it.each(SIZES)(
    'list the areas, also only those with nobody, in %s print (GRP-20)',
    async (size) => {
      await aFullGroup();
      await anArea(core, { name: 'West Side' });
      const words = async (onlyWithout: boolean) =>
        read(await desk().call('groups.printCoverage', { onlyWithout, size }));
      expect(await words(false)).toMatch(/1 area without.*Cedar Estate.*Cedar TRA/);
      const without = await words(true);
      expect(without).toContain('West Side');
      expect(without).not.toContain('Cedar Estate');
    },
  );
});

describe('The registration forms', () => {
  it.each(SIZES)(
    'of a representative are blank or filled in, in %s print (DOC-23)',
    async (size) => {
      const blank = read(await desk().call('groups.printRepForm', { size }));
      expect(blank).toContain('no tenants’ and residents’ association covers these homes');
      const person = await aPerson(core, { name: 'Rana Haddad' });
      const rep = await aGroup(core, { name: 'Elm Street', kind: 'street-rep', phone: '023 1' });
      await desk().call(
        'groups.changeRecord',
        recordDetails(rep, { contactId: person.id, patch: 'Numbers 1 to 40' }),
      );
      const filled = await desk().call('groups.printRepForm', { id: rep.id, size });
      expect(read(filled)).toMatch(/Rana Haddad.*Numbers 1 to 40/);
      const masked = await core.as('auditor').call('groups.printRepForm', { id: rep.id, size });
      expect(read(masked)).not.toMatch(/Rana|Numbers 1 to 40/);
      const group = await aGroup(core);
      expect(await desk().refusal('groups.printRepForm', { id: group.id, size })).toMatchObject({
        code: 'group.not-a-rep',
      });
    },
  );

  it.each(SIZES)('of another group are blank or filled in, in %s print (DOC-130)', async (size) => {
    expect(read(await desk().call('groups.printOtherForm', { size }))).toContain(
      'Name of the scheme or group',
    );
    const watch = await aGroup(core, { name: 'Elm Watch', kind: 'neighbourhood-watch' });
    const filled = await desk().call('groups.printOtherForm', { id: watch.id, size });
    expect(read(filled)).toContain('Elm Watch');
  });
});

describe('The starter pack', () => {
  it.each(SIZES)('ticks what was given, in %s print (DOC-24, GRP-13)', async (size) => {
    const { group } = await aFullGroup();
    const [promised] = await desk().call('groups.startUp', { id: group.id });
    await desk().call('groups.recordSupport', {
      groupId: group.id,
      on: TODAY,
      kind: 'start-up',
      what: promised?.words ?? '',
      by: 'Olu Bright',
    });
    const words = read(await desk().call('groups.printStarterPack', { id: group.id, size }));
    expect(words).toContain('Welcome, Cedar TRA');
    expect(words).toContain('Your link officer is Olu Bright.');
    expect(words).toContain('(given on 4 January 2027)');
    expect(words).toContain('Training plan for your group');
  });
});
