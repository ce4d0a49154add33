import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anArea } from '../support/builders/areas.ts';
import { aGroup } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

/*
 * Groups are brought in here through the engine and the whole of `groups-import.service`: headings
 * (`groups-columns.rules`), rows (`group-entry.rules`), whom they name (`named-people.service`), the way back
 * (`groups-undo.service`, `take-group-out.service`).
 */
let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const manager = () => core.as('manager');
const file = (text: string, part: object = {}) =>
  ({ kind: 'groups', fileName: 'groups.csv', text, ...part }) as const;
const check = (text: string, part: object = {}) =>
  manager().call('imports.checkFile', file(text, part));
const bringIn = async (text: string, part: object = {}) =>
  manager().call('imports.startImport', {
    ...file(text, part),
    planId: (await check(text, part)).planId,
  });
const groups = async () => (await manager().call('groups.list', {})).groups;

const TABLE = [
  'Association,Type,Telephone,Estate,Contact name,Contact number,Properties,Housing association,Other homes,As at,Next AGM,Last AGM,Accounts due,Set up,Members,Chair,Treasurer,Elected on',
  'Ashdown TRA,TRA,2380834000,Ashdown; Birch,Ada Cole,7700900123,120,Radian,14,1/12/2026,1/7/2027,1/7/2026,1/4/2027,5/6/1998,34,Ada Cole,Ben Ode,1/7/2026',
].join('\n');

describe('A table of groups', () => {
  it('comes in with areas, homes, dates, contact and officers', async () => {
    await anArea(core, { name: 'Ashdown' });
    await anArea(core, { name: 'Birch' });
    const ben = await aPerson(core, { name: 'Ben Ode' });
    const plan = await check(TABLE);
    expect(plan.rows).toMatchObject([
      {
        outcome: 'add',
        alsoMakes: [
          'phone read as 02380834000',
          'phone read as 07700900123',
          'new person Ada Cole',
        ],
      },
    ]);
    await bringIn(TABLE);
    const [group] = await groups();
    if (group === undefined) expect.fail('The group is in');
    expect(group).toMatchObject({ name: 'Ashdown TRA', kind: 'tra', phone: '02380834000' });
    const record = await manager().call('groups.record', { id: group.id });
    expect(record).toMatchObject({
      areaNames: ['Ashdown', 'Birch'],
      contactName: 'Ada Cole',
      activeMembers: 34,
      startedOn: '1998-06-05',
    });
    expect(
      record.homes.map(({ isCouncil, landlord, properties, asAt }) => [
        isCouncil,
        landlord,
        properties,
        asAt,
      ]),
    ).toEqual([
      [true, expect.any(String), 120, '2026-12-01'],
      [false, 'Radian', 14, '2026-12-01'],
    ]);
    expect(record.duties).toContainEqual(
      expect.objectContaining({ kind: 'agm', lastOn: '2026-07-01', nextDueOn: '2027-07-01' }),
    );
    const { officers } = await manager().call('officers.list', { groupId: group.id });
    expect(officers.map(({ post, personName, from }) => [post, personName, from])).toEqual([
      ['chair', 'Ada Cole', '2026-07-01'],
      ['treasurer', 'Ben Ode', '2026-07-01'],
    ]);
    expect(officers[1]?.personId).toBe(ben.id);
  });

  it('is taken back with its officers and the people who came with it, and can come in again', async () => {
    const ben = await aPerson(core, { name: 'Ben Ode' });
    const run = await bringIn(TABLE, { makesAreas: true });
    expect((await manager().call('imports.undoImport', { id: run.id })).keptRows).toEqual([
      '2 areas entered with the import stay.',
    ]);
    expect(await groups()).toEqual([]);
    expect((await manager().call('people.list', {})).people).toEqual([ben]);
    expect(await bringIn(TABLE)).toMatchObject({ added: 1 });
  });

  it('leaves a group that somebody changed or uses since, and lists it', async () => {
    const run = await bringIn('Name,Kind\nAshdown TRA,TRA\nBirch TRA,TRA');
    const [ashdown] = await groups();
    if (ashdown === undefined) expect.fail('The groups are in');
    await core.as('desk').call('groups.recordSupport', {
      groupId: ashdown.id,
      on: '2027-01-04',
      kind: 'advice',
      what: 'Helped with the bank',
      by: 'Dee',
    });
    expect((await manager().call('imports.undoImport', { id: run.id })).keptRows).toEqual([
      'Ashdown TRA, line 2: in use since (note of support).',
    ]);
    expect((await groups()).map(({ name }) => name)).toEqual(['Ashdown TRA']);
  });

  it('leaves out a name that is on record, and the second of two alike', async () => {
    await aGroup(core, { name: 'Ashdown TRA' });
    const { rows } = await check('Name,Kind\nashdown tra,TRA\nBirch TRA,TRA\nBIRCH TRA,other');
    expect(rows.map(({ outcome, why }) => [outcome, why])).toEqual([
      ['skip', 'Ashdown TRA is on record already.'],
      ['add', ''],
      ['skip', 'It is the same as line 3.'],
    ]);
  });

  it.each([
    ['no name', 'Name,Kind\n,TRA', 'There is no name.'],
    ['a kind nobody knows', 'Name,Kind\nA,Steering group', '“Steering group” is no kind of group'],
    ['an area nobody knows', 'Name,Area\nA,Atlantis', 'No area is called Atlantis'],
    ['homes of nobody', 'Name,Other homes\nA,12', 'It does not say whose the other homes are'],
    ['a start to come', 'Name,Set up\nA,1/7/2028', 'Started on: the day is still to come'],
    ['a name of marks for its chair', 'Name,Contact\nA,???', '“???” is no name of a person'],
  ])('names what cannot be told of a row with %s', async (_, text, why) => {
    expect((await check(text)).rows[0]).toMatchObject({
      outcome: 'problem',
      why: expect.stringContaining(why),
    });
  });

  it('does not guess which of two people of one name is meant, and takes the phone for an answer', async () => {
    await aPerson(core, { name: 'Pat Smith', phone: '023 8000 0001' });
    const second = await aPerson(core, { name: 'Pat Smith', phone: '023 8000 0002' });
    expect((await check('Name,Contact\nA,Pat Smith')).rows[0]).toMatchObject({
      outcome: 'problem',
      why: '2 people on record are called Pat Smith. Enter this one by hand, or write their phone beside the name.',
    });
    await bringIn('Name,Contact,Contact phone\nA,Pat Smith,023 8000 0002');
    const [group] = await groups();
    if (group === undefined) expect.fail('The group is in');
    expect((await manager().call('groups.record', { id: group.id })).contactId).toBe(second.id);
  });
});
