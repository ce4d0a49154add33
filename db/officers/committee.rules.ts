import type { PersonId } from '#db/people/people.contract';
import type { LocalDate } from '#db/shared/local-date';
import { formatDateNoWeekday } from '#db/shared/plain-words';
import type { Post, Term, TermId } from './officers.contract.ts';
import { comparePosts, type Held, isRunning } from './officers.rules.ts';

/** A post and the person who takes it. */
export type Taken = { readonly post: Post; readonly personId: PersonId };

/** The terms that a meeting ends: all that run on past its first day, or only those of the posts it filled. */
export function termsEnded<T extends Held & Pick<Term, 'id'>>(
  terms: readonly T[],
  wanted: {
    readonly from: LocalDate;
    readonly isWhole: boolean;
    readonly posts: readonly Post[];
    /** Terms that end besides. */
    readonly leavingIds: readonly TermId[];
  },
): readonly T[] {
  return terms.filter(
    (term) =>
      term.from < wanted.from &&
      isRunning(term, wanted.from) &&
      // A member who joins takes no other member's place.
      (wanted.isWhole ||
        wanted.leavingIds.includes(term.id) ||
        (term.post !== 'member' && wanted.posts.includes(term.post))),
  );
}

/** One change of officer: who goes, who comes. */
export type Change = {
  readonly post: Post;
  readonly outgoing: PersonId | null;
  readonly incoming: PersonId | null;
};

/**
 * Who hands over to whom, post by post. Whoever keeps a post hands nothing over. Where a post has several holders, the
 * first who goes hands over to the first who comes, and so on. Members have no post to hand over: those who go are
 * named, because they may hold a key, those who come are not.
 */
export function changesOf(ended: readonly Taken[], started: readonly Taken[]): readonly Change[] {
  const posts = [...new Set([...ended, ...started].map((one) => one.post))].toSorted(comparePosts);
  return posts.flatMap((post): Change[] => {
    const of = (taken: readonly Taken[]) =>
      taken.filter((one) => one.post === post).map((one) => one.personId);
    const stays = of(ended).filter((id) => of(started).includes(id));
    const outgoing = of(ended).filter((id) => !stays.includes(id));
    const incoming = of(started).filter((id) => !stays.includes(id));
    if (post === 'member') {
      const keepOffice = new Set(started.map((one) => one.personId));
      return outgoing
        .filter((id) => !keepOffice.has(id))
        .map((id) => ({ post, outgoing: id, incoming: null }));
    }
    return Array.from({ length: Math.max(outgoing.length, incoming.length) }, (_, place) => ({
      post,
      outgoing: outgoing[place] ?? null,
      incoming: incoming[place] ?? null,
    }));
  });
}

/** Whether somebody is a new officer of a group: no term of it began before theirs (GRP-23). */
export const isNewOfficer = (
  terms: readonly Held[],
  personId: PersonId,
  from: LocalDate,
): boolean => !terms.some((term) => term.personId === personId && term.from < from);

/** 'Annual general meeting, 1 July 2027' */
export const meetingWords = (decidedAt: string, meetingOn: LocalDate): string =>
  `${decidedAt}, ${formatDateNoWeekday(meetingOn)}`;
