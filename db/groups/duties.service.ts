import { listClosuresRound } from '#db/calendar/opening.service';
import { isWorkingDay } from '#db/calendar/working-days.rules';
import { recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { putReminder, putTask, settleTasks, type NewTask } from '#db/tasks/tasks.service';
import * as duties from './duties.repository.ts';
import {
  dutyStanding,
  dutySteps,
  dutyTaskWords,
  type DutyStep,
  expiryTaskWords,
  stepOn,
} from './duties.rules.ts';
import * as parts from './group-parts.repository.ts';
import {
  type Duty,
  type DutyDates,
  DutyKind,
  type GroupDocument,
} from './group-record.contract.ts';
import type { GroupId } from './groups.contract.ts';
import { getGroup } from './groups.service.ts';

/** Holidays and closures this far round today matter to a reminder. */
const REACH_WORKING_DAYS = 200;

async function readWorkingDays(ctx: Ctx): Promise<(date: LocalDate) => boolean> {
  const inForce = await listClosuresRound(ctx, todayOf(ctx), REACH_WORKING_DAYS);
  return (date) => isWorkingDay(date, inForce);
}

/** Every date a group is held to, in the order of the page, with how each stands today. */
export async function readDuties(ctx: Ctx, id: GroupId): Promise<readonly Duty[]> {
  const dates = await duties.datesOf(ctx, id);
  const isWorking = await readWorkingDays(ctx);
  const today = todayOf(ctx);
  return DutyKind.options.map((kind) => {
    const { lastOn = null, nextDueOn = null } = dates.get(kind) ?? {};
    return { kind, lastOn, nextDueOn, standing: dutyStanding(nextDueOn, today, isWorking) };
  });
}

/** When a group last did what it owes and by when it is due again; neither where nothing was entered. */
export async function dutyDatesOf(ctx: Ctx, id: GroupId, kind: DutyKind): Promise<DutyDates> {
  return (await duties.datesOf(ctx, id)).get(kind) ?? { lastOn: null, nextDueOn: null };
}

/**
 * Sets when a group last did what it owes and by when it is due again, and moves its reminder with it. Modules that
 * receive what is owed call this too: the recognition return, the accounts of a claim.
 */
export async function setDutyDates(
  ctx: Ctx,
  id: GroupId,
  kind: DutyKind,
  dates: DutyDates,
): Promise<void> {
  const group = await getGroup(ctx, id);
  const before = (await duties.datesOf(ctx, id)).get(kind);
  await duties.save(ctx, id, kind, dates);
  const isWorking = await readWorkingDays(ctx);
  const step =
    dates.nextDueOn === null || !group.isActive
      ? undefined
      : stepOn(dutySteps(dates.nextDueOn, isWorking), todayOf(ctx));
  if (dates.nextDueOn === null || step === undefined) await settleTasks(ctx, dutyKey(id, kind));
  else
    await putTask(
      ctx,
      dutyTask({ groupId: id, groupName: group.name, kind, nextDueOn: dates.nextDueOn }, step),
    );
  await recordAudit(ctx, {
    action: 'group.date-set',
    objectType: 'group',
    objectId: id,
    ...(before === undefined ? {} : { before: dutyFacts(kind, before) }),
    after: dutyFacts(kind, dates),
  });
}

const dutyFacts = (kind: DutyKind, dates: DutyDates) => ({
  what: kind,
  lastOn: dates.lastOn ?? '',
  nextDueOn: dates.nextDueOn ?? '',
});

const dutyKey = (id: GroupId, kind: DutyKind) => ({
  kind: `groups.duty-${kind}`,
  objectType: 'group',
  objectId: id,
});

const dutyTask = (due: duties.DutyDue, step: DutyStep): NewTask => ({
  ...dutyKey(due.groupId, due.kind),
  words: dutyTaskWords(due.groupName, due.kind, due.nextDueOn, step.stage),
  path: `/groups/${due.groupId}`,
  role: null,
  dueOn: due.nextDueOn,
});

const expiryKey = (document: Pick<GroupDocument, 'id'>) => ({
  kind: 'groups.document-expires',
  objectType: 'group-document',
  objectId: document.id,
});

/** The reminder for one document that runs out, after it was entered, changed or replaced. */
export async function moveExpiryReminder(
  ctx: Ctx,
  document: GroupDocument,
  groupName: string,
): Promise<void> {
  const { expiresOn } = document;
  const step =
    expiresOn === null || document.replacedById !== null
      ? undefined
      : stepOn(dutySteps(expiresOn, await readWorkingDays(ctx)), todayOf(ctx));
  if (expiresOn === null || step === undefined) return settleTasks(ctx, expiryKey(document));
  await putTask(ctx, expiryTask({ ...document, expiresOn, groupName }, step));
}

export const forgetExpiryReminder = (ctx: Ctx, document: GroupDocument): Promise<void> =>
  settleTasks(ctx, expiryKey(document));

const expiryTask = (
  document: GroupDocument & { readonly expiresOn: LocalDate; readonly groupName: string },
  step: DutyStep,
): NewTask => ({
  ...expiryKey(document),
  words: expiryTaskWords(document.groupName, document.title, document.expiresOn, step.stage),
  path: `/groups/${document.groupId}`,
  role: null,
  dueOn: document.expiresOn,
});

/**
 * The daily round over everything groups owe and every document that runs out: puts on the list what has reached its
 * next rung. Says whether the list changed. A reminder that was done stays done until its next rung.
 */
export async function putDutyReminders(ctx: Ctx): Promise<boolean> {
  const isWorking = await readWorkingDays(ctx);
  const today = todayOf(ctx);
  let hasChanged = false;
  for (const due of await duties.listDue(ctx, null)) {
    const step = stepOn(dutySteps(due.nextDueOn, isWorking), today);
    if (step === undefined) continue;
    hasChanged = (await putReminder(ctx, dutyTask(due, step), step.from)) || hasChanged;
  }
  for (const document of await parts.listExpiring(ctx, null)) {
    const { expiresOn } = document;
    const step = expiresOn === null ? undefined : stepOn(dutySteps(expiresOn, isWorking), today);
    if (expiresOn === null || step === undefined) continue;
    const task = expiryTask({ ...document, expiresOn }, step);
    hasChanged = (await putReminder(ctx, task, step.from)) || hasChanged;
  }
  return hasChanged;
}

/** Takes every reminder about a group off the list, because it ended. */
export async function settleReminders(ctx: Ctx, id: GroupId): Promise<void> {
  for (const kind of DutyKind.options) await settleTasks(ctx, dutyKey(id, kind));
  for (const document of await parts.listDocuments(ctx, id))
    await settleTasks(ctx, expiryKey(document));
}

/** Puts them back after that was taken back, those done in between too. */
export async function restoreReminders(ctx: Ctx, id: GroupId): Promise<void> {
  const isWorking = await readWorkingDays(ctx);
  const today = todayOf(ctx);
  for (const due of await duties.listDue(ctx, id)) {
    const step = stepOn(dutySteps(due.nextDueOn, isWorking), today);
    if (step !== undefined) await putTask(ctx, dutyTask(due, step));
  }
  for (const { groupName, ...document } of await parts.listExpiring(ctx, id))
    await moveExpiryReminder(ctx, document, groupName);
}
