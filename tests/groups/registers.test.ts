import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterFilter } from '#db/groups/groups-api.contract';
import { anArea } from '../support/builders/areas.ts';
import { aGroup, recordDetails, NOTHING_SET } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { recognise } from '../support/builders/recognition.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const TODAY = '2027-01-04';
const desk = () => core.as('desk');
const namesOn = async (filter: Partial<RegisterFilter> = {}) =>
  (await desk().call('groups.register', filter)).map((line) => line.name);

describe('The registers of groups (GRP-18)', () => {
  it('are one of all, one of those recognised, and one of voluntary organisations', async () => {
    await recognise(core, await aGroup(core, { name: 'Cedar TRA' }));
    await aGroup(core, { name: 'Elm Watch', kind: 'neighbourhood-watch' });
    await aGroup(core, { name: 'City Panel', kind: 'scrutiny-panel' });
    expect(await namesOn()).toEqual(['Cedar TRA', 'City Panel', 'Elm Watch']);
    expect(await namesOn({ register: 'recognised' })).toEqual(['Cedar TRA']);
    expect(await namesOn({ register: 'voluntary' })).toEqual(['Elm Watch']);
    expect(await namesOn({ kind: 'scrutiny-panel' })).toEqual(['City Panel']);
    expect(await namesOn({ state: 'none' })).toEqual(['City Panel', 'Elm Watch']);
    expect(await namesOn({ text: 'elmw' })).toEqual(['Elm Watch']);
  });

  it('are narrowed by area with what lies inside it, and by what is due', async () => {
    const east = await anArea(core, { name: 'East' });
    const elm = await anArea(core, { name: 'Elm', parentId: east.id });
    const inElm = await aGroup(core, { name: 'Elm TRA' });
    await desk().call('groups.changeRecord', recordDetails(inElm, { areaIds: [elm.id] }));
    const due = await aGroup(core, { name: 'Oak TRA' });
    await desk().call('groups.setDuty', {
      groupId: due.id,
      kind: 'agm',
      lastOn: null,
      nextDueOn: '2027-03-01',
      shown: NOTHING_SET,
    });
    expect(await namesOn({ areaId: east.id })).toEqual(['Elm TRA']);
    expect(await namesOn({ dueBy: '2027-02-28' as never })).toEqual([]);
    expect(await namesOn({ dueBy: '2027-03-01' as never })).toEqual(['Oak TRA']);
    const [line] = await desk().call('groups.register', { text: 'oak' });
    expect(line).toMatchObject({ nextDueWords: 'Annual general meeting', nextDueOn: '2027-03-01' });
  });

  it('show those that ended only when asked', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    await desk().call('groups.endGroup', {
      id: group.id,
      on: TODAY,
      reason: 'Over',
      successorId: null,
      version: 1,
    });
    expect(await namesOn()).toEqual([]);
    expect(await namesOn({ withEnded: true })).toEqual(['Cedar TRA']);
  });

  it('name a contact, and give a phone away, only with consent (PPL-10)', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const group = await aGroup(core, { name: 'Cedar TRA', phone: '023 8000 1111' });
    await desk().call('groups.changeRecord', recordDetails(group, { contactId: person.id }));
    const csv = async () => (await desk().call('groups.exportRegister', {})).text;
    expect(await csv()).not.toMatch(/Rana|8000/);
    const consent = {
      personId: person.id,
      what: '',
      withWhom: '',
      givenOn: TODAY,
      until: null,
      how: 'written' as const,
    };
    await desk().call('people.giveConsent', { ...consent, purpose: 'be-named' });
    expect(await csv()).toContain('Rana Haddad');
    expect(await csv()).not.toContain('8000');
    await desk().call('people.giveConsent', { ...consent, purpose: 'share-contact' });
    expect(await csv()).toContain('023 8000 1111');
    const seen = await core.as('auditor').call('groups.exportRegister', {});
    expect(seen.text).not.toContain('Rana');
  });

  it('go to a spreadsheet without any formula', async () => {
    await aGroup(core, { name: '=HYPERLINK("http://example.org")', phone: '+44 1' });
    const { text, fileName } = await desk().call('groups.exportRegister', {});
    expect(fileName).toBe('groups-all-2027-01-04.csv');
    expect(text).toContain(`'=HYPERLINK`);
    expect(text.split('\r\n')[0]).toContain('Name,Kind,Areas,Recognition');
  });
});

