import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import { getGroup } from '#db/groups/groups.service';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { activitiesContract } from './activities-api.contract.ts';
import type {
  Activity,
  ActivityPage,
  RegisterDetails,
  RegisterLineId,
} from './activities.contract.ts';
import { activityErrors } from './activities.errors.ts';
import * as activities from './activities.repository.ts';
import { checkNotCancelled, getStored, keep, showActivity } from './keep-activity.service.ts';
import * as register from './register.repository.ts';
import { findBadLine, forWhomWords, tidyLine } from './register.rules.ts';

type RegisterVerb =
  | 'recordPerson'
  | 'changeLine'
  | 'removeLine'
  | 'restoreLine'
  | 'confirmRegister'
  | 'unlockRegister';

/** The register of an activity: who came and for whom. */
export const registerService: Pick<Handlers<typeof activitiesContract>, RegisterVerb> = {
  async recordPerson(ctx, { activityId, ...wanted }) {
    const activity = await getOpen(ctx, activityId);
    const line = await checkLine(ctx, activity, wanted);
    const there =
      line.personId === null
        ? undefined
        : await register.findLineOf(ctx, activityId, line.personId);
    if (there === undefined) {
      const id = ctx.newId() as RegisterLineId;
      await register.insert(ctx, activityId, { ...line, id });
      return keepLine(ctx, id, { action: 'register.person-added' });
    }
    const comesNow = there.standing !== 'came' && line.standing === 'came';
    if (!there.isTakenOff && !comesNow)
      throw activityErrors.error('register.on-already', { name: there.name });
    // What was known when they were expected stays where the door asked nothing new.
    const kept =
      there.isTakenOff || line.groupIds.length > 0
        ? line
        : { ...line, groupIds: there.groups.map(({ groupId }) => groupId) };
    return saveLine(ctx, there, { ...kept, version: there.version });
  },

  async changeLine(ctx, { id, version, ...wanted }) {
    const before = await getLine(ctx, id);
    const activity = await getOpen(ctx, before.activityId);
    const line = await checkLine(ctx, activity, wanted);
    if (line.personId !== null && line.personId !== before.personId) {
      const other = await register.findLineOf(ctx, activity.id, line.personId);
      if (other !== undefined)
        throw activityErrors.error('register.on-already', { name: other.name });
    }
    return saveLine(ctx, before, { ...line, version });
  },

  async removeLine(ctx, { id, version }) {
    const before = await getLine(ctx, id);
    await getOpen(ctx, before.activityId);
    if (!(await register.setTakenOff(ctx, { id, version }, true)))
      throw activityErrors.error('register.changed-by-someone-else', { name: before.name });
    return keepLine(ctx, id, { action: 'register.person-taken-off' });
  },

  async restoreLine(ctx, { id, version }) {
    const before = await getLine(ctx, id);
    await getOpen(ctx, before.activityId);
    if (!(await register.setTakenOff(ctx, { id, version }, false)))
      throw activityErrors.error('register.changed-by-someone-else', { name: before.name });
    return keepLine(ctx, id, { action: 'register.person-put-back' });
  },

  async confirmRegister(ctx, { id, version }) {
    const before = await getOpen(ctx, id);
    checkDayHasCome(ctx, before);
    const changed = { closed_at: ctx.now(), closed_by_user_id: userIdOf(ctx.actor) };
    if (!(await activities.update(ctx, { id, version }, changed)))
      throw activityErrors.error('activity.changed-by-someone-else', {
        reference: before.reference,
      });
    return keep(ctx, id, { action: 'register.completed' }, before);
  },

  async unlockRegister(ctx, { id, version, reason }) {
    const before = await getStored(ctx, id);
    if (!before.isSheetClosed)
      throw activityErrors.error('register.not-closed', { reference: before.reference });
    const changed = { closed_at: null, closed_by_user_id: null };
    if (!(await activities.update(ctx, { id, version }, changed)))
      throw activityErrors.error('activity.changed-by-someone-else', {
        reference: before.reference,
      });
    return keep(ctx, id, { action: 'register.opened-again', reason }, before);
  },
};

/** An activity whose register may be written in. */
async function getOpen(ctx: Ctx, id: string): Promise<activities.StoredActivity> {
  const activity = await getStored(ctx, id);
  checkNotCancelled(activity);
  if (activity.isSheetClosed)
    throw activityErrors.error('register.closed', { reference: activity.reference });
  return activity;
}

async function getLine(ctx: Ctx, id: RegisterLineId): Promise<register.StoredLine> {
  const found = await register.findLine(ctx, id);
  if (found === undefined) throw activityErrors.error('register.line-not-found', { id });
  return found;
}

/** Nobody has come to what is still to come. */
function checkDayHasCome(ctx: Ctx, { reference, on }: Pick<Activity, 'reference' | 'on'>): void {
  if (on > todayOf(ctx)) throw activityErrors.error('register.too-early', { reference, on });
}

/** A line as it may be kept, with whom it names; refused where something of it cannot be. */
async function checkLine(
  ctx: Ctx,
  activity: activities.StoredActivity,
  wanted: RegisterDetails,
): Promise<RegisterDetails> {
  const bad = findBadLine(wanted);
  if (bad === 'no-name') throw activityErrors.error('register.no-name', {});
  if (bad === 'left-before-arriving')
    throw activityErrors.error('register.left-before-arriving', {});
  if (wanted.standing === 'came') checkDayHasCome(ctx, activity);
  if (wanted.personId !== null) await getPerson(ctx, wanted.personId);
  for (const groupId of wanted.groupIds) await getGroup(ctx, groupId);
  return tidyLine(wanted);
}

async function saveLine(
  ctx: Ctx,
  before: register.StoredLine,
  { version, ...line }: RegisterDetails & { readonly version: number },
): Promise<ActivityPage> {
  if (!(await register.update(ctx, { id: before.id, version }, line)))
    throw activityErrors.error('register.changed-by-someone-else', { name: before.name });
  return keepLine(ctx, before.id, { action: 'register.line-changed', before });
}

async function keepLine(
  ctx: Ctx,
  id: RegisterLineId,
  { action, before }: { readonly action: string; readonly before?: register.StoredLine },
): Promise<ActivityPage> {
  const after = await getLine(ctx, id);
  await recordAudit(ctx, {
    action,
    objectType: 'activity',
    objectId: after.activityId,
    ...(before === undefined ? {} : { before: facts(before) }),
    after: facts(after),
  });
  return showActivity(ctx, after.activityId);
}

/** Names go under the seal of whom they name; a name alone goes under the seal of its line. */
const facts = (line: register.StoredLine): AuditFacts => ({
  who: personal(line.personId ?? line.id, line.name),
  forWhom: forWhomWords(line),
  standing: line.isTakenOff ? 'taken off' : line.standing,
  isFirstTime: line.isFirstTime,
  arrivedAt: line.arrivedAt,
  leftAt: line.leftAt,
  wantsToClaim: line.wantsToClaim,
});
