// [browser-safe]
import type { ParameterValue } from '#db/settings/settings.contract';
import { compareText, type LocalDate } from '#db/shared/local-date';
import type { Condition, ConditionKind } from './conditions.contract.ts';

/** As much of a version as the rules look at. */
export type Version = Pick<Condition, 'kind' | 'number' | 'from' | 'mustAcknowledgeAgain'>;

/** The words of the two texts inside a sentence. */
export const CONDITION_WORDS: Readonly<Record<ConditionKind, string>> = {
  guidelines: 'the guidelines for rooms and equipment',
  fire: 'the fire procedure',
};

const PARAMETER_OF: Readonly<Record<ConditionKind, string>> = {
  guidelines: 'rooms.guidelinesBeforeUse',
  fire: 'rooms.fireProcedure',
};

/** The texts that the council asks for before use (BOOK-07, BOOK-08); a blank figure asks for nothing. */
export function kindsAskedFor(
  figures: ReadonlyMap<string, ParameterValue | null>,
): readonly ConditionKind[] {
  return (['guidelines', 'fire'] as const).filter(
    (kind) => figures.get(PARAMETER_OF[kind]) === true,
  );
}

/** Versions by the day from which they hold; of two from the same day, the one entered later comes later. */
function inOrder<V extends Version>(versions: readonly V[], kind: ConditionKind): readonly V[] {
  return versions
    .filter((version) => version.kind === kind)
    .toSorted((a, b) => compareText(a.from, b.from) || a.number - b.number);
}

/** The version that holds on a day; undefined while none was entered for it. */
export function findInForce<V extends Version>(
  versions: readonly V[],
  kind: ConditionKind,
  on: LocalDate,
): V | undefined {
  return inOrder(versions, kind).findLast((version) => version.from <= on);
}

/**
 * Whether having acknowledged the versions of `numbers` still counts on a day. One counts until a later version
 * holds that has to be acknowledged again.
 */
export function isStillAcknowledged(
  versions: readonly Version[],
  kind: ConditionKind,
  asked: { readonly numbers: readonly number[]; readonly on: LocalDate },
): boolean {
  const holding = inOrder(versions, kind);
  return asked.numbers.some((number) => {
    const place = holding.findIndex((version) => version.number === number);
    return (
      place >= 0 &&
      !holding
        .slice(place + 1)
        .some((later) => later.mustAcknowledgeAgain && later.from <= asked.on)
    );
  });
}
