import { z } from 'zod';
import { DESK_ROLES, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';
import { EVERYTHING_ABOUT_THEM, HeldCount, RecordId, RecordKind } from './holdings.contract.ts';

export const ErasureId = z.string().min(1).max(36).brand('ErasureId');
export type ErasureId = z.infer<typeof ErasureId>;

export const HoldId = z.string().min(1).max(36).brand('HoldId');
export type HoldId = z.infer<typeof HoldId>;

/**
 * What becomes of one field or of rows of one kind. `unnamed`: the rows stay, are counted and name nobody. `until` is the
 * last day of what is kept; null, it goes on or stays for good.
 */
export const ErasureLine = z.object({
  words: z.string(),
  /** 0 where it is not counted. */
  count: z.int(),
  outcome: z.enum(['erased', 'unnamed', 'kept']),
  because: z.string(),
  until: LocalDate.nullable(),
  /** Kept for as long as what it tells of goes on; only then does its time begin. */
  goesOn: z.boolean(),
});
export type ErasureLine = z.infer<typeof ErasureLine>;

/** Nothing about the record may be erased while it stands. */
export const LegalHold = z.object({
  id: HoldId,
  /** A financial year is held as a whole: whatever is dated in it. */
  kind: z.enum(['person', 'group', 'year']),
  /** The id of the person or group, or the year: '2026/27'. */
  recordId: z.string(),
  name: z.string(),
  reason: z.string(),
  from: LocalDate,
  by: z.string(),
  liftedOn: LocalDate.nullable(),
  liftedWhy: z.string(),
});
export type LegalHold = z.infer<typeof LegalHold>;

export const Erasure = z.object({
  id: ErasureId,
  kind: RecordKind,
  recordId: RecordId,
  /** Empty once nothing of the record is left. */
  name: z.string(),
  reason: z.string(),
  state: z.enum(['waiting', 'taken-back', 'erased']),
  confirmedOn: LocalDate,
  by: z.string(),
  /** The day on which it is done; it can be taken back until the day before. */
  dueOn: LocalDate,
  settledOn: LocalDate.nullable(),
  kept: z.array(ErasureLine),
});
export type Erasure = z.infer<typeof Erasure>;

/** What an erasure would do, before anything is written. */
export const ErasurePreview = z.object({
  kind: RecordKind,
  recordId: RecordId,
  name: z.string(),
  version: z.int(),
  lines: z.array(ErasureLine),
  /** What has to be settled first; with any of it the erasure is refused. */
  open: z.array(HeldCount),
  holds: z.array(LegalHold),
  dueOn: LocalDate,
});
export type ErasurePreview = z.infer<typeof ErasurePreview>;

const One = z.object({ kind: RecordKind, id: RecordId }).strict();
const Reason = Line.min(1, 'Say why it is done.').max(500);

export const erasuresContract = {
  standing: procedure({
    summary: 'How a record stands: what is held, whether it is on hold or being erased.',
    kind: 'query',
    access: DESK_ROLES,
    input: One,
    output: z.object({
      held: z.array(HeldCount),
      holds: z.array(LegalHold),
      erasure: Erasure.nullable(),
    }),
  }),
  previewErasure: procedure({
    summary:
      'What an erasure would do: field by field erased, or kept with the reason and until when.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: One,
    output: ErasurePreview,
  }),
  eraseRecord: procedure({
    summary: 'Hides a record at once and erases it in 30 days; until then it can be taken back.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: EVERYTHING_ABOUT_THEM,
    input: One.extend({ version: z.int(), reason: Reason }).strict(),
    output: Erasure,
  }),
  undoErasure: procedure({
    summary: 'Takes an erasure back before its day: the record is shown again as it was.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: EVERYTHING_ABOUT_THEM,
    input: z.object({ id: ErasureId }).strict(),
    output: Erasure,
  }),
  erasures: procedure({
    summary: 'Erasures that wait for their day, then those that were done or taken back.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: z.object({}).strict(),
    output: z.array(Erasure),
  }),
  holds: procedure({
    summary: 'Legal holds, those that stand first.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: z.object({}).strict(),
    output: z.array(LegalHold),
  }),
  addHold: procedure({
    summary: 'Holds a person, a group or a financial year: nothing about it is erased meanwhile.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings'],
    input: z.discriminatedUnion('kind', [
      z.object({ kind: RecordKind, recordId: RecordId, from: LocalDate, reason: Reason }).strict(),
      z
        .object({
          kind: z.literal('year'),
          recordId: z.string().regex(/^\d{4}\/\d{2}$/, 'Enter a financial year such as 2026/27.'),
          from: LocalDate,
          reason: Reason,
        })
        .strict(),
    ]),
    output: LegalHold,
  }),
  endHold: procedure({
    summary: 'Lifts a legal hold, with the reason.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['holdings'],
    input: z.object({ id: HoldId, reason: Reason }).strict(),
    output: LegalHold,
  }),
};
