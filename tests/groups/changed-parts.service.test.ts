import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GroupDocument } from '#db/groups/group-record.contract';
import { representationsOfPerson } from '#db/groups/representation.service';
import { PROGRAM } from '#db/open-core';
import { mustExist } from '#db/shared/domain-error';
import { compareText, LocalDate } from '#db/shared/local-date';
import { aGroup, documentDetails, NOTHING_SET } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const TODAY = '2027-01-04';
const day = (text: string) => LocalDate.parse(text);
const desk = () => core.as('desk');
const words = async () => (await desk().call('tasks.list', {})).tasks.map((task) => task.words);
const withoutReplaces = ({ replacesId: _, ...details }: ReturnType<typeof documentDetails>) =>
  details;

describe('Who speaks for a group on another body', () => {
  it('is on record from one day to another, both included, and reports back (GRP-19)', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const body = await aGroup(core, { name: 'City Federation', kind: 'federation' });
    const person = await aPerson(core, { name: 'Rana Haddad' });
    const wanted = {
      groupId: group.id,
      personId: person.id,
      bodyGroupId: body.id,
      from: TODAY,
    };
    const made = await desk().call('groups.addRepresentation', wanted);
    expect(made).toMatchObject({ personName: 'Rana Haddad', bodyName: 'City Federation' });
    expect(await desk().refusal('groups.addRepresentation', wanted)).toMatchObject({
      code: 'group.represents-already',
    });
    expect(
      await desk().refusal('groups.addRepresentation', { ...wanted, bodyGroupId: group.id }),
    ).toMatchObject({ code: 'group.own-body' });

    await desk().call('groups.askReport', { id: made.id, meetingOn: '2027-01-07', by: null });
    await desk().call('groups.askReport', {
      id: made.id,
      meetingOn: '2027-02-04',
      by: '2027-02-18',
    });
    expect(await words()).toEqual([
      'Ask Rana Haddad to report back to Cedar TRA on the meeting of City Federation on 4 February 2027.',
      'Ask Rana Haddad to report back to Cedar TRA on the meeting of City Federation on 7 January 2027.',
    ]);

    expect(
      await desk().refusal('groups.endRepresentation', {
        id: made.id,
        until: '2027-01-03',
        shown: { until: null },
      }),
    ).toMatchObject({ code: 'group.until-before-from' });
    let shown: { until: string | null } = { until: null };
    for (const until of ['2027-01-31', null, TODAY]) {
      await desk().call('groups.endRepresentation', { id: made.id, until, shown });
      shown = { until };
    }
    const again = { ...wanted, from: '2027-01-05' };
    expect(await desk().refusal('groups.addRepresentation', wanted)).toMatchObject({
      code: 'group.represents-already',
    });
    await desk().call('groups.addRepresentation', again);
    for (const until of [null, '2027-01-05'])
      expect(
        await desk().refusal('groups.endRepresentation', { id: made.id, until, shown }),
      ).toMatchObject({ code: 'group.represents-already', field: 'until' });
    const elsewhere = await aGroup(core, { kind: 'district-forum' });
    await desk().call('groups.addRepresentation', { ...wanted, bodyGroupId: elsewhere.id });
    const colleague = await aPerson(core);
    await desk().call('groups.addRepresentation', { ...wanted, personId: colleague.id });
    const ofBody = await desk().call('groups.record', { id: body.id });
    expect(
      ofBody.represented.filter((one) => one.personId === person.id).map((one) => one.until),
    ).toEqual([null, TODAY]);
    const ofPerson = await core.core.unit(PROGRAM, 'reads', (ctx) =>
      representationsOfPerson(ctx, person.id),
    );
    expect(ofPerson.map((one) => one.bodyName)).toEqual([
      'City Federation',
      'City Federation',
      elsewhere.name,
    ]);
  });
});

