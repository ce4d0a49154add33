import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import { insertAnswer } from '../answers.repository.ts';
import { canAnswer } from '../checks/warnings.rules.ts';
import { warningsFor } from '../checks/warnings.service.ts';
import type { claimsContract } from '../claims-api.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import { getWhole } from '../read-claim.service.ts';
import { keepClaim } from './keep-claim.service.ts';

export const answerService: Pick<Handlers<typeof claimsContract>, 'answerWarning'> = {
  async answerWarning(ctx, { id, lineId, code, otherId, why }) {
    const whole = await getWhole(ctx, id);
    const warning = (await warningsFor(ctx, whole.facts)).find(
      (one) => one.lineId === lineId && one.code === code && (one.other?.otherId ?? '') === otherId,
    );
    if (warning === undefined) throw claimErrors.error('claim.no-such-warning', {});
    const role = ctx.actor.kind === 'user' ? ctx.actor.role : 'auditor';
    if (!canAnswer(warning, role)) {
      if (canAnswer(warning, 'manager')) throw claimErrors.error('claim.manager-answers', {});
      throw claimErrors.error('claim.warning-stands', { words: warning.words });
    }
    await insertAnswer(ctx, id, { lineId, code, otherId, why, byUserId: userIdOf(ctx.actor) });
    return keepClaim(ctx, id, { action: 'claim.warning-answered', reason: why }, whole);
  },
};
