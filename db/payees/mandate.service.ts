import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import type { HandOverSource } from '#db/officers/hand-over-source';
import { officersOn } from '#db/officers/officers-on.service';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { joinWords } from '#db/shared/plain-words';
import { putReminder, settleTasks } from '#db/tasks/tasks.service';
import type { Mandate, MandateDetails } from './mandate.contract.ts';
import * as mandates from './mandate.repository.ts';
import {
  findTwice,
  isPostThatSigns,
  mandateLine,
  mandateWarnings,
  postsChanged,
  USUAL_TO_SIGN,
} from './mandate.rules.ts';
import type { payeesContract } from './payees-api.contract.ts';
import { payeeErrors } from './payees.errors.ts';

export const mandateService: Pick<Handlers<typeof payeesContract>, 'mandate' | 'changeMandate'> = {
  async mandate(ctx, { groupId }) {
    await getGroup(ctx, groupId);
    return mask(ctx, await readMandate(ctx, groupId));
  },

  async changeMandate(ctx, wanted) {
    const { groupId, version } = wanted;
    const group = await getGroup(ctx, groupId);
    const before = await readMandate(ctx, groupId);
    await checkMandate(ctx, wanted);
    if (!(await mandates.save(ctx, wanted, version)))
      throw payeeErrors.error('payee.mandate-changed-by-someone-else', { name: group.name });
    await settleTasks(ctx, taskOf(groupId));
    const after = await readMandate(ctx, groupId);
    await recordAudit(ctx, {
      action: 'payee.mandate-changed',
      objectType: 'group',
      objectId: groupId,
      before: facts(before),
      after: facts(after),
    });
    return after;
  },
};

/** A group's mandate with what to say about it today; of a group without one, an empty one. */
async function readMandate(ctx: Ctx, groupId: GroupId): Promise<Mandate> {
  const found = await mandates.find(ctx, groupId);
  if (found === undefined)
    return {
      groupId,
      toSign: USUAL_TO_SIGN,
      signatories: [],
      confirmedOn: null,
      warnings: [],
      version: 0,
    };
  const today = todayOf(ctx);
  return {
    ...found,
    warnings: mandateWarnings(found, today, await changedPosts(ctx, found, today)),
  };
}

/** Posts whose officers changed since a mandate was confirmed. */
const changedPosts = async (
  ctx: Ctx,
  { groupId, confirmedOn }: mandates.StoredMandate,
  today: LocalDate,
): Promise<readonly string[]> =>
  postsChanged(await officersOn(ctx, groupId, confirmedOn), await officersOn(ctx, groupId, today));

/** The line of the list that goes over when an officer who may sign changes. */
export const mandateHandOver: HandOverSource = {
  about: 'post',
  async lines(ctx, { groupId, post, on }) {
    const mandate = await mandates.find(ctx, groupId);
    return mandate === undefined || !isPostThatSigns(post)
      ? []
      : [mandateLine(mandate.signatories, on)];
  },
};

/**
 * The daily round over the mandates: where officers changed since one was confirmed, it is to be asked for again. Says
 * whether the list of what waits changed. Done once it stays done until the mandate is confirmed or changes again.
 */
export async function putMandateReminders(ctx: Ctx): Promise<boolean> {
  const today = todayOf(ctx);
  let hasChanged = false;
  for (const groupId of await mandates.listGroups(ctx)) {
    const mandate = await mandates.find(ctx, groupId);
    const changed = mandate === undefined ? [] : await changedPosts(ctx, mandate, today);
    if (mandate === undefined || changed.length === 0) continue;
    const { name } = await getGroup(ctx, groupId);
    const task = {
      ...taskOf(groupId),
      words: `${name}: the ${joinWords(changed)} changed. Ask whom its bank has on record as signatories, and enter who signs.`,
      path: `/groups/${encodeURIComponent(groupId)}`,
      role: null,
      dueOn: null,
    };
    hasChanged = (await putReminder(ctx, task, mandate.confirmedOn)) || hasChanged;
  }
  return hasChanged;
}

const taskOf = (groupId: GroupId) => ({
  kind: 'payees.mandate',
  objectType: 'group',
  objectId: groupId,
});

async function checkMandate(ctx: Ctx, wanted: MandateDetails): Promise<void> {
  const today = todayOf(ctx);
  if (wanted.confirmedOn > today) throw payeeErrors.error('payee.mandate-day-to-come', { today });
  const named: Mandate['signatories'] = [];
  for (const one of wanted.signatories) {
    const { name } = await getPerson(ctx, one.personId);
    if (one.until !== null && one.until < one.from)
      throw payeeErrors.error('payee.signatory-ends-before', { name });
    named.push({ ...one, name });
  }
  const twice = findTwice(named);
  if (twice !== undefined) throw payeeErrors.error('payee.signatory-twice', { name: twice.name });
}

/** Who signs is about people, so the auditor reads only how many. */
const mask = (ctx: Ctx, mandate: Mandate): Mandate =>
  isAuditor(ctx.actor)
    ? { ...mandate, signatories: mandate.signatories.map((one) => ({ ...one, name: MASKED })) }
    : mandate;

function facts(mandate: Mandate): AuditFacts {
  const { groupId } = mandate;
  return {
    toSign: mandate.toSign,
    confirmedOn: mandate.confirmedOn ?? '',
    signatories: personal(
      groupId,
      mandate.signatories
        .map(
          ({ name, from, until }) => `${name} from ${from}${until === null ? '' : ` to ${until}`}`,
        )
        .join(', '),
    ),
  };
}
