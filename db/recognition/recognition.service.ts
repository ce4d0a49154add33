import { recordAudit } from '#db/audit/record';
import { getGroup } from '#db/groups/groups.service';
import type { Handlers } from '#db/shared/contract';
import { decideService } from './decide.service.ts';
import { readRecognition, whatLapseStops } from './read-recognition.service.ts';
import type { recognitionContract } from './recognition-api.contract.ts';
import { recognitionPapers } from './papers/recognition-papers.service.ts';
import type { Exception } from './recognition.contract.ts';
import { standingTable } from './standing-table.service.ts';
import { recognitionErrors } from './recognition.errors.ts';
import * as recognition from './recognition.repository.ts';
import { recognitionRulesService } from './recognition-rules.service.ts';
import { returnsService } from './returns.service.ts';
import { undoDecisionService } from './undo-decision.service.ts';
import { type AddRestriction, withdrawService } from './withdraw.service.ts';

/** All that screens ask about recognition; what is withdrawn is entered as restrictions through the hook. */
export function recognitionService(
  addRestriction: AddRestriction,
): Handlers<typeof recognitionContract> {
  return {
    ...standingTable,

    async ofGroup(ctx, { groupId }) {
      return readRecognition(ctx, groupId);
    },

    async stops(ctx, { groupId, activity, on }) {
      return whatLapseStops(ctx, groupId, activity, on);
    },

    async addException(ctx, { groupId, ...wanted }) {
      await getGroup(ctx, groupId);
      if (wanted.until < wanted.from)
        throw recognitionErrors.error('recognition.exception-ends-before', { from: wanted.from });
      const exception: Exception = {
        ...wanted,
        id: ctx.newId(),
        groupId,
        decidedBy: ctx.actor.kind === 'user' ? ctx.actor.displayName : 'TRC Desk',
      };
      await recognition.insertException(ctx, exception);
      await recordAudit(ctx, {
        action: 'recognition.goes-on',
        objectType: 'group',
        objectId: groupId,
        reason: wanted.reason,
        after: { activity: wanted.activity, from: wanted.from, until: wanted.until },
      });
      return readRecognition(ctx, groupId);
    },

    ...recognitionRulesService,
    ...returnsService,
    ...decideService,
    ...withdrawService(addRestriction),
    ...undoDecisionService,
    ...recognitionPapers,
  };
}
