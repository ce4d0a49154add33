import type { Facility, FacilityDetails, FacilityUse } from '#db/facilities/facilities.contract';
import { mustExist } from '#db/shared/domain-error';
import { countedId } from '../program-for-tests.ts';
import { type TestCore, weekdays } from '../open-test-core.ts';

/** A room as it is typed: bookable, holds 20, open from 9am to 9pm on weekdays. */
export function facilityDetails(part: { readonly [K in keyof FacilityDetails]?: unknown } = {}) {
  return {
    name: `Room ${countedId().slice(-4)}`,
    kind: 'meeting-room',
    isBookable: true,
    capacity: 20,
    hours: weekdays('09:00', '21:00'),
    ...part,
  } as never;
}

/** A room that the manager has added. */
export function aFacility(
  core: Pick<TestCore, 'as'>,
  part: { readonly [K in keyof FacilityDetails]?: unknown } = {},
): Promise<Facility> {
  return core.as('manager').call('facilities.add', facilityDetails(part));
}

/** A room of the centre by its name. */
export async function theRoom(core: Pick<TestCore, 'as'>, name: string): Promise<Facility> {
  const rooms = await core.as('manager').call('facilities.list', {});
  return mustExist(
    rooms.find((room) => room.name === name),
    'the test names a room of the centre',
  );
}

/** How a room is used now, ready to be changed by `facilities.setUse`. */
export function useOf(room: Facility, part: { readonly [K in keyof FacilityUse]?: unknown } = {}) {
  return {
    id: room.id,
    version: room.version,
    units: room.units,
    unitName: room.unitName,
    partIds: room.partIds,
    accessFeatures: room.accessFeatures,
    needsApproval: room.needsApproval,
    longestMinutes: room.longestMinutes,
    daysAhead: room.daysAhead,
    noticeOpenDays: room.noticeOpenDays,
    minimumAge: room.minimumAge,
    directions: room.directions,
    ...part,
  } as never;
}
