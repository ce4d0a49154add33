import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { decidingContract } from '../deciding.contract.ts';
import * as decisions from '../decisions.repository.ts';
import * as lines from '../lines.repository.ts';
import { keptBefore } from '../filing/keep-claim.service.ts';
import { getStored } from '../read-claim.service.ts';
import { decidingErrors } from './deciding.errors.ts';
import { endStep, checkStep, isTheseActs, saveStep, stepTaker, wasTaken } from './step.service.ts';

/** Papers are in order, or the claim goes back with what is missing. */
export const verifyService: Pick<Handlers<typeof decidingContract>, 'verify'> = {
  async verify(ctx, { id, key, version, isInOrder, why }) {
    const claim = await getStored(ctx, id);
    const act = { lineId: null, decision: isInOrder ? 'approved' : 'sent-back', pence: null, why };
    if (await wasTaken(ctx, claim, { key, step: 'verify', isSame: isTheseActs([act]) }))
      return keptBefore(ctx, claim);
    await checkStep(ctx, claim, { step: 'verify', in: ['filed'], version });
    if (!isInOrder && why === '')
      throw decidingErrors.error('claim.say-what-is-missing', { reference: claim.reference });

    await decisions.insertDecision(ctx, {
      claim_id: id,
      line_id: null,
      step: 'verify',
      decision: act.decision,
      pence: null,
      why,
      key,
      userId: stepTaker(ctx),
      on: todayOf(ctx),
    });
    if (!isInOrder)
      for (const line of await lines.listOfClaim(ctx, id))
        if (line.state === 'waiting')
          await lines.update(ctx, line.id, { state: 'asked', decision_why: why });
    await saveStep(ctx, claim, { state: isInOrder ? 'verified' : 'asked' });
    return endStep(ctx, claim, {
      action: isInOrder ? 'claim.verified' : 'claim.sent-back',
      why,
      state: isInOrder ? 'verified' : 'asked',
      after: {},
    });
  },
};
