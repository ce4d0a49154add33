import { type AuditFacts, recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import {
  type Comparator,
  type GapGroup,
  type GapGroupDetails,
  type profilesContract,
  type Question,
  QuestionId,
} from './profiles.contract.ts';
import { profileErrors } from './profiles.errors.ts';
import * as profiles from './profiles.repository.ts';
import { changedChoices, NOT_ANSWERED, PREFER_NOT, startingQuestion } from './questions.rules.ts';

export const questionsService: Pick<
  Handlers<typeof profilesContract>,
  | 'questions'
  | 'changeQuestion'
  | 'setComparator'
  | 'comparators'
  | 'gapGroups'
  | 'addGapGroup'
  | 'changeGapGroup'
  | 'removeGapGroup'
> = {
  async questions(ctx) {
    return [...(await listAllQuestions(ctx))];
  },

  async changeQuestion(ctx, { id, version, ...wanted }) {
    const before = await getQuestion(ctx, id);
    const twice = wanted.choices.find((words, i) => wanted.choices.indexOf(words) !== i);
    if (twice !== undefined) throw profileErrors.error('profile.choice-twice', { choice: twice });
    const after: Question = {
      id,
      words: wanted.words,
      isAsked: wanted.isAsked,
      choices: changedChoices(before.choices, wanted.choices, ctx.newId),
      version: version + 1,
    };
    if (!(await profiles.saveQuestion(ctx, after, version)))
      throw profileErrors.error('profile.question-changed', { question: before.words });
    await recordAudit(ctx, {
      action: 'profile.question-changed',
      objectType: 'profile-question',
      objectId: id,
      before: questionFacts(before),
      after: questionFacts(after),
    });
    return after;
  },

  async setComparator(ctx, { questionId, choiceId, comparator }) {
    await checkChoices(ctx, questionId, [choiceId]);
    checkPast(ctx, comparator);
    const known = await profiles.listComparators(ctx);
    const before =
      known.find((one) => one.questionId === questionId && one.choiceId === choiceId)?.comparator ??
      null;
    await profiles.setComparator(ctx, { questionId, choiceId }, comparator);
    await recordAudit(ctx, {
      action: 'profile.comparator-entered',
      objectType: 'profile-question',
      objectId: questionId,
      before: { choiceId, ...comparatorFacts(before) },
      after: { choiceId, ...comparatorFacts(comparator) },
    });
    return { before };
  },

  async comparators(ctx) {
    return [...(await profiles.listComparators(ctx))];
  },

  async gapGroups(ctx) {
    return [...(await profiles.listGapGroups(ctx))];
  },

  async addGapGroup(ctx, wanted) {
    await checkGroup(ctx, wanted, null);
    const group: GapGroup = { ...wanted, id: ctx.newId(), version: 1 };
    await profiles.insertGapGroup(ctx, group);
    await recordGroup(ctx, 'profile.group-added', { after: group });
    return group;
  },

  async changeGapGroup(ctx, { id, version, ...wanted }) {
    const before = await getGapGroup(ctx, id);
    await checkGroup(ctx, wanted, id);
    const after: GapGroup = { ...wanted, id, version: version + 1 };
    if (!(await profiles.updateGapGroup(ctx, after, version)))
      throw profileErrors.error('profile.group-changed', { name: before.name });
    await recordGroup(ctx, 'profile.group-changed', { before, after });
    return after;
  },

  async removeGapGroup(ctx, { id, version }) {
    const before = await getGapGroup(ctx, id);
    if (!(await profiles.removeGapGroup(ctx, id, version)))
      throw profileErrors.error('profile.group-changed', { name: before.name });
    await recordGroup(ctx, 'profile.group-removed', { before });
    return before;
  },
};

/** All questions in the order of the form: as a manager has put them, else as a centre begins with them. */
export async function listAllQuestions(ctx: Ctx): Promise<readonly Question[]> {
  const changed = new Map((await profiles.listQuestions(ctx)).map((each) => [each.id, each]));
  return QuestionId.options.map((id) => changed.get(id) ?? startingQuestion(id));
}

async function getQuestion(ctx: Ctx, id: QuestionId): Promise<Question> {
  const found = (await profiles.listQuestions(ctx)).find((question) => question.id === id);
  return found ?? startingQuestion(id);
}

async function getGapGroup(ctx: Ctx, id: string): Promise<GapGroup> {
  const found = (await profiles.listGapGroups(ctx)).find((group) => group.id === id);
  if (found === undefined) throw profileErrors.error('profile.group-not-found', { id });
  return found;
}

async function checkChoices(
  ctx: Ctx,
  questionId: QuestionId,
  choiceIds: readonly string[],
): Promise<void> {
  const { choices } = await getQuestion(ctx, questionId);
  const known = [PREFER_NOT, NOT_ANSWERED, ...choices.map(({ id }) => id)];
  const stray = choiceIds.find((choiceId) => !known.includes(choiceId));
  if (stray !== undefined) throw profileErrors.error('profile.choice-unknown', { choiceId: stray });
}

/** An answer belongs to one group at most: from two sums that share an answer, small numbers could be reckoned. */
async function checkGroup(ctx: Ctx, wanted: GapGroupDetails, ownId: string | null): Promise<void> {
  await checkChoices(ctx, wanted.questionId, wanted.choiceIds);
  checkPast(ctx, wanted.comparator);
  const others = (await profiles.listGapGroups(ctx)).filter(
    ({ id, questionId }) => id !== ownId && questionId === wanted.questionId,
  );
  const { choices } = await getQuestion(ctx, wanted.questionId);
  for (const { name, choiceIds } of others) {
    const shared = wanted.choiceIds.find((choiceId) => choiceIds.includes(choiceId));
    if (shared !== undefined)
      throw profileErrors.error('profile.answer-in-two-groups', {
        choice: choices.find(({ id }) => id === shared)?.words ?? shared,
        group: name,
      });
  }
}

function checkPast(ctx: Ctx, comparator: Comparator | null): void {
  if (comparator !== null && comparator.asAt > todayOf(ctx))
    throw profileErrors.error('profile.source-to-come', {});
}

const questionFacts = (question: Question): AuditFacts => ({
  words: question.words,
  isAsked: question.isAsked,
  choices: question.choices.filter(({ isOffered }) => isOffered).map(({ words }) => words),
});

const comparatorFacts = (comparator: Comparator | null): AuditFacts => ({
  percent: comparator?.percent ?? '',
  asAt: comparator?.asAt ?? '',
  source: comparator?.source ?? '',
});

async function recordGroup(
  ctx: Ctx,
  action: string,
  of: { readonly before?: GapGroup; readonly after?: GapGroup },
): Promise<void> {
  const facts = (group: GapGroup): AuditFacts => ({
    name: group.name,
    question: group.questionId,
    choices: group.choiceIds,
    ...comparatorFacts(group.comparator),
  });
  await recordAudit(ctx, {
    action,
    objectType: 'profile-group',
    objectId: (of.after ?? of.before)?.id ?? '',
    ...(of.before === undefined ? {} : { before: facts(of.before) }),
    ...(of.after === undefined ? {} : { after: facts(of.after) }),
  });
}
