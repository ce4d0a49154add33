import { z } from 'zod';
import { DESK_ROLES } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { LocalDate } from '#db/shared/local-date';
import { Line } from '#db/shared/text';

export const MergeId = z.string().min(1).max(36).brand('MergeId');
export type MergeId = z.infer<typeof MergeId>;

/** A person or a group, where both are treated alike. */
export const RecordKind = z.enum(['person', 'group']);
export type RecordKind = z.infer<typeof RecordKind>;

/** The id of a person or a group; `kind` says which. */
export const RecordId = z.string().min(1).max(36);

/** How many rows of one kind, such as 'booking', in the order of the register. */
export const HeldCount = z.object({ words: z.string(), count: z.int() });
export type HeldCount = z.infer<typeof HeldCount>;

/** Two records that are one: `kept` stays, `lost` goes into it. */
const Pair = z.object({ kind: RecordKind, keptId: RecordId, lostId: RecordId }).strict();

/** The field under which the desk chooses whose bank details stay, where both records have some. */
export const BANK_DETAILS = 'bankDetails';

/** One thing both records may say, beside each other. */
export const FieldChoice = z.object({
  field: z.string(),
  words: z.string(),
  /** What each says, in words; empty where it says nothing. */
  kept: z.string(),
  lost: z.string(),
  wins: z.enum(['kept', 'lost']),
  /** Only where both say something and differ. */
  isChoice: z.boolean(),
});
export type FieldChoice = z.infer<typeof FieldChoice>;

const Side = z.object({ id: RecordId, name: z.string(), version: z.int() });

export const MergePreview = z.object({
  kind: RecordKind,
  kept: Side,
  lost: Side,
  fields: z.array(FieldChoice),
  moves: z.array(HeldCount),
  /** What the kept record has the same already; the merge keeps it, and gives it back with an undo. */
  setAside: z.array(HeldCount),
  undoUntil: LocalDate,
});
export type MergePreview = z.infer<typeof MergePreview>;

export const Merge = z.object({
  id: MergeId,
  kind: RecordKind,
  keptId: RecordId,
  /** As the kept record is called today; empty once that went into another itself. */
  keptName: z.string(),
  lostId: RecordId,
  lostName: z.string(),
  mergedOn: LocalDate,
  mergedBy: z.string(),
  reason: z.string(),
  undoUntil: LocalDate,
  /** Whether it can still be taken back today. */
  canUndo: z.boolean(),
  isUndone: z.boolean(),
  moved: z.array(HeldCount),
  setAside: z.array(HeldCount),
  /** What an undo left with the kept record, because it changed meanwhile. */
  left: z.array(HeldCount),
});
export type Merge = z.infer<typeof Merge>;

/** Modules whose screens show people or groups. */
export const EVERYTHING_ABOUT_THEM = [
  'holdings',
  'people',
  'groups',
  'bookings',
  'officers',
  'recognition',
  'payees',
  'agreements',
  'restrictions',
  'conditions',
  'usage',
  'activities',
  'claims',
  'venues',
  'tasks',
  'search',
];

export const holdingsContract = {
  about: procedure({
    summary: 'What is held about one person or group, by what it is, with how much.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ kind: RecordKind, id: RecordId }).strict(),
    output: z.array(HeldCount),
  }),
  previewMerge: procedure({
    summary: 'Two records side by side: which value of each field stands, and all that would move.',
    kind: 'query',
    access: DESK_ROLES,
    input: Pair,
    output: MergePreview,
  }),
  mergesOf: procedure({
    summary: 'What was put together with a person or group, and where one that went is found now.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({ kind: RecordKind, id: RecordId }).strict(),
    output: z.array(Merge),
  }),
  joinRecords: procedure({
    summary: 'Puts two records of one person or group together; it can be taken back for 30 days.',
    kind: 'command',
    access: DESK_ROLES,
    touches: EVERYTHING_ABOUT_THEM,
    input: Pair.extend({
      keptVersion: z.int(),
      lostVersion: z.int(),
      /** Fields of which the value of the record that goes is wanted; only where both say something. */
      fromLost: z.array(Line.max(40)).max(40),
      reason: Line.max(500),
    }).strict(),
    output: Merge,
  }),
  undoJoin: procedure({
    summary:
      'Takes a merge back: everything returns, but for what was changed since, which is named.',
    kind: 'command',
    access: DESK_ROLES,
    touches: EVERYTHING_ABOUT_THEM,
    input: z.object({ id: MergeId }).strict(),
    output: Merge,
  }),
};
