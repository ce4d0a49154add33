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
export const ImportKind = z.enum(['diary-csv', 'diary-ics']);
export type ImportKind = z.infer<typeof ImportKind>;

/** Which column of the file holds what: our field → the file's heading. Calendar files need none. */
export const ColumnChoices = z.record(z.string().max(40), Line.max(200));
export type ColumnChoices = z.infer<typeof ColumnChoices>;

/** One row of the file and what importing it would do. */
export const ImportRow = z.object({
  /** Line in the file, counted from 1; for a calendar file the number of the event. */
  line: z.int(),
  /** The row as the desk would say it: 'Mon 1 Mar 2027, 10am to 12pm, Meeting Room, Ashdown TRA'. */
  words: z.string(),
  outcome: z.enum(['add', 'problem', 'skip']),
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
  adds: z.int(),
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
  /** The file's text; 10 MB at most. */
  text: z.string().max(10_000_000, 'This file is too large. Split it into files under 10 MB.'),
  columns: ColumnChoices.default({}),
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
    touches: ['imports', 'bookings', 'groups', 'people', 'search'],
    takesFile: true,
    input: z.object({ ...file, planId: z.string().max(80) }).strict(),
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
    touches: ['imports', 'bookings', 'groups', 'people', 'search'],
    input: z.object({ id: ImportId, act: ActId.optional() }).strict(),
    output: ImportRun,
  }),
};
