import { listClosuresRound } from '#db/calendar/opening.service';
import { isWorkingDay } from '#db/calendar/working-days.rules';
import { type DutyStep, dutySteps, stepOn } from '#db/groups/duties.rules';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { type NewTask, putReminder, putTask, settleTasks } from '#db/tasks/tasks.service';
import type { AgreementLine } from './agreements.contract.ts';
import * as agreements from './agreements.repository.ts';
import { reviewTaskWords } from './agreements.rules.ts';

/** Holidays and closures this far round today matter to a reminder. */
const REACH_WORKING_DAYS = 200;

async function readWorkingDays(ctx: Ctx): Promise<(date: LocalDate) => boolean> {
  const inForce = await listClosuresRound(ctx, todayOf(ctx), REACH_WORKING_DAYS);
  return (date) => isWorkingDay(date, inForce);
}

const keyOf = ({ id }: Pick<AgreementLine, 'id'>) => ({
  kind: 'agreements.review',
  objectType: 'agreement',
  objectId: id,
});

type Reviewed = AgreementLine & { readonly reviewOn: LocalDate };

const taskOf = (agreement: Reviewed, step: DutyStep): NewTask => ({
  ...keyOf(agreement),
  words: reviewTaskWords(agreement, step.stage),
  path: `/agreements/${agreement.id}`,
  role: null,
  dueOn: agreement.reviewOn,
});

/** The reminder of one agreement after it changed: there while it is signed and its review comes near. */
export async function moveReviewReminder(ctx: Ctx, agreement: AgreementLine): Promise<void> {
  const { reviewOn, state } = agreement;
  const step =
    reviewOn === null || state !== 'signed'
      ? undefined
      : stepOn(dutySteps(reviewOn, await readWorkingDays(ctx)), todayOf(ctx));
  if (reviewOn === null || step === undefined) return settleTasks(ctx, keyOf(agreement));
  await putTask(ctx, taskOf({ ...agreement, reviewOn }, step));
}

/** The daily round over agreements that come up for review, on the same ladder as what groups owe. */
export async function putReviewReminders(ctx: Ctx): Promise<boolean> {
  const isWorking = await readWorkingDays(ctx);
  const today = todayOf(ctx);
  let hasChanged = false;
  for (const agreement of await agreements.listForReview(ctx)) {
    const { reviewOn } = agreement;
    const step = reviewOn === null ? undefined : stepOn(dutySteps(reviewOn, isWorking), today);
    if (reviewOn === null || step === undefined) continue;
    const task = taskOf({ ...agreement, reviewOn }, step);
    hasChanged = (await putReminder(ctx, task, step.from)) || hasChanged;
  }
  return hasChanged;
}
