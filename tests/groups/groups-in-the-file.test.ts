import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aGroup, documentDetails, recordDetails, NOTHING_SET } from '../support/builders/groups.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const TODAY = '2027-01-04';

describe('Groups in the file', () => {
  it('stay such that they can be true, past the program too', async () => {
    const desk = core.as('desk');
    const group = await aGroup(core);
    const body = await aGroup(core, { kind: 'federation' });
    const groupId = group.id;
    await desk.call('groups.changeRecord', recordDetails(group));
    await desk.call('groups.addHomes', {
      groupId,
      landlord: 'City Council',
      isCouncil: true,
      properties: 3,
      tenancies: 2,
      asAt: TODAY,
      source: 'rent system',
    });
    await desk.call('groups.setDuty', {
      groupId,
      kind: 'agm',
      lastOn: null,
      nextDueOn: TODAY,
      shown: NOTHING_SET,
    });
    await desk.call('groups.addDocument', { ...documentDetails(), groupId });
    await desk.call('groups.addRepresentation', {
      groupId,
      personId: (await aPerson(core)).id,
      bodyGroupId: body.id,
      from: TODAY,
    });
    await desk.call('groups.recordSupport', {
      groupId,
      on: TODAY,
      kind: 'note',
      what: 'Rang them',
      by: 'Olu Bright',
    });
    const raw = core.raw();
    for (const [change, check] of [
      ['group_record SET parent_id = group_id', 'ck_group_record_not_own_parent'],
      ['group_record SET successor_id = group_id', 'ck_group_record_not_own_successor'],
      ['group_homes SET properties = -1', 'ck_group_homes_counts'],
      ['group_homes SET tenancies = -1', 'ck_group_homes_counts'],
      ["group_duty SET kind = 'party'", 'ck_group_duty_kind'],
      ["group_document SET kind = 'poem'", 'ck_group_document_kind'],
      ["representation SET until_date = '2027-01-03'", 'ck_representation_dates'],
      ['representation SET body_group_id = group_id', 'ck_representation_other_body'],
      ["group_support SET kind = 'gift'", 'ck_group_support_kind'],
    ] as const)
      expect(() => raw.prepare(`UPDATE ${change}`).run(), change).toThrow(check);
    raw.prepare(`UPDATE representation SET until_date = '${TODAY}'`).run();
  });
});
