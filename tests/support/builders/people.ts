import type { Person } from '#db/people/people.contract';
import { countedId } from '../program-for-tests.ts';
import type { TestCore } from '../open-test-core.ts';

/** A person whom the desk has entered. */
export function aPerson(
  core: Pick<TestCore, 'as'>,
  part: { readonly name?: string; readonly kind?: Person['kind']; readonly phone?: string } = {},
): Promise<Person> {
  return core.as('desk').call('people.add', {
    name: `Pat ${countedId().slice(-6)}`,
    kind: 'tenant',
    phone: '07700 900123',
    ...part,
  });
}
