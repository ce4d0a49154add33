import type { KindPolicyDetails } from '#db/claim-policy/claim-policy.contract';
import type { TestCore } from '../open-test-core.ts';
import { kindPolicyDetails } from './claim-policy.ts';

/** The policy that the manager has entered for a kind of cost. */
export async function aKindInForce(
  core: Pick<TestCore, 'as'>,
  part: Partial<KindPolicyDetails> = {},
) {
  return core.as('manager').call('policy.enterKind', kindPolicyDetails(part));
}
