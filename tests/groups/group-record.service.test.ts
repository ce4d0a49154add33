import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LocalDate } from '#db/shared/local-date';
import { anArea } from '../support/builders/areas.ts';
import { aGroup, documentDetails, recordDetails, NOTHING_SET } from '../support/builders/groups.ts';
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
const history = async (id: string) =>
  (await desk().call('audit.ofObject', { objectType: 'group', objectId: id })).map(
    (line) => line.action,
  );

describe('The record of a group', () => {
  it('holds what the desk entered, and begins empty', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const estate = await anArea(core, { name: 'Cedar Estate' });
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const parent = await aGroup(core, { name: 'City Federation', kind: 'federation' });
    expect(await desk().call('groups.record', { id: group.id })).toMatchObject({
      areaNames: [],
      missingPapers: ['Constitution'],
      lastConfirmedOn: null,
      endedOn: null,
    });
    const saved = await desk().call(
      'groups.changeRecord',
      recordDetails(group, {
        areaIds: [estate.id, estate.id],
        contactId: person.id,
        parentId: parent.id,
        quorumWords: 'Five members',
        linkOfficer: 'Olu Bright',
        activeMembers: 14,
      }),
    );
    expect(saved).toMatchObject({
      version: 2,
      areaNames: ['Cedar Estate'],
      areaIds: [estate.id],
      contactName: 'Rana Haddad',
      parent: { name: 'City Federation' },
      quorumWords: 'Five members',
      linkOfficer: 'Olu Bright',
      activeMembers: 14,
      activeMembersAsAt: TODAY,
    });
    expect((await desk().call('groups.record', { id: parent.id })).children).toEqual([
      { id: group.id, name: 'Cedar TRA', kind: 'tra' },
    ]);
    expect(await history(group.id)).toEqual(['group.added', 'group.record-changed']);
    await desk().call('groups.endGroup', {
      id: group.id,
      on: TODAY,
      reason: 'Over',
      successorId: null,
      version: saved.version,
    });
    expect((await desk().call('groups.record', { id: parent.id })).children).toEqual([]);
  });

  it('refuses the second of two people, and a name that is taken', async () => {
    const group = await aGroup(core);
    await desk().call('groups.changeRecord', recordDetails(group, { remit: 'First' }));
    expect(
      await desk().refusal('groups.changeRecord', recordDetails(group, { remit: 'Second' })),
    ).toMatchObject({ code: 'group.changed-by-someone-else' });
    const { id } = group;
    const end = { on: TODAY, reason: 'Over', successorId: null };
    for (const refusal of [
      await desk().refusal('groups.confirmDetails', { id, on: TODAY, version: 1 }),
      await desk().refusal('groups.endGroup', { ...end, id, version: 1 }),
    ])
      expect(refusal).toMatchObject({ code: 'group.changed-by-someone-else' });
    await aGroup(core, { name: 'Oak TRA' });
    expect(
      await desk().refusal('groups.changeRecord', recordDetails(group, { name: 'oak tra' })),
    ).toMatchObject({ code: 'group.name-taken' });
  });

  it('began, and was counted, by today', async () => {
    const group = await aGroup(core);
    for (const field of ['startedOn', 'activeMembersAsAt'] as const)
      expect(
        await desk().refusal(
          'groups.changeRecord',
          recordDetails(group, { activeMembers: 3, [field]: '2027-01-05' }),
        ),
      ).toMatchObject({ code: 'group.not-yet', field });
    const saved = await desk().call(
      'groups.changeRecord',
      recordDetails(group, {
        activeMembers: 3,
        activeMembersAsAt: LocalDate.parse('2026-12-31'),
        startedOn: LocalDate.parse(TODAY),
      }),
    );
    expect(saved).toMatchObject({ activeMembersAsAt: '2026-12-31', startedOn: TODAY });
  });

  it('names a contact, areas and a parent that there are', async () => {
    const group = await aGroup(core);
    for (const [part, code] of [
      [{ contactId: 'none' }, 'person.not-found'],
      [{ areaIds: ['none'] }, 'area.not-found'],
      [{ parentId: 'none' }, 'group.not-found'],
    ] as const)
      expect(
        await desk().refusal('groups.changeRecord', recordDetails(group, part as object)),
      ).toMatchObject({ code });
  });

  it('makes no group a part of itself, however deep (GRP-22)', async () => {
    const top = await aGroup(core, { name: 'Top' });
    const middle = await aGroup(core, { name: 'Middle' });
    await desk().call('groups.changeRecord', recordDetails(middle, { parentId: top.id }));
    for (const parentId of [top.id, middle.id])
      expect(
        await desk().refusal('groups.changeRecord', recordDetails(top, { parentId })),
      ).toMatchObject({ code: 'group.inside-itself', field: 'parentId' });
  });

  it('is confirmed by today, and that can be taken back', async () => {
    const group = await aGroup(core);
    const { id, version } = group;
    expect(
      await desk().refusal('groups.confirmDetails', { id, on: '2027-01-05', version }),
    ).toMatchObject({ code: 'group.not-yet' });
    const confirmed = await desk().call('groups.confirmDetails', { id, on: TODAY, version });
    expect(confirmed.lastConfirmedOn).toBe(TODAY);
    const back = await desk().call('groups.confirmDetails', {
      id,
      on: null,
      version: confirmed.version,
    });
    expect(back.lastConfirmedOn).toBeNull();
  });

  it('is found by its e-mail address and the titles of its documents in force', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const find = async (text: string) =>
      (await desk().call('search.everything', { text })).found.map((one) => one.id);
    expect([await find('cedar'), await find('hello')]).toEqual([[group.id], []]);
    await desk().call(
      'groups.changeRecord',
      recordDetails(group, { email: 'hello@cedar.example' }),
    );
    expect(await find('hello')).toEqual([group.id]);
    const old = await desk().call('groups.addDocument', {
      ...documentDetails({ title: 'Bylaws' }),
      groupId: group.id,
    });
    expect(await find('hello cedar example')).toEqual([group.id]);
    expect(await find('bylaws')).toEqual([group.id]);
    await desk().call('groups.addDocument', {
      ...documentDetails({ title: 'Rulebook' }),
      groupId: group.id,
      replacesId: old.id,
    });
    expect([await find('bylaws'), await find('rulebook')]).toEqual([[], [group.id]]);
  });

  it('tells the auditor no names, and of a representative no way to reach them', async () => {
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const rep = await aGroup(core, { name: 'Elm Street', kind: 'street-rep', phone: '023 9111' });
    await desk().call(
      'groups.changeRecord',
      recordDetails(rep, { contactId: person.id, patch: '1 to 40', email: 'rana@home.example' }),
    );
    const body = await aGroup(core, { kind: 'federation' });
    await desk().call('groups.addRepresentation', {
      groupId: rep.id,
      personId: person.id,
      bodyGroupId: body.id,
      from: TODAY,
    });
    const auditor = core.as('auditor');
    const seen = JSON.stringify([
      await auditor.call('groups.record', { id: rep.id }),
      await auditor.call('groups.get', { id: rep.id }),
      await auditor.call('groups.list', {}),
      await auditor.call('groups.register', {}),
    ]);
    for (const word of ['Rana', '9111', 'home.example', '1 to 40'])
      expect(seen).not.toContain(word);
    expect(JSON.stringify(await desk().call('groups.record', { id: rep.id }))).toContain('Rana');
  });

  it('warns of a village representative inside a recognised group’s area (GRP-06)', async () => {
    const estate = await anArea(core, { name: 'Cedar Estate' });
    const block = await anArea(core, { name: 'Cedar House', kind: 'block', parentId: estate.id });
    const group = await aGroup(core, { name: 'Cedar TRA' });
    await desk().call('groups.changeRecord', recordDetails(group, { areaIds: [estate.id] }));
    await recognise(core, group);
    const rep = await aGroup(core, { name: 'House rep', kind: 'village-rep' });
    const asked = { id: rep.id, kind: 'village-rep' as const, areaIds: [block.id] };
    expect(await desk().call('groups.warnings', asked)).toEqual([
      'Cedar House is covered by Cedar TRA, which is recognised. Street and village representatives are for places without an association.',
    ]);
    const saved = await desk().call(
      'groups.changeRecord',
      recordDetails(rep, { areaIds: [block.id] }),
    );
    expect(saved.warnings).toHaveLength(1);
    expect(await desk().call('groups.warnings', { ...asked, kind: 'block-rep' })).toEqual([]);
  });
});

