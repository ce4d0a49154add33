import { z } from 'zod';
import { AreaId } from '#db/areas/areas.contract';
import { PersonKind } from '#db/people/people.contract';
import { DESK_ROLES, EVERY_ROLE, MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { LocalDate } from '#db/shared/local-date';
import { Paper, PaperSize } from '#db/shared/paper';
import type { Role } from '#db/shared/roles';
import { Line } from '#db/shared/text';

/** Who reads the counts. The desk enters sheets and reads none. */
export const COUNT_READERS: readonly Role[] = ['officer', 'manager', 'auditor'];

export const QuestionId = z.enum([
  'ethnic-origin',
  'disability',
  'gender',
  'marital-status',
  'age',
  'sexuality',
  'religion',
  'nationality',
  'language',
  'carer',
  'young-family',
]);
export type QuestionId = z.infer<typeof QuestionId>;

/** The month in which a sheet was filled in, and never the day: '2026-11'. */
export const Month = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Choose a month.')
  .brand('Month');
export type Month = z.infer<typeof Month>;

const ChoiceId = z.string().min(1).max(36);

export const Choice = z.object({
  id: ChoiceId,
  words: z.string(),
  /** One that is offered no longer stays in the counts of the sheets that chose it. */
  isOffered: z.boolean(),
});
export type Choice = z.infer<typeof Choice>;

/** A question of the form with the answers it offers, besides 'prefer not to say' and no answer (PPL-09). */
export const Question = z.object({
  id: QuestionId,
  words: z.string(),
  isAsked: z.boolean(),
  choices: z.array(Choice),
  /** 0 while nobody has changed it. */
  version: z.int(),
});
export type Question = z.infer<typeof Question>;

/** One filled sheet as it is typed. It names nobody, and nothing in it leads to anybody. */
export const SheetDetails = z
  .object({
    /** An area of the widest kind only; null where the sheet does not say. */
    areaId: AreaId.nullable(),
    tenure: PersonKind,
    isInvolved: z.boolean(),
    month: Month,
    /** Questions that are left out were not answered. */
    answers: z.array(z.object({ questionId: QuestionId, choiceId: ChoiceId }).strict()).max(11),
  })
  .strict();
export type SheetDetails = z.infer<typeof SheetDetails>;

/** A random name of one sheet, known only to the screen that has just entered it. */
export const SheetKey = z
  .string()
  .regex(/^[0-9a-f-]{36}$/)
  .brand('SheetKey');
export type SheetKey = z.infer<typeof SheetKey>;

/** A sheet as it is kept for a year. Whether it counts yet: see `releases`. */
export type Sheet = SheetDetails & {
  readonly key: SheetKey;
  readonly isCounted: boolean;
  readonly isCountedByArea: boolean;
  readonly isCountedByTenure: boolean;
};

/** A number as a page may show it: as it is, as fewer than the threshold, or hidden to keep another hidden. */
export const Figure = z.discriminatedUnion('mark', [
  z.object({
    mark: z.literal('shown'),
    count: z.int(),
    /** Whole percent of the sheets of its column. */
    percent: z.int(),
  }),
  z.object({ mark: z.literal('small') }),
  z.object({ mark: z.literal('hidden') }),
]);
export type Figure = z.infer<typeof Figure>;

/** The share of all tenants, with the day it speaks of and where it stands: '21%, 21 March 2021, Census 2021'. */
export const Comparator = z
  .object({
    percent: z.int().min(0, 'Enter a percentage from 0 to 100.').max(100, 'Enter 100 or less.'),
    asAt: LocalDate,
    source: Line.min(1, 'Say where the figure stands.').max(120),
  })
  .strict();
export type Comparator = z.infer<typeof Comparator>;

/** One answer, or one under-represented group: how many of all and of those involved, beside all tenants. */
export const CountLine = z.object({
  id: z.string(),
  words: z.string(),
  all: Figure,
  involved: Figure,
  comparator: Comparator.nullable(),
  /** Percentage points of those involved over the share of all tenants; null where either is not shown. */
  gap: z.int().nullable(),
});
export type CountLine = z.infer<typeof CountLine>;

/** A question by area or by tenure: one column for each of them that has enough sheets. */
export const Breakdown = z.object({
  columns: z.array(z.object({ words: z.string(), sheets: z.int() })),
  lines: z.array(z.object({ id: z.string(), words: z.string(), figures: z.array(Figure) })),
});
export type Breakdown = z.infer<typeof Breakdown>;

export const QuestionCounts = z.object({
  id: QuestionId,
  words: z.string(),
  lines: z.array(CountLine),
  byArea: Breakdown.nullable(),
  byTenure: Breakdown.nullable(),
});
export type QuestionCounts = z.infer<typeof QuestionCounts>;

/** A group that the council wants to reach and does not (PPL-06, PPL-07): some answers to one question. */
export const GapGroup = z.object({
  id: z.string(),
  name: z.string(),
  questionId: QuestionId,
  choiceIds: z.array(ChoiceId),
  comparator: Comparator.nullable(),
  version: z.int(),
});
export type GapGroup = z.infer<typeof GapGroup>;

const GapGroupDetails = z
  .object({
    name: Line.min(1, 'Enter what the group is called.').max(80),
    questionId: QuestionId,
    choiceIds: z.array(ChoiceId).min(1, 'Tick at least one answer.').max(30),
    comparator: Comparator.nullable(),
  })
  .strict();
export type GapGroupDetails = z.infer<typeof GapGroupDetails>;

/** The counts of one financial year. Years are never added up. */
export const ProfileCounts = z.object({
  year: z.string(),
  years: z.array(z.string()),
  /** Numbers under this are hidden. */
  threshold: z.int(),
  /** Sheets of the year that count; null where they are fewer than the threshold. */
  sheets: z.int().nullable(),
  /** Of these, people involved; null where they, or the others, are too few to be told apart. */
  involvedSheets: z.int().nullable(),
  questions: z.array(QuestionCounts),
  gapGroups: z.array(CountLine),
  /** What the council's paper names that no group here counts. */
  notCounted: z.array(z.string()),
});
export type ProfileCounts = z.infer<typeof ProfileCounts>;

/** How many records of people are complete (PPL-08). */
export const Completeness = z.object({
  /** What a complete record holds, in words; empty until a manager says. */
  required: z.array(z.string()),
  /** Words among them that no field of the record answers to. */
  unknown: z.array(z.string()),
  held: z.int(),
  complete: z.int(),
  /** Percent; null where the council names none. */
  target: z.int().nullable(),
  isBelow: z.boolean(),
});
export type Completeness = z.infer<typeof Completeness>;

/** A financial year; null is the latest one. */
const Year = {
  year: z
    .string()
    .regex(/^\d{4}\/\d{2}$/, 'Choose a year.')
    .nullable()
    .default(null),
};

export const profilesContract = {
  questions: procedure({
    summary: 'The questions of the equality form with the answers each offers.',
    kind: 'query',
    access: EVERY_ROLE,
    input: z.object({}).strict(),
    output: z.array(Question),
  }),
  waiting: procedure({
    summary: 'How many sheets are entered and do not count yet, and how many make them count.',
    kind: 'query',
    access: DESK_ROLES,
    input: z.object({}).strict(),
    output: z.object({ sheets: z.int(), threshold: z.int(), mayCount: z.boolean() }),
  }),
  addSheet: procedure({
    summary: 'Enters one filled sheet, which leads to nobody; its key is told once.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['profiles'],
    input: SheetDetails,
    output: z.object({ key: SheetKey }),
  }),
  withdrawSheet: procedure({
    summary: 'Takes a sheet back that was entered a moment ago and does not count yet.',
    kind: 'command',
    access: DESK_ROLES,
    touches: ['profiles'],
    input: z.object({ key: SheetKey }).strict(),
    output: z.object({}),
  }),
  settleSheets: procedure({
    summary: 'Lets the sheets that wait join the counts, as far as enough of a kind wait.',
    kind: 'command',
    access: ['officer', 'manager'],
    touches: ['profiles'],
    input: z.object({}).strict(),
    output: z.object({ counted: z.int() }),
  }),
  counts: procedure({
    summary: 'The counts of a financial year beside all tenants, small numbers hidden.',
    kind: 'query',
    access: COUNT_READERS,
    input: z.object(Year).strict(),
    output: ProfileCounts,
  }),
  completeness: procedure({
    summary: 'How many people’s records hold all that a complete one should, against the target.',
    kind: 'query',
    access: COUNT_READERS,
    input: z.object({}).strict(),
    output: Completeness,
  }),
  comparators: procedure({
    summary: 'The shares of all tenants that are entered, with their day and source.',
    kind: 'query',
    access: COUNT_READERS,
    input: z.object({}).strict(),
    output: z.array(
      z.object({ questionId: QuestionId, choiceId: ChoiceId, comparator: Comparator }),
    ),
  }),
  gapGroups: procedure({
    summary: 'The under-represented groups that are counted, and the answers that make them up.',
    kind: 'query',
    access: COUNT_READERS,
    input: z.object({}).strict(),
    output: z.array(GapGroup),
  }),
  changeQuestion: procedure({
    summary: 'Changes the words and answers of a question, or asks it no longer.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['profiles'],
    input: z
      .object({
        id: QuestionId,
        words: Line.min(1, 'Enter what the form asks.').max(160),
        isAsked: z.boolean(),
        choices: z
          .array(Line.min(1).max(80))
          .min(1, 'Enter at least one answer.')
          .max(30, 'Offer 30 answers or fewer.'),
        version: z.int(),
      })
      .strict(),
    output: Question,
  }),
  setComparator: procedure({
    summary: 'Enters the share of all tenants who give an answer, or takes it out.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['profiles'],
    input: z
      .object({
        questionId: QuestionId,
        choiceId: ChoiceId,
        comparator: Comparator.nullable(),
      })
      .strict(),
    output: z.object({ before: Comparator.nullable() }),
  }),
  addGapGroup: procedure({
    summary: 'Counts an under-represented group, by the answers that make it up.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['profiles'],
    input: GapGroupDetails,
    output: GapGroup,
  }),
  changeGapGroup: procedure({
    summary: 'Changes an under-represented group.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['profiles'],
    input: GapGroupDetails.extend({ id: z.string().max(36), version: z.int() }).strict(),
    output: GapGroup,
  }),
  removeGapGroup: procedure({
    summary: 'Counts an under-represented group no longer.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['profiles'],
    input: z.object({ id: z.string().max(36), version: z.int() }).strict(),
    output: GapGroup,
  }),
  printForm: procedure({
    summary: 'Draws the blank equality form, without room for a name (DOC-27).',
    kind: 'steps',
    access: EVERY_ROLE,
    input: z.object({ size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  printCounts: procedure({
    summary: 'Draws the counts of a financial year, small numbers hidden.',
    kind: 'steps',
    access: COUNT_READERS,
    input: z.object({ ...Year, size: PaperSize.default('normal') }).strict(),
    output: Paper,
  }),
  exportCounts: procedure({
    summary: 'Writes the counts of a financial year for a spreadsheet, small numbers hidden.',
    kind: 'steps',
    access: COUNT_READERS,
    input: z.object(Year).strict(),
    output: Download,
  }),
};
