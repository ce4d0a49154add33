// [browser-safe]
import { joinWords } from '#db/shared/plain-words';
import { ACCESS_WORDS, type AccessFeature } from './facilities.contract.ts';

/**
 * What people need and a place is not known to have (BOOK-20). A place of which nobody has said anything lacks it too:
 * whoever books for a wheelchair user must ask before relying on it. It is a warning, never a refusal.
 */
export function missingAccess(
  needs: readonly AccessFeature[],
  features: readonly AccessFeature[],
): readonly AccessFeature[] {
  return needs.filter((need) => !features.includes(need));
}

/** The warning in words: 'Meeting Room is not known to have: lift and hearing loop'; undefined when nothing is missing. */
export function warnMissingAccess(
  place: string,
  needs: readonly AccessFeature[],
  features: readonly AccessFeature[],
): string | undefined {
  const missing = missingAccess(needs, features);
  if (missing.length === 0) return undefined;
  const words = missing.map((need) => ACCESS_WORDS[need].toLowerCase());
  return `${place} is not known to have: ${joinWords(words)}. Choose another place, or arrange it before the day.`;
}
