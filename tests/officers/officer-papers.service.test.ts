import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mustExist } from '#db/shared/domain-error';
import { aGroup } from '../support/builders/groups.ts';
import { aCommittee, aTerm, seat } from '../support/builders/officers.ts';
import { aPerson } from '../support/builders/people.ts';
import { openTestCore, type TestCore } from '../support/open-test-core.ts';
import { textOf } from '../support/read-pdf.ts';

let core: TestCore;
beforeEach(async () => {
  core = await openTestCore();
});
afterEach(() => core.close());

const desk = () => core.as('desk');
const read = ({ base64 }: { readonly base64: string }) =>
  textOf(Buffer.from(base64, 'base64')).replaceAll(/\s+/g, ' ');

async function aChange() {
  const group = await aGroup(core, { name: 'Cedar Estate TRA' });
  const okafor = await aPerson(core, { name: 'Ngozi Okafor' });
  const lane = await aPerson(core, { name: 'Sam Lane', phone: '07700 900321' });
  await aTerm(core, { groupId: group.id, personId: okafor.id, from: '2025-07-01' });
  const committee = await aCommittee(core, {
    groupId: group.id,
    posts: [seat('treasurer', lane.id)],
  });
  return { group, okafor, lane, committee };
}
const letName = (personId: string) => agree(personId, 'be-named');
const agree = (personId: string, purpose: 'be-named' | 'share-contact') =>
  desk().call('people.giveConsent', {
    personId,
    purpose,
    what: '',
    withWhom: '',
    givenOn: '2027-01-04',
    until: null,
    how: 'form',
  } as never);

describe('The hand-over letters', () => {
  it('go to both, and name the other one only with consent (PPL-10)', async () => {
    const { committee, okafor } = await aChange();
    const letters = async () =>
      read(await desk().call('officers.printLetters', { id: committee.id }));
    expect(await letters()).toContain('To Ngozi Okafor');
    expect(await letters()).toContain('To Sam Lane');
    expect(await letters()).toContain('You take over from the former treasurer.');
    await letName(okafor.id);
    expect(await letters()).toContain('You take over from Ngozi Okafor.');
  });

  it('and the list tell the auditor no name', async () => {
    const { committee } = await aChange();
    const { id } = mustExist(committee.handOvers[0], 'the treasurer hands over');
    const auditor = core.as('auditor');
    const shown = [
      read(await auditor.call('officers.printLetters', { id: committee.id })),
      read(await auditor.call('officers.printHandOver', { id })),
    ].join(' ');
    expect(shown).toContain('Hand-over list: Treasurer');
    expect(shown).not.toMatch(/Okafor|Lane/);
    // A line is in words of its own, which may name somebody.
    const lists = await auditor.call('officers.handOvers', { groupId: committee.groupId });
    expect(lists.flatMap(({ lines }) => lines.map(({ words }) => words))).toEqual(
      expect.arrayContaining(['•••']),
    );
    expect(JSON.stringify(lists)).not.toMatch(/bank mandate|cash book/i);
  });
});

describe('The notification of an officer (DOC-19)', () => {
  it('is blank, blank for a group, or says what is on record of one term', async () => {
    const { group, committee } = await aChange();
    const print = async (part: object) =>
      read(await desk().call('officers.printNotification', part));
    expect(await print({})).not.toContain('Cedar');
    expect(await print({ groupId: group.id })).toContain('Cedar Estate TRA');
    const { id } = mustExist(committee.started[0], 'the treasurer is new');
    const filled = await print({ groupId: group.id, termId: id });
    for (const words of [
      'Sam Lane',
      '07700 900321',
      '1 February 2027',
      'The treasurer since 1 July 2025',
      'Annual general meeting, 1 February 2027',
    ])
      expect(filled).toContain(words);
    expect(filled).not.toContain('Okafor');
  });
});

describe('The officers on a group’s record sheet (DOC-17)', () => {
  it('are named only where they agreed to it', async () => {
    const group = await aGroup(core);
    const term = await aTerm(core, { groupId: group.id, post: 'chair' });
    const sheet = async () => read(await desk().call('groups.printRecord', { id: group.id }));
    expect(await sheet()).toContain('Chair Not shared Not shared');
    await letName(term.personId);
    expect(await sheet()).toContain(`Chair ${term.personName} Not shared`);
  });

  it('have no phone there, nor on the contact sheet, that would name who is not named (PPL-10)', async () => {
    const group = await aGroup(core);
    const person = await aPerson(core, { phone: '07700 900321' });
    await aTerm(core, { groupId: group.id, post: 'chair', personId: person.id });
    await agree(person.id, 'share-contact');
    const sheets = async () => [
      read(await desk().call('groups.printRecord', { id: group.id })),
      read(await desk().call('officers.printContactSheet', { groupId: group.id })),
    ];
    for (const sheet of await sheets()) expect(sheet).not.toContain('07700 900321');
    await letName(person.id);
    for (const sheet of await sheets()) expect(sheet).toContain('07700 900321');
  });

  it('are named by what holds on the day the contact sheet is handed out, whatever day it shows', async () => {
    const group = await aGroup(core);
    const term = await aTerm(core, { groupId: group.id, post: 'chair' });
    await letName(term.personId);
    const sheet = read(
      await desk().call('officers.printContactSheet', { groupId: group.id, on: '2026-12-01' }),
    );
    expect(sheet).toContain(term.personName);
  });
});

describe('A representative’s own phone', () => {
  it('does not stand on the contact sheet as the phone of a group', async () => {
    const rep = await aGroup(core, { kind: 'block-rep', phone: '07700 900555' });
    const group = await aGroup(core, { phone: '023 8000 1111' });
    const sheet = async (groupId: string) =>
      read(await desk().call('officers.printContactSheet', { groupId }));
    expect(await sheet(rep.id)).not.toContain('07700 900555');
    expect(await sheet(group.id)).toContain('023 8000 1111');
  });
});