describe('A group that ends', () => {
  it('keeps its history and points to the one that goes on (G17)', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const next = await aGroup(core, { name: 'East Side TRA' });
    const ended = await desk().call('groups.endGroup', {
      id: group.id,
      on: TODAY,
      reason: 'Joined with East Side',
      successorId: next.id,
      version: 1,
    });
    expect(ended).toMatchObject({
      isActive: false,
      endedOn: TODAY,
      endReason: 'Joined with East Side',
      successor: { id: next.id, name: 'East Side TRA' },
    });
    const names = (await desk().call('groups.list', {})).groups.map((one) => one.name);
    expect(names).toEqual(['East Side TRA']);
    const { found } = await desk().call('search.everything', { text: 'Cedar' });
    expect(found).toEqual([]);
    expect(await history(group.id)).toEqual(['group.added', 'group.ended']);
    expect(
      await desk().refusal('groups.endGroup', {
        id: group.id,
        on: TODAY,
        reason: 'Again',
        successorId: null,
        version: 2,
      }),
    ).toMatchObject({ code: 'group.ended-before' });
  });

  it('leaves its name to a new one, which is another record', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const ended = await desk().call('groups.endGroup', {
      id: group.id,
      on: TODAY,
      reason: 'Nobody came',
      successorId: null,
      version: 1,
    });
    const again = await aGroup(core, { name: 'Cedar TRA' });
    expect(again.id).not.toBe(group.id);
    expect(
      await desk().refusal('groups.undoEnd', { id: group.id, version: ended.version }),
    ).toMatchObject({ code: 'group.name-taken' });
    const { version } = await desk().call('groups.confirmDetails', {
      id: group.id,
      on: TODAY,
      version: ended.version,
    });
    expect(
      await desk().call(
        'groups.changeRecord',
        recordDetails({ ...group, version }, { remit: 'The courtyard' }),
      ),
    ).toMatchObject({ name: 'Cedar TRA', remit: 'The courtyard', isActive: false });
  });

  it('goes on again when that is taken back, with its reminders', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const words = async () => (await desk().call('tasks.list', {})).tasks.map((task) => task.words);
    await desk().call('groups.setDuty', {
      groupId: group.id,
      kind: 'accounts',
      lastOn: null,
      nextDueOn: '2027-01-29',
      shown: NOTHING_SET,
    });
    await desk().call('groups.addDocument', {
      ...documentDetails({ title: 'Lease', kind: 'other', expiresOn: '2027-02-10' as never }),
      groupId: group.id,
    });
    expect(await words()).toHaveLength(2);
    expect(await desk().refusal('groups.undoEnd', { id: group.id, version: 1 })).toMatchObject({
      code: 'group.not-ended',
    });
    const ended = await desk().call('groups.endGroup', {
      id: group.id,
      on: TODAY,
      reason: 'By mistake',
      successorId: null,
      version: 1,
    });
    expect(await words()).toEqual([]);
    const back = await desk().call('groups.undoEnd', { id: group.id, version: ended.version });
    expect(back).toMatchObject({ isActive: true, endedOn: null, endReason: '', successor: null });
    const { found } = await desk().call('search.everything', { text: 'Cedar' });
    expect(found.map((one) => one.id)).toEqual([group.id]);
    expect(await words()).toHaveLength(2);
  });

  it('goes on in no group that is itself or has ended, and ends by today', async () => {
    const group = await aGroup(core);
    const other = await aGroup(core);
    const end = (part: object) => ({
      id: group.id,
      on: TODAY,
      reason: 'Over',
      successorId: null,
      version: 1,
      ...part,
    });
    await desk().call('groups.endGroup', end({ id: other.id }));
    for (const successorId of [group.id, other.id])
      expect(await desk().refusal('groups.endGroup', end({ successorId }))).toMatchObject({
        code: 'group.bad-successor',
      });
    expect(await desk().refusal('groups.endGroup', end({ on: '2027-01-05' }))).toMatchObject({
      code: 'group.not-yet',
    });
  });

  it('ends no earlier than it began', async () => {
    const { id, ...group } = await aGroup(core);
    const { version } = await desk().call(
      'groups.changeRecord',
      recordDetails({ id, ...group }, { startedOn: LocalDate.parse('2026-06-01') }),
    );
    const end = { id, reason: 'Over', successorId: null, version };
    expect(await desk().refusal('groups.endGroup', { ...end, on: '2026-05-31' })).toMatchObject({
      code: 'group.ends-before-it-began',
      field: 'on',
      message:
        'The group began on 1 June 2026. Enter that day or a later one, or put the day it began right first.',
    });
    const ended = await desk().call('groups.endGroup', { ...end, on: '2026-06-01' });
    expect(ended.endedOn).toBe('2026-06-01');
  });
});
