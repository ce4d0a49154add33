import type { RestrictionDetails } from '#db/restrictions/restrictions.contract';
import type { TestCore } from '../open-test-core.ts';
import { theRoom } from './facilities.ts';
import { aGroup } from './groups.ts';

/** A restriction as it is typed: the Meeting Room, from 4 January 2027 without an end, of a group that is entered first. */
export async function restrictionDetails(
  core: Pick<TestCore, 'as'>,
  part: { readonly [K in keyof RestrictionDetails]?: unknown } = {},
): Promise<RestrictionDetails> {
  const subject = part.subject ?? { kind: 'group', groupId: (await aGroup(core)).id };
  const scope = part.scope ?? {
    kind: 'facility',
    facilityId: (await theRoom(core, 'Meeting Room')).id,
  };
  return {
    effect: 'bars',
    from: '2027-01-04',
    until: null,
    incidentOn: null,
    reason: 'The projector was broken in a row.',
    decidedBy: 'Maya Quill, manager',
    source: 'abuse-of-service',
    appealWords: '',
    ...part,
    subject,
    scope,
  } as RestrictionDetails;
}

/** A restriction that the manager has entered, with the bookings it hits. */
export async function aRestriction(
  core: Pick<TestCore, 'as'>,
  part: Parameters<typeof restrictionDetails>[1] = {},
) {
  return core.as('manager').call('restrictions.add', await restrictionDetails(core, part));
}
