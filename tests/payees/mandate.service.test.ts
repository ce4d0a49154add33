import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROGRAM } from '#db/open-core';
import type { MandateDetails } from '#db/payees/mandate.contract';
import { putMandateReminders } from '#db/payees/mandate.service';
import type { GroupId } from '#db/groups/groups.contract';
import { aGroup } from '../support/builders/groups.ts';
import { aCommittee, aTerm, seat } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { newDetails } from '../support/builders/payees.ts';
import { textOf } from '../support/read-pdf.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

async function aGroupThatSigns() {
  const group = await aGroup(core, { name: 'Ashdown TRA' });
  const okafor = await aPerson(core, { name: 'Joy Okafor' });
  const lane = await aPerson(core, { name: 'Pat Lane' });
  return { group, okafor, lane };
}

const mandateDetails = (groupId: GroupId, part: object = {}): MandateDetails =>
  ({
    groupId,
    toSign: 2,
    signatories: [],
    confirmedOn: '2027-01-04',
    version: 0,
    ...part,
  }) as unknown as MandateDetails;

const line = (personId: string, from = '2026-01-01', until: string | null = null) => ({
  personId,
  from,
  until,
});

const waiting = async () =>
  (await core.as('manager').call('tasks.list', {})).tasks.filter(
    (task) => task.kind === 'payees.mandate',
  );
const round = () => core.core.unit(PROGRAM, 'writes', putMandateReminders);

describe('Who signs for a group', () => {
  it('is entered with days, two to sign unless the bank says otherwise, and stands in the history', async () => {
    const { group, okafor, lane } = await aGroupThatSigns();
    expect(await core.as('desk').call('payees.mandate', { groupId: group.id })).toMatchObject({
      toSign: 2,
      signatories: [],
      confirmedOn: null,
      version: 0,
    });
    const signatories = [line(okafor.id), line(lane.id, '2026-07-01')];
    const mandate = await core
      .as('desk')
      .call('payees.changeMandate', mandateDetails(group.id, { signatories }));
    expect(mandate).toMatchObject({
      toSign: 2,
      signatories: [{ name: 'Joy Okafor' }, { name: 'Pat Lane', from: '2026-07-01' }],
      warnings: [],
      version: 1,
    });
    const [entry] = await core
      .as('manager')
      .call('audit.ofObject', { objectType: 'group', objectId: group.id })
      .then((lines) => lines.filter(({ action }) => action === 'payee.mandate-changed'));
    expect(JSON.stringify(entry)).toContain('Pat Lane from 2026-07-01');
    const seen = await core.as('auditor').call('payees.mandate', { groupId: group.id });
    expect(JSON.stringify(seen)).not.toMatch(/Lane|Okafor/);
  });

  it('is refused with days the wrong way round, one person twice, a day to come, or after somebody else', async () => {
    const { group, lane } = await aGroupThatSigns();
    const refused = (part: object) =>
      core.as('desk').refusal('payees.changeMandate', mandateDetails(group.id, part));
    expect(
      await refused({ signatories: [line(lane.id, '2026-07-01', '2026-06-30')] }),
    ).toMatchObject({ code: 'payee.signatory-ends-before' });
    expect(
      await refused({ signatories: [line(lane.id), line(lane.id, '2026-07-01')] }),
    ).toMatchObject({ code: 'payee.signatory-twice' });
    expect(await refused({ confirmedOn: '2027-01-05' })).toMatchObject({
      code: 'payee.mandate-day-to-come',
    });
    expect(await refused({ version: 2 })).toMatchObject({
      code: 'payee.mandate-changed-by-someone-else',
    });
    await core.as('desk').call('payees.changeMandate', mandateDetails(group.id));
    expect(await refused({})).toMatchObject({ code: 'payee.mandate-changed-by-someone-else' });
  });

  it('is asked for again when officers change, once, and until it is confirmed', async () => {
    const { group, okafor, lane } = await aGroupThatSigns();
    const signatories = [line(okafor.id), line(lane.id)];
    await core.as('desk').call('payees.changeMandate', mandateDetails(group.id, { signatories }));
    expect(await round()).toBe(false);

    core.clock.set('2027-02-01T09:00:00.000Z');
    await aTerm(core, { groupId: group.id, personId: lane.id, from: '2027-01-20' });
    expect(await round()).toBe(true);
    expect(await round()).toBe(false);
    expect((await waiting()).map(({ words }) => words)).toEqual([
      'Ashdown TRA: the treasurer changed. Ask whom its bank has on record as signatories, and enter who signs.',
    ]);
    const { warnings, version } = await core
      .as('desk')
      .call('payees.mandate', { groupId: group.id });
    expect(warnings).toEqual([
      'Ask for the mandate again: since it was confirmed, the treasurer changed.',
    ]);

    await core
      .as('desk')
      .call(
        'payees.changeMandate',
        mandateDetails(group.id, { signatories, confirmedOn: '2027-02-01', version }),
      );
    expect(await waiting()).toEqual([]);
    expect(await round()).toBe(false);
  });

  it('goes over with the post when a treasurer changes', async () => {
    const { group, okafor, lane } = await aGroupThatSigns();
    const signatories = [line(okafor.id), line(lane.id)];
    await core.as('desk').call('payees.changeMandate', mandateDetails(group.id, { signatories }));
    await aTerm(core, { groupId: group.id, personId: okafor.id, from: '2025-07-01' });
    await aCommittee(core, {
      groupId: group.id,
      isWhole: false,
      posts: [seat('treasurer', lane.id)],
    });
    const lists = await core.as('desk').call('officers.handOvers', { groupId: group.id });
    expect(JSON.stringify(lists)).toContain('Bank mandate: 2 signatories on record');
    expect(JSON.stringify(lists)).not.toContain('signatories Joy');
  });

  it('stays where it is when a post that does not sign changes', async () => {
    const { group, okafor, lane } = await aGroupThatSigns();
    const signatories = [line(okafor.id), line(lane.id)];
    await core.as('desk').call('payees.changeMandate', mandateDetails(group.id, { signatories }));
    await aTerm(core, { groupId: group.id, personId: okafor.id, post: 'media-contact' });
    const { handOvers } = await aCommittee(core, {
      groupId: group.id,
      isWhole: false,
      posts: [seat('media-contact', lane.id)],
    });
    expect(handOvers.map(({ post }) => post)).toEqual(['media-contact']);
    expect(JSON.stringify(handOvers)).not.toContain('Bank mandate');
  });
});

