import { recordAudit } from '#db/audit/record';
import type { Group, GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import { type NewTask, putReminder, putTask, settleTasks } from '#db/tasks/tasks.service';
import { MASKED } from '#db/people/people.rules';
import type { officersContract } from './officers-api.contract.ts';
import type { Post, Vacancy } from './officers.contract.ts';
import { officerErrors } from './officers.errors.ts';
import * as terms from './officers.repository.ts';
import { expectedPosts, isRunning, parsePost, postWords, vacanciesOn } from './officers.rules.ts';

export const vacanciesService: Pick<Handlers<typeof officersContract>, 'setVacancyDeadline'> = {
  async setVacancyDeadline(ctx, { groupId, fillBy, ...typed }) {
    const group = await getGroup(ctx, groupId);
    const post = parsePost(typed.post);
    const today = todayOf(ctx);
    const holder = (await terms.listOfGroup(ctx, groupId)).find(
      (term) => term.post === post && isRunning(term, today),
    );
    if (holder !== undefined)
      throw officerErrors.error('officer.not-vacant', {
        post: postWords(post),
        holder: isAuditor(ctx.actor) ? MASKED : holder.personName,
      });
    const before = (await terms.listDeadlines(ctx, groupId)).get(post);
    await terms.saveDeadline(ctx, groupId, post, fillBy);
    await putVacancyTasks(ctx, group, 'again');
    await recordAudit(ctx, {
      action: 'officers.vacancy-deadline-set',
      objectType: 'group',
      objectId: groupId,
      before: { post, fillBy: before ?? '' },
      after: { post, fillBy: fillBy ?? '' },
    });
    return [...(await listVacancies(ctx, group, today))];
  },
};

/** The posts of a group that nobody holds on a day, with the day by which each should be filled. */
export async function listVacancies(
  ctx: Ctx,
  group: Group,
  on: LocalDate,
): Promise<readonly Vacancy[]> {
  if (!group.isActive) return [];
  const deadlines = await terms.listDeadlines(ctx, group.id);
  const all = await terms.listOfGroup(ctx, group.id);
  const vacant = vacanciesOn(all, on, expectedPosts(group.kind));
  return vacant.map(({ post, since }) => {
    const fillBy = deadlines.get(post) ?? null;
    // A day set for an earlier vacancy of the post says nothing about this one.
    return {
      post,
      since,
      fillBy: since !== null && fillBy !== null && fillBy < since ? null : fillBy,
    };
  });
}

/**
 * Puts what is vacant today on the list and takes off what is filled: posts that somebody held before, and those with
 * a day by which they should be filled. `again` also puts back what somebody ticked off. Says whether the list changed.
 */
export async function putVacancyTasks(
  ctx: Ctx,
  group: Group,
  ticked: 'again' | 'stays-ticked',
): Promise<boolean> {
  const today = todayOf(ctx);
  const vacancies = (await listVacancies(ctx, group, today)).filter(
    (one) => one.since !== null || one.fillBy !== null,
  );
  const posts = new Set((await terms.listOfGroup(ctx, group.id)).map((term) => term.post));
  for (const post of posts)
    if (!vacancies.some((one) => one.post === post)) await settleTasks(ctx, keyOf(group.id, post));
  let hasChanged = false;
  for (const vacancy of vacancies) {
    const task = taskOf(group, vacancy);
    if (ticked === 'again') await putTask(ctx, task);
    else hasChanged = (await putReminder(ctx, task, vacancy.since ?? today)) || hasChanged;
  }
  return hasChanged;
}

const keyOf = (groupId: GroupId, post: Post) => ({
  kind: `officers.vacant-${post.slice(0, KIND_ROOM)}`,
  objectType: 'group',
  objectId: groupId,
});
/** So many characters of a post fit into the kind of a task. */
const KIND_ROOM = 24;

const taskOf = (group: Group, { post, since, fillBy }: Vacancy): NewTask => ({
  ...keyOf(group.id, post),
  words: `${group.name}: nobody is ${postWords(post).toLowerCase()}${
    since === null ? '' : ` since ${formatDateNoWeekday(since)}`
  }.${fillBy === null ? ' Ask by when it will be filled.' : ` To be filled by ${formatDateNoWeekday(fillBy)}.`}`,
  path: `/groups/${group.id}`,
  role: null,
  dueOn: fillBy,
});

/** The daily round: a post whose last day has passed is put on the list. */
export async function putVacancyReminders(ctx: Ctx): Promise<boolean> {
  let hasChanged = false;
  for (const groupId of await terms.listGroupsWithTerms(ctx)) {
    const group = await getGroup(ctx, groupId);
    hasChanged = (await putVacancyTasks(ctx, group, 'stays-ticked')) || hasChanged;
  }
  return hasChanged;
}
