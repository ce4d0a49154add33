import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import { needsRecognition } from '#db/groups/kinds.rules';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { enterDecision, moveTo } from './enter-decision.service.ts';
import { fillReturn, readRecognition } from './read-recognition.service.ts';
import type { recognitionContract } from './recognition-api.contract.ts';
import type { ReturnItem } from './recognition.contract.ts';
import { recognitionErrors } from './recognition.errors.ts';
import * as recognition from './recognition.repository.ts';
import { openReturn, putDecideTask } from './return-life.service.ts';
import * as returns from './returns.repository.ts';

/** What comes in for recognition: an application or the return of a year, line by line. */
export const returnsService: Pick<
  Handlers<typeof recognitionContract>,
  'startReturn' | 'setEvidence'
> = {
  async startReturn(ctx, { groupId, on }) {
    const group = await getGroup(ctx, groupId);
    if (!needsRecognition(group.kind))
      throw recognitionErrors.error('recognition.not-needed', { name: group.name });
    checkHasHappened(ctx, on);
    const open = await returns.findOpenReturn(ctx, groupId);
    if (open !== undefined)
      throw recognitionErrors.error('recognition.return-open', { openedOn: open.openedOn });
    const now = (await recognition.listPeriods(ctx, groupId))[0];
    const isFirst = now === undefined || now.until !== null || now.state === 'withdrawn';
    const returnId = await openReturn(ctx, groupId, {
      kind: isFirst || now.state === 'applied' ? 'first' : 'yearly',
      on,
      dueOn: null,
    });
    if (isFirst) {
      const applied = await enterDecision(ctx, groupId, {
        kind: 'applied',
        from: on,
        reason: 'The group applied.',
        decidedBy: nameOf(ctx),
        returnId,
      });
      await moveTo(ctx, groupId, { state: 'applied', from: on, decisionId: applied.id });
      return readRecognition(ctx, groupId);
    }
    await recordAudit(ctx, {
      action: 'recognition.return-begun',
      objectType: 'group',
      objectId: groupId,
      after: { on },
    });
    return readRecognition(ctx, groupId);
  },

  async setEvidence(ctx, { returnId, itemId, state, receivedOn, evidence }) {
    const stored = await returns.findReturn(ctx, returnId);
    if (stored === undefined || stored.closedOn !== null)
      throw recognitionErrors.error('recognition.no-return', { id: returnId });
    const before = (await fillReturn(ctx, stored)).items.find((item) => item.id === itemId);
    if (before === undefined) throw recognitionErrors.error('recognition.no-item', { id: itemId });
    const hasDay = state !== 'not-asked' && state !== 'not-met';
    if (hasDay && receivedOn === null) throw recognitionErrors.error('recognition.day-missing', {});
    if (receivedOn !== null) checkHasHappened(ctx, receivedOn);
    const after = { ...before, state, receivedOn: hasDay ? receivedOn : null, evidence };
    await returns.saveEvidence(ctx, returnId, {
      itemId,
      words: before.words,
      state,
      receivedOn: after.receivedOn,
      evidence,
      enteredBy: nameOf(ctx),
    });
    await putDecideTask(ctx, await fillReturn(ctx, stored));
    await recordAudit(ctx, {
      action: 'recognition.evidence-set',
      objectType: 'group',
      objectId: stored.groupId,
      before: evidenceFacts(stored.groupId, before),
      after: evidenceFacts(stored.groupId, after),
    });
    return readRecognition(ctx, stored.groupId);
  },
};

function checkHasHappened(ctx: Ctx, on: LocalDate): void {
  const today = todayOf(ctx);
  if (on > today) throw recognitionErrors.error('recognition.not-yet', { today });
}

/** What was seen is in words of the desk, which may tell of people, so it is sealed. */
const evidenceFacts = (groupId: GroupId, item: ReturnItem): AuditFacts => ({
  what: item.words,
  state: item.state,
  receivedOn: item.receivedOn ?? '',
  evidence: item.evidence === '' ? '' : personal(groupId, item.evidence),
});

const nameOf = (ctx: Ctx): string =>
  ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk';
