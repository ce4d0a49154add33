import { listClosuresRound } from '#db/calendar/opening.service';
import { isWorkingDay } from '#db/calendar/working-days.rules';
import { dutySteps, stepOn } from '#db/groups/duties.rules';
import { getGroup } from '#db/groups/groups.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import { putReminder } from '#db/tasks/tasks.service';
import { decide } from './decide.service.ts';
import { firstDayLate } from './periods.rules.ts';
import { fillReturn } from './read-recognition.service.ts';
import { lapsesByItself } from './recognition-rules.service.ts';
import * as recognition from './recognition.repository.ts';
import * as returns from './returns.repository.ts';

/** Holidays and closures this far round today matter to a reminder. */
const REACH_WORKING_DAYS = 200;

/**
 * The daily round over yearly returns: where papers are missing a manager is reminded before recognition runs out, on
 * the same ladder as everything else groups owe; once it has, recognition lapses by itself where the council says so,
 * from the first day that is late. What is all in never lapses for want of a decision. Says whether anything changed.
 */
export async function watchReturns(ctx: Ctx): Promise<boolean> {
  const today = todayOf(ctx);
  const byItself = await lapsesByItself(ctx);
  const closures = await listClosuresRound(ctx, today, REACH_WORKING_DAYS);
  let hasChanged = false;
  for (const waiting of await returns.listWaiting(ctx)) {
    const now = (await recognition.listPeriods(ctx, waiting.groupId))[0];
    if (now?.state !== 'recognised' || now.until !== null) continue;
    const { missing } = await fillReturn(ctx, waiting);
    if (missing.length === 0) continue;
    const { groupId, groupName, dueOn } = waiting;
    const late = firstDayLate(dueOn);
    if (byItself && late <= today && late > now.from) {
      await decide(ctx, await getGroup(ctx, groupId), {
        kind: 'lapsed',
        from: late,
        reason: `Not in by ${formatDateNoWeekday(dueOn)}: ${joinWords(missing)}.`,
        conditions: '',
        decidedBy: 'The council’s rule on late returns',
        nextDueOn: null,
      });
      hasChanged = true;
      continue;
    }
    const step = stepOn(
      dutySteps(dueOn, (date) => isWorkingDay(date, closures)),
      today,
    );
    if (step === undefined || step.stage === 'eight-weeks') continue;
    const day = formatDateNoWeekday(dueOn);
    const task = {
      kind: 'recognition.runs-out',
      objectType: 'group',
      objectId: groupId,
      words: `Recognition of ${groupName} ${dueOn < today ? 'ran' : 'runs'} out on ${day}. Still to come: ${joinWords(missing)}. ${
        byItself ? 'It lapses by itself after that day.' : 'Decide whether it lapses or goes on.'
      }`,
      path: `/groups/${groupId}`,
      role: 'manager',
      dueOn,
    } as const;
    hasChanged = (await putReminder(ctx, task, step.from)) || hasChanged;
  }
  return hasChanged;
}
