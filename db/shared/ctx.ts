import type { EntityManager } from 'typeorm';
import type { FileRead } from './incoming-file.ts';
import type { Instant } from './instant.ts';
import type { LongAct } from './long-act.ts';
import type { PaperJob, DrawnPaper, TellDrawn } from './paper.ts';
import type { Role } from './roles.ts';
import type { PlainTable, WorkbookRead } from './table.ts';

/** Who acts. `program` is the program itself: first run, practice data, nightly work. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'program' }
  | {
      readonly kind: 'user';
      readonly userId: string;
      readonly displayName: string;
      readonly role: Role;
    };

/** Where a call came from; it goes into the audit trail. */
export type Origin = {
  readonly actor: Actor;
  readonly host: 'web' | 'desktop' | 'program';
  readonly sessionId: string | null;
  readonly requestId: string;
  /** Only where a page watches the call and can stop it. */
  readonly act?: LongAct;
  /** The screen is handed over to whoever fills in this one claim; nothing of anybody else is told there. */
  readonly handedOver?: { readonly claimId: string };
};

/** Seals single fields of the file, such as bank details, with a key that lies outside it. */
export type FieldKeys = {
  /** Seals a text for one place, such as a row's id; moved to another place it cannot be opened. */
  readonly seal: (text: string, place: string) => string;
  /** Undefined where the key that sealed it is not here, and where it was changed or moved. */
  readonly open: (sealed: string, place: string) => string | undefined;
  /** The same text gives the same mark under this centre's key, so that sealed values can be compared. */
  readonly mark: (text: string, purpose: string) => string;
};

/**
 * The first argument of every service and repository function: one unit of work.
 * `tx` is the only way to the database; `now` the only clock; `newId` the only source of ids.
 */
export type Ctx = Origin &
  LongAct & {
    readonly tx: EntityManager;
    readonly now: () => Instant;
    /** Milliseconds that no change of the computer's clock moves; for lock-outs. */
    readonly steadyMilliseconds: () => number;
    readonly newId: () => string;
    readonly fieldKeys: FieldKeys;
    readonly mode: 'real' | 'practice';
    readonly appVersion: string;
    /** Runs after the unit has been written to disk; never for one that failed. */
    readonly afterCommit: (work: () => void) => void;
    /** How many audit entries this unit has written; a command must leave at least one. */
    readonly audited: { count: number };
  };

/** Slow work, done beside the database's process or in its worker threads. */
export type SlowWork = {
  /** Draws a paper from plain values. A long one says through `tell` how far it is, and stops where that throws. */
  readonly drawPaper: (job: PaperJob, tell?: TellDrawn) => Promise<DrawnPaper>;
  /** Writes a table as a workbook. */
  readonly writeWorkbook: (table: PlainTable) => Promise<Uint8Array>;
  /** Reads a workbook that may come from anybody; a fault where it is none. */
  readonly readWorkbook: (bytes: Uint8Array) => Promise<WorkbookRead>;
  /** Looks at a picture or PDF that may come from anybody; a fault where it cannot be kept safely. */
  readonly readIncomingFile: (bytes: Uint8Array) => Promise<FileRead>;
  /** Makes the stored form of a passphrase or PIN. */
  readonly hashSecret: (secret: string) => Promise<string>;
  /** Compares in constant time; `stored` undefined takes as long and answers false. */
  readonly matchesSecret: (secret: string, stored: string | undefined) => Promise<boolean>;
};

/** What a procedure of kind `steps` gets: units of work of its own, and slow work between them. */
export type Steps = Origin &
  LongAct & {
    readonly unit: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;
    readonly slow: SlowWork;
  };
