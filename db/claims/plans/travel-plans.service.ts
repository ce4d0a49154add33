import { personal, recordAudit } from '#db/audit/record';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { claimsContract } from '../claims-api.contract.ts';
import type { TravelPlan } from '../claims.contract.ts';
import * as plans from '../travel-plans.repository.ts';
import type { StoredPlan } from '../travel-plans.repository.ts';
import { travelPlanErrors } from './travel-plans.errors.ts';

type PlanVerb = 'travelPlans' | 'agreeTravelPlan' | 'endTravelPlan' | 'showTravelPlanReason';

/** How somebody travels by agreement: what was agreed is for the desk, why is for nobody who does not need it. */
export const travelPlansService: Pick<Handlers<typeof claimsContract>, PlanVerb> = {
  async travelPlans(ctx, { personId }) {
    return (await plans.listOf(ctx, personId)).map(shown);
  },

  async agreeTravelPlan(ctx, { personId, words, why, kinds, from, until }) {
    await getPerson(ctx, personId);
    if (until !== null && until < from)
      throw travelPlanErrors.error('plan.ends-before-it-starts', { from });
    const id = ctx.newId();
    await plans.insert(ctx, {
      id,
      person_id: personId,
      words,
      sealed_why: ctx.fieldKeys.seal(why, placeOf(id)),
      kinds_json: JSON.stringify(kinds),
      from_date: from,
      until_date: until,
      agreed_by_user_id: userIdOf(ctx.actor),
      agreed_on: todayOf(ctx),
      version: 1,
    });
    await recordAudit(ctx, {
      action: 'travel-plan.agreed',
      objectType: 'person',
      objectId: personId,
      after: { words: personal(personId, words), kinds, from, until: until ?? '' },
    });
    return shown(await getPlan(ctx, id));
  },

  async endTravelPlan(ctx, { id, until, version }) {
    const before = await getPlan(ctx, id);
    if (until < before.from)
      throw travelPlanErrors.error('plan.ends-before-it-starts', { from: before.from });
    if (!(await plans.end(ctx, { id, until, version })))
      throw travelPlanErrors.error('plan.changed-by-someone-else', { id });
    await recordAudit(ctx, {
      action: 'travel-plan.ended',
      objectType: 'person',
      objectId: before.personId,
      before: { until: before.until ?? '' },
      after: { words: personal(before.personId, before.words), until },
    });
    return shown(await getPlan(ctx, id));
  },

  async showTravelPlanReason(ctx, { id, why }) {
    const plan = await getPlan(ctx, id);
    const opened = ctx.fieldKeys.open(plan.sealedWhy, placeOf(id));
    if (opened === undefined) throw travelPlanErrors.error('plan.unreadable', { id });
    await recordAudit(ctx, {
      action: 'travel-plan.reason-read',
      objectType: 'person',
      objectId: plan.personId,
      reason: personal(plan.personId, why),
      after: { words: personal(plan.personId, plan.words) },
    });
    return { why: opened };
  },
};

/** Why a way of travelling was agreed, for the copy that the person themself asked for; empty where it cannot be read. */
export const reasonForTheirCopy = (
  ctx: Ctx,
  plan: { readonly id: string; readonly sealedWhy: string },
): string => ctx.fieldKeys.open(plan.sealedWhy, placeOf(plan.id)) ?? '';

/** The agreed ways of travelling of somebody on a day, without why; whoever looks at a taxi fare asks this. */
export async function travelPlansOn(
  ctx: Ctx,
  personId: PersonId,
  on: LocalDate,
): Promise<readonly TravelPlan[]> {
  return (await plans.listOf(ctx, personId)).filter((plan) => isInForce(plan, on)).map(shown);
}

/** From its first day to its last, both included; without a last day for as long as nobody ends it. */
export const isInForce = (plan: Pick<TravelPlan, 'from' | 'until'>, on: LocalDate): boolean =>
  plan.from <= on && (plan.until === null || on <= plan.until);

const placeOf = (id: string): string => `travel_plan ${id}`;

async function getPlan(ctx: Ctx, id: string): Promise<StoredPlan> {
  const found = await plans.findById(ctx, id);
  if (found === undefined) throw travelPlanErrors.error('plan.not-found', { id });
  return found;
}

const shown = ({ sealedWhy: _, ...plan }: StoredPlan): TravelPlan => plan;
