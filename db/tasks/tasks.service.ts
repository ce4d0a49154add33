import { recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Role } from '#db/shared/roles';
import type { Task, TaskId, tasksContract } from './tasks.contract.ts';
import { taskErrors } from './tasks.errors.ts';
import * as tasks from './tasks.repository.ts';
import { maskTask } from './tasks.rules.ts';

export const tasksService: Handlers<typeof tasksContract> = {
  async list(ctx, { withDone, limit }) {
    const found = await tasks.list(ctx, { withDone, limit, today: todayOf(ctx) });
    return {
      tasks: found.tasks.map((task) => maskTask(task, ctx.actor)),
      total: found.total,
    };
  },

  async confirmDone(ctx, { id, version }) {
    return setDone(ctx, { id, version, isDone: true });
  },

  async undoDone(ctx, { id, version }) {
    return setDone(ctx, { id, version, isDone: false });
  },
};

/** A task as a module puts it on the list. */
export type NewTask = {
  /** What kind, such as 'bookings.offer'. */
  readonly kind: string;
  readonly words: string;
  /** The screen that does it. */
  readonly path: string;
  readonly objectType: string;
  readonly objectId: string;
  /** Who can do it; null is anybody at the desk. */
  readonly role: Role | null;
  /** Last day on which it is in time; null when it only waits. */
  readonly dueOn: LocalDate | null;
};

/**
 * Puts something on the one list of what waits. There is one open task for a kind and a thing: put again, it takes
 * the new words and day. It leaves no audit entry of its own, because the act that put it there leaves one.
 */
export async function putTask(ctx: Ctx, wanted: NewTask): Promise<void> {
  const open = await tasks.findOpen(ctx, wanted);
  const part = {
    words: wanted.words,
    path: wanted.path,
    role: wanted.role,
    due_on: wanted.dueOn,
  };
  if (open !== undefined) return tasks.rewrite(ctx, open.id, part);
  await tasks.insert(ctx, {
    ...part,
    id: ctx.newId(),
    kind: wanted.kind,
    object_type: wanted.objectType,
    object_id: wanted.objectId,
    made_at: ctx.now(),
    done_at: null,
    done_by_user_id: null,
    version: 1,
  });
}

/**
 * Puts a reminder that comes back in steps: not again where it was done on or after the day this step began. Says
 * whether anything on the list changed.
 */
export async function putReminder(ctx: Ctx, wanted: NewTask, since: LocalDate): Promise<boolean> {
  const open = await tasks.findOpen(ctx, wanted);
  if (open?.words === wanted.words && open.due_on === wanted.dueOn) return false;
  if (open === undefined && (await tasks.wasDoneSince(ctx, wanted, since))) return false;
  await putTask(ctx, wanted);
  return true;
}

/** Takes off the list what an act has settled: all open tasks about a thing, or those of one kind. */
export async function settleTasks(
  ctx: Ctx,
  about: { readonly kind?: string; readonly objectType: string; readonly objectId: string },
): Promise<void> {
  await tasks.settle(ctx, about, { at: ctx.now(), userId: userIdOf(ctx.actor) });
}

async function setDone(
  ctx: Ctx,
  wanted: { readonly id: TaskId; readonly version: number; readonly isDone: boolean },
): Promise<Task> {
  const before = await getTask(ctx, wanted.id);
  const isWritten =
    // The same work put on the list again meanwhile stands there already.
    (wanted.isDone || (await tasks.findOpen(ctx, before)) === undefined) &&
    (await tasks.setDone(ctx, wanted.id, {
      doneAt: wanted.isDone ? ctx.now() : null,
      userId: wanted.isDone ? userIdOf(ctx.actor) : null,
      seenVersion: wanted.version,
    }));
  if (!isWritten) throw taskErrors.error('task.changed-by-someone-else', { words: before.words });
  await recordAudit(ctx, {
    action: wanted.isDone ? 'task.done' : 'task.put-back',
    objectType: 'task',
    objectId: wanted.id,
    after: { kind: before.kind, about: `${before.objectType} ${before.objectId}` },
  });
  return getTask(ctx, wanted.id);
}

async function getTask(ctx: Ctx, id: TaskId): Promise<Task> {
  const found = await tasks.findById(ctx, id, todayOf(ctx));
  if (found === undefined) throw taskErrors.error('task.not-found', { id });
  return found;
}
