import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import { instantOf, type LocalDate, startOfDay } from '#db/shared/local-date';
import type { Role } from '#db/shared/roles';
import type { Task, TaskId } from './tasks.contract.ts';
import { isOverdue } from './tasks.rules.ts';
import { type TaskRow, taskTable } from './tasks.table.ts';

type RowWithName = TaskRow & { readonly done_by: string | null };

const WITH_NAME = `
  SELECT t.*, u.display_name AS done_by FROM task t LEFT JOIN app_user u ON u.id = t.done_by_user_id`;

const toTask = (row: RowWithName, today: LocalDate): Task => ({
  id: row.id as TaskId,
  kind: row.kind,
  words: row.words,
  path: row.path,
  objectType: row.object_type,
  objectId: row.object_id,
  role: row.role as Role | null,
  dueOn: row.due_on as LocalDate | null,
  isOverdue: row.done_at === null && isOverdue(row.due_on as LocalDate | null, today),
  madeAt: row.made_at as Instant,
  doneAt: row.done_at as Instant | null,
  doneBy: row.done_by ?? '',
  version: row.version,
});

/** Tasks, the open ones first and the soonest due first of all; and how many there are. */
export async function list(
  ctx: Ctx,
  wanted: { readonly withDone: boolean; readonly limit: number; readonly today: LocalDate },
): Promise<{ readonly tasks: readonly Task[]; readonly total: number }> {
  const where = wanted.withDone ? '' : 'WHERE t.done_at IS NULL';
  const rows: readonly RowWithName[] = await ctx.tx.query(
    `${WITH_NAME} ${where}
     ORDER BY t.done_at IS NOT NULL, t.done_at DESC, t.due_on IS NULL, t.due_on, t.made_at, t.id LIMIT ?`,
    [wanted.limit],
  );
  const count: readonly { n: number }[] = await ctx.tx.query(
    `SELECT count(*) AS n FROM task t ${where}`,
  );
  return { tasks: rows.map((row) => toTask(row, wanted.today)), total: count[0]?.n ?? 0 };
}

export async function findById(ctx: Ctx, id: string, today: LocalDate): Promise<Task | undefined> {
  const rows: readonly RowWithName[] = await ctx.tx.query(`${WITH_NAME} WHERE t.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toTask(rows[0], today);
}

/** What names a task: one kind of work on one thing. */
export type TaskKey = {
  readonly kind: string;
  readonly objectType: string;
  readonly objectId: string;
};

export async function findOpen(ctx: Ctx, key: TaskKey): Promise<TaskRow | undefined> {
  const rows: readonly TaskRow[] = await ctx.tx.query(
    'SELECT * FROM task WHERE kind = ? AND object_type = ? AND object_id = ? AND done_at IS NULL',
    [key.kind, key.objectType, key.objectId],
  );
  return rows[0];
}

/** Whether work of this kind on this thing was done on a day or after it. */
export async function wasDoneSince(ctx: Ctx, key: TaskKey, since: LocalDate): Promise<boolean> {
  const rows: readonly unknown[] = await ctx.tx.query(
    'SELECT 1 FROM task WHERE kind = ? AND object_type = ? AND object_id = ? AND done_at >= ? LIMIT 1',
    [key.kind, key.objectType, key.objectId, instantOf(startOfDay(since))],
  );
  return rows.length > 0;
}

export async function insert(ctx: Ctx, row: TaskRow): Promise<void> {
  await ctx.tx.insert(taskTable, row);
}

/** New words, day, role and screen of an open task. */
export async function rewrite(
  ctx: Ctx,
  id: string,
  part: Pick<TaskRow, 'words' | 'path' | 'role' | 'due_on'>,
): Promise<void> {
  await ctx.tx.query(
    'UPDATE task SET words = ?, path = ?, role = ?, due_on = ?, version = version + 1 WHERE id = ?',
    [part.words, part.path, part.role, part.due_on, id],
  );
}

/** Ends every open task about one thing, or those of one kind; answers how many. */
export async function settle(
  ctx: Ctx,
  about: {
    readonly kind?: string | undefined;
    readonly objectType: string;
    readonly objectId: string;
  },
  by: { readonly at: Instant; readonly userId: string | null },
): Promise<number> {
  const settled: readonly unknown[] = await ctx.tx.query(
    `UPDATE task SET done_at = ?, done_by_user_id = ?, version = version + 1
     WHERE object_type = ? AND object_id = ? AND done_at IS NULL AND (? IS NULL OR kind = ?) RETURNING id`,
    [by.at, by.userId, about.objectType, about.objectId, about.kind ?? null, about.kind ?? null],
  );
  return settled.length;
}

/** Marks one task done or open again if it is still at `seenVersion`; false when someone else was quicker. */
export async function setDone(
  ctx: Ctx,
  id: string,
  part: {
    readonly doneAt: Instant | null;
    readonly userId: string | null;
    readonly seenVersion: number;
  },
): Promise<boolean> {
  const written: readonly unknown[] = await ctx.tx.query(
    `UPDATE task SET done_at = ?, done_by_user_id = ?, version = version + 1
     WHERE id = ? AND version = ? RETURNING id`,
    [part.doneAt, part.userId, id, part.seenVersion],
  );
  return written.length === 1;
}
