import { personal, recordAudit } from '#db/audit/record';
import { isWorkingDay } from '#db/calendar/working-days.rules';
import { listClosuresRound } from '#db/calendar/opening.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import type { copiesContract, CopyRequest, CopyRequestId } from '../copies.contract.ts';
import { erasureErrors } from '../erasures.errors.ts';
import * as requests from '../copy-requests.repository.ts';
import type { RecordKind } from '../holdings.contract.ts';
import { getRecord } from '../merge/merge-plan.service.ts';
import { dueOn } from './due.rules.ts';

type Verbs =
  | 'copyRequests'
  | 'askForCopy'
  | 'stopCopyClock'
  | 'startCopyClock'
  | 'settleCopyRequest';

const REQUESTS_SHOWN = 500;

export const copyRequestsService: Pick<Handlers<typeof copiesContract>, Verbs> = {
  async copyRequests(ctx) {
    const found: CopyRequest[] = [];
    for (const row of await requests.list(ctx, REQUESTS_SHOWN))
      found.push(await toRequest(ctx, row));
    return found;
  },

  async askForCopy(ctx, { kind, id, askedOn, how }) {
    await getRecord(ctx, kind, id);
    const today = todayOf(ctx);
    if (askedOn > today) throw dayWrong(askedOn, today);
    const requestId = ctx.newId();
    await requests.insert(ctx, {
      id: requestId,
      kind,
      record_id: id,
      asked_on: askedOn,
      how,
      due_on: await dueDay(ctx, askedOn, []),
      answered_on: null,
      answer: '',
      recorded_at: ctx.now(),
      recorded_by_user_id: userIdOf(ctx.actor),
      version: 1,
    });
    return note(ctx, requestId, { what: 'copy-asked-for', after: { askedOn } });
  },

  async stopCopyClock(ctx, { id, version, on, reason }) {
    const before = await getOpen(ctx, id);
    const last = before.stops.at(-1);
    if (last !== undefined && last.resumedOn === null)
      throw erasureErrors.error('copy.clock-stopped', { from: last.from });
    checkDay(on, last?.resumedOn ?? before.askedOn, todayOf(ctx));
    await save(ctx, before, version, { dueOn: before.dueOn });
    await requests.insertStop(ctx, {
      request_id: id,
      position: before.stops.length,
      from_date: on,
      reason,
      resumed_on: null,
    });
    return note(ctx, id, { what: 'copy-clock-stopped', after: { on }, reason });
  },

  async startCopyClock(ctx, { id, version, on }) {
    const before = await getOpen(ctx, id);
    const last = before.stops.at(-1);
    if (last === undefined || last.resumedOn !== null)
      throw erasureErrors.error('copy.clock-runs', {});
    checkDay(on, last.from, todayOf(ctx));
    await requests.endStop(ctx, { id, position: before.stops.length - 1, on });
    const stops = [...before.stops.slice(0, -1), { ...last, resumedOn: on }];
    await save(ctx, before, version, { dueOn: await dueDay(ctx, before.askedOn, stops) });
    return note(ctx, id, { what: 'copy-clock-started', after: { on } });
  },

  async settleCopyRequest(ctx, { id, version, on, answer }) {
    const before = await getOpen(ctx, id);
    checkDay(on, before.askedOn, todayOf(ctx));
    await save(ctx, before, version, { dueOn: before.dueOn, answeredOn: on, answer });
    return note(ctx, id, { what: 'copy-answered', after: { on }, reason: answer });
  },
};

async function dueDay(
  ctx: Ctx,
  askedOn: LocalDate,
  stops: CopyRequest['stops'],
): Promise<LocalDate> {
  const closures = await listClosuresRound(ctx, askedOn, 200);
  return dueOn(askedOn, stops, (date) => isWorkingDay(date, closures));
}

const dayWrong = (from: LocalDate, until: LocalDate) =>
  erasureErrors.error('copy.day-wrong', { from: from > until ? until : from, until });

function checkDay(on: LocalDate, from: LocalDate, today: LocalDate): void {
  if (on < from || on > today) throw dayWrong(from, today);
}

async function getOpen(ctx: Ctx, id: string): Promise<CopyRequest> {
  const request = await getRequest(ctx, id);
  if (request.answeredOn !== null)
    throw erasureErrors.error('copy.answered-before', { on: request.answeredOn });
  return request;
}

async function getRequest(ctx: Ctx, id: string): Promise<CopyRequest> {
  const row = await requests.findById(ctx, id);
  if (row === undefined) throw erasureErrors.error('copy.not-found', { id });
  return toRequest(ctx, row);
}

async function save(
  ctx: Ctx,
  before: CopyRequest,
  version: number,
  to: { readonly dueOn: LocalDate; readonly answeredOn?: LocalDate; readonly answer?: string },
): Promise<void> {
  const isSaved = await requests.update(ctx, before.id, version, {
    due_on: to.dueOn,
    answered_on: to.answeredOn ?? null,
    answer: to.answer ?? '',
  });
  if (!isSaved) throw erasureErrors.error('copy.changed-meanwhile', {});
}

/** The line in the history of whoever it is about, and the task on the list until it is answered. */
async function note(
  ctx: Ctx,
  id: string,
  act: {
    readonly what: string;
    readonly after: Readonly<Record<string, string>>;
    readonly reason?: string;
  },
): Promise<CopyRequest> {
  const request = await getRequest(ctx, id);
  await recordAudit(ctx, {
    action: `${request.kind}.${act.what}`,
    objectType: request.kind,
    objectId: request.recordId,
    reason: personal(request.recordId, act.reason ?? ''),
    after: { ...act.after, dueOn: request.dueOn },
  });
  const about = { kind: 'holdings.copy', objectType: 'copy-request', objectId: id };
  const isStopped = request.stops.at(-1)?.resumedOn === null;
  if (request.answeredOn !== null || isStopped) await settleTasks(ctx, about);
  else
    await putTask(ctx, {
      ...about,
      words: 'Answer a request for a copy of everything held',
      path: '/settings/records',
      role: 'manager',
      dueOn: request.dueOn,
    });
  return request;
}

async function toRequest(ctx: Ctx, row: requests.RequestWithName): Promise<CopyRequest> {
  const stops = await requests.listStops(ctx, row.id);
  const isStopped = stops.at(-1)?.resumed_on === null;
  return {
    id: row.id as CopyRequestId,
    kind: row.kind as RecordKind,
    recordId: row.record_id,
    name: row.name ?? '',
    askedOn: row.asked_on as LocalDate,
    how: row.how,
    dueOn: row.due_on as LocalDate,
    isLate: row.answered_on === null && !isStopped && row.due_on < todayOf(ctx),
    stops: stops.map((stop) => ({
      from: stop.from_date as LocalDate,
      reason: stop.reason,
      resumedOn: stop.resumed_on as LocalDate | null,
    })),
    answeredOn: row.answered_on as LocalDate | null,
    answer: row.answer,
    version: row.version,
  };
}
