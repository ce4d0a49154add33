import { policyOn } from '#db/claim-policy/claim-policy.service';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { insertAnswer } from '../answers.repository.ts';
import { countOpenWarnings } from '../checks/warnings.rules.ts';
import type { Warning } from '../claims.contract.ts';
import type { StoredClaim } from '../claims.repository.ts';
import type { decidingContract } from '../deciding.contract.ts';
import * as decisions from '../decisions.repository.ts';
import * as lines from '../lines.repository.ts';
import { keptBefore } from '../filing/keep-claim.service.ts';
import { renewNeighbours } from '../filing/renew-doubts.service.ts';
import { getStored } from '../read-claim.service.ts';
import { checkAsSigned } from './as-signed.service.ts';
import { settleCaps } from './caps-left.service.ts';
import { type AnswerGiven, answersByApproving, type Judged, judgeLines } from './decide.rules.ts';
import { decidedTotal, needsSecondApprover, stateAfter } from './decided.rules.ts';
import { isEntererOf } from './hands.service.ts';
import {
  endStep,
  checkStep,
  isTheseActs,
  readForStep,
  saveStep,
  stepTaker,
  wasTaken,
} from './step.service.ts';

/** Every line that waits is decided in one act: what is good goes on to be paid, what is asked goes back. */
export const decideService: Pick<Handlers<typeof decidingContract>, 'decide'> = {
  async decide(ctx, { id, key, version, lines: wanted }) {
    const claim = await getStored(ctx, id);
    if (await wasTaken(ctx, claim, { key, step: 'approve', isSame: isTheseActs(wanted) }))
      return keptBefore(ctx, claim);
    await checkStep(ctx, claim, { step: 'approve', in: ['verified'], version });
    const { lines: before, facts, warnings } = await readForStep(ctx, id);
    const judged = judgeLines({ reference: claim.reference, lines: before }, wanted);
    const role = mustExist(
      ctx.actor.kind === 'user' ? ctx.actor.role : undefined,
      'only people signed in take steps',
    );
    const answers = answersByApproving(judged, warnings, role);
    const approved = new Set(judged.flatMap(({ line, pence }) => (pence === null ? [] : line.id)));
    const toApprove = before.filter((line) => approved.has(line.id));
    await checkAsSigned(ctx, claim, toApprove, 'waiting');

    await settleCaps(ctx, facts, judged);
    for (const one of judged) await keepDecision(ctx, claim, { one, key });
    for (const answer of answers)
      await insertAnswer(ctx, id, { ...answer, byUserId: stepTaker(ctx) });
    const after = await lines.listOfClaim(ctx, id);
    const total = decidedTotal(after);
    const needsSecond =
      judged.some(({ pence }) => pence !== null) && (await secondNeeded(ctx, claim, total));
    const state = stateAfter({ lines: after, paidPence: claim.paidPence, needsSecond });
    await saveStep(ctx, claim, {
      state,
      decided_pence: total,
      decided_on: state === 'decided' || state === 'paid' ? todayOf(ctx) : null,
      open_warnings: countOpenWarnings(withAnswers(warnings, answers)),
    });
    // What was refused may be claimed again, so that it is no double any more.
    if (judged.some(({ decision }) => decision === 'rejected')) await renewNeighbours(ctx, id);
    return endStep(ctx, claim, {
      action: 'claim.decided',
      why: judged
        .filter(({ why }) => why !== '')
        .map(({ line, why }) => `${line.place}: ${why}`)
        .join('\n'),
      state,
      after: {
        lines: judged.map(({ line, decision, pence }) =>
          pence === null ? `${line.place}: ${decision}` : `${line.place}: ${decision}, ${pence}p`,
        ),
        total,
        wentOnPast: answers.map(({ code }) => code),
      },
    });
  },
};

/** Whether the amounts decided so far need a second pair of eyes, by the limits of today. */
export async function secondNeeded(
  ctx: Ctx,
  claim: StoredClaim,
  totalPence: ReturnType<typeof decidedTotal>,
): Promise<boolean> {
  const { general } = await policyOn(ctx, todayOf(ctx));
  const verifier = await decisions.findVerifier(ctx, claim.id);
  return needsSecondApprover({
    totalPence,
    abovePence: general.secondApproverAbovePence,
    isVerifiedByEnterer: verifier !== undefined && (await isEntererOf(ctx, claim, verifier)),
  });
}

async function keepDecision(
  ctx: Ctx,
  claim: StoredClaim,
  { one, key }: { readonly one: Judged; readonly key: string },
): Promise<void> {
  const { line, decision, pence, why } = one;
  await decisions.insertDecision(ctx, {
    claim_id: claim.id,
    line_id: line.id,
    step: 'approve',
    decision,
    pence,
    why,
    key,
    userId: stepTaker(ctx),
    on: todayOf(ctx),
  });
  await lines.update(ctx, line.id, { state: decision, decided_pence: pence, decision_why: why });
}

const withAnswers = (
  warnings: readonly Warning[],
  answers: readonly AnswerGiven[],
): readonly Warning[] =>
  warnings.filter(
    (warning) =>
      !answers.some(
        (answer) =>
          answer.lineId === warning.lineId &&
          answer.code === warning.code &&
          answer.otherId === (warning.other?.otherId ?? ''),
      ),
  );
