import type { PersonId } from '#db/people/people.contract';
import type { Change } from './committee.rules.ts';
import type { Post } from './officers.contract.ts';

/** What always goes with a post; other lines come from what is on record. */
const WITH_THE_POST: Readonly<Record<string, readonly string[]>> = {
  chair: ['The files and passwords of the chair'],
  'vice-chair': ['The files and passwords of the vice-chair'],
  secretary: ['The minute book, the list of members and the group’s letters'],
  treasurer: [
    'The bank mandate: tell the bank who signs from now on, and take the old signature off',
    'The cash book, receipts, bank statements and cheque book',
  ],
  'media-contact': ['The passwords of the group’s website and social media'],
};

export const linesOfPost = (post: Post): readonly string[] => WITH_THE_POST[post] ?? [];

/** The place among these changes of the officer who keeps something of the group: the one named, else the first of all. */
export function placeOfKeeper(
  changes: readonly Pick<Change, 'post'>[],
  keptBy: 'treasurer' | 'secretary',
): number {
  const place = changes.findIndex((change) => change.post === keptBy);
  if (place !== -1) return place;
  // A member who leaves keeps nothing of the group.
  return changes.findIndex((change) => change.post !== 'member');
}

/** The place of the first change in which somebody goes, or comes: what they have is listed once. */
export const placeOfPerson = (
  changes: readonly Change[],
  side: 'outgoing' | 'incoming',
  personId: PersonId,
): number => changes.findIndex((change) => change[side] === personId);
