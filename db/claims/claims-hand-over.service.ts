import type { HandOverSource } from '#db/officers/hand-over-source';
import { countOf } from '#db/shared/plain-words';
import { ClaimState } from './claims.contract.ts';
import * as claims from './open-claims.repository.ts';

/** What is still to be done, as it stands after "2 open claims". */
const WAITS_FOR: Readonly<Partial<Record<ClaimState, string>>> = {
  draft: 'to finish and sign',
  'to-sign': 'waiting for the signed paper',
  asked: 'with a question to answer',
  decided: 'still to be paid',
};

/** Claims of a group that a new treasurer takes over (scenario of a treasurer who changes in mid-year). It names no claimant. */
export const claimsHandOver: HandOverSource = {
  about: 'group',
  keptBy: 'treasurer',
  async lines(ctx, { groupId }) {
    const open = await claims.countOpenOfGroup(ctx, groupId);
    return open.map(({ state, claims: count, references }) => {
      const waits = WAITS_FOR[ClaimState.parse(state)] ?? 'with the council';
      const which = count <= 3 ? `: ${references}` : '';
      return `${countOf(count, 'open expense claim')} ${waits}${which}`;
    });
  },
};
