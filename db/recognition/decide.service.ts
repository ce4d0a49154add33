import { readDuties, setDutyDates } from '#db/groups/duties.service';
import type { Group } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import { needsRecognition } from '#db/groups/kinds.rules';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { joinWords } from '#db/shared/plain-words';
import { settleTasks } from '#db/tasks/tasks.service';
import { checkMay } from './decisions.rules.ts';
import { enterDecision, moveTo } from './enter-decision.service.ts';
import { fillReturn, readRecognition } from './read-recognition.service.ts';
import type { recognitionContract } from './recognition-api.contract.ts';
import type {
  Decision,
  DecisionDetails,
  DecisionKind,
  PeriodState,
  RecognitionReturn,
} from './recognition.contract.ts';
import { recognitionErrors } from './recognition.errors.ts';
import * as recognition from './recognition.repository.ts';
import { closeReturn, openReturn } from './return-life.service.ts';
import * as returns from './returns.repository.ts';

/** What a manager decides on recognition; a withdrawal has a service of its own. */
export const decideService: Pick<Handlers<typeof recognitionContract>, 'recordDecision'> = {
  async recordDecision(ctx, { groupId, ...wanted }) {
    const group = await getGroup(ctx, groupId);
    if (!needsRecognition(group.kind))
      throw recognitionErrors.error('recognition.not-needed', { name: group.name });
    await decide(ctx, group, wanted);
    return readRecognition(ctx, groupId);
  },
};

/** The state that a decision begins; null where it begins none. */
const BEGINS: Readonly<Record<DecisionDetails['kind'], PeriodState | null>> = {
  recognised: 'recognised',
  refused: null,
  continued: null,
  lapsed: 'lapsed',
  restored: 'recognised',
};

/** Enters a decision with the period it begins, closes the return it answers, and opens the next one. */
export async function decide(ctx: Ctx, group: Group, wanted: DecisionDetails): Promise<Decision> {
  const { kind, from, nextDueOn } = wanted;
  const now = (await recognition.listPeriods(ctx, group.id))[0];
  checkMay(group.name, kind, now?.until === null ? now.state : 'none');
  const open = await returns.findOpenReturn(ctx, group.id);
  const filled = open === undefined ? undefined : await fillReturn(ctx, open);
  const isYes = kind === 'recognised' || kind === 'continued' || kind === 'restored';
  if (isYes) checkPapers(filled, wanted);
  if (isYes && nextDueOn !== null && nextDueOn < from)
    throw recognitionErrors.error('recognition.due-before', { from });

  const decision = await enterDecision(ctx, group.id, {
    ...wanted,
    outstanding: filled?.missing ?? [],
    returnId: filled?.id ?? null,
  });
  if (kind !== 'continued')
    await moveTo(ctx, group.id, { state: BEGINS[kind], from, decisionId: decision.id });
  if (filled !== undefined && kind !== 'lapsed') await closeWithDue(ctx, filled);
  if (isYes) {
    await setDutyDates(ctx, group.id, 'recognition', { lastOn: from, nextDueOn });
    if (nextDueOn !== null)
      await openReturn(ctx, group.id, { kind: 'yearly', on: from, dueOn: nextDueOn });
  }
  await settleTasks(ctx, { kind: 'recognition.runs-out', objectType: 'group', objectId: group.id });
  return decision;
}

/** Papers count from the day they come: nobody is recognised from an earlier day, nor with papers missing but on conditions. */
function checkPapers(filled: RecognitionReturn | undefined, wanted: DecisionDetails): void {
  if (filled === undefined) return;
  if (filled.missing.length > 0) {
    if (wanted.conditions === '')
      throw recognitionErrors.error('recognition.outstanding', {
        missing: joinWords(filled.missing),
      });
    return;
  }
  const { completeOn } = filled;
  if (wanted.kind !== 'continued' && completeOn !== null && wanted.from < completeOn)
    throw recognitionErrors.error('recognition.before-papers', { completeOn });
}

/** Closes a return with the day by which it was due, as the dates of the group had it. */
async function closeWithDue(ctx: Ctx, filled: RecognitionReturn): Promise<void> {
  const duty = (await readDuties(ctx, filled.groupId)).find((one) => one.kind === 'recognition');
  if (filled.kind === 'yearly')
    await returns.setDue(ctx, filled.id, duty?.nextDueOn ?? filled.dueOn);
  await closeReturn(ctx, filled, todayOf(ctx));
}

/** Whether a decision closed the return that it answers. */
export const closesReturn = (kind: DecisionKind): boolean =>
  kind === 'recognised' || kind === 'refused' || kind === 'continued' || kind === 'restored';
