import { todayOf } from '#db/settings/settings.service';
import { isAuditor, userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addMonths } from '#db/shared/local-date';
import { PenceSum } from '#db/shared/money';
import { isOpenWarning } from '../checks/warnings.rules.ts';
import type { StoredClaim } from '../claims.repository.ts';
import type { decidingContract, MayStep, ToDecide } from '../deciding.contract.ts';
import * as decisions from '../decisions.repository.ts';
import * as queue from '../queue.repository.ts';
import { getWhole, showClaim } from '../read-claim.service.ts';
import { doubtsAboutPeople, mayStep, type Step } from './hands.service.ts';

/** A claim as its decider sees it: every rule already applied, every doubt in sight. */
export const toDecideService: Pick<Handlers<typeof decidingContract>, 'toDecide'> = {
  async toDecide(ctx, { id }) {
    const whole = await getWhole(ctx, id);
    const claim = await showClaim(ctx, whole);
    const holder = await queue.findHolder(ctx, id, { exceptUserId: userIdOf(ctx.actor) });
    return {
      claim,
      next: await nextStep(ctx, whole.stored),
      aboutPeople: isAuditor(ctx.actor) ? [] : await doubtsAboutPeople(ctx, whole.stored),
      openedBy: holder === undefined ? null : { name: holder.name, until: holder.until },
      lastYear: await readLastYear(ctx, whole.stored),
      isClean: !claim.warnings.some(isOpenWarning) && claim.payablePence !== null,
    };
  },
};

/** The step that a claim waits for, and whether this account may take it. */
async function nextStep(ctx: Ctx, claim: StoredClaim): Promise<MayStep> {
  const step = stepOf(claim);
  if (step !== undefined) return mayStep(ctx, claim, step);
  return { step: 'none', may: false, why: NOTHING_TO_DO[claim.state] ?? '' };
}

/** A claim that waits for nothing else may have something to pay. */
function stepOf(claim: StoredClaim): Step | undefined {
  switch (claim.state) {
    case 'filed':
      return 'verify';
    case 'verified':
      return 'approve';
    case 'second':
      return 'second';
    case 'asked':
    case 'decided':
      return (claim.decidedPence ?? 0) > claim.paidPence ? 'pay' : undefined;
    case 'draft':
    case 'to-sign':
    case 'paid':
    case 'withdrawn':
      return undefined;
  }
}

const NOTHING_TO_DO: Readonly<Partial<Record<StoredClaim['state'], string>>> = {
  draft: 'It is still being filled in.',
  'to-sign': 'It waits for the signed paper.',
  asked: 'It waits for the answer to a question.',
  decided: 'It was refused; nothing is to be paid.',
  paid: 'It is paid.',
  withdrawn: 'It was withdrawn.',
};

async function readLastYear(ctx: Ctx, { claimant }: StoredClaim): Promise<ToDecide['lastYear']> {
  const since = addMonths(todayOf(ctx), -12);
  const found =
    claimant.kind === 'group'
      ? await decisions.sumPaidSince(ctx, 'claimant_group_id', claimant.groupId, since)
      : await decisions.sumPaidSince(ctx, 'claimant_person_id', claimant.personId, since);
  return { claims: found.claims, pence: PenceSum.parse(found.pence) };
}
