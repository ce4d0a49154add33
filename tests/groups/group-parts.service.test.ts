import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { putDutyReminders } from '#db/groups/duties.service';
import { homesOf } from '#db/groups/homes.service';
import { PROGRAM } from '#db/open-core';
import { LocalDate } from '#db/shared/local-date';
import { aGroup, documentDetails, NOTHING_SET } from '../support/builders/groups.ts';
import { newFixedClock } from '../support/fixed-clock.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let clock = newFixedClock();
let core: TestCore;
beforeEach(async () => {
  clock = newFixedClock();
  core = await openTestCore({ clock });
});
afterEach(() => core.close());

const TODAY = '2027-01-04';
const day = (text: string) => LocalDate.parse(text);
const desk = () => core.as('desk');
const tasks = async () => (await desk().call('tasks.list', {})).tasks;
const words = async () => (await tasks()).map((task) => task.words);
const round = () => core.core.unit(PROGRAM, 'writes', putDutyReminders);

const count = (part: object = {}) => ({
  landlord: 'City Council',
  isCouncil: true,
  properties: 120,
  tenancies: 100,
  asAt: TODAY,
  source: 'rent system',
  ...part,
});

describe('The homes of a group', () => {
  it('are counted by today, taken off again, and asked for on any day (GRP-11, GRP-12)', async () => {
    const { id: groupId } = await aGroup(core);
    expect(
      await desk().refusal('groups.addHomes', { ...count({ asAt: '2027-01-05' }), groupId }),
    ).toMatchObject({ code: 'group.not-yet' });
    await desk().call('groups.addHomes', { ...count({ asAt: '2026-04-01' }), groupId });
    const now = await desk().call('groups.addHomes', { ...count({ tenancies: 90 }), groupId });
    const on = (date: string) =>
      core.core.unit(PROGRAM, 'reads', (ctx) => homesOf(ctx, groupId, day(date)));
    expect([(await on('2027-01-03')).councilTenancies, (await on(TODAY)).tenancies]).toEqual([
      100, 90,
    ]);
    const latest = now.homes.at(-1)?.id ?? '';
    await desk().call('groups.withdrawHomes', { groupId, homesId: latest });
    expect((await on(TODAY)).tenancies).toBe(100);
    expect(
      await desk().refusal('groups.withdrawHomes', { groupId, homesId: latest }),
    ).toMatchObject({ code: 'group.entry-gone' });
  });

  it('pass to another landlord, and nothing of the group closes (GRP-25)', async () => {
    const group = await aGroup(core, { name: 'Cedar TRA' });
    const groupId = group.id;
    const change = {
      groupId,
      fromLandlord: 'City Council',
      toLandlord: 'Harbour Homes',
      isCouncil: false,
      on: TODAY,
      source: 'transfer letter',
    };
    expect(await desk().refusal('groups.changeLandlord', change)).toMatchObject({
      code: 'group.no-homes',
      field: 'fromLandlord',
    });
    await desk().call('groups.addHomes', { ...count({ asAt: '2026-04-01' }), groupId });
    expect(
      await desk().refusal('groups.changeLandlord', { ...change, toLandlord: 'city council' }),
    ).toMatchObject({ code: 'group.same-landlord' });
    expect(
      await desk().refusal('groups.changeLandlord', { ...change, on: '2027-01-05' }),
    ).toMatchObject({ code: 'group.not-yet' });
    const after = await desk().call('groups.changeLandlord', change);
    expect(after).toMatchObject({ isActive: true, endedOn: null, version: group.version });
    expect(after.support[0]).toMatchObject({
      kind: 'note',
      what: 'Homes of City Council passed to Harbour Homes on 4 January 2027. The group, its agreements and its plans go on.',
    });
    const homes = await core.core.unit(PROGRAM, 'reads', (ctx) =>
      homesOf(ctx, groupId, day(TODAY)),
    );
    expect(homes).toMatchObject({ tenancies: 100, councilTenancies: 0 });
  });
});

