import { z } from 'zod';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Instant } from '#db/shared/instant';
import { LocalDate } from '#db/shared/local-date';
import { Role } from '#db/shared/roles';

export const TaskId = z.string().min(1).max(36).brand('TaskId');
export type TaskId = z.infer<typeof TaskId>;

/** Something that waits for somebody: 'Ring Cedar Estate Forum: Thursday 17 June is free'. Every module writes here. */
export const Task = z.object({
  id: TaskId,
  /** What kind, such as 'bookings.offer'; one open task per kind and thing. */
  kind: z.string(),
  words: z.string(),
  /** The screen that does it, such as '/rooms/queue'. */
  path: z.string(),
  objectType: z.string(),
  objectId: z.string(),
  /** Who can do it; null is anybody at the desk. */
  role: Role.nullable(),
  /** Day by which; null when it only waits. */
  dueOn: LocalDate.nullable(),
  isOverdue: z.boolean(),
  madeAt: Instant,
  doneAt: Instant.nullable(),
  doneBy: z.string(),
  version: z.int(),
});
export type Task = z.infer<typeof Task>;

export const tasksContract = {
  list: procedure({
    summary: 'What waits for somebody, the soonest due first; done ones too when asked for.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({ withDone: z.boolean().default(false), limit: z.int().min(1).max(500).default(100) })
      .strict(),
    output: z.object({ tasks: z.array(Task), total: z.int() }),
  }),
  confirmDone: procedure({
    summary: 'Enters that a task is done.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['tasks'],
    input: z.object({ id: TaskId, version: z.int() }).strict(),
    output: Task,
  }),
  undoDone: procedure({
    summary: 'Puts a task back on the list.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['tasks'],
    input: z.object({ id: TaskId, version: z.int() }).strict(),
    output: Task,
  }),
};
