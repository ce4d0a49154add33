import { recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import { mustExist } from '#db/shared/domain-error';
import type { decidingContract } from '../deciding.contract.ts';
import * as reasons from '../reasons.repository.ts';
import { decidingErrors } from './deciding.errors.ts';

type Verbs = 'reasons' | 'keepReason';

/** Reasons that were kept, so that everybody is told the same in the same words. */
export const reasonsService: Pick<Handlers<typeof decidingContract>, Verbs> = {
  async reasons(ctx) {
    return [...(await reasons.listAll(ctx))];
  },

  async keepReason(ctx, { id, version, ...wanted }) {
    const before = id === null ? undefined : await reasons.findById(ctx, id);
    if (id !== null && before === undefined)
      throw decidingErrors.error('claim.reason-not-found', { id });
    const keptId = id ?? ctx.newId();
    if (id === null) await reasons.insert(ctx, { ...wanted, id: keptId });
    else if (!(await reasons.update(ctx, { ...wanted, id }, version)))
      throw decidingErrors.error('claim.reason-changed', {});
    await recordAudit(ctx, {
      action: 'claim.reason-kept',
      objectType: 'claim-reason',
      objectId: keptId,
      before: before === undefined ? {} : { words: before.words, isActive: before.isActive },
      after: { decision: wanted.decision, words: wanted.words, isActive: wanted.isActive },
    });
    return mustExist(await reasons.findById(ctx, keptId), 'it was written in this unit');
  },
};
