import { activitiesOfPerson, getActivity, listActivities } from '#db/activities/activities.service';
import type { Activity } from '#db/activities/activities.contract';
import { COST_KIND_WORDS, CostKind } from '#db/claim-policy/claim-policy.contract';
import { policyOn } from '#db/claim-policy/claim-policy.service';
import type { Party } from '#db/people/party.contract';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import type { claimsContract } from '../claims-api.contract.ts';
import type { ClaimLineId, Claimant, ClaimWords, LineWords } from '../claims.contract.ts';
import * as claims from '../claims.repository.ts';
import { isJourney } from '../journey.rules.ts';
import * as lines from '../lines.repository.ts';
import { travelPlansOn } from '../plans/travel-plans.service.ts';

/** How far back activities are offered where the council has no limit for claims. */
const OFFERED_DAYS = 365;
/** More activities than this are found by typing, not by reading down. */
const MOST_OTHERS = 60;
const MOST_JOURNEYS = 9;

export const choicesService: Pick<Handlers<typeof claimsContract>, 'choices' | 'repeatLast'> = {
  async choices(ctx, { claimant, isStaff }) {
    const today = todayOf(ctx);
    const policy = await policyOn(ctx, today);
    const days = {
      from: addDays(today, -(policy.general.timeLimitDays ?? OFFERED_DAYS)),
      until: today,
    };
    const attended = await attendedBy(ctx, claimant, days);
    const taken = new Set(attended.map(({ id }) => id));
    const others = (await listActivities(ctx, days)).filter(
      ({ id, isCancelled }) => !isCancelled && !taken.has(id),
    );
    const claimed = await lines.listClaimedFor(
      ctx,
      claimant,
      [...attended, ...others].map(({ id }) => id),
    );
    const isClaimed = ({ id }: Activity): boolean => claimed.has(id);
    const kind = claimant.kind === 'group' ? 'group' : isStaff ? 'staff' : 'person';
    const last = await claims.findLastFiled(ctx, claimant);
    return {
      attended: [...attended.filter((one) => !isClaimed(one)), ...attended.filter(isClaimed)],
      others: others.slice(0, MOST_OTHERS),
      claimedFor: [...attended, ...others].filter(isClaimed).map(({ id }) => id),
      kinds: CostKind.options.flatMap((each) => {
        const found = policy.kinds.get(each);
        return found?.allowedFor.includes(kind) === true
          ? [{ kind: each, words: COST_KIND_WORDS[each], ruleWords: found.sentence }]
          : [];
      }),
      lastJourneys: [...(await lines.listJourneys(ctx, claimant, MOST_JOURNEYS))],
      lastPayee: last?.payee ?? null,
      plans:
        claimant.kind === 'person' ? [...(await travelPlansOn(ctx, claimant.personId, today))] : [],
    };
  },

  async repeatLast(ctx, { claimant, id, activityId }) {
    const last = await claims.findLastFiled(ctx, claimant);
    if (last === undefined) return null;
    const today = todayOf(ctx);
    const activity = activityId === null ? null : await getActivity(ctx, activityId);
    const found = (await lines.listOfClaim(ctx, last.id)).filter(
      ({ kind, state }) => isJourney(kind) && state !== 'withdrawn' && state !== 'rejected',
    );
    return {
      id,
      claimant: claimantAs(claimant, last.claimant),
      filerPersonId: last.filerPersonId,
      filerGroupId: last.filerGroupId,
      payee: last.payee,
      method: last.method,
      batchId: null,
      receivedOn: today,
      notes: '',
      accessNeedMet: last.accessNeedMet,
      lines: found.map((line) => likeBefore(ctx, line, activity, today)),
      version: 0,
    } satisfies ClaimWords;
  },
};

/** The same journey again; what it cost and its receipts are asked for afresh. */
const likeBefore = (
  ctx: Ctx,
  line: LineWords,
  activity: Activity | null,
  today: LocalDate,
): LineWords => ({
  id: ctx.newId() as ClaimLineId,
  kind: line.kind,
  activityId: activity?.id ?? null,
  day: activity?.on ?? today,
  fromPlace: line.fromPlace,
  toPlace: line.toPlace,
  milesTenths: line.milesTenths,
  minutes: null,
  children: [],
  carer: '',
  claimedPence: null,
  reason: '',
  noReceiptWhy: '',
  preventedAttendance: false,
  overridePence: null,
  overrideWhy: '',
  receiptIds: [],
});

const claimantAs = (claimant: Party, before: Claimant): Claimant =>
  claimant.kind === 'person' && before.kind === 'staff'
    ? { kind: 'staff', personId: claimant.personId }
    : claimant;

/** Activities that a person came to, or that a group led: what they claim for first. */
async function attendedBy(
  ctx: Ctx,
  claimant: Party,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly Activity[]> {
  if (claimant.kind === 'person') {
    const found = await activitiesOfPerson(ctx, claimant.personId, days);
    return found
      .filter(({ standing, isCancelled }) => standing === 'came' && !isCancelled)
      .map(({ standing: _, wantsToClaim: _wants, groups: _groups, ...activity }) => activity);
  }
  return (await listActivities(ctx, days)).filter(
    ({ ledBy, isCancelled }) =>
      !isCancelled && ledBy.kind === 'group' && ledBy.groupId === claimant.groupId,
  );
}
