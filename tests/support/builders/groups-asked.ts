import type { Group } from '#db/groups/groups.contract';
import type { Person } from '#db/people/people.contract';
import type { TestCore } from '../open-test-core.ts';
import { aGroup, documentDetails, recordDetails } from './groups.ts';

type At = Pick<TestCore, 'as'>;

/** A representative with a note and support about them, and a group that ended for a reason of its own. */
export async function groupsThatKnow(
  core: At,
  person: Person,
): Promise<{ rep: Group; ended: Group }> {
  const desk = core.as('desk');
  const rep = await aGroup(core, { name: 'Elm Row', kind: 'street-rep', phone: person.phone });
  await desk.call('groups.changeRecord', recordDetails(rep, { contactId: person.id }));
  for (const purpose of ['be-named', 'share-contact'] as const)
    await desk.call('people.giveConsent', {
      personId: person.id,
      purpose,
      what: '',
      withWhom: '',
      givenOn: '2027-01-04',
      until: null,
      how: 'written',
    });
  await desk.call('groups.recordSupport', {
    groupId: rep.id,
    on: '2027-01-04',
    kind: 'advice',
    what: 'Overdrawn account talked over',
    by: 'R. Plant',
  });
  await desk.call('groups.addDocument', {
    ...documentDetails({ note: 'Countersigned at home' }),
    groupId: rep.id,
  });
  const ended = await aGroup(core, { name: 'Old Row' });
  await desk.call('groups.endGroup', {
    id: ended.id,
    on: '2027-01-04',
    reason: 'Emigrated',
    successorId: null,
    version: ended.version,
  });
  return { rep, ended };
}

/** What is asked about groups of which one is represented by somebody, and one ended because of them. */
export function asksOfGroups({
  rep,
  ended,
}: Awaited<ReturnType<typeof groupsThatKnow>>): Record<string, readonly unknown[]> {
  const size = 'normal';
  return {
    'groups.list': [{ text: '' }],
    'groups.get': [{ id: rep.id }],
    'groups.record': [{ id: rep.id }, { id: ended.id }],
    'groups.warnings': [{ id: rep.id, kind: 'street-rep', areaIds: [] }],
    'groups.register': [{ withEnded: true }],
    'groups.exportRegister': [{ withEnded: true }],
    'groups.coverage': [{}],
    'groups.exportCoverage': [{}],
    'groups.linkOfficers': [{ year: 2027 }],
    'groups.exportLinkOfficers': [{ year: 2027 }],
    'groups.startUp': [{ id: rep.id }],
    'groups.printRecord': [
      { id: rep.id, size },
      { id: ended.id, size },
    ],
    'groups.printRegister': [{ withEnded: true, size }],
    'groups.printCoverage': [{ size }],
    'groups.printRepForm': [{ id: rep.id, size }],
    'groups.printStarterPack': [{ id: rep.id, size }],
    'groups.printOtherForm': [{ id: rep.id, size }],
  };
}

/** Where a manager then reads which of the words. */
export const GROUPS_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'groups.list': ['phone'],
  'groups.get': ['phone'],
  'groups.record': ['name', 'phone', 'groupSupport', 'groupNote', 'groupEnded'],
  'groups.register': ['name', 'phone'],
  'groups.exportRegister': ['name', 'phone'],
  'groups.printRecord': ['name', 'phone', 'groupSupport', 'groupEnded'],
  'groups.printRegister': ['name', 'phone'],
  'groups.printRepForm': ['name', 'phone'],
  'groups.printOtherForm': ['name', 'phone'],
};
