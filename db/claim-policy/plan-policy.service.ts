import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import {
  CAP_UNIT_WORDS,
  type GeneralPolicy,
  type GeneralPolicyDetails,
  type KindPolicy,
  type KindPolicyDetails,
} from './claim-policy.contract.ts';
import { claimPolicyErrors } from './claim-policy.errors.ts';
import { mayReachBack, nextFrom, versionOn } from './policy-on.rules.ts';
import { generalChanges, isAwaited, kindChanges } from './policy-words.rules.ts';
import { readVersions } from './policy-versions.service.ts';
import { FROM_THE_START } from './starting-policies.rules.ts';

/** What a new version takes the place of on its first day, and what it changes in words. */
type Planned<Before> = { readonly before: Before; readonly changes: readonly string[] };

/** Checks a new policy for a kind of cost before it is entered, and says what it would change. */
export async function planKind(ctx: Ctx, details: KindPolicyDetails): Promise<Planned<KindPolicy>> {
  checkRate(details);
  checkCaps(details);
  const { kinds } = await readVersions(ctx);
  const versions = kinds.filter(({ kind }) => kind === details.kind);
  checkFirstDay(ctx, details.from, mayReachBack(versions, details.from, isAwaited));
  const before = mustExist(
    versionOn(versions, details.from),
    'what the council’s paper says reaches back to every day',
  );
  return planned(before, kindChanges(before, details), details.from, versions);
}

/** The same for the general limits. */
export async function planGeneral(
  ctx: Ctx,
  details: GeneralPolicyDetails,
): Promise<Planned<GeneralPolicy>> {
  const { general } = await readVersions(ctx);
  const isFirst = ({ from }: GeneralPolicy): boolean => from === FROM_THE_START;
  checkFirstDay(ctx, details.from, mayReachBack(general, details.from, isFirst));
  const before = mustExist(
    versionOn(general, details.from),
    'what the council’s paper says reaches back to every day',
  );
  return planned(before, generalChanges(before, details), details.from, general);
}

function planned<V extends { readonly from: LocalDate }>(
  before: V,
  changes: readonly string[],
  from: LocalDate,
  versions: readonly V[],
): Planned<V> {
  if (changes.length === 0) throw claimPolicyErrors.error('policy.nothing-changes', { from });
  const next = nextFrom(versions, from);
  return {
    before,
    changes:
      next === undefined
        ? changes
        : [
            ...changes,
            `From ${formatDateNoWeekday(next)} on, what was entered for that day takes its place.`,
          ],
  };
}

function checkFirstDay(ctx: Ctx, from: LocalDate, reachesBack: boolean): void {
  const today = todayOf(ctx);
  if (from < today && !reachesBack) throw claimPolicyErrors.error('policy.older-days', { today });
}

function checkRate({ basis, ratePence, isRateAwaited }: KindPolicyDetails): void {
  if (ratePence !== null && isRateAwaited)
    throw claimPolicyErrors.error('policy.rate-and-awaited', {});
  if (ratePence !== null && basis === 'actual')
    throw claimPolicyErrors.error('policy.rate-without-use', {});
  if (ratePence === null && !isRateAwaited && basis !== 'actual')
    throw claimPolicyErrors.error('policy.rate-missing', {
      per: basis === 'per-mile' ? 'mile' : 'hour',
    });
}

function checkCaps({ caps }: KindPolicyDetails): void {
  const twice = caps.find((cap, place) => caps.findIndex(({ per }) => per === cap.per) !== place);
  if (twice !== undefined)
    throw claimPolicyErrors.error('policy.same-limit-twice', {
      unit: CAP_UNIT_WORDS[twice.per],
    });
}
