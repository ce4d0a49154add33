import { foldForSearch } from '#db/shared/fold';
import type { LocalDate } from '#db/shared/local-date';
import type { EvidenceState, Item, ItemId, ReturnItem } from './recognition.contract.ts';

/** What a manager set about one line of the council's list. */
export type ItemRow = Item;

/**
 * The council's list as it is asked: words and order as the figure gives them, with what a manager set beside. A line
 * that nobody touched keeps the same id as long as its words stay, is asked both times, and only when it was amended
 * where its words say so (GRP-02).
 */
export function itemsInForce(
  kind: Item['kind'],
  words: readonly string[],
  rows: readonly ItemRow[],
): readonly Item[] {
  const known = new Map(
    rows.filter((row) => row.kind === kind).map((row) => [foldForSearch(row.words), row]),
  );
  return words.map((each) => {
    const folded = foldForSearch(each);
    return (
      known.get(folded) ?? {
        id: `${kind}:${folded}`.slice(0, 80) as ItemId,
        kind,
        words: each,
        asked: 'always',
        ifAmended: folded.includes('if amended'),
      }
    );
  });
}

/** Whether something is asked in a first application or in a yearly return. */
export const isAskedIn = (item: Item, kind: 'first' | 'yearly'): boolean =>
  item.asked === 'always' || item.asked === kind;

const SETTLED: readonly EvidenceState[] = ['have-it', 'accepted', 'not-amended'];

/** Whether a line is done: it came and nobody found fault with it. Having it counts before it was looked at. */
export const isIn = (item: Pick<ReturnItem, 'state'>): boolean => SETTLED.includes(item.state);

/** What is still to come, in its own words. */
export const missingIn = (items: readonly ReturnItem[]): string[] =>
  items.filter((item) => !isIn(item)).map((item) => item.words);

/** The day on which the last thing asked for came; null while something is missing, or nothing is asked. */
export function completeOn(items: readonly ReturnItem[]): LocalDate | null {
  if (items.length === 0 || items.some((item) => !isIn(item))) return null;
  return items.reduce<LocalDate | null>(
    (latest, { receivedOn }) =>
      receivedOn !== null && (latest === null || receivedOn > latest) ? receivedOn : latest,
    null,
  );
}
