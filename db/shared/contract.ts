import type { z } from 'zod';
import type { Ctx, Steps } from './ctx.ts';
import type { Role } from './roles.ts';

/**
 * How a procedure runs:
 * - `query`: one unit of work that only reads.
 * - `command`: one unit of work that changes something and leaves at least one audit entry.
 * - `steps`: slow work (drawing a paper, deriving a key) between units of work of its own.
 * - `host`: answered by the host itself (sessions, folders), before or beside the database.
 */
export type ProcedureKind = 'query' | 'command' | 'steps' | 'host';

/** `anyone`: no sign-in needed. `signed-in`: every role. Otherwise the roles named. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

export type Procedure<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  K extends ProcedureKind = ProcedureKind,
> = {
  /** What it does, in one sentence for the printed contract. */
  readonly summary: string;
  readonly kind: K;
  readonly access: Access;
  readonly input: I;
  readonly output: O;
  /** May be called while the session is locked (unlocking, signing out, asking who is there). */
  readonly whileLocked?: boolean;
  /** May be called before the first run is finished. */
  readonly duringSetup?: boolean;
  /** Carries a file of several megabytes; a door takes that much from signed-in callers only. */
  readonly takesFile?: boolean;
  /** Modules whose screens read again after a successful call. */
  readonly touches?: readonly string[];
};

export type ModuleContract = Readonly<Record<string, Procedure>>;

/** Declares one procedure; it exists so that the input, output and kind keep their exact types. */
export function procedure<I extends z.ZodType, O extends z.ZodType, const K extends ProcedureKind>(
  declared: Procedure<I, O, K>,
): Procedure<I, O, K> {
  return declared;
}

/** What a service has to offer to honour a contract; `host` procedures are honoured by the host. */
export type Handlers<C extends ModuleContract> = {
  readonly [V in keyof C as C[V]['kind'] extends 'host' ? never : V]: C[V]['kind'] extends 'steps'
    ? (steps: Steps, input: z.output<C[V]['input']>) => Promise<z.input<C[V]['output']>>
    : (ctx: Ctx, input: z.output<C[V]['input']>) => Promise<z.input<C[V]['output']>>;
};

/** What the caller of a procedure gives and gets. */
export type InputOf<P extends Procedure> = z.input<P['input']>;
export type OutputOf<P extends Procedure> = z.output<P['output']>;
