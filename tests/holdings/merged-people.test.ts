import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aGroup, NOTHING_SET } from '../support/builders/groups.ts';
import { aMerge, seeMerge } from '../support/builders/merges.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const TODAY = '2027-01-04';
const desk = () => core.as('desk');

describe('A person put together from two records', () => {
  it('is under 18 where one of them said so, also without a guardian yet', async () => {
    const kept = await aPerson(core, { name: 'Rana Haddad' });
    const lost = await aPerson(core, { name: 'R. Haddad' });
    const { id, version } = lost;
    await desk().call('people.changeRecord', { id, version, isUnder18: true });
    const pair = { kind: 'person', keptId: kept.id, lostId: lost.id } as const;
    expect((await seeMerge(core, pair)).fields).toContainEqual(
      expect.objectContaining({ field: 'guardianName', wins: 'lost', kept: '', lost: 'Yes' }),
    );
    await aMerge(core, pair);
    expect(await desk().call('people.record', { id: kept.id })).toMatchObject({
      isUnder18: true,
      guardianName: '',
    });
  });

  it('is asked about nothing that is only as it always is, such as papers in the standard format', async () => {
    const kept = await aPerson(core, { name: 'Rana Haddad' });
    const lost = await aPerson(core, { name: 'Rana Haddad' });
    for (const [{ id, version }, part] of [
      [kept, { languageNeed: 'Somali' }],
      [lost, { formatNeed: 'braille', channels: ['letter'] }],
    ] as const)
      await desk().call('people.changeRecord', { id, version, ...part } as never);
    const { fields } = await seeMerge(core, {
      kind: 'person',
      keptId: kept.id,
      lostId: lost.id,
    });
    for (const [field, said] of [
      ['formatNeed', 'Braille'],
      ['channels', 'Letter'],
    ] as const)
      expect(fields).toContainEqual(
        expect.objectContaining({ field, kept: '', lost: said, wins: 'lost', isChoice: false }),
      );
  });

  it('takes along no reminder that is about somebody else', async () => {
    const [kept, lost] = [await aPerson(core), await aPerson(core)];
    await desk().call('groups.setDuty', {
      groupId: (await aGroup(core)).id,
      kind: 'agm',
      lastOn: null,
      nextDueOn: TODAY,
      shown: NOTHING_SET,
    });
    const before = await desk().call('tasks.list', {});
    expect(before.tasks).toHaveLength(1);
    await aMerge(core, { kind: 'person', keptId: kept.id, lostId: lost.id });
    expect(await desk().call('tasks.list', {})).toEqual(before);
  });

  it('who then speaks twice for a group on one body can be given a last day', async () => {
    const group = await aGroup(core);
    const body = await aGroup(core, { kind: 'federation' });
    const [kept, lost] = [await aPerson(core), await aPerson(core)];
    for (const { id: personId } of [kept, lost])
      await desk().call('groups.addRepresentation', {
        groupId: group.id,
        personId,
        bodyGroupId: body.id,
        from: TODAY,
      });
    await aMerge(core, { kind: 'person', keptId: kept.id, lostId: lost.id });
    const seats = (await desk().call('groups.record', { id: group.id })).representation;
    expect(seats.map((seat) => [seat.personId, seat.until])).toEqual([
      [kept.id, null],
      [kept.id, null],
    ]);
    const ended = await desk().call('groups.endRepresentation', {
      id: seats[0]?.id ?? '',
      until: TODAY,
      shown: { until: null },
    });
    expect(ended.until).toBe(TODAY);
  });
});
