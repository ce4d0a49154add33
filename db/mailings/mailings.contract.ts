import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { PersonId, PersonKind } from '#db/people/people.contract';
import { Channel, FormatNeed } from '#db/people/person-record.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';

export const MailingId = z.string().min(1).max(36).brand('MailingId');
export type MailingId = z.infer<typeof MailingId>;

/** How a mailing reaches somebody: what the centre can send, and the telephone. */
export const MailingChannel = z.enum(['letter', 'email', 'text', 'phone']);
export type MailingChannel = z.infer<typeof MailingChannel>;

export const MAILING_CHANNEL_WORDS: Readonly<Record<MailingChannel, string>> = {
  letter: 'Letter',
  email: 'E-mail',
  text: 'Text message',
  phone: 'Phone call',
};

/** How long somebody must have been left in peace. */
export const AskedBefore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('any') }).strict(),
  z.object({ kind: z.literal('months'), months: z.int().min(1).max(120) }).strict(),
  z.object({ kind: z.literal('since'), since: LocalDate }).strict(),
  z.object({ kind: z.literal('never') }).strict(),
]);
export type AskedBefore = z.infer<typeof AskedBefore>;

/**
 * Who is wanted, by what people said of themselves: where they live, how they hold their home, interests, time, how
 * they like to hear. Empty lists narrow nothing. Answers about equality are no part of it (PPL-09).
 */
export const Selection = z
  .object({
    /** Areas, estates and schemes, each with everything in it. */
    areaIds: z.array(AreaId).max(50).default([]),
    kinds: z.array(PersonKind).max(8).default([]),
    serviceAreas: z.array(Line.max(60)).max(20).default([]),
    methods: z.array(Line.max(60)).max(20).default([]),
    /** The way in which they like best to hear. */
    channels: z.array(Channel).max(8).default([]),
    formats: z.array(FormatNeed).max(6).default([]),
    languages: z.array(Line.max(60)).max(20).default([]),
    leastHours: z.int().min(0).max(200).nullable().default(null),
    asked: AskedBefore.default({ kind: 'any' }),
    /** No more than so many: those who were asked longest ago. */
    atMost: z.int().min(1, 'Enter 1 or more.').max(100_000).nullable().default(null),
  })
  .strict();
export type Selection = z.infer<typeof Selection>;

/** Somebody left out by whoever chooses, who says why. */
export const LeftOutByHand = z
  .object({
    personId: PersonId,
    why: Line.min(1, 'Say why they are left out.').max(200, 'Use 200 characters or fewer.'),
  })
  .strict();
export type LeftOutByHand = z.infer<typeof LeftOutByHand>;

/** Why somebody who fits gets nothing. */
export const LeftOutReason = z.enum([
  'not-involved',
  'under-18',
  'barred',
  'asked-since',
  'asked-before',
  'no-consent',
  'no-details',
  'only-in-person',
  'by-hand',
  'enough-others',
]);
export type LeftOutReason = z.infer<typeof LeftOutReason>;

export const LEFT_OUT_WORDS: Readonly<Record<LeftOutReason, string>> = {
  'not-involved': 'Does not want to be involved',
  'under-18': 'Is under 18',
  barred: 'Was taken off activities of the centre',
  'asked-since': 'Was asked not long ago',
  'asked-before': 'Was asked before',
  'no-consent': 'Has not agreed to texts or e-mails',
  'no-details': 'No address, number or e-mail for the way they like',
  'only-in-person': 'Likes to hear only in ways that no mailing has',
  'by-hand': 'Left out by you',
  'enough-others': 'Others were asked longer ago',
};

/** Somebody who gets the mailing, before it is made. */
export const Chosen = z.object({
  personId: PersonId,
  name: z.string(),
  kind: PersonKind,
  areaName: z.string(),
  channel: MailingChannel,
  format: FormatNeed,
  /** Empty for English. */
  language: z.string(),
  /** Written by hand, recorded or read out: no letter is printed for them. */
  isMadeByHand: z.boolean(),
  lastAskedOn: LocalDate.nullable(),
});
export type Chosen = z.infer<typeof Chosen>;

