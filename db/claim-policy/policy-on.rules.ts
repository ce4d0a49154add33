import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import { CostKind, type GeneralPolicy, type KindPolicy } from './claim-policy.contract.ts';
import { FROM_THE_START } from './starting-policies.rules.ts';
import type { Policy } from './pricing.contract.ts';

/** Every version there is, the one that holds first: latest first day, then entered last. */
export type Versions = {
  readonly kinds: readonly KindPolicy[];
  readonly general: readonly GeneralPolicy[];
};

/** The version that holds on a day; undefined before the first one. */
export function versionOn<V extends { readonly from: LocalDate }>(
  versions: readonly V[],
  day: LocalDate,
): V | undefined {
  return versions.find((version) => version.from <= day);
}

/** The first day on which a version after that day takes its place; undefined while none is entered. */
export function nextFrom(
  versions: readonly { readonly from: LocalDate }[],
  day: LocalDate,
): LocalDate | undefined {
  return versions.findLast((version) => version.from > day)?.from;
}

/** The policy of a day out of every version, the kinds in the order of CostKind. Throws a defect where the general limits do not reach back to it. */
export function policyAt(versions: Versions, on: LocalDate): Policy {
  // Nobody travelled before the first policy begins; a day from then, mistyped, is answered all the same.
  const day = on < FROM_THE_START ? FROM_THE_START : on;
  const kinds = new Map<CostKind, KindPolicy>();
  for (const kind of CostKind.options) {
    const found = versions.kinds.find((version) => version.kind === kind && version.from <= day);
    if (found !== undefined) kinds.set(kind, found);
  }
  const general = versionOn(versions.general, day);
  if (general === undefined) throw new RangeError(`No general limits hold on ${on}.`);
  return { on, kinds, general };
}

/** Under what a line was signed: the version that priced it, and the general limits that were entered by then. */
export type SignedUnder = {
  readonly day: LocalDate;
  readonly kind: CostKind;
  readonly policyVersion: string;
  readonly by: Instant;
};

/**
 * The policy of a line’s day as it stood when the line was signed: what is entered later for that same day changes
 * nothing for it. What the council’s paper says holds from the start, whenever it was written down.
 */
export function policyAsSigned(versions: Versions, signed: SignedUnder): Policy {
  const { day, kind, policyVersion, by } = signed;
  const general = versions.general.filter(
    (version) => version.enteredAt <= by || version.from === FROM_THE_START,
  );
  const policy = policyAt({ ...versions, general }, day);
  const pricedBy = versions.kinds.find(({ id }) => id === policyVersion);
  if (pricedBy === undefined) return policy;
  return { ...policy, kinds: new Map([...policy.kinds, [kind, pricedBy]]) };
}

/**
 * Whether a version may begin on a day that is over: only where it takes the place of one under which nothing could be paid or
 * limited yet, which it does until the next version begins. A rate that was awaited may so be filled in for journeys already
 * made; a policy by which somebody was paid may not be changed (EXP-05).
 */
export function mayReachBack<V extends { readonly from: LocalDate }>(
  versions: readonly V[],
  from: LocalDate,
  isOpen: (version: V) => boolean,
): boolean {
  const replaced = versionOn(versions, from);
  return replaced !== undefined && isOpen(replaced);
}
