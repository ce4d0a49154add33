import { z } from 'zod';
import { GroupId } from '#db/groups/groups.contract';
import { RecognitionState } from '#db/groups/groups-api.contract';
import { LocalDate } from '#db/shared/local-date';
import { Line, Lines } from '#db/shared/text';

export const RecognitionDecisionId = z.string().min(1).max(36).brand('RecognitionDecisionId');
export type RecognitionDecisionId = z.infer<typeof RecognitionDecisionId>;
export const RecognitionReturnId = z.string().min(1).max(36).brand('RecognitionReturnId');
export type RecognitionReturnId = z.infer<typeof RecognitionReturnId>;
export const ItemId = z.string().min(1).max(80).brand('ItemId');
export type ItemId = z.infer<typeof ItemId>;

/** What can stand about a group; outside every period nothing does. */
export const PeriodState = z.enum(['applied', 'recognised', 'lapsed', 'withdrawn']);
export type PeriodState = z.infer<typeof PeriodState>;

/** A stretch of days in one state, from its first to its last day, both included. */
export const Period = z.object({
  id: z.string(),
  groupId: GroupId,
  state: PeriodState,
  from: LocalDate,
  /** Last day, included; null while it lasts. */
  until: LocalDate.nullable(),
  reason: z.string(),
  decidedBy: z.string(),
});
export type Period = z.infer<typeof Period>;

/** Days between the first recognition and the last on which a group was not recognised. */
export const Gap = z.object({
  from: LocalDate,
  /** Last day, included; null while it lasts. */
  until: LocalDate.nullable(),
  /** How many days it was; null while it lasts. */
  days: z.int().nullable(),
  state: PeriodState,
  reason: z.string(),
});
export type Gap = z.infer<typeof Gap>;

/** When something is asked: with the first application only, with the yearly return only, or both times. */
export const AskedWhen = z.enum(['first', 'yearly', 'always']);
export type AskedWhen = z.infer<typeof AskedWhen>;

/** One criterion or paper of the council's list (GRP-02, GRP-03). */
export const Item = z.object({
  id: ItemId,
  kind: z.enum(['criterion', 'paper']),
  words: z.string(),
  asked: AskedWhen,
  /** Asked only when it was amended since the last time, as a constitution is (GRP-02). */
  ifAmended: z.boolean(),
});
export type Item = z.infer<typeof Item>;

/** How one thing that is asked stands: for a paper 'have it' and 'accepted', for a criterion 'met' is accepted. */
export const EvidenceState = z.enum(['not-asked', 'have-it', 'accepted', 'not-met', 'not-amended']);
export type EvidenceState = z.infer<typeof EvidenceState>;

/** One line of the task list of a return. */
export const ReturnItem = z.object({
  ...Item.shape,
  state: EvidenceState,
  /** The day it came; that day counts, whenever it is looked at. */
  receivedOn: LocalDate.nullable(),
  evidence: z.string(),
  enteredBy: z.string(),
});
export type ReturnItem = z.infer<typeof ReturnItem>;

/** One round of asking: the first application, or the return of a year. */
export const RecognitionReturn = z.object({
  id: RecognitionReturnId,
  groupId: GroupId,
  kind: z.enum(['first', 'yearly']),
  openedOn: LocalDate,
  /** Last day, included, on which it is in time. */
  dueOn: LocalDate.nullable(),
  closedOn: LocalDate.nullable(),
  items: z.array(ReturnItem),
  /** What is still to come, in words. */
  missing: z.array(z.string()),
  /** The day on which the last of it came; null while something is missing. */
  completeOn: LocalDate.nullable(),
});
export type RecognitionReturn = z.infer<typeof RecognitionReturn>;

export const DecisionKind = z.enum([
  'applied',
  'recognised',
  'refused',
  'continued',
  'lapsed',
  'restored',
  'withdrawn',
]);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** What a withdrawal takes away (GRP-17). */
export const Taken = z.enum(['recognition', 'support', 'resources', 'money']);
export type Taken = z.infer<typeof Taken>;

export const Decision = z.object({
  id: RecognitionDecisionId,
  groupId: GroupId,
  /** What the letter quotes: 'REC-2027-0003'. */
  reference: z.string(),
  kind: DecisionKind,
  /** First day on which it holds. */
  from: LocalDate,
  reason: z.string(),
  conditions: z.string(),
  /** Papers that were still to come when it was decided. */
  outstanding: z.array(z.string()),
  decidedBy: z.string(),
  codeClauses: z.string(),
  taken: z.array(Taken),
  appealWords: z.string(),
  returnId: RecognitionReturnId.nullable(),
  isTakenBack: z.boolean(),
});
export type Decision = z.infer<typeof Decision>;

