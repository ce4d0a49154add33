import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { GroupId } from '#db/groups/groups.contract';
import { takeReference, todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import type { Decision, PeriodState, RecognitionDecisionId } from './recognition.contract.ts';
import { recognitionErrors } from './recognition.errors.ts';
import * as recognition from './recognition.repository.ts';

/** What an act enters of a decision; the rest is empty. */
type Entered = Pick<Decision, 'kind' | 'from' | 'reason' | 'decidedBy'> & Partial<Decision>;

/** Gives a decision its reference and writes it down, in the history of the group too. */
export async function enterDecision(
  ctx: Ctx,
  groupId: GroupId,
  entered: Entered,
): Promise<Decision> {
  const decision: Decision = {
    kind: entered.kind,
    from: entered.from,
    reason: entered.reason,
    decidedBy: entered.decidedBy,
    conditions: entered.conditions ?? '',
    outstanding: entered.outstanding ?? [],
    codeClauses: entered.codeClauses ?? '',
    taken: entered.taken ?? [],
    appealWords: entered.appealWords ?? '',
    returnId: entered.returnId ?? null,
    id: ctx.newId() as RecognitionDecisionId,
    groupId,
    reference: await takeReference(ctx, 'REC', Number(todayOf(ctx).slice(0, 4))),
    isTakenBack: false,
  };
  await recognition.insertDecision(ctx, decision);
  await recordAudit(ctx, {
    action: `recognition.${decision.kind}`,
    objectType: 'group',
    objectId: groupId,
    reason: decision.reason,
    after: decisionFacts(decision),
  });
  return decision;
}

/** Conditions are in words of one’s own, which may tell of people: sealed as the reason is. */
const decisionFacts = (decision: Decision): AuditFacts => ({
  reference: decision.reference,
  from: decision.from,
  decidedBy: decision.decidedBy,
  conditions: decision.conditions === '' ? '' : personal(decision.groupId, decision.conditions),
  outstanding: decision.outstanding,
  ...(decision.taken.length === 0
    ? {}
    : {
        taken: decision.taken,
        codeClauses: decision.codeClauses,
        appeal: decision.appealWords,
      }),
});

/** Ends what stands on the day before and begins the new state; an application decided on its own day leaves no period. */
export async function moveTo(
  ctx: Ctx,
  groupId: GroupId,
  wanted: {
    readonly state: PeriodState | null;
    readonly from: LocalDate;
    readonly decisionId: RecognitionDecisionId;
  },
): Promise<void> {
  const { state, from, decisionId } = wanted;
  const now = (await recognition.listPeriods(ctx, groupId))[0];
  if (now !== undefined) {
    const isSameDay = from === now.from && now.state === 'applied';
    const since = now.until ?? now.from;
    if (from <= since && !isSameDay)
      throw recognitionErrors.error('recognition.before-now', { since });
    if (isSameDay) await recognition.removePeriod(ctx, now.id);
    else if (now.until === null) await recognition.endPeriod(ctx, now.id, addDays(from, -1));
  }
  if (state !== null)
    await recognition.insertPeriod(ctx, {
      id: ctx.newId(),
      groupId,
      state,
      from,
      until: null,
      decisionId,
    });
}
