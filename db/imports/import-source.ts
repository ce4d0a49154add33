import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { ColumnChoices, ImportKind, ImportRow } from './imports.contract.ts';

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
  readonly commit: (run: RunName) => Promise<readonly MadeThing[]>;
};

/**
 * One kind of file that can be brought in. The engine checks that what was shown is what is done, keeps what was made,
 * and takes it back; a module says how its rows are read, judged, written and undone, and is introduced in `api.ts`.
 */
export type ImportSource = {
  readonly kind: ImportKind;
  /** Reads the file's text; throws a refusal when it is no such file. */
  readonly read: (text: string, columns: ColumnChoices, today: LocalDate) => SourceTable;
  readonly plan: (ctx: Ctx, table: SourceTable) => Promise<SourcePlan>;
  /** Takes things back; answers a sentence for each that had to stay as it is. */
  readonly undo: (ctx: Ctx, made: readonly MadeThing[], run: RunName) => Promise<readonly string[]>;
};