describe('What a group owes by a day', () => {
  it('waits on the list from eight weeks before, with other words at each rung', async () => {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    const due = { groupId, kind: 'accounts' as const, lastOn: null, nextDueOn: '2027-04-30' };
    await desk().call('groups.setDuty', { ...due, shown: NOTHING_SET });
    expect([await words(), await round()]).toEqual([[], false]);

    clock.set('2027-03-05T09:00:00.000Z');
    expect(await round()).toBe(true);
    expect(await words()).toEqual(['Accounts of Cedar TRA: due on 30 April 2027.']);
    expect(await round()).toBe(false);

    clock.set('2027-05-04T09:00:00.000Z');
    await round();
    expect(await tasks()).toMatchObject([
      {
        words:
          'Accounts of Cedar TRA: overdue since 30 April 2027. Ask for it and say what happens next.',
        dueOn: '2027-04-30',
        isOverdue: true,
        path: `/groups/${groupId}`,
      },
    ]);
  });

  it('stays done until its next rung once somebody has done it', async () => {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    await desk().call('groups.setDuty', {
      groupId,
      kind: 'agm',
      lastOn: null,
      nextDueOn: '2027-02-12',
      shown: NOTHING_SET,
    });
    const [task] = await tasks();
    if (task === undefined) throw new Error('Nothing waits');
    await desk().call('tasks.confirmDone', { id: task.id, version: task.version });
    expect([await round(), await words()]).toEqual([false, []]);
    clock.set('2027-01-15T09:00:00.000Z');
    expect(await round()).toBe(true);
    expect(await words()).toEqual([
      'Annual general meeting of Cedar TRA: due on 12 February 2027. Remind the group.',
    ]);
  });

  it('leaves the list when it has come, and comes back when that is taken back', async () => {
    const { id: groupId } = await aGroup(core);
    const owed = { groupId, kind: 'agm' as const };
    const before = { lastOn: null, nextDueOn: '2027-01-29' };
    const received = { lastOn: TODAY, nextDueOn: '2028-01-29' };
    await desk().call('groups.setDuty', { ...owed, ...before, shown: NOTHING_SET });
    const came = await desk().call('groups.setDuty', { ...owed, ...received, shown: before });
    expect(came.duties.find((duty) => duty.kind === 'agm')).toMatchObject({
      lastOn: TODAY,
      standing: 'later',
    });
    expect(await words()).toEqual([]);
    await desk().call('groups.setDuty', { ...owed, ...before, shown: received });
    expect(await words()).toHaveLength(1);
    expect(
      await desk().refusal('groups.setDuty', {
        ...owed,
        ...before,
        lastOn: '2027-01-05',
        shown: before,
      }),
    ).toMatchObject({ code: 'group.not-yet' });
  });

  it('waits for nothing once the group has ended, in the daily round too', async () => {
    const { id: groupId, version } = await aGroup(core);
    const owed = { groupId, kind: 'agm' as const, lastOn: null, nextDueOn: '2027-03-12' };
    await desk().call('groups.setDuty', { ...owed, shown: NOTHING_SET });
    await desk().call('groups.addDocument', {
      ...documentDetails({ kind: 'other', expiresOn: day('2027-03-12') }),
      groupId,
    });
    const end = { id: groupId, on: TODAY, reason: 'Over', successorId: null };
    await desk().call('groups.endGroup', { ...end, version });
    clock.set('2027-02-15T09:00:00.000Z');
    expect([await round(), await words()]).toEqual([false, []]);
  });

  it('leaves the dates of recognition to what is decided on it', async () => {
    const { id: groupId } = await aGroup(core);
    expect(
      await desk().refusal('groups.setDuty', {
        groupId,
        kind: 'recognition',
        lastOn: TODAY,
        nextDueOn: '2028-01-29',
        shown: NOTHING_SET,
      }),
    ).toMatchObject({ code: 'group.recognition-is-decided' });
    const { duties } = await desk().call('groups.record', { id: groupId });
    expect(duties.find((duty) => duty.kind === 'recognition')).toMatchObject({
      lastOn: null,
      nextDueOn: null,
    });
  });
});

