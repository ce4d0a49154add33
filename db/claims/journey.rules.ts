// [browser-safe]
import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import { foldForSearch } from '#db/shared/fold';
import type { LineWords } from './claims.contract.ts';

/** Kinds of cost that are a way from one place to another. */
export const JOURNEY_KINDS: readonly CostKind[] = [
  'car',
  'passenger',
  'motorcycle',
  'bicycle',
  'bus',
  'train',
  'taxi',
];

export const isJourney = (kind: CostKind): boolean => JOURNEY_KINDS.includes(kind);

/** Whether a way begins or ends at home, as it is entered for most: one person's home is not another's. */
export const isToOrFromHome = (line: Pick<LineWords, 'fromPlace' | 'toPlace'>): boolean =>
  [line.fromPlace, line.toPlace].some((place) => foldForSearch(place) === 'home');

/** By what the same journey is known again, however its places are spelt; empty for what is no journey. */
export function journeyKeyOf(
  line: Pick<LineWords, 'kind' | 'day' | 'fromPlace' | 'toPlace'>,
): string {
  const [from, to] = [foldForSearch(line.fromPlace), foldForSearch(line.toPlace)];
  if (!isJourney(line.kind) || from === '' || to === '') return '';
  return `${line.day}|${from}|${to}|${line.kind}`;
}
