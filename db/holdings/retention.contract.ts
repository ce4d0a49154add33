import { z } from 'zod';
import { MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { EVERYTHING_ABOUT_THEM } from './holdings.contract.ts';

/** A record past its time. */
export const PastItem = z.object({
  id: z.string(),
  words: z.string(),
  /** The last day for which it was kept. */
  keptUntil: LocalDate,
});
export type PastItem = z.infer<typeof PastItem>;

/** One line of the schedule with what is past its time today. */
export const RetentionLine = z.object({
  recordType: z.string(),
  words: z.string(),
  clock: z.string(),
  atEnd: z.string(),
  unit: z.enum(['days', 'months', 'years']),
  amount: z.int(),
  usualAmount: z.int(),
  /** False: it only says how long something is kept when somebody asks to be erased. */
  isProposed: z.boolean(),
  /** How many are past their time, and the oldest of them. */
  total: z.int(),
  items: z.array(PastItem),
  /** How many are past their time too, and stay because of a hold. */
  onHold: z.int(),
});
export type RetentionLine = z.infer<typeof RetentionLine>;

/** Confirmed by a manager, and waiting for its day. */
export const RetentionWaiting = z.object({
  recordType: z.string(),
  words: z.string(),
  count: z.int(),
  confirmedOn: LocalDate,
  dueOn: LocalDate,
});
export type RetentionWaiting = z.infer<typeof RetentionWaiting>;

const RecordType = Line.max(30);

export const retentionContract = {
  pastTheirTime: procedure({
    summary: 'The retention schedule, with everything that is past its time today and not on hold.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: z.object({}).strict(),
    output: z.object({
      today: LocalDate,
      /** Why nothing can be confirmed: the date of the computer is in doubt. */
      clockDoubt: z.enum(['behind', 'ahead']).nullable(),
      lines: z.array(RetentionLine),
      waiting: z.array(RetentionWaiting),
    }),
  }),
  confirmPast: procedure({
    summary:
      'Confirms that records past their time go: all that were shown, or those chosen. It is done in 30 days.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: EVERYTHING_ABOUT_THEM,
    input: z
      .object({
        recordType: RecordType,
        /** Null: all of them, as many as were shown. */
        ids: z.array(Line.max(36)).min(1).max(500).nullable(),
        total: z.int().min(1),
      })
      .strict(),
    output: z.object({ confirmed: z.int(), dueOn: LocalDate }),
  }),
  undoPast: procedure({
    summary: 'Takes a confirmation back before its day: the records stay.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings'],
    input: z.object({ recordType: RecordType, confirmedOn: LocalDate }).strict(),
    output: z.object({ undone: z.int() }),
  }),
  changeRetention: procedure({
    summary: 'Enters how long the council keeps one kind of record.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings'],
    input: z
      .object({
        recordType: RecordType,
        amount: z.int('Enter a whole number.').min(0).max(400, 'Enter 400 or fewer.'),
      })
      .strict(),
    output: z.object({ amount: z.int() }),
  }),
  confirmClock: procedure({
    summary: 'Says that the date of the computer is right, although it has leapt.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings'],
    input: z.object({ today: LocalDate }).strict(),
    output: z.object({ today: LocalDate }),
  }),
};
