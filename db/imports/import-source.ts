import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Sheet } from '#db/shared/table';
import type { ColumnChoices, ImportKind, ImportRow, Reading } from './imports.contract.ts';

/** What stands in a file: its text, or the sheets of a workbook. */
export type FileContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'workbook'; readonly sheets: readonly Sheet[] };

/** One row of a file with its cells by our own names of fields. */
export type SourceRow = {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The row as it stands in the file, for the file of problems. */
  readonly original: readonly string[];
  /** Why the row cannot be read at all; empty for an ordinary one. */
  readonly unreadable: string;
  /** Why the row is nothing to import, such as a cancelled entry; empty for an ordinary one. */
  readonly skipped: string;
};

/** A file as it was read, before anything of the centre was looked at. */
export type SourceTable = {
  readonly headings: readonly string[];
  /** Which heading holds which field, as chosen or guessed. */
  readonly columns: ColumnChoices;
  readonly rows: readonly SourceRow[];
  /** The names of a workbook's sheets, and the one that was read; none for a file of text. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** The line with the headings; null where a file has none. */
  readonly headingsOn: number | null;
};

/** One thing that an import made, at the version that it left. */
export type MadeThing = {
  readonly objectType: string;
  readonly objectId: string;
  readonly line: number;
  readonly words: string;
  readonly version: number;
};

/** The import that something belongs to. */
export type RunName = { readonly id: string; readonly reference: string };

/**
 * What would come of a file, and the way to do exactly that, in the unit of work in which it was planned. Nothing is
 * written before `commit`.
 */
export type SourcePlan = {
  readonly rows: readonly ImportRow[];
  /** Areas that the rows name and that nobody has entered, where the source could enter them. */
  readonly unknownAreas?: readonly string[];
  /** @param doubles lines of rows that may be on record already and are to be added all the same */
  readonly commit: (run: RunName, doubles: ReadonlySet<number>) => Promise<readonly MadeThing[]>;
};

/**
 * One kind of file that can be brought in. The engine checks that what was shown is what is done, keeps what was made,
 * and takes it back; a module says how its rows are read, judged, written and undone, and is introduced in `api.ts`.
 */
export type ImportSource = {
  readonly kind: ImportKind;
  /** Reads the file; throws a refusal when it is no such file. */
  readonly read: (content: FileContent, reading: Reading, today: LocalDate) => SourceTable;
  readonly plan: (
    ctx: Ctx,
    table: SourceTable,
    choices: { readonly makesAreas: boolean },
  ) => Promise<SourcePlan>;
  /** Takes things back; answers a sentence for each that had to stay as it is. */
  readonly undo: (ctx: Ctx, made: readonly MadeThing[], run: RunName) => Promise<readonly string[]>;
};
