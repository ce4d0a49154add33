import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { pence } from '#db/shared/money';
import type { decidingContract } from '../deciding.contract.ts';
import * as decisions from '../decisions.repository.ts';
import * as lines from '../lines.repository.ts';
import { keptBefore } from '../filing/keep-claim.service.ts';
import { renewNeighbours } from '../filing/renew-doubts.service.ts';
import { getStored, getWhole } from '../read-claim.service.ts';
import { checkAsSigned } from './as-signed.service.ts';
import { holdCaps, leftFor } from './caps-left.service.ts';
import { checkNotAboveAsked } from './decide.rules.ts';
import { secondNeeded } from './decide.service.ts';
import { decidedTotal, liveAmounts, stateAfter } from './decided.rules.ts';
import { decidingErrors } from './deciding.errors.ts';
import {
  endStep,
  checkStep,
  inPlaces,
  isTheseActs,
  saveStep,
  stepTaker,
  wasTaken,
} from './step.service.ts';

type Verbs = 'approveSecond' | 'topUp';

/** The second pair of eyes above the limit, and adding to what was decided too low. */
export const secondService: Pick<Handlers<typeof decidingContract>, Verbs> = {
  async approveSecond(ctx, { id, key, version, isApproved, why }) {
    const claim = await getStored(ctx, id);
    const act = { lineId: null, decision: isApproved ? 'approved' : 'sent-back', pence: null, why };
    if (await wasTaken(ctx, claim, { key, step: 'second', isSame: isTheseActs([act]) }))
      return keptBefore(ctx, claim);
    await checkStep(ctx, claim, { step: 'second', in: ['second'], version });
    if (!isApproved && why === '')
      throw decidingErrors.error('claim.say-what-is-missing', { reference: claim.reference });

    if (isApproved) await checkAsSigned(ctx, claim, await listApproved(ctx, id), 'decided');
    else await takeBack(ctx, id);
    await decisions.insertDecision(ctx, {
      claim_id: id,
      line_id: null,
      step: 'second',
      decision: act.decision,
      pence: null,
      why,
      key,
      userId: stepTaker(ctx),
      on: todayOf(ctx),
    });
    const after = await lines.listOfClaim(ctx, id);
    const state = stateAfter({ lines: after, paidPence: claim.paidPence, needsSecond: false });
    await saveStep(ctx, claim, {
      state,
      decided_pence: decidedTotal(after),
      decided_on: state === 'decided' || state === 'paid' ? todayOf(ctx) : null,
    });
    return endStep(ctx, claim, {
      action: isApproved ? 'claim.approved-second' : 'claim.sent-back-by-second',
      why,
      state,
      after: { total: decidedTotal(after) },
    });
  },

  async topUp(ctx, { id, lineId, key, version, pence: more, why }) {
    const claim = await getStored(ctx, id);
    const { reference } = claim;
    const act = { lineId, decision: 'other', pence: more, why };
    if (await wasTaken(ctx, claim, { key, step: 'top-up', isSame: isTheseActs([act]) }))
      return keptBefore(ctx, claim);
    await checkStep(ctx, claim, { step: 'top-up', in: ['asked', 'decided', 'paid'], version });
    const line = inPlaces(await lines.listOfClaim(ctx, id)).find((one) => one.id === lineId);
    if (line?.decidedPence == null)
      throw decidingErrors.error('claim.nothing-to-top-up', { reference });
    if (more <= 0) throw decidingErrors.error('claim.other-amount', { place: line.place });
    const amount = pence(line.decidedPence + more);
    checkNotAboveAsked(line, amount);
    await checkAsSigned(ctx, claim, [line], 'decided');

    await decisions.insertDecision(ctx, {
      claim_id: id,
      line_id: lineId,
      step: 'top-up',
      decision: 'other',
      pence: more,
      why,
      key,
      userId: stepTaker(ctx),
      on: todayOf(ctx),
    });
    await lines.update(ctx, lineId, {
      state: 'other',
      decided_pence: amount,
      decision_why: why,
    });
    await holdCaps(ctx, line, amount);
    const after = await lines.listOfClaim(ctx, id);
    const total = decidedTotal(after);
    const needsSecond = await secondNeeded(ctx, claim, total);
    const state = stateAfter({ lines: after, paidPence: claim.paidPence, needsSecond });
    await saveStep(ctx, claim, {
      state,
      decided_pence: total,
      ...(state === 'decided' ? { decided_on: todayOf(ctx) } : {}),
    });
    return endStep(ctx, claim, {
      action: 'claim.topped-up',
      why,
      state,
      after: { line: line.place, more, total },
    });
  },
};

const listApproved = async (ctx: Ctx, id: string): Promise<readonly lines.StoredLine[]> =>
  (await lines.listOfClaim(ctx, id)).filter(({ decidedPence }) => (decidedPence ?? 0) > 0);

/** Takes back what the act before decided: all its lines wait again, and what was added to a line is taken off. */
async function takeBack(ctx: Ctx, id: string): Promise<void> {
  const known = await decisions.listKeyed(ctx, id);
  const sent = liveAmounts(known).at(-1);
  if (sent === undefined) return;
  const { lines: all, facts } = await getWhole(ctx, id);
  const ofAct = known.filter(({ key, step }) => key === sent.key && step === sent.step);
  for (const { lineId, pence: amount } of ofAct) {
    const line = all.find((one) => one.id === lineId);
    if (line === undefined) continue;
    if (sent.step === 'top-up') {
      const left = pence((line.decidedPence ?? 0) - (amount ?? 0));
      await lines.update(ctx, line.id, { decided_pence: left });
      await holdCaps(ctx, line, left);
    } else {
      await lines.update(ctx, line.id, { state: 'waiting', decided_pence: null, decision_why: '' });
      // It holds what it was signed for, as far as no other claim has used that up since.
      const left = await leftFor(ctx, facts, line.id);
      await holdCaps(ctx, line, left ?? line.payablePence ?? pence(0));
    }
  }
  // A cost that was refused made no double; one that waits again may.
  await renewNeighbours(ctx, id);
}
