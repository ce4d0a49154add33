import type { Group } from '#db/groups/groups.contract';
import { countedId } from '../program-for-tests.ts';
import type { TestCore } from '../open-test-core.ts';

/** A group that the desk has entered. */
export function aGroup(
  core: Pick<TestCore, 'as'>,
  part: { readonly name?: string; readonly kind?: Group['kind']; readonly phone?: string } = {},
): Promise<Group> {
  return core.as('desk').call('groups.add', {
    name: `Group ${countedId().slice(-6)}`,
    kind: 'tra',
    phone: '',
    ...part,
  });
}