describe('The documents of a group', () => {
  it('follow one another, and the papers that are missing are named (GRP-05, GRP-09)', async () => {
    const { id: groupId } = await aGroup(core);
    const record = () => desk().call('groups.record', { id: groupId });
    const first = await desk().call('groups.addDocument', { ...documentDetails(), groupId });
    expect((await record()).missingPapers).toEqual([]);
    const second = await desk().call('groups.addDocument', {
      ...documentDetails({ version: '2' }),
      groupId,
      replacesId: first.id,
    });
    const { documents } = await record();
    expect(documents.map((one) => [one.version, one.replacedById])).toEqual([
      ['2', null],
      ['1', second.id],
    ]);
    expect(
      await desk().refusal('groups.addDocument', {
        ...documentDetails(),
        groupId,
        replacesId: first.id,
      }),
    ).toMatchObject({ code: 'group.replaced-before' });

    await desk().call('groups.withdrawDocument', { id: second.id });
    expect((await record()).documents).toMatchObject([{ id: first.id, replacedById: null }]);
    expect(await desk().refusal('groups.withdrawDocument', { id: second.id })).toMatchObject({
      code: 'group.entry-gone',
    });
  });

  it('remind before they run out, and no longer once replaced', async () => {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    const lease = await desk().call('groups.addDocument', {
      ...documentDetails({ kind: 'other', title: 'Lease', expiresOn: day('2027-02-26') }),
      groupId,
    });
    expect(await words()).toEqual([
      'Lease of Cedar TRA runs out on 26 February 2027. Ask for the new one.',
    ]);
    await desk().call('groups.addDocument', {
      ...documentDetails({ kind: 'other', title: 'Lease', expiresOn: day('2028-02-26') }),
      groupId,
      replacesId: lease.id,
    });
    expect(await words()).toEqual([]);
    clock.set('2027-02-01T09:00:00.000Z');
    expect([await round(), await words()]).toEqual([false, []]);
    const { id, groupId: _, replacedById: __, ...shown } = lease;
    expect(
      await desk().refusal('groups.changeDocument', {
        ...withoutReplaces(documentDetails({ datedOn: day(TODAY), expiresOn: day('2027-01-03') })),
        id,
        shown,
      }),
    ).toMatchObject({ code: 'group.expires-before', field: 'expiresOn' });
  });

  it('are put right, with their reminder, and taken off with it', async () => {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    const details = documentDetails({ kind: 'other', title: 'Lease', note: 'Signed by two' });
    const lease = await desk().call('groups.addDocument', { ...details, groupId });
    expect([await words(), await round()]).toEqual([[], false]);
    const soon = { ...withoutReplaces(details), title: 'Tenancy', expiresOn: day('2027-02-26') };
    const changed = await desk().call('groups.changeDocument', {
      ...soon,
      id: lease.id,
      shown: withoutReplaces(details),
    });
    expect((await desk().call('groups.record', { id: groupId })).documents).toEqual([changed]);
    expect(changed).toMatchObject({ title: 'Tenancy', note: 'Signed by two' });
    expect(await words()).toEqual([
      'Tenancy of Cedar TRA runs out on 26 February 2027. Ask for the new one.',
    ]);
    const titlesFor = async (text: string) =>
      (await desk().call('search.everything', { text })).found.map((one) => one.title);
    expect([await titlesFor('tenancy'), await titlesFor('lease')]).toEqual([['Cedar TRA'], []]);
    await desk().call('groups.withdrawDocument', { id: lease.id });
    expect([await words(), await titlesFor('tenancy')]).toEqual([[], []]);
  });

  it('came in by today, and run out no sooner than they were dated', async () => {
    const { id: groupId } = await aGroup(core);
    const refusal = (part: object) =>
      desk().refusal('groups.addDocument', { ...documentDetails(part), groupId });
    expect(await refusal({ receivedOn: '2027-01-05' })).toMatchObject({ code: 'group.not-yet' });
    expect(await refusal({ datedOn: TODAY, expiresOn: '2027-01-03' })).toMatchObject({
      code: 'group.expires-before',
    });
    const oneDay = documentDetails({ datedOn: day(TODAY), expiresOn: day(TODAY) });
    await desk().call('groups.addDocument', { ...oneDay, groupId });
  });

  it('that are far from running out, or never do, wait for nothing', async () => {
    const { id: groupId } = await aGroup(core);
    for (const expiresOn of ['2027-03-02', '9999-12-31'])
      await desk().call('groups.addDocument', {
        ...documentDetails({ kind: 'other', expiresOn: day(expiresOn) }),
        groupId,
      });
    expect([await words(), await round()]).toEqual([[], false]);
    clock.set('2027-01-05T09:00:00.000Z');
    expect(await round()).toBe(true);
    expect(await words()).toHaveLength(1);
  });

  it('of another group are replaced by none', async () => {
    const ofOther = await desk().call('groups.addDocument', {
      ...documentDetails(),
      groupId: (await aGroup(core)).id,
    });
    expect(
      await desk().refusal('groups.addDocument', {
        ...documentDetails(),
        groupId: (await aGroup(core)).id,
        replacesId: ofOther.id,
      }),
    ).toMatchObject({ code: 'group.replaced-before' });
  });

  it('in force again because the later one was a mistake are asked for, while the group goes on', async () => {
    const { id: groupId, version } = await aGroup(core, { name: 'Cedar TRA' });
    const old = await desk().call('groups.addDocument', {
      ...documentDetails({ kind: 'other', title: 'Lease', expiresOn: day('2027-02-26') }),
      groupId,
    });
    const replace = () =>
      desk().call('groups.addDocument', {
        ...documentDetails({ kind: 'other', title: 'New lease' }),
        groupId,
        replacesId: old.id,
      });
    const mistake = await replace();
    expect(await words()).toEqual([]);
    await desk().call('groups.withdrawDocument', { id: mistake.id });
    expect(await words()).toHaveLength(1);

    const again = await replace();
    await desk().call('groups.endGroup', {
      id: groupId,
      on: TODAY,
      reason: 'Over',
      successorId: null,
      version,
    });
    await desk().call('groups.withdrawDocument', { id: again.id });
    expect([await words(), await round()]).toEqual([[], false]);
  });

  it('that turn out to be a certificate of insurance have no reminder beside its day', async () => {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    const details = documentDetails({ kind: 'other', title: 'P', expiresOn: day('2027-02-26') });
    const { id } = await desk().call('groups.addDocument', { ...details, groupId });
    await desk().call('groups.changeDocument', {
      ...withoutReplaces(details),
      kind: 'insurance',
      id,
      shown: withoutReplaces(details),
    });
    expect(await words()).toEqual(['Insurance of Cedar TRA: due on 26 February 2027.']);
  });

  it('set the day of the insurance with a certificate, so that it is asked for once', async () => {
    const { id: groupId } = await aGroup(core, { name: 'Cedar TRA' });
    await desk().call('groups.addDocument', {
      ...documentDetails({ kind: 'insurance', title: 'Policy', expiresOn: day('2027-02-26') }),
      groupId,
    });
    const { duties } = await desk().call('groups.record', { id: groupId });
    expect(duties.find((duty) => duty.kind === 'insurance')).toMatchObject({
      lastOn: TODAY,
      nextDueOn: '2027-02-26',
    });
    await round();
    expect(await words()).toEqual(['Insurance of Cedar TRA: due on 26 February 2027.']);
  });

  it('that have run out count as missing, from the day after their last', async () => {
    const { id: groupId } = await aGroup(core);
    await desk().call('groups.addDocument', {
      ...documentDetails({ expiresOn: day(TODAY) }),
      groupId,
    });
    const missing = async () => (await desk().call('groups.record', { id: groupId })).missingPapers;
    expect(await missing()).toEqual([]);
    clock.set('2027-01-05T09:00:00.000Z');
    expect(await missing()).toEqual(['Constitution']);
  });
});

