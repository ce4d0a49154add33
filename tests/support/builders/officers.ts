import type { Committee, Term } from '#db/officers/officers.contract';
import type { Person } from '#db/people/people.contract';
import { mustExist } from '#db/shared/domain-error';
import type { TestCore } from '../open-test-core.ts';
import { aGroup } from './groups.ts';
import { aPerson } from './people.ts';

type Core = Pick<TestCore, 'as'>;

/** A term that the desk has entered, with what to look at; group and officer are entered first where none is named. */
export async function aTermWithWarnings(
  core: Core,
  part: { readonly [K in keyof Term]?: unknown } = {},
) {
  const groupId = part.groupId ?? (await aGroup(core)).id;
  const personId = part.personId ?? (await aPerson(core)).id;
  return core.as('desk').call('officers.addTerm', {
    post: 'treasurer',
    from: '2026-01-01',
    until: null,
    isVoting: true,
    meetingThatDecided: '',
    ...part,
    groupId,
    personId,
  } as never);
}

export async function aTerm(
  core: Core,
  part: Parameters<typeof aTermWithWarnings>[1] = {},
): Promise<Term> {
  return (await aTermWithWarnings(core, part)).term;
}

/** A new committee of a group from a meeting on 1 February 2027. */
export function aCommittee(
  core: Core,
  part: { readonly groupId: Term['groupId']; readonly [more: string]: unknown },
): Promise<Committee> {
  return core.as('desk').call('officers.enterCommittee', {
    meetingOn: '2027-02-01',
    decidedAt: 'Annual general meeting',
    posts: [],
    ...part,
  });
}

/** One line of a new committee. */
export const seat = (post: string, who: Term['personId'] | { name: string; phone: string }) => ({
  post,
  who: typeof who === 'string' ? { personId: who } : who,
  isVoting: true,
});

/** What is asked about officers when somebody who agreed to be named was treasurer, and hands over to somebody new. */
export async function asksOfOfficersWith(
  core: Core,
  person: Pick<Person, 'id'>,
): Promise<Record<string, readonly unknown[]>> {
  const { id: groupId } = await aGroup(core);
  const personId = person.id;
  const term = await aTerm(core, { groupId, personId, from: '2025-07-01' });
  const committee = await aCommittee(core, {
    groupId,
    posts: [seat('treasurer', (await aPerson(core)).id)],
  });
  const follower = mustExist(committee.started[0], 'the treasurer is new');
  const handOver = mustExist(committee.handOvers[0], 'the treasurer hands over');
  for (const { id } of handOver.lines)
    await core.as('desk').call('officers.markLine', { id, isDone: true });
  return {
    'officers.list': [{ groupId }],
    'officers.terms': [{ groupId }],
    'officers.termsOfPerson': [{ personId }],
    'officers.capacities': [{ personId }],
    'officers.handOvers': [{ groupId }],
    'officers.printNotification': [{}, { groupId, termId: term.id }, { termId: follower.id }],
    'officers.printContactSheet': [{ groupId }],
    'officers.printHandOver': [{ id: handOver.id }],
    'officers.printLetters': [{ id: committee.id }],
  };
}

/** Where a manager then reads the name and the phone. */
export const OFFICERS_READ_BY_A_MANAGER: Readonly<Record<string, readonly string[]>> = {
  'officers.list': ['name', 'phone'],
  'officers.terms': ['name'],
  'officers.termsOfPerson': ['name'],
  'officers.handOvers': ['name'],
  'officers.printNotification': ['name', 'phone'],
  'officers.printContactSheet': ['name', 'phone'],
  'officers.printHandOver': ['name'],
  'officers.printLetters': ['name'],
};
