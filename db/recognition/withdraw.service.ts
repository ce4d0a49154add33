import { getGroup } from '#db/groups/groups.service';
import type { RestrictionDetails, Scope, Subject } from '#db/restrictions/restrictions.contract';
import { appealWordsOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { settleTasks } from '#db/tasks/tasks.service';
import { enterDecision, moveTo } from './enter-decision.service.ts';
import { readRecognition } from './read-recognition.service.ts';
import type { recognitionContract } from './recognition-api.contract.ts';
import type { Taken } from './recognition.contract.ts';
import { recognitionErrors } from './recognition.errors.ts';
import * as recognition from './recognition.repository.ts';

/** Enters a restriction as if a manager had; introduced by `api.ts`. */
export type AddRestriction = (ctx: Ctx, wanted: RestrictionDetails) => Promise<unknown>;

/** What each part of a withdrawal takes away in the register of restrictions; recognition itself ends in its periods. */
const SCOPES: Readonly<Record<Exclude<Taken, 'recognition'>, Scope>> = {
  support: { kind: 'activity', activity: 'support from the council' },
  resources: { kind: 'all-facilities' },
  money: { kind: 'money' },
};

/** Withdraws recognition, support, resources or money for breaking the code of conduct (GRP-17). */
export function withdrawService(
  addRestriction: AddRestriction,
): Pick<Handlers<typeof recognitionContract>, 'withdraw'> {
  return {
    async withdraw(ctx, { groupId, ...wanted }) {
      const group = await getGroup(ctx, groupId);
      const now = (await recognition.listPeriods(ctx, groupId))[0];
      const taken = [...new Set(wanted.taken)];
      const takesRecognition = taken.includes('recognition');
      if (takesRecognition && (now?.until !== null || now.state === 'withdrawn'))
        throw recognitionErrors.error('recognition.not-withdrawable', { name: group.name });
      const appealWords = await appealWordsOf(ctx, wanted.appealWords);
      const decision = await enterDecision(ctx, groupId, {
        ...wanted,
        taken,
        appealWords,
        kind: 'withdrawn',
      });
      if (takesRecognition)
        await moveTo(ctx, groupId, {
          state: 'withdrawn',
          from: wanted.from,
          decisionId: decision.id,
        });
      const subject: Subject = { kind: 'group', groupId };
      for (const part of taken)
        if (part !== 'recognition')
          await addRestriction(ctx, {
            subject,
            scope: SCOPES[part],
            effect: 'bars',
            from: wanted.from,
            until: null,
            incidentOn: null,
            reason: wanted.reason,
            decidedBy: wanted.decidedBy,
            source: 'code-of-conduct',
            appealWords,
          });
      if (takesRecognition)
        await settleTasks(ctx, {
          kind: 'recognition.runs-out',
          objectType: 'group',
          objectId: groupId,
        });
      return readRecognition(ctx, groupId);
    },
  };
}
