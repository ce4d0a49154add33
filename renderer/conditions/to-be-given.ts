import type { Condition, ConditionKind } from '#db/conditions/conditions.contract';
import type { LocalDate } from '#db/shared/local-date';

/**
 * True when somebody who was given that version (0 for none) has to be given the text again today: a later version
 * that holds by now says so.
 */
export function isToBeGiven(
  texts: readonly Condition[],
  asked: { readonly kind: ConditionKind; readonly given: number; readonly today: LocalDate },
): boolean {
  return texts.some(
    (text) =>
      text.kind === asked.kind &&
      text.from <= asked.today &&
      text.number > asked.given &&
      (asked.given === 0 || text.mustAcknowledgeAgain),
  );
}
