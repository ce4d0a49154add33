import { recordAudit } from '#db/audit/record';
import { setDutyDates } from '#db/groups/duties.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays } from '#db/shared/local-date';
import { closesReturn } from './decide.service.ts';
import { fillReturn, readRecognition } from './read-recognition.service.ts';
import type { recognitionContract } from './recognition-api.contract.ts';
import type { Decision } from './recognition.contract.ts';
import { recognitionErrors } from './recognition.errors.ts';
import * as recognition from './recognition.repository.ts';
import { putDecideTask } from './return-life.service.ts';
import * as returns from './returns.repository.ts';

const GIVES_RECOGNITION: readonly Decision['kind'][] = ['recognised', 'continued', 'restored'];

/** Takes the latest decision back: its period goes, the one before goes on, and the return it closed is open again. */
export const undoDecisionService: Pick<Handlers<typeof recognitionContract>, 'undoDecision'> = {
  async undoDecision(ctx, { id }) {
    const decision = await recognition.findDecision(ctx, id);
    if (decision === undefined) throw recognitionErrors.error('recognition.no-decision', { id });
    const { reference, groupId, kind } = decision;
    if (kind !== 'applied' && ctx.actor.kind === 'user' && ctx.actor.role !== 'manager')
      throw recognitionErrors.error('recognition.manager-decided', { reference });
    const standing = (await recognition.listDecisions(ctx, groupId)).filter(
      (one) => !one.isTakenBack,
    );
    if (standing[0]?.id !== id || kind === 'withdrawn')
      throw recognitionErrors.error('recognition.not-latest', { reference });

    await recognition.markTakenBack(ctx, decision);
    await takeBackReturns(ctx, decision, standing.slice(1));
    await takeBackPeriod(ctx, decision, standing.slice(1));
    await recordAudit(ctx, {
      action: 'recognition.taken-back',
      objectType: 'group',
      objectId: groupId,
      before: { reference, kind, from: decision.from },
    });
    return readRecognition(ctx, groupId);
  },
};

async function takeBackPeriod(
  ctx: Ctx,
  decision: Decision,
  earlier: readonly Decision[],
): Promise<void> {
  const { groupId, from, kind } = decision;
  if (kind === 'continued') return;
  const periods = await recognition.listPeriods(ctx, groupId);
  const made = periods.find((one) => one.decisionId === decision.id);
  if (made !== undefined) await recognition.removePeriod(ctx, made.id);
  const before = periods.find((one) => one.decisionId !== decision.id);
  if (before?.until === addDays(from, -1)) return recognition.endPeriod(ctx, before.id, null);
  // An application that was decided on its own day had left no period.
  const applied = earlier[0];
  if (applied?.kind === 'applied' && applied.from === from)
    await recognition.insertPeriod(ctx, {
      id: ctx.newId(),
      groupId,
      state: 'applied',
      from,
      until: null,
      decisionId: applied.id,
    });
}

async function takeBackReturns(
  ctx: Ctx,
  decision: Decision,
  earlier: readonly Decision[],
): Promise<void> {
  const { groupId, kind, returnId, reference } = decision;
  const open = await returns.findOpenReturn(ctx, groupId);
  const isOpenedByIt = open !== undefined && (open.id !== returnId || kind === 'applied');
  if (isOpenedByIt && kind !== 'lapsed') {
    const evidence = await returns.listEvidence(ctx, open.id);
    if (evidence.some((one) => one.state !== 'not-asked'))
      throw recognitionErrors.error('recognition.not-latest', { reference });
    await returns.removeReturn(ctx, open.id);
  }
  const answered =
    returnId === null || !closesReturn(kind) ? undefined : await returns.findReturn(ctx, returnId);
  if (answered !== undefined) {
    await returns.closeReturn(ctx, answered.id, null);
    await putDecideTask(ctx, await fillReturn(ctx, { ...answered, closedOn: null }));
  }
  if (GIVES_RECOGNITION.includes(kind))
    await setDutyDates(ctx, groupId, 'recognition', {
      lastOn: earlier.find((one) => GIVES_RECOGNITION.includes(one.kind))?.from ?? null,
      nextDueOn: answered?.kind === 'yearly' ? answered.dueOn : null,
    });
}
