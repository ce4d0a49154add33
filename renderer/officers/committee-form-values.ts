import { z } from 'zod';
import type { GroupId } from '#db/groups/groups.contract';
import {
  KnownPost,
  NewCommittee,
  type Officer,
  Post,
  type TermId,
} from '#db/officers/officers.contract';
import type { LocalDate } from '#db/shared/local-date';
import { ChosenWho, choiceIdOf, personOf } from '../people/who.ts';

const fields = NewCommittee.shape;

const Row = z.object({
  /** The term that runs now; empty on a line that was added. */
  termId: z.string(),
  post: z.string(),
  who: ChosenWho,
  /** Who holds the post now, as the id of a choice, and the name. */
  heldBy: z.string(),
  heldByName: z.string(),
  isVoting: z.boolean(),
});
type Row = z.infer<typeof Row>;

/** The form of a new committee while it is typed; it comes out as the contract wants it, without the group. */
export const CommitteeFormSchema = z
  .object({
    scope: z.enum(['whole', 'some']),
    decidedAt: fields.decidedAt,
    meetingOn: fields.meetingOn,
    from: z.union([fields.meetingOn, z.literal('')]).nullable(),
    rows: z.array(Row),
  })
  .superRefine((typed, problem) => {
    for (const [place, row] of typed.rows.entries())
      if (row.who !== null && !Post.safeParse(row.post).success)
        problem.addIssue({
          code: 'custom',
          path: ['rows', place, 'post'],
          message: 'Enter the post.',
        });
    if (changedRows(typed.rows).length === 0 && typed.scope === 'some')
      problem.addIssue({
        code: 'custom',
        path: ['scope'],
        message: 'Nothing is changed yet. Enter who takes a post, or empty one that is left.',
      });
  })
  .transform(({ scope, rows, from, ...meeting }) => {
    const named = scope === 'whole' ? rows : changedRows(rows);
    return {
      ...meeting,
      from: from === '' ? null : from,
      isWhole: scope === 'whole',
      posts: named.flatMap(({ post, who, isVoting }) =>
        who === null ? [] : [{ post, who: { personId: personOf(who) }, isVoting }],
      ),
      // The whole committee ends by itself; of some posts, whoever is replaced or leaves is named.
      leavingIds:
        scope === 'whole'
          ? []
          : named.flatMap(({ termId }) => (termId === '' ? [] : [termId as TermId])),
    };
  });
export type CommitteeFormValues = z.input<typeof CommitteeFormSchema>;

const changedRows = (rows: readonly Row[]): readonly Row[] =>
  rows.filter((row) => (row.who?.id ?? '') !== row.heldBy);

/** A line for each of the usual posts and for every officer of today, each with who holds it now. */
export function newCommitteeValues(
  officers: readonly Pick<Officer, 'id' | 'post' | 'personId' | 'personName' | 'isVoting'>[],
  today: LocalDate,
): CommitteeFormValues {
  const usual = KnownPost.options.filter((post) => post !== 'member');
  const posts = [
    ...usual,
    ...officers.map((one) => one.post).filter((post) => !usual.some((known) => known === post)),
  ];
  return {
    scope: 'whole',
    decidedAt: 'Annual general meeting',
    meetingOn: today,
    from: null,
    rows: [...new Set(posts)].flatMap((post): Row[] => {
      const held = officers.filter((one) => one.post === post);
      return held.length === 0 ? [emptyRow(post)] : held.map(rowOf);
    }),
  };
}

/** A line without a holder; a media contact speaks for the group and need not have a vote. */
export const emptyRow = (post: string): Row => ({
  termId: '',
  post,
  who: null,
  heldBy: '',
  heldByName: '',
  isVoting: post !== 'media-contact',
});

function rowOf(one: Pick<Officer, 'id' | 'post' | 'personId' | 'personName' | 'isVoting'>): Row {
  const id = choiceIdOf({ kind: 'person', personId: one.personId });
  return {
    termId: one.id,
    post: one.post,
    who: { id, title: one.personName },
    heldBy: id,
    heldByName: one.personName,
    isVoting: one.isVoting,
  };
}

/** Where what was typed is kept while the form is closed. */
export const committeeDraftKey = (groupId: GroupId): string => `officers.committee.${groupId}`;
