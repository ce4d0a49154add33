import { readDuties } from '#db/groups/duties.service';
import type { RecognitionLook, SheetSectionOf } from '#db/groups/group-hooks';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import { needsRecognition } from '#db/groups/kinds.rules';
import { STATE_WORDS } from '#db/groups/register-words.rules';
import { MASKED } from '#db/people/people.rules';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import { addMonths, type LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { stopOn } from './effects.rules.ts';
import { completeOn, isAskedIn, missingIn } from './items.rules.ts';
import { gapsIn, periodOn, stateOn } from './periods.rules.ts';
import { gapWords } from './recognition-words.rules.ts';
import { effectOn, listAsked, readEffects } from './recognition-rules.service.ts';
import {
  type Activity,
  Activity as ActivityEnum,
  type Decision,
  type Exception,
  type Item,
  type ItemId,
  type Period,
  type Recognition,
  type RecognitionReturn,
  type ReturnItem,
  type Stop,
} from './recognition.contract.ts';
import * as recognition from './recognition.repository.ts';
import * as returns from './returns.repository.ts';

/** How a group stands on a day: recognised, applied, lapsed, withdrawn, or none. */
export async function recognitionOn(ctx: Ctx, groupId: GroupId, on: LocalDate) {
  return stateOn(await recognition.listPeriods(ctx, groupId), on);
}

/** The state of every group that has one on a day; the registers of groups ask it. */
export const recognitionLook: RecognitionLook = async (ctx, on) =>
  new Map((await recognition.listPeriodsOn(ctx, on)).map((one) => [one.groupId, one.state]));

/**
 * Whether an activity is stopped for a group on a day because it is not recognised (GRP-01), with the reason in words.
 * The start-up grant is no activity of the list: a new group gets it without recognition. Never asked of individuals.
 */
export async function whatLapseStops(
  ctx: Ctx,
  groupId: GroupId,
  activity: Activity,
  on: LocalDate,
): Promise<Stop> {
  const effect = await effectOn(ctx, activity, on);
  if (effect === 'none') return { stops: false, rule: 'none', why: '' };
  const group = await getGroup(ctx, groupId);
  const exceptions = await recognition.listExceptions(ctx, groupId);
  return stopOn({
    name: group.name,
    isNeeded: needsRecognition(group.kind),
    effect,
    periods: await shownPeriods(ctx, groupId),
    exceptions: exceptions.filter((one) => one.activity === activity).map((one) => shown(ctx, one)),
    on,
  });
}

/** The same for many days, asked of what was read once: what is in force today stands for the council's own list. */
export async function readStops(
  ctx: Ctx,
  groupId: GroupId,
  activity: Activity,
): Promise<(on: LocalDate) => Stop> {
  const effect = await readEffects(ctx, activity);
  if (effect === undefined) return () => ({ stops: false, rule: 'none', why: '' });
  const group = await getGroup(ctx, groupId);
  const periods = await shownPeriods(ctx, groupId);
  const exceptions = (await recognition.listExceptions(ctx, groupId))
    .filter((one) => one.activity === activity)
    .map((one) => shown(ctx, one));
  const isNeeded = needsRecognition(group.kind);
  return (on) =>
    stopOn({ name: group.name, isNeeded, effect: effect(on), periods, exceptions, on });
}

/** What to say before a group is named as a party to a joint decision on a day (GRP-04); undefined when nothing is. */
export async function warnsAtJointDecision(
  ctx: Ctx,
  groupId: GroupId,
  on: LocalDate,
): Promise<string | undefined> {
  const { rule, stops, why } = await whatLapseStops(ctx, groupId, 'decision-making', on);
  return rule === 'warns' || stops ? why : undefined;
}

/** Everything about the recognition of one group, as the page of the group shows it. */
export async function readRecognition(ctx: Ctx, groupId: GroupId): Promise<Recognition> {
  const group = await getGroup(ctx, groupId);
  const today = todayOf(ctx);
  const isNeeded = needsRecognition(group.kind);
  const periods = await shownPeriods(ctx, groupId);
  const open = await returns.findOpenReturn(ctx, groupId);
  const nextDueOn = await dueOnOf(ctx, groupId);
  const decisions = await recognition.listDecisions(ctx, groupId);
  return {
    groupId,
    isNeeded,
    state: stateOn(periods, today),
    since: periodOn(periods, today)?.from ?? null,
    nextDueOn,
    proposedDueOn: await proposedDueOn(ctx, today),
    periods: [...periods],
    gaps: [...gapsIn(periods)],
    openReturn:
      open === undefined
        ? null
        : await fillReturn(ctx, open.kind === 'yearly' ? { ...open, dueOn: nextDueOn } : open),
    decisions: decisions.map((one) => shown(ctx, one)),
    activities: isNeeded ? await listActivities(ctx, groupId, today) : [],
    exceptions: (await recognition.listExceptions(ctx, groupId)).map((one) => shown(ctx, one)),
  };
}

async function listActivities(ctx: Ctx, groupId: GroupId, on: LocalDate) {
  const listed: Recognition['activities'] = [];
  for (const activity of ActivityEnum.options)
    if ((await effectOn(ctx, activity, on)) !== 'none')
      listed.push({ activity, ...(await whatLapseStops(ctx, groupId, activity, on)) });
  return listed;
}

/** By when the next return of a group is due; its own dates say the day. */
export async function dueOnOf(ctx: Ctx, groupId: GroupId): Promise<LocalDate | null> {
  const duty = (await readDuties(ctx, groupId)).find((one) => one.kind === 'recognition');
  return duty?.nextDueOn ?? null;
}

/** A year on, where the council's rule for the renewal speaks of a year (GRP-02). */
async function proposedDueOn(ctx: Ctx, from: LocalDate): Promise<LocalDate | null> {
  const renewal = (await figuresOn(ctx, from)).get('groups.renewal');
  return typeof renewal === 'string' && /year|annual/i.test(renewal) ? addMonths(from, 12) : null;
}

/** A return with every line that is asked in it: while it is open from the council's list, closed as it was. */
export async function fillReturn(
  ctx: Ctx,
  stored: returns.StoredReturn,
): Promise<RecognitionReturn> {
  const known = await returns.listEvidence(ctx, stored.id);
  const asked: readonly Item[] =
    stored.closedOn === null
      ? [...(await listAsked(ctx, 'criterion')), ...(await listAsked(ctx, 'paper'))].filter(
          (item) => isAskedIn(item, stored.kind),
        )
      : known.map((one) => itemOnRecord(one.itemId, one.words));
  const items = asked.map((item): ReturnItem => {
    const found = known.find((one) => one.itemId === item.id);
    return {
      ...item,
      state: found?.state ?? 'not-asked',
      receivedOn: found?.receivedOn ?? null,
      evidence: hiddenFrom(ctx, found?.evidence ?? ''),
      enteredBy: found?.enteredBy ?? '',
    };
  });
  return { ...stored, items, missing: missingIn(items), completeOn: completeOn(items) };
}

const itemOnRecord = (id: ItemId, words: string): Item => ({
  id,
  kind: id.startsWith('paper:') ? 'paper' : 'criterion',
  words,
  asked: 'always',
  ifAmended: false,
});

/** What other modules are told about papers for a grant (GRP-02): what is still to come for the return that is open. */
export async function papersOutstanding(ctx: Ctx, groupId: GroupId): Promise<readonly string[]> {
  const open = await returns.findOpenReturn(ctx, groupId);
  return open === undefined ? [] : (await fillReturn(ctx, open)).missing;
}

async function shownPeriods(ctx: Ctx, groupId: GroupId): Promise<readonly Period[]> {
  const periods = await recognition.listPeriods(ctx, groupId);
  return periods.map(({ decisionId: _, ...period }) => shown(ctx, period));
}

/** The auditor reads that something was decided, by whom and for how long, and not why or on what conditions. */
function shown<T extends Period | Decision | Exception>(ctx: Ctx, one: T): T {
  const reason = hiddenFrom(ctx, one.reason);
  return 'conditions' in one
    ? { ...one, reason, conditions: hiddenFrom(ctx, one.conditions) }
    : { ...one, reason };
}

/** What was written in words of one's own may tell of people: the auditor reads only that something was written. */
export const hiddenFrom = (ctx: Ctx, words: string): string =>
  words !== '' && isAuditor(ctx.actor) ? MASKED : words;

/** Recognition with its history on the record sheet of a group (DOC-17). */
export const recognitionSection: SheetSectionOf = async (ctx, group, on) => {
  if (!needsRecognition(group.kind)) return undefined;
  const periods = await shownPeriods(ctx, group.id);
  const gaps = gapsIn(periods);
  return {
    heading: 'Recognition',
    fields:
      gaps.length === 0
        ? []
        : [{ label: 'Not recognised between', value: gaps.map(gapWords).join('\n') }],
    table: {
      headings: ['State', 'From', 'Until', 'Why'],
      rows: periods.map((one) => [
        STATE_WORDS[one.state],
        formatDateNoWeekday(one.from),
        one.until === null ? '' : formatDateNoWeekday(one.until),
        one.reason,
      ]),
    },
    empty: `No recognition is on record on ${formatDateNoWeekday(on)}.`,
  };
};