describe('The list of areas', () => {
  it('says who is there for each, and can show only those with nobody (GRP-20)', async () => {
    const east = await anArea(core, { name: 'East' });
    await anArea(core, { name: 'West' });
    const group = await aGroup(core, { name: 'East TRA' });
    await desk().call('groups.changeRecord', recordDetails(group, { areaIds: [east.id] }));
    const lines = async (onlyWithout: boolean) =>
      (await desk().call('groups.coverage', { onlyWithout })).map((one) => [
        one.areaName,
        one.cover,
        ...one.groups.map(({ name }) => name),
      ]);
    expect(await lines(false)).toEqual([
      ['East', 'group', 'East TRA'],
      ['West', 'none'],
    ]);
    expect(await lines(true)).toEqual([['West', 'none']]);
  });

  it('says of each sheltered scheme whether it has an association of its own (GRP-21)', async () => {
    const estate = await anArea(core, { name: 'East' });
    const elm = await anArea(core, { name: 'Elm Court', kind: 'scheme', parentId: estate.id });
    await anArea(core, { name: 'Oak House', kind: 'scheme', parentId: estate.id });
    const wide = await aGroup(core, { name: 'East TRA' });
    const own = await aGroup(core, { name: 'Elm Court Residents' });
    await desk().call('groups.changeRecord', recordDetails(wide, { areaIds: [estate.id] }));
    await desk().call(
      'groups.changeRecord',
      recordDetails(own, { areaIds: [elm.id], isScheme: true }),
    );
    const schemes = async (onlyWithout: boolean) =>
      (await desk().call('groups.coverage', { onlyWithout, onlySchemes: true })).map((one) => [
        one.areaName,
        one.hasSchemeGroup,
      ]);
    expect(await schemes(false)).toEqual([
      ['Elm Court', true],
      ['Oak House', false],
    ]);
    expect(await schemes(true)).toEqual([['Oak House', false]]);
    const { text } = await desk().call('groups.exportCoverage', { onlySchemes: true });
    expect(text).toContain('Oak House,Sheltered scheme');
    expect(text).not.toContain('East,');
  });
});

describe('Link officers', () => {
  it('are listed with the meetings of their groups that were attended in a year (GRP-15)', async () => {
    const birch = await aGroup(core, { name: 'Birch Lane TRA' });
    await aGroup(core, { name: 'Cedar Forum' });
    await desk().call('groups.changeRecord', recordDetails(birch, { linkOfficer: 'R. Plant' }));
    const went = (on: string, kind = 'meeting', by = 'R. Plant') =>
      desk().call('groups.recordSupport', {
        groupId: birch.id,
        on,
        kind,
        what: 'Committee meeting',
        by,
      } as never);
    await went('2026-03-01');
    await went('2026-09-01', 'meeting', 'M. Quill');
    await went('2026-10-01', 'advice');
    await went('2025-12-31');
    expect(await desk().call('groups.linkOfficers', { year: 2026 })).toMatchObject([
      {
        group: { name: 'Birch Lane TRA' },
        linkOfficer: 'R. Plant',
        meetings: 2,
        lastOn: '2026-09-01',
        attendedBy: ['M. Quill', 'R. Plant'],
      },
      { group: { name: 'Cedar Forum' }, linkOfficer: '', meetings: 0, lastOn: null },
    ]);
    const [masked] = await core.as('auditor').call('groups.linkOfficers', { year: 2026 });
    expect(masked).toMatchObject({ linkOfficer: '•••', attendedBy: ['•••'], meetings: 2 });
    const { text, fileName } = await desk().call('groups.exportLinkOfficers', { year: 2026 });
    expect(fileName).toBe('link-officers-2026-2027-01-04.csv');
    expect(text).toContain('Birch Lane TRA,R. Plant,2,');
  });
});
