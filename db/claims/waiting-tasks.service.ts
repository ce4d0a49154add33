import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { countOf, formatDayNear } from '#db/shared/plain-words';
import type { Role } from '#db/shared/roles';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import * as claims from './claims.repository.ts';
import { promisedBy } from './read-claim.service.ts';

/** What claims wait for, and who sees to it; whoever serves at the desk checks papers. */
const STEPS: readonly {
  readonly state: 'filed' | 'verified' | 'second';
  readonly one: string;
  readonly many: string;
  readonly role: Role | null;
}[] = [
  {
    state: 'filed',
    one: 'waits for its papers to be checked',
    many: 'wait for their papers to be checked',
    role: null,
  },
  { state: 'verified', one: 'waits for a decision', many: 'wait for a decision', role: 'finance' },
  {
    state: 'second',
    one: 'waits for a second approval',
    many: 'wait for a second approval',
    role: 'finance',
  },
];

/**
 * Brings the list of what waits up to date: one line for all claims that wait for the same step, due by the day that
 * was promised for the eldest. Every act that moves a claim calls it.
 */
export async function putWaitingTasks(ctx: Ctx): Promise<void> {
  const waiting = new Map((await claims.countWaiting(ctx)).map((one) => [one.state, one]));
  for (const { state, one, many, role } of STEPS) {
    const about = { kind: `claims.${state}`, objectType: 'claims', objectId: state };
    const found = waiting.get(state);
    if (found === undefined) {
      await settleTasks(ctx, about);
      continue;
    }
    const since = formatDayNear(found.since, todayOf(ctx));
    await putTask(ctx, {
      ...about,
      words:
        found.n === 1
          ? `A claim ${one}; it came in on ${since}.`
          : `${countOf(found.n, 'claim')} ${many}; the eldest came in on ${since}.`,
      path: `/claims?show=${state}`,
      role,
      dueOn: await promisedBy(ctx, { state, receivedOn: found.since }),
    });
  }
}
