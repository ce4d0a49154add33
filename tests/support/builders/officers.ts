import type { Committee, Term } from '#db/officers/officers.contract';
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
