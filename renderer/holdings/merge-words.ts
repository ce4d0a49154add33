import type { HeldCount, Merge, RecordKind } from '#db/holdings/holdings.contract';
import { joinWords } from '#db/shared/plain-words';
import { pathTo } from '../app/paths.ts';

/** 'Booking: 3' for each kind of thing, one after the other. */
export const countsWords = (counts: readonly HeldCount[]): string =>
  counts.map(({ words, count }) => `${capital(words)}: ${count}`).join(' · ');

const capital = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

/** What the message says after an undo: everything is back, or what stayed. */
export function undoneWords(merge: Merge): string {
  const names = `${merge.lostName} has a record of its own again`;
  return merge.left.length === 0
    ? `${names}.`
    : `${names}. What was changed since stays with ${merge.keptName}: ${joinWords(
        merge.left.map(({ words, count }) => `${words} (${count})`),
      )}.`;
}

export const pageOf = (kind: RecordKind, id: string): string =>
  kind === 'person' ? pathTo.person(id) : pathTo.group(id);

export const mergePathOf = (kind: RecordKind, keep: string): string =>
  kind === 'person' ? pathTo.mergePeople(keep) : pathTo.mergeGroups(keep);
