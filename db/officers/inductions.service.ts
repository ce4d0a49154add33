import { personal, recordAudit } from '#db/audit/record';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { putTask, settleTasks } from '#db/tasks/tasks.service';
import type { officersContract } from './officers-api.contract.ts';
import type { Term } from './officers.contract.ts';
import { officerErrors } from './officers.errors.ts';
import * as terms from './officers.repository.ts';
import { postWords } from './officers.rules.ts';
import { getTerm } from './officers-on.service.ts';

export const inductionsService: Pick<Handlers<typeof officersContract>, 'confirmInduction'> = {
  async confirmInduction(ctx, { id, on, version }) {
    const before = await getTerm(ctx, id);
    const person = before.personName;
    if (!before.needsInduction) throw officerErrors.error('officer.no-induction', { person });
    const today = todayOf(ctx);
    if (on !== null && on > today)
      throw officerErrors.error('officer.induction-to-come', { today });
    if (!(await terms.update(ctx, { ...before, inductionDoneOn: on }, version)))
      throw officerErrors.error('officer.changed-by-someone-else', { person });
    const after = await getTerm(ctx, id);
    await putInductionTask(ctx, after);
    await recordAudit(ctx, {
      action: on === null ? 'officers.induction-open' : 'officers.induction-done',
      objectType: 'group',
      objectId: after.groupId,
      after: { post: after.post, person: personal(after.personId, person), on: on ?? '' },
    });
    return after;
  },
};

/** What the council asks of a new officer, in its own words; empty where it asks nothing (GRP-23). */
export async function inductionRule(ctx: Ctx, on: LocalDate): Promise<string> {
  const value = (await figuresOn(ctx, on)).get('groups.officerInduction');
  return typeof value === 'string' ? value : '';
}

/** Puts the induction of a new officer on the list, or takes it off once it was done. */
export async function putInductionTask(ctx: Ctx, term: Term): Promise<void> {
  const key = { kind: 'officers.induction', objectType: 'officer-term', objectId: term.id };
  if (!term.needsInduction || term.inductionDoneOn !== null) return settleTasks(ctx, key);
  const rule = await inductionRule(ctx, term.from);
  await putTask(ctx, {
    ...key,
    words: `Induction for ${term.personName}, new ${postWords(term.post).toLowerCase()} of ${term.groupName}: ${rule}.`,
    path: `/groups/${term.groupId}`,
    role: null,
    dueOn: null,
  });
}

export const forgetInduction = (ctx: Ctx, term: Term): Promise<void> =>
  settleTasks(ctx, { kind: 'officers.induction', objectType: 'officer-term', objectId: term.id });