const withoutReplaces = ({ replacesId: _, ...details }: ReturnType<typeof documentDetails>) =>
  details;

describe('A part of a group', () => {
  it('is of a group that there is, and is changed only while it is there', async () => {
    const none = 'none';
    const landlords = { fromLandlord: 'City Council', toLandlord: 'Harbour Homes' };
    const support = { on: TODAY, kind: 'note' as const, what: 'Rang', by: 'Olu Bright' };
    for (const [verb, input, code] of [
      ['groups.addHomes', { ...count(), groupId: none }, 'group.not-found'],
      [
        'groups.changeLandlord',
        { ...landlords, groupId: none, isCouncil: false, on: TODAY, source: 'letter' },
        'group.not-found',
      ],
      [
        'groups.setDuty',
        { groupId: none, kind: 'agm', ...NOTHING_SET, shown: NOTHING_SET },
        'group.not-found',
      ],
      ['groups.addDocument', { ...documentDetails(), groupId: none }, 'group.not-found'],
      ['groups.recordSupport', { ...support, groupId: none }, 'group.not-found'],
      ['groups.startUp', { id: none }, 'group.not-found'],
      [
        'groups.endRepresentation',
        { id: none, until: TODAY, shown: { until: null } },
        'group.entry-gone',
      ],
      ['groups.askReport', { id: none, meetingOn: TODAY, by: null }, 'group.entry-gone'],
    ] as const)
      expect(await desk().refusal(verb, input as never), verb).toMatchObject({ code });
  });
});

describe('What was done for a group', () => {
  it('is logged, and ticks the list of what a new group is given (GRP-13, GRP-14, GRP-16)', async () => {
    const { id } = await aGroup(core);
    const list = () => desk().call('groups.startUp', { id });
    const [first] = await list();
    if (first === undefined) throw new Error('The preset promises nothing to a new group');
    expect(first.doneOn).toBeNull();
    const entry = { groupId: id, on: TODAY, kind: 'start-up' as const, by: 'Olu Bright' };
    const after = await desk().call('groups.recordSupport', { ...entry, what: first.words });
    expect((await list())[0]?.doneOn).toBe(TODAY);
    const entryId = after.support[0]?.id ?? '';
    await desk().call('groups.withdrawSupport', { groupId: id, entryId });
    expect((await list())[0]?.doneOn).toBeNull();
    expect(await desk().refusal('groups.withdrawSupport', { groupId: id, entryId })).toMatchObject({
      code: 'group.entry-gone',
    });
  });
});
