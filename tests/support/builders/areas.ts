import type { Area, AreaDetails } from '#db/areas/areas.contract';
import { countedId } from '../program-for-tests.ts';
import type { TestCore } from '../open-test-core.ts';

/** A place that the manager has entered. */
export function anArea(core: Pick<TestCore, 'as'>, part: Partial<AreaDetails> = {}): Promise<Area> {
  return core.as('manager').call('areas.add', {
    name: `Place ${countedId().slice(-6)}`,
    kind: 'area',
    parentId: null,
    ...part,
  });
}