export const LeftOut = z.object({
  personId: PersonId,
  name: z.string(),
  areaName: z.string(),
  reason: LeftOutReason,
  /** More about it: the day on which they were asked, what is missing, what was written in. */
  detail: z.string(),
});
export type LeftOut = z.infer<typeof LeftOut>;

export const ChannelCounts = z.object({
  letter: z.int(),
  email: z.int(),
  text: z.int(),
  phone: z.int(),
});
export type ChannelCounts = z.infer<typeof ChannelCounts>;

export const Choice = z.object({
  chosen: z.array(Chosen),
  leftOut: z.array(LeftOut),
  /** How many there are, also beyond those listed. */
  total: z.int(),
  totalLeftOut: z.int(),
  byChannel: ChannelCounts,
  byReason: z.array(z.object({ reason: LeftOutReason, people: z.int() })),
  madeByHand: z.int(),
  inOtherLanguages: z.int(),
  /** The same people by the same channels give the same mark; whoever makes the mailing sends it back. */
  mark: z.string(),
});
export type Choice = z.infer<typeof Choice>;

/** What is sent: what it is about, who asks, and the words with fields such as {name}. */
export const MailingWords = z
  .object({
    subject: Line.min(1, 'Say in a few words what it is about.').max(
      120,
      'Use 120 characters or fewer.',
    ),
    askedBy: Line.min(1, 'Enter who asks, as the letter should be signed.').max(120),
    /** The day the letter bears. */
    letterOn: LocalDate,
    body: Lines.min(1, 'Write what you want to ask.').max(6000, 'Use 6,000 characters or fewer.'),
  })
  .strict();
export type MailingWords = z.infer<typeof MailingWords>;

/** What came of asking one person. */
export const Outcome = z.enum([
  'reached',
  'no-answer',
  'call-again',
  'wrong-number',
  'came-back',
  'will-take-part',
  'will-not',
  'took-part',
  'not-again',
]);
export type Outcome = z.infer<typeof Outcome>;

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  reached: 'Reached',
  'no-answer': 'No answer',
  'call-again': 'Call again',
  'wrong-number': 'Wrong number',
  'came-back': 'Came back undelivered',
  'will-take-part': 'Will take part',
  'will-not': 'Not this time',
  'took-part': 'Took part',
  'not-again': 'Does not want to be asked again',
};

export const OutcomeId = z.string().min(1).max(36).brand('OutcomeId');
export type OutcomeId = z.infer<typeof OutcomeId>;

export const RecordedOutcome = z.object({
  id: OutcomeId,
  outcome: Outcome,
  on: LocalDate,
  note: z.string(),
});
export type RecordedOutcome = z.infer<typeof RecordedOutcome>;

export const Mailing = z.object({
  id: MailingId,
  /** What the letter quotes: 'MLG-2027-0003'. */
  reference: z.string(),
  ...MailingWords.shape,
  /** Who was wanted, as a sentence. */
  selectionWords: z.string(),
  madeOn: LocalDate,
  madeBy: z.string(),
  byChannel: ChannelCounts,
  people: z.int(),
  leftOut: z.int(),
  /** How many of them something is noted about. */
  answered: z.int(),
  takenBackOn: LocalDate.nullable(),
  version: z.int(),
});
export type Mailing = z.infer<typeof Mailing>;

/** Somebody who was asked, as they are now, with everything that came of it, the latest first. */
export const AskedPerson = Chosen.omit({ lastAskedOn: true }).extend({
  phone: z.string(),
  email: z.string(),
  /** The number that takes text messages. */
  textNumber: z.string(),
  /** Why they get nothing any more, although they were chosen; null for everybody else. */
  since: LeftOutReason.nullable(),
  outcomes: z.array(RecordedOutcome),
});
export type AskedPerson = z.infer<typeof AskedPerson>;

/** One mailing in the history of one person (PPL-17). */
export const AskedOnce = z.object({
  mailingId: MailingId,
  reference: z.string(),
  subject: z.string(),
  madeOn: LocalDate,
  channel: MailingChannel,
  outcomes: z.array(RecordedOutcome),
});
export type AskedOnce = z.infer<typeof AskedOnce>;

/** Sheets of labels that stationers sell: so many on a sheet of A4. */
export const LabelSheet = z.enum(['21', '14']);
export type LabelSheet = z.infer<typeof LabelSheet>;
