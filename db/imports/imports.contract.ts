import { z } from 'zod';
import { MANAGER_ONLY } from '#db/shared/access';
import { procedure } from '#db/shared/contract';
import { Download } from '#db/shared/download';
import { Instant } from '#db/shared/instant';
import { ActId } from '#db/shared/long-act';
import { Line } from '#db/shared/text';

export const ImportId = z.string().min(1).max(36).brand('ImportId');
export type ImportId = z.infer<typeof ImportId>;

/** What can be brought in; each later module adds its own kind to the same engine. */
export const ImportKind = z.enum(['diary-csv', 'diary-ics', 'people', 'groups']);
export type ImportKind = z.infer<typeof ImportKind>;

/** Which column of the file holds what: our field → the file's heading. Calendar files need none. */
export const ColumnChoices = z.record(z.string().max(40), Line.max(200));
export type ColumnChoices = z.infer<typeof ColumnChoices>;

/** How a table is to be read, where somebody chose it. */
export const Reading = z.object({
  columns: ColumnChoices.default({}),
  /** The sheet of a workbook; empty for the one whose headings are known best. */
  sheet: Line.max(60).default(''),
  /** The line with the headings; null for the one that looks most like it. */
  headingsOn: z.int().min(1).max(1_000_000).nullable().default(null),
});
export type Reading = z.infer<typeof Reading>;

/** One row of the file and what importing it would do. */
export const ImportRow = z.object({
  /** Line in the file, counted from 1; for a calendar file the number of the event. */
  line: z.int(),
  /** The row as the desk would say it: 'Mon 1 Mar 2027, 10am to 12pm, Meeting Room, Ashdown TRA'. */
  words: z.string(),
  /** `double`: may be on record already; added only where somebody says so for this row. */
  outcome: z.enum(['add', 'double', 'problem', 'skip']),
  /** What else it makes: 'new group Ashdown TRA'. */
  alsoMakes: z.array(z.string()),
  /** Why it is a problem or is skipped, and what to do; empty for an ordinary row. */
  why: z.string(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportPlan = z.object({
  /** Names this very plan: committing it does what was shown, or is refused when something changed since. */
  planId: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  headings: z.array(z.string()),
  columns: ColumnChoices,
  rows: z.array(ImportRow),
  sheets: z.array(z.string()),
  sheet: z.string(),
  headingsOn: z.int().nullable(),
  unknownAreas: z.array(z.string()),
  adds: z.int(),
  doubles: z.int(),
  problems: z.int(),
  skips: z.int(),
});
export type ImportPlan = z.infer<typeof ImportPlan>;

export const ImportRun = z.object({
  id: ImportId,
  reference: z.string(),
  kind: ImportKind,
  fileName: z.string(),
  madeAt: Instant,
  madeBy: z.string(),
  added: z.int(),
  problems: z.int(),
  undoneAt: Instant.nullable(),
  /** Rows left alone by the undo because somebody changed them since. */
  keptRows: z.array(z.string()),
});
export type ImportRun = z.infer<typeof ImportRun>;

const file = {
  kind: ImportKind,
  fileName: Line.max(255),
  /** The file's text; of a workbook, which is no text, its bytes in base64. 10 MB at most. */
  text: z.string().max(10_000_000, 'This file is too large. Split it into files under 10 MB.'),
  form: z.enum(['text', 'workbook']).default('text'),
  ...Reading.shape,
  /** Whether areas that nobody has entered are entered with the rows that name them. */
  makesAreas: z.boolean().default(false),
  act: ActId.optional(),
};

export const importsContract = {
  checkFile: procedure({
    summary: 'Shows exactly what importing a file would do, row by row, without doing it.',
    kind: 'steps',
    access: MANAGER_ONLY,
    takesFile: true,
    input: z.object(file).strict(),
    output: ImportPlan,
  }),
  startImport: procedure({
    summary: 'Imports the rows that were shown as to be added, all or none of them.',
    kind: 'steps',
    access: MANAGER_ONLY,
    touches: ['imports', 'areas', 'bookings', 'groups', 'officers', 'people', 'search', 'tasks'],
    takesFile: true,
    input: z
      .object({
        ...file,
        planId: z.string().max(80),
        /** Lines of rows that may be on record already and are added all the same. */
        doubles: z.array(z.int()).max(20_000).default([]),
      })
      .strict(),
    output: ImportRun,
  }),
  exportProblems: procedure({
    summary: 'The rows that cannot be imported, as a file to mend, with the reason beside each.',
    kind: 'steps',
    access: MANAGER_ONLY,
    takesFile: true,
    input: z.object(file).strict(),
    output: Download,
  }),
  runs: procedure({
    summary: 'Every import that was made, the latest first.',
    kind: 'query',
    access: MANAGER_ONLY,
    input: z.object({}).strict(),
    output: z.array(ImportRun),
  }),
  undoImport: procedure({
    summary:
      'Takes a whole import back, except rows that somebody changed since, which are listed.',
    kind: 'command',
    access: MANAGER_ONLY,
    touches: ['imports', 'areas', 'bookings', 'groups', 'officers', 'people', 'search', 'tasks'],
    input: z.object({ id: ImportId, act: ActId.optional() }).strict(),
    output: ImportRun,
  }),
};
