import { isAuditor } from '#db/shared/actor';
import type { LocalDate } from '#db/shared/local-date';
import type { Actor } from '#db/shared/ctx';
import { MASKED } from '#db/people/people.rules';
import type { Task } from './tasks.contract.ts';

/** A task is overdue from the day after its last day; one without a day only waits. */
export function isOverdue(dueOn: LocalDate | null, today: LocalDate): boolean {
  return dueOn !== null && dueOn < today;
}

/** The words of a task name people, whom the auditor does not read. */
export function maskTask(task: Task, actor: Actor): Task {
  return isAuditor(actor) ? { ...task, words: MASKED, doneBy: task.doneBy } : task;
}