/** What recognition may be needed for (GRP-01, GRP-04); no council gives `rooms`. */
export const Activity = z.enum([
  'annual-grant',
  'group-expenses',
  'computer',
  'admin-support',
  'room-hire',
  'rooms',
  'decision-making',
]);
export type Activity = z.infer<typeof Activity>;

export const ACTIVITY_WORDS: Readonly<Record<Activity, string>> = {
  'annual-grant': 'Annual grant',
  'group-expenses': 'The group’s own expenses and travel',
  computer: 'Computer for the group',
  'admin-support': 'Help with administration',
  'room-hire': 'Hire of rooms elsewhere, paid for the group',
  rooms: 'Free rooms at the centre',
  'decision-making': 'Taking part in joint decisions',
};

export const Effect = z.enum(['none', 'warns', 'blocks']);
export type Effect = z.infer<typeof Effect>;

/** Whether something is stopped for a group on a day, by which effect, and why in words. */
export const Stop = z.object({ stops: z.boolean(), rule: Effect, why: z.string() });
export type Stop = z.infer<typeof Stop>;

/** A manager's word that something goes on all the same, from its first to its last day, both included. */
export const Exception = z.object({
  id: z.string(),
  groupId: GroupId,
  activity: Activity,
  from: LocalDate,
  until: LocalDate,
  reason: z.string(),
  decidedBy: z.string(),
});
export type Exception = z.infer<typeof Exception>;

/** Everything about the recognition of one group. */
export const Recognition = z.object({
  groupId: GroupId,
  /** Whether the council's recognition is asked of this kind of group at all. */
  isNeeded: z.boolean(),
  state: RecognitionState,
  /** First day of that state. */
  since: LocalDate.nullable(),
  /** By when the next return is due. */
  nextDueOn: LocalDate.nullable(),
  /** The day proposed for the return after the next recognition; null where the council asks none. */
  proposedDueOn: LocalDate.nullable(),
  /** The latest first. */
  periods: z.array(Period),
  gaps: z.array(Gap),
  openReturn: RecognitionReturn.nullable(),
  decisions: z.array(Decision),
  /** What needs recognition, and how each stands today. */
  activities: z.array(z.object({ activity: Activity, ...Stop.shape })),
  exceptions: z.array(Exception),
});
export type Recognition = z.infer<typeof Recognition>;

export const DecisionDetails = z
  .object({
    kind: z.enum(['recognised', 'refused', 'continued', 'lapsed', 'restored']),
    from: LocalDate,
    reason: Lines.min(1, 'Say why, as the letter should put it.').max(2000),
    conditions: Lines.max(2000),
    decidedBy: Line.min(1, 'Enter who decided it.').max(120),
    /** By when the next return is due; null where none is asked. */
    nextDueOn: LocalDate.nullable(),
  })
  .strict();
export type DecisionDetails = z.infer<typeof DecisionDetails>;

export const WithdrawalDetails = z
  .object({
    from: LocalDate,
    taken: z.array(Taken).min(1, 'Tick what is withdrawn.').max(4),
    reason: Lines.min(1, 'Say why, as the letter should put it.').max(2000),
    codeClauses: Line.max(300),
    decidedBy: Line.min(1, 'Enter who decided it.').max(120),
    appealWords: Lines.max(2000),
  })
  .strict();
export type WithdrawalDetails = z.infer<typeof WithdrawalDetails>;

/** A line of the council's list as a manager edits it; a new one has no id yet. */
export const ItemDetails = z
  .object({
    id: ItemId.nullable(),
    words: Line.min(1, 'Enter what is asked.').max(160),
    asked: AskedWhen,
    ifAmended: z.boolean(),
  })
  .strict();
export type ItemDetails = z.infer<typeof ItemDetails>;

/** What the council asks, and what a lapse stops. */
export const RecognitionRules = z.object({
  criteria: z.array(Item),
  papers: z.array(Item),
  effects: z.array(
    z.object({
      activity: Activity,
      effect: Effect,
      /** True while it is the council's own paper that says so, or nothing does. */
      isFirstValue: z.boolean(),
    }),
  ),
  /** Words of the council's list of what needs recognition that the program cannot place. */
  unplaced: z.array(z.string()),
  lapsesByItself: z.boolean(),
});
export type RecognitionRules = z.infer<typeof RecognitionRules>;
