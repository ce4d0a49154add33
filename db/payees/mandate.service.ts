import { type AuditFacts, personal, recordAudit } from '#db/audit/record';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import { MASKED } from '#db/people/people.rules';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { settleTasks } from '#db/tasks/tasks.service';
import type { Mandate, MandateDetails } from './mandate.contract.ts';
import * as mandates from './mandate.repository.ts';
import { findTwice, mandateLine, mandateWarnings, USUAL_TO_SIGN } from './mandate.rules.ts';
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
    await settleTasks(ctx, { kind: 'payees.mandate', objectType: 'group', objectId: groupId });
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
  return { ...found, warnings: mandateWarnings(found, todayOf(ctx), []) };
}

/** What goes with a post when its officer changes, in one line; nothing for a group without a mandate. */
export async function mandateLineOf(
  ctx: Ctx,
  groupId: GroupId,
  on: LocalDate,
): Promise<string | undefined> {
  const mandate = await mandates.find(ctx, groupId);
  return mandate === undefined ? undefined : mandateLine(mandate.signatories, on);
}

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
