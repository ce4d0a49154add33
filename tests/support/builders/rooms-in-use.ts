import type { Facility, Layout } from '#db/facilities/facilities.contract';
import type { TestCore } from '../open-test-core.ts';
import { aFacility, useOf } from './facilities.ts';

/** A room with layouts: how many it holds in each, and the minutes before and after. */
export async function aRoomWithLayouts(
  core: Pick<TestCore, 'as'>,
  layouts: readonly Partial<Layout>[],
  part: Parameters<typeof aFacility>[1] = {},
): Promise<Facility> {
  const room = await aFacility(core, part);
  return core.as('manager').call('facilities.setLayouts', {
    id: room.id,
    version: room.version,
    layouts: layouts.map((layout) => ({
      id: null,
      name: 'Rows',
      capacity: null,
      setupMinutes: 0,
      cleardownMinutes: 0,
      ...layout,
    })),
  });
}

/** A facility that is used as a manager says: places, limits, approval, access. */
export async function aFacilityUsedAs(
  core: Pick<TestCore, 'as'>,
  use: Parameters<typeof useOf>[1],
  part: Parameters<typeof aFacility>[1] = {},
): Promise<Facility> {
  const room = await aFacility(core, part);
  return core.as('manager').call('facilities.setUse', useOf(room, use));
}

/** A hall and the two halves it is made of. */
export async function aDivisibleHall(
  core: Pick<TestCore, 'as'>,
): Promise<{ readonly hall: Facility; readonly north: Facility; readonly south: Facility }> {
  const north = await aFacility(core, { name: 'North Half' });
  const south = await aFacility(core, { name: 'South Half' });
  const hall = await aFacilityUsedAs(core, { partIds: [north.id, south.id] }, { name: 'Hall' });
  return { hall, north, south };
}

/** A bookable suite of so many computers, open every weekday. */
export async function aSuiteOf(core: Pick<TestCore, 'as'>, units: number): Promise<Facility> {
  return aFacilityUsedAs(
    core,
    { units, unitName: 'computer' },
    { name: 'Suite', kind: 'computer-suite', capacity: null },
  );
}