describe('The officers of a group', () => {
  it('may be rung back when its details change', async () => {
    const { group } = await aGroupThatSigns();
    const treasurer = await aPerson(core, { name: 'Sam Reed', phone: '07700 900444' });
    const member = await aPerson(core, { name: 'Kit Moss', phone: '07700 900445' });
    const from = '2026-01-01';
    await aTerm(core, { groupId: group.id, personId: treasurer.id, from });
    await aTerm(core, { groupId: group.id, personId: member.id, from, post: 'member' });
    const { payee } = await core
      .as('officer')
      .call('payees.addDetails', newDetails({ kind: 'group', groupId: group.id }));
    expect(payee.knownNumbers.map(({ number }) => number)).toEqual(['07700 900444']);
    expect(payee.knownNumbers[0]?.whose).toContain('Sam Reed, treasurer');
  });
});

describe('The record sheet of a group', () => {
  it('names its bank masked, and how many sign (DOC-17)', async () => {
    const { group, okafor } = await aGroupThatSigns();
    const of = { kind: 'group', groupId: group.id } as const;
    await core.as('officer').call('payees.addDetails', newDetails(of));
    await core
      .as('desk')
      .call('payees.changeMandate', mandateDetails(group.id, { signatories: [line(okafor.id)] }));
    const words = async (role: 'manager' | 'auditor') => {
      const paper = await core
        .as(role)
        .call('groups.printRecord', { id: group.id, size: 'normal' });
      return textOf(Buffer.from(paper.base64, 'base64')).replace(/\s+/g, ' ');
    };
    const read = await words('manager');
    expect(read).toContain('Nothing checked');
    expect(read).toContain('New details wait for a second person');
    expect(read).toContain('2 to sign. Bank mandate: 1 signatory on record');
    expect(read).not.toContain('Okafor');
    expect(await words('auditor')).not.toContain('Bank mandate');
  });
});
