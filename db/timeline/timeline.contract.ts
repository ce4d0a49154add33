import { z } from 'zod';
import { Party } from '#db/people/party.contract';
import { PersonId } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';

/** What sort of thing happened; one line may be chosen to see nothing else. */
export const TimelineKind = z.enum([
  'booking',
  'visit',
  'activity',
  'claim',
  'recognition',
  'officer',
  'speaks-for',
  'document',
  'agreement',
  'support',
  'key',
  'restriction',
  'text',
  'consent',
  'contact',
  'record',
]);
export type TimelineKind = z.infer<typeof TimelineKind>;

export const TIMELINE_KIND_WORDS: Readonly<Record<TimelineKind, string>> = {
  booking: 'Rooms',
  visit: 'Walk-ins',
  activity: 'Activities',
  claim: 'Expense claims',
  recognition: 'Recognition',
  officer: 'Officers',
  'speaks-for': 'Speaking for it',
  document: 'Documents',
  agreement: 'Agreements',
  support: 'Support',
  key: 'Keys',
  restriction: 'Services removed',
  text: 'Texts given',
  consent: 'Consents',
  contact: 'Contact',
  record: 'The record',
};

/** One thing that happened, or that is to come, on a day. */
export const TimelineEntry = z.object({
  kind: TimelineKind,
  on: LocalDate,
  /** What it was; names no person and holds nothing that was written freely. */
  words: z.string(),
  /** Names and words of one's own; masked for whoever follows acts and not people. */
  detail: z.string(),
  /** The screen that shows it whole; empty where there is none. */
  path: z.string(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** Something that is owed or should be seen to. */
export const Due = z.object({
  words: z.string(),
  /** Day by which; null when it only waits. */
  on: LocalDate.nullable(),
  isOverdue: z.boolean(),
});
export type Due = z.infer<typeof Due>;

/** One thing that may, or may not, be done for them today, and why. */
export const Allowed = z.object({
  what: z.string(),
  state: z.enum(['yes', 'warns', 'no']),
  /** The rule, its days and its reference; empty for a plain yes. */
  why: z.string(),
  /** The reason in words of one's own; masked as the detail of an entry is. */
  detail: z.string(),
});
export type Allowed = z.infer<typeof Allowed>;

export const timelineContract = {
  list: procedure({
    summary:
      'What happened with a group or person, the latest first; or what is to come, the soonest first.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z
      .object({
        of: Party,
        /** Empty: everything. */
        kinds: z.array(TimelineKind).max(20).default([]),
        when: z.enum(['past', 'coming']).default('past'),
        limit: z.int().min(1).max(500).default(20),
      })
      .strict(),
    output: z.object({ entries: z.array(TimelineEntry), hasMore: z.boolean() }),
  }),
  today: procedure({
    summary: 'What is due of a group or person, and what is allowed today and why not.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({ of: Party }).strict(),
    output: z.object({ due: z.array(Due), allowed: z.array(Allowed) }),
  }),
  printPerson: procedure({
    summary: 'Draws the record sheet of a person: what is due, what is allowed, what happened.',
    kind: 'steps',
    access: DESK_ROLES,
    input: z.object({ personId: PersonId, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
};
