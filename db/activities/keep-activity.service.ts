import { type AuditFacts, recordAudit } from '#db/audit/record';
import { saveSearchEntry } from '#db/search/search.service';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { atTime, type LocalTime } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { ActivityId, ActivityKind, ActivityPage } from './activities.contract.ts';
import { activityErrors } from './activities.errors.ts';
import * as activities from './activities.repository.ts';
import { activityKinds, factWords, ledByWords, timeWords } from './activities.rules.ts';
import { maskActivity } from './mask-activity.rules.ts';
import * as register from './register.repository.ts';
import { totalsOf } from './register.rules.ts';

const START_OF_DAY = '00:00' as LocalTime;

/** One activity with everything but its register; refused when there is none of that id. */
export async function getStored(ctx: Ctx, id: string): Promise<activities.StoredActivity> {
  const found = await activities.findById(ctx, id);
  if (found === undefined) throw activityErrors.error('activity.not-found', { id });
  return found;
}

/** An activity as its page shows it to whoever asks. */
export async function showActivity(ctx: Ctx, id: ActivityId): Promise<ActivityPage> {
  const activity = await getStored(ctx, id);
  const lines = await register.listLines(ctx, id);
  return maskActivity({ ...activity, lines: [...lines], totals: totalsOf(lines) }, ctx.actor);
}

/** The kinds of activity of this council, as they stand today. */
export async function kindsOf(ctx: Ctx): Promise<readonly ActivityKind[]> {
  return activityKinds((await figuresOn(ctx, todayOf(ctx))).get('meetings.activityKinds'));
}

export function checkNotCancelled({ reference, isCancelled }: activities.StoredActivity): void {
  if (isCancelled) throw activityErrors.error('activity.cancelled', { reference });
}

type Act = { readonly action: string; readonly reason?: string };

/** What follows from every change of an activity: its line on the record, its place in the search. */
export async function keep(
  ctx: Ctx,
  id: ActivityId,
  act: Act,
  before?: activities.StoredActivity,
): Promise<ActivityPage> {
  const after = await getStored(ctx, id);
  await saveSearchEntry(ctx, {
    kind: 'activity',
    id,
    title: `${after.reference} ${after.title}`,
    // A booking may be moved without the activity hearing of it, so its day is not written down here.
    detail: after.booking === null ? `${after.kind}, ${formatDateNoWeekday(after.on)}` : after.kind,
    words: [after.reference, after.title, after.kind, ledByWords(after), after.venueWords],
    sortKey: atTime(after.on, after.startsAt ?? START_OF_DAY),
  });
  await recordAudit(ctx, {
    action: act.action,
    objectType: 'activity',
    objectId: id,
    reason: act.reason ?? '',
    ...(before === undefined ? {} : { before: facts(before) }),
    after: facts(after),
  });
  return showActivity(ctx, id);
}

/** What the record keeps of an activity; notes are written freely and stay out. */
const facts = (activity: activities.StoredActivity): AuditFacts => ({
  reference: activity.reference,
  title: activity.title,
  kind: activity.kind,
  ledBy: ledByWords(activity),
  on: activity.on,
  time: timeWords(activity),
  venue: activity.venueWords,
  booking: activity.booking?.reference ?? '',
  claimsGoBy: factWords(activity),
  isCancelled: activity.isCancelled,
  isRegisterComplete: activity.isSheetClosed,
});
