/** Who a column names: a person or a group. */
export type HoldingSubject = 'person' | 'group';

/** What happens when another column of the same row names the kept record already. */
export type HoldingClash = {
  readonly column: string;
  /** Empty that column, leave this one empty, or set the whole row aside. */
  readonly what: 'clear-that' | 'clear-this' | 'set-aside';
};

/**
 * One place where the file says something about a person or a group. Each module declares its own; together they say
 * what is held about whom, and what a merge, a copy for the person and, one day, an erasure must look at.
 */
export type Holding = {
  readonly table: string;
  readonly column: string;
  readonly subject: HoldingSubject;
  /** What one row is, for people: 'booking as the responsible person'. */
  readonly words: string;
  /** By which line of the council's retention schedule it goes one day. */
  readonly recordType: string;
  /** Whether the row tells of money, which is kept for as long as the accounts are. */
  readonly keepsMoney: boolean;
  /** `move-unless-same` sets a row aside where the kept record has one that is the same by `sameBy`. */
  readonly onMerge: 'move' | 'move-unless-same' | 'keep';
  readonly onErase: 'delete' | 'unlink' | 'keep-until';
  /** Columns that, together with `column`, may stand only once. Empty: one row for each record. */
  readonly sameBy?: readonly string[];
  /** A column of numbers from 0 on; a moved row goes to the end. */
  readonly numbered?: string;
  /** The id stands inside a text or JSON, anywhere in it. */
  readonly isInText?: true;
  /** Narrows a column that holds ids of several kinds, such as `object_type`. */
  readonly only?: { readonly column: string; readonly is: string };
  readonly clashes?: readonly HoldingClash[];
  /** What becomes of a kept row when its time is over; it is deleted where nothing is said. */
  readonly afterwards?: 'unlink';
  /**
   * For rows kept for a while after an erasure: the columns of which the first filled one says when that time begins.
   * With none of them filled, what the row tells of still goes on.
   */
  readonly ends?: readonly string[];
  /** The same in rows of another table that belong to this one; without any such row, nothing is kept. */
  readonly endsBeside?: RowsBeside & { readonly ends: readonly string[] };
  /** What columns with words about the person say once the row names them no longer; empty ones stay as they are. */
  readonly empties?: Readonly<Record<string, string>>;
  readonly emptiesBeside?: readonly (RowsBeside & {
    readonly empties: Readonly<Record<string, string>>;
  })[];
  /** An erasure may leave the column empty; others then name somebody erased. */
  readonly mayBeEmpty?: true;
  /** The only columns that tell of the subject, where the row is about somebody else; all of them as a rule. */
  readonly tells?: readonly string[];
  /** Columns with a name of somebody else in words, which a copy for the subject leaves out. */
  readonly namesOthers?: readonly string[];
  /** Columns reckoned from other rows, which the program renews by itself; without them a row is as it was. */
  readonly reckoned?: readonly string[];
  /** Not counted for people: a second column of a row that is counted already. */
  readonly isBeside?: true;
};

/** Rows of another table that belong to a row by its id. */
export type RowsBeside = { readonly table: string; readonly column: string };

/** How a value of a column is put into words. */
export type ShownAs = 'text' | 'word' | 'day' | 'yes-no' | 'list' | 'area' | 'person' | 'group';

/**
 * A thing a record says once, such as a phone number, of which one of two values wins when records are put together.
 * `field` is its name in the audit trail. Columns beyond the shown ones follow the choice.
 */
export type MergeField = {
  readonly subject: HoldingSubject;
  readonly field: string;
  readonly words: string;
  readonly table: string;
  /** The column that holds the id of the record. */
  readonly key: string;
  readonly columns: readonly string[];
  readonly shown: readonly (readonly [column: string, as: ShownAs])[];
  /** Values of the first shown column that say nothing, besides an empty one. */
  readonly saysNothing?: readonly (string | number)[];
};
