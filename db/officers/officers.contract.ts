import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { PersonId } from '#db/people/people.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line, Name } from '#db/shared/text';

export const TermId = z.string().min(1).max(36).brand('TermId');
export type TermId = z.infer<typeof TermId>;

/** The posts that have a name of their own here; every other post bears the name that the group gives it. */
export const KnownPost = z.enum([
  'chair',
  'vice-chair',
  'secretary',
  'treasurer',
  'media-contact',
  'member',
]);
export type KnownPost = z.infer<typeof KnownPost>;

export const POST_WORDS: Readonly<Record<KnownPost, string>> = {
  chair: 'Chair',
  'vice-chair': 'Vice-chair',
  secretary: 'Secretary',
  treasurer: 'Treasurer',
  'media-contact': 'Media contact',
  member: 'Committee member',
};

/** A known post, or the group's own name for another one, such as 'Events organiser'. */
export const Post = Line.min(1, 'Enter the post.').max(60, 'Use 60 characters or fewer.');
export type Post = z.infer<typeof Post>;

/** How long somebody holds a post of a group: from the first day to the last, both included. */
export const Term = z.object({
  id: TermId,
  groupId: GroupId,
  groupName: z.string(),
  post: Post,
  personId: PersonId,
  personName: z.string(),
  from: LocalDate,
  /** Last day, included; null while no last day is known. */
  until: LocalDate.nullable(),
  isVoting: z.boolean(),
  /** Where it was decided: 'Annual general meeting, 1 July 2027'. */
  meetingThatDecided: z.string(),
  /** Whether the council asks an induction of this officer, and the day on which it was done (GRP-23). */
  needsInduction: z.boolean(),
  inductionDoneOn: LocalDate.nullable(),
  version: z.int(),
});
export type Term = z.infer<typeof Term>;

export const TermDetails = z
  .object({
    post: Post,
    personId: PersonId,
    from: LocalDate,
    until: LocalDate.nullable(),
    isVoting: z.boolean(),
    meetingThatDecided: Line.max(160, 'Use 160 characters or fewer.'),
  })
  .strict();
export type TermDetails = z.infer<typeof TermDetails>;

/** An officer as a group's page shows them: how to reach them only where they agreed that it is given to others (PPL-10). */
export const Officer = Term.extend({
  /** Null where the officer has not agreed in writing that the phone is given to others. */
  phone: z.string().nullable(),
  /** Whether the name may stand on papers and lists that others see. */
  mayName: z.boolean(),
});
export type Officer = z.infer<typeof Officer>;

/** A post that nobody holds on a day. */
export const Vacancy = z.object({
  post: Post,
  /** The first day without a holder; null where nobody ever held it. */
  since: LocalDate.nullable(),
  /** The day by which it should be filled; null while nobody has set one. */
  fillBy: LocalDate.nullable(),
});
export type Vacancy = z.infer<typeof Vacancy>;

/** In which capacity a person may act for a group on a day. */
export const Capacity = z.object({
  groupId: GroupId,
  groupName: z.string(),
  posts: z.array(Post),
});
export type Capacity = z.infer<typeof Capacity>;

export const HandOverId = z.string().min(1).max(36).brand('HandOverId');
export type HandOverId = z.infer<typeof HandOverId>;

/** One thing to pass on or to see to when an officer changes. It names no other person. */
export const HandOverLine = z.object({
  id: z.string(),
  words: z.string(),
  doneOn: LocalDate.nullable(),
});
export type HandOverLine = z.infer<typeof HandOverLine>;

/** What has to be passed on from one officer to the next. */
export const HandOver = z.object({
  id: HandOverId,
  groupId: GroupId,
  groupName: z.string(),
  post: Post,
  /** Null where nobody held the post before. */
  outgoing: z.object({ personId: PersonId, name: z.string() }).nullable(),
  /** Null while nobody follows. */
  incoming: z.object({ personId: PersonId, name: z.string() }).nullable(),
  /** First day of the new officer, or the first day without one. */
  on: LocalDate,
  lines: z.array(HandOverLine),
});
export type HandOver = z.infer<typeof HandOver>;

export const CommitteeId = z.string().min(1).max(36).brand('CommitteeId');
export type CommitteeId = z.infer<typeof CommitteeId>;

/** Who takes a post: somebody on record, or somebody new with name and phone. */
export const NewOfficer = z.union([
  z.object({ personId: PersonId }).strict(),
  z
    .object({
      name: Name.min(1, 'Enter the person’s name as they write it.').max(120),
      phone: Line.max(40, 'Use 40 characters or fewer.'),
    })
    .strict(),
]);
export type NewOfficer = z.infer<typeof NewOfficer>;

/** What a meeting decided about the posts of a group. */
export const NewCommittee = z
  .object({
    groupId: GroupId,
    meetingOn: LocalDate,
    /** First day of the new terms; null: the day of the meeting. */
    from: LocalDate.nullable().default(null),
    /** Which meeting: 'Annual general meeting'. */
    decidedAt: Line.min(1, 'Enter which meeting decided.').max(120),
    /** True: every term that runs on ends, also of posts that are not named. False: only those of the posts named, and of `leavingIds`. */
    isWhole: z.boolean().default(true),
    posts: z
      .array(z.object({ post: Post, who: NewOfficer, isVoting: z.boolean() }).strict())
      .max(60),
    /** Terms that end besides, such as a member's or one that nobody follows. */
    leavingIds: z.array(TermId).max(60).default([]),
  })
  .strict()
  .refine((typed) => typed.posts.length + typed.leavingIds.length > 0, {
    path: ['posts'],
    message: 'Enter who takes or leaves at least one post.',
  });
export type NewCommittee = z.infer<typeof NewCommittee>;

/** What one meeting changed, as it can be taken back in one piece. */
export const Committee = z.object({
  id: CommitteeId,
  groupId: GroupId,
  meetingThatDecided: z.string(),
  from: LocalDate,
  isTakenBack: z.boolean(),
  started: z.array(Term),
  ended: z.array(Term),
  handOvers: z.array(HandOver),
  /** What to look at: gaps, overlaps, no media contact, council staff with a vote. Nothing was refused for it. */
  warnings: z.array(z.string()),
});
export type Committee = z.infer<typeof Committee>;