describe('A part of a group that two people have open', () => {
  const changed = { code: 'group.part-changed' };

  it('has the dates of whoever was quicker, and the second is refused', async () => {
    const { id: groupId } = await aGroup(core);
    const set = { groupId, kind: 'agm' as const, lastOn: null, shown: NOTHING_SET };
    await desk().call('groups.setDuty', { ...set, nextDueOn: '2027-06-01' });
    expect(
      await desk().refusal('groups.setDuty', { ...set, nextDueOn: '2027-09-01' }),
    ).toMatchObject({
      ...changed,
      message:
        'Someone else changed these dates while you had it open. Look at how it stands now, then save again.',
    });
    const { duties } = await desk().call('groups.record', { id: groupId });
    expect(duties.find(({ kind }) => kind === 'agm')).toMatchObject({ nextDueOn: '2027-06-01' });
  });

  it.each([
    { title: 'Rules' },
    { kind: 'other' as const },
    { version: '2' },
    { datedOn: day('2027-01-02') },
    { receivedOn: day('2027-01-02') },
    { expiresOn: day('2028-01-02') },
    { whereKept: 'Safe' },
    { note: 'Signed by two' },
  ])('has the document of whoever was quicker: %j', async (theirs) => {
    const { id: groupId } = await aGroup(core);
    const shown = withoutReplaces(documentDetails());
    const { id } = await desk().call('groups.addDocument', { ...documentDetails(), groupId });
    await desk().call('groups.changeDocument', { ...shown, ...theirs, id, shown });
    expect(
      await desk().refusal('groups.changeDocument', { ...shown, title: 'Mine', id, shown }),
    ).toMatchObject(changed);
    const { documents } = await desk().call('groups.record', { id: groupId });
    expect(documents).toMatchObject([{ ...shown, ...theirs }]);
  });

  it('has the last day of whoever was quicker, and the second is refused', async () => {
    const { id } = await desk().call('groups.addRepresentation', {
      groupId: (await aGroup(core)).id,
      personId: (await aPerson(core)).id,
      bodyGroupId: (await aGroup(core, { kind: 'federation' })).id,
      from: TODAY,
    });
    const shown = { until: null };
    await desk().call('groups.endRepresentation', { id, until: '2027-03-01', shown });
    expect(
      await desk().refusal('groups.endRepresentation', { id, until: '2027-02-01', shown }),
    ).toMatchObject(changed);
  });
});

describe('A document of a group that was taken off the record', () => {
  async function chain() {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    const add = (version: string, replacesId: GroupDocument['id'] | null) =>
      desk().call('groups.addDocument', {
        ...documentDetails({
          kind: 'other',
          title: 'Lease',
          version,
          expiresOn: day('2027-02-26'),
        }),
        groupId,
        replacesId,
      });
    const first = await add('1', null);
    const second = await add('2', first.id);
    const third = await add('3', second.id);
    const links = async () => {
      const { documents } = await desk().call('groups.record', { id: groupId });
      const named = new Map(documents.map((one) => [one.id, one.version]));
      return documents
        .map((one) => `${one.version} → ${named.get(one.replacedById ?? one.id)}`)
        .toSorted(compareText);
    };
    return { groupId, documents: [first, second, third] as const, links };
  }

  it.each([0, 1, 2])('comes back where it stood, with its reminder: %s', async (place) => {
    const { groupId, documents, links } = await chain();
    const [before, waiting] = [await links(), await words()];
    const off = mustExist(documents[place], 'there are three');
    const { id, ...details } = off;
    await desk().call('groups.withdrawDocument', { id });
    expect(await links()).toHaveLength(2);
    await desk().call('groups.restoreDocument', {
      ...details,
      groupId,
      replacesId: documents[place - 1]?.id ?? null,
      replacedById: documents[place + 1]?.id ?? null,
    });
    expect(await links()).toEqual(before);
    expect(await words()).toEqual(waiting);
  });

  it('does not come back where another one stands by now, or into another group', async () => {
    const { groupId, documents } = await chain();
    const [first, second, third] = documents;
    const { id: _, ...details } = third;
    const restore = (part: object) =>
      desk().refusal('groups.restoreDocument', {
        ...details,
        groupId,
        replacesId: second.id,
        replacedById: null,
        ...part,
      });
    for (const part of [
      {},
      { replacesId: first.id, replacedById: third.id },
      { replacesId: null, replacedById: third.id },
      { replacesId: 'none' },
      { replacesId: null, replacedById: 'none' },
      { groupId: (await aGroup(core)).id },
    ])
      expect(await restore(part), JSON.stringify(part)).toMatchObject({
        code: 'group.part-changed',
      });
  });

  it('leaves the day of the insurance as somebody set it meanwhile', async () => {
    const { id: groupId } = await aGroup(core);
    const { id, ...details } = await desk().call('groups.addDocument', {
      ...documentDetails({ kind: 'insurance', expiresOn: day('2027-08-01') }),
      groupId,
    });
    await desk().call('groups.withdrawDocument', { id });
    const shown = { lastOn: TODAY, nextDueOn: '2027-08-01' };
    const set = { lastOn: TODAY, nextDueOn: '2027-09-01' };
    await desk().call('groups.setDuty', { groupId, kind: 'insurance', ...set, shown });
    const back = await desk().call('groups.restoreDocument', { ...details, replacesId: null });
    expect(back.duties.find(({ kind }) => kind === 'insurance')).toMatchObject(set);
    expect(await words()).toEqual([]);
  });
});
