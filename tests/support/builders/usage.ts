import type { Facility } from '#db/facilities/facilities.contract';
import type { OutputOf } from '#db/shared/contract';
import { mustExist } from '#db/shared/domain-error';
import type { usageContract } from '#db/usage/usage.contract';
import type { TestCore } from '../open-test-core.ts';
import { theRoom } from './facilities.ts';
import { aPerson } from './people.ts';

/** The Computer Suite of the tests, said to have eight computers, named PC 1 to PC 8. */
export async function theSuite(
  core: Pick<TestCore, 'as'>,
  part: { readonly minimumAge?: number; readonly places?: number } = {},
): Promise<Facility> {
  const { minimumAge = null, places = 8 } = part;
  const manager = core.as('manager');
  const suite = await theRoom(core, 'Computer Suite');
  const used = await manager.call('facilities.setUse', {
    id: suite.id,
    version: suite.version,
    units: places,
    unitName: 'computer',
    partIds: [],
    accessFeatures: [],
    needsApproval: false,
    longestMinutes: null,
    daysAhead: null,
    noticeOpenDays: null,
    minimumAge,
    directions: '',
  });
  return manager.call('facilities.setSeats', {
    id: suite.id,
    version: used.version,
    seats: Array.from({ length: places }, (_, i) => ({ id: null, name: `PC ${i + 1}` })),
  });
}

export function theSeat(suite: Facility, name: string) {
  return mustExist(
    suite.seats.find((seat) => seat.name === name),
    'the suite of the tests has that computer',
  );
}

type Part = { readonly [field: string]: unknown };

/** A session as it is typed: the suite, any computer, for themselves; whoever is not named is entered first. */
export async function sessionDetails(core: Pick<TestCore, 'as'>, suite: Facility, part: Part = {}) {
  const personId = part['personId'] ?? (await aPerson(core)).id;
  return {
    facilityId: suite.id,
    seatId: null,
    groupId: null,
    purpose: 'Writing a letter',
    isOldEnough: null,
    accompaniedBy: '',
    ...part,
    personId,
  } as never;
}

/** A session that the desk has started. */
export async function aSession(
  core: Pick<TestCore, 'as'>,
  suite: Facility,
  part: Part = {},
): Promise<OutputOf<typeof usageContract.start>> {
  return core.as('desk').call('usage.start', await sessionDetails(core, suite, part));
}

/** A use that is over: an hour from 10am on Monday 4 January 2027 unless told. */
export async function aPastUse(
  core: Pick<TestCore, 'as'>,
  facility: Facility,
  part: Part = {},
): Promise<OutputOf<typeof usageContract.record>> {
  const details = await sessionDetails(core, facility, part);
  return core.as('desk').call('usage.record', {
    startedAt: '2027-01-04T10:00',
    minutes: 60,
    copies: 0,
    colourCopies: 0,
    notes: '',
    ...(details as object),
  } as never);
}
