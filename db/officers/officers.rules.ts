import { foldForSearch } from '#db/shared/fold';
import type { GroupId, GroupKind } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { addDays, daysBetween, type LocalDate } from '#db/shared/local-date';
import { countOf, formatDateNoWeekday, joinWords } from '#db/shared/plain-words';
import { type Capacity, KnownPost, POST_WORDS, type Post, type Term } from './officers.contract.ts';

/** As much of a term as says who holds which post when. */
export type Held = Pick<Term, 'post' | 'personId' | 'from' | 'until'>;

const isKnown = (post: string): post is KnownPost => KnownPost.safeParse(post).success;

/** A post in the words of screens and papers. */
export const postWords = (post: Post): string => (isKnown(post) ? POST_WORDS[post] : post);

/** The post that somebody typed: 'vice chair' is the known one, anything else keeps the group's own name. */
export function parsePost(typed: string): Post {
  const plain = (text: string) => foldForSearch(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
  const wanted = plain(typed);
  return (
    KnownPost.options.find(
      (post) => plain(post) === wanted || plain(POST_WORDS[post]) === wanted,
    ) ?? typed
  );
}

/** Known posts in their usual order, then the group's own ones by name. */
export function comparePosts(a: Post, b: Post): number {
  const place = (post: Post) => (isKnown(post) ? KnownPost.options.indexOf(post) : MEMBER - 0.5);
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}
const MEMBER = KnownPost.options.indexOf('member');

/** Posts that one person holds at a time, so that a gap or an overlap is worth a word. */
export const isSinglePost = (post: Post): boolean =>
  post === 'chair' || post === 'vice-chair' || post === 'secretary' || post === 'treasurer';

/** Whether a term runs on a day; first and last day are included. */
export const isRunning = (term: Pick<Held, 'from' | 'until'>, on: LocalDate): boolean =>
  term.from <= on && (term.until === null || on <= term.until);

/** The terms that run on a day, in the order of the posts. */
export const officersOn = <T extends Held>(terms: readonly T[], on: LocalDate): readonly T[] =>
  terms
    .filter((term) => isRunning(term, on))
    .toSorted((a, b) => comparePosts(a.post, b.post) || (a.from < b.from ? -1 : 1));

/** Days on which a single post had nobody, or more than one holder. */
export type Finding = {
  readonly kind: 'gap' | 'overlap';
  readonly post: Post;
  readonly from: LocalDate;
  /** Last day, included; null where two terms run on together. */
  readonly until: LocalDate | null;
};

/**
 * Every gap between two terms of a single post and every stretch with two holders, in the order of their days. They
 * are said and never refused: a group may elect two chairs, or nobody for a month. A post without a holder after its
 * last term is vacant, which is not a gap.
 */
export function gapsAndOverlaps(terms: readonly Held[]): readonly Finding[] {
  const found: Finding[] = [];
  for (const [post, held] of Map.groupBy(terms, (term) => term.post)) {
    if (!isSinglePost(post)) continue;
    const inOrder = held.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
    let covered: LocalDate | null | undefined;
    for (const term of inOrder) {
      if (covered !== undefined) {
        if (covered === null || term.from <= covered)
          found.push({
            kind: 'overlap',
            post,
            from: term.from,
            until: earlier(covered, term.until),
          });
        else if (addDays(covered, 1) < term.from)
          found.push({
            kind: 'gap',
            post,
            from: addDays(covered, 1),
            until: addDays(term.from, -1),
          });
      }
      covered = covered === undefined ? term.until : later(covered, term.until);
    }
  }
  return found.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Two last days, where null is none. */
const earlier = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null ? b : b === null || a < b ? a : b;
const later = (a: LocalDate | null, b: LocalDate | null): LocalDate | null =>
  a === null || b === null ? null : a > b ? a : b;

/** A gap or an overlap in a sentence, with its days. */
export function findingWords({ kind, post, from, until }: Finding): string {
  const days =
    until === null
      ? `from ${formatDateNoWeekday(from)} on`
      : from === until
        ? `on ${formatDateNoWeekday(from)}`
        : `from ${formatDateNoWeekday(from)} to ${formatDateNoWeekday(until)}, ${countOf(daysBetween(from, until) + 1, 'day')}`;
  return kind === 'gap'
    ? `${postWords(post)}: nobody ${days}.`
    : `${postWords(post)}: more than one holder ${days}.`;
}

/**
 * The first day on which a further media contact would be one too many, and who are media contacts that day (GRP-08);
 * undefined where the council names no number or there is room. Terms that are over stay as history and clash with
 * nothing.
 */
export function findMediaContactClash<T extends Held>(
  others: readonly T[],
  allowed: number | null,
  wanted: Pick<Held, 'post' | 'from' | 'until'>,
): { readonly on: LocalDate; readonly holders: readonly T[] } | undefined {
  if (allowed === null || wanted.post !== 'media-contact') return undefined;
  const media = others.filter((term) => term.post === 'media-contact');
  const days = [wanted.from, ...media.map((term) => term.from)]
    .filter((day) => isRunning(wanted, day))
    .toSorted();
  for (const on of days) {
    const holders = media.filter((term) => isRunning(term, on));
    if (holders.length >= allowed) return { on, holders };
  }
  return undefined;
}

/** Posts that a committee of this kind is expected to fill; none where a group need not have a committee. */
export function expectedPosts(kind: GroupKind): readonly KnownPost[] {
  return kind === 'tra' || kind === 'tmo' || kind === 'federation'
    ? ['chair', 'secretary', 'treasurer']
    : [];
}

/** A post without a holder on a day, and the first day of that; null where nobody ever held it. */
export type Vacant = { readonly post: Post; readonly since: LocalDate | null };

/**
 * The posts that are vacant on a day: expected ones, and single ones that somebody held before. A group of which no
 * officer was ever entered has no vacancies, because nothing is known of it.
 */
export function vacanciesOn(
  terms: readonly Held[],
  on: LocalDate,
  expected: readonly Post[],
): readonly Vacant[] {
  if (terms.length === 0) return [];
  const begun = terms.filter((term) => term.from <= on);
  const posts = new Set([...expected, ...begun.map((term) => term.post).filter(isSinglePost)]);
  return [...posts]
    .filter((post) => !begun.some((term) => term.post === post && isRunning(term, on)))
    .toSorted(comparePosts)
    .map((post) => {
      const ends = begun.flatMap((term) => (term.post === post && term.until ? [term.until] : []));
      const last = ends.toSorted().at(-1);
      return { post, since: last === undefined ? null : addDays(last, 1) };
    });
}

/** Officers with a vote who work for the council; associations are run by and for residents (GRP-26). */
export const staffWithVote = <T extends Pick<Term, 'personId' | 'isVoting'>>(
  terms: readonly T[],
  staff: ReadonlySet<PersonId>,
): readonly T[] => terms.filter((term) => term.isVoting && staff.has(term.personId));

/** For which groups somebody may act on a day, and in which posts; one line for a group, however many posts. */
export function capacitiesOn(
  terms: readonly (Held & Pick<Term, 'groupId' | 'groupName'>)[],
  on: LocalDate,
): readonly Capacity[] {
  return [...Map.groupBy(officersOn(terms, on), (term) => term.groupId)].map(([groupId, held]) => ({
    groupId,
    groupName: held[0]?.groupName ?? '',
    posts: [...new Set(held.map((term) => term.post))],
  }));
}

/** 'treasurer and media contact of Cedar Estate TRA' */
export const capacityWords = ({ groupName, posts }: Capacity): string =>
  `${joinWords(posts.map((post) => (isKnown(post) ? postWords(post).toLowerCase() : post)))} of ${groupName}`;

/** 'Cedar Estate TRA (treasurer)': a line to choose from when somebody is asked for whom they act. */
export const choiceWords = ({ groupName, posts }: Capacity): string =>
  `${groupName} (${joinWords(posts.map((post) => (isKnown(post) ? postWords(post).toLowerCase() : post)))})`;

/**
 * How many people these terms or acts name, and how many memberships: a person in two groups is one person and two
 * memberships, and whoever acts for themself adds none.
 */
export function countPeopleAndMemberships(
  acting: Iterable<{ readonly personId: PersonId; readonly groupId: GroupId | null }>,
): { readonly people: number; readonly memberships: number } {
  const people = new Set<PersonId>();
  const memberships = new Set<string>();
  for (const { personId, groupId } of acting) {
    people.add(personId);
    if (groupId !== null) memberships.add(`${groupId} ${personId}`);
  }
  return { people: people.size, memberships: memberships.size };
}
