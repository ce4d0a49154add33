// [browser-safe]
import { z } from 'zod';

/**
 * Names a long act. The page that starts it makes the name up and sends it as `act` with the call, so that it can
 * hear how far the act is, and stop it, before there is any answer.
 */
export const ActId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .brand('ActId');
export type ActId = z.infer<typeof ActId>;

/** How far an act is: `done` of `total` in the unit of its words, 'Row 1,200 of 5,000'. Nothing personal. */
export type Progress = {
  readonly done: number;
  readonly total: number;
  readonly words: string;
};

/** What the page that started an act is told while it waits. */
export type ActProgress = Progress & { readonly id: ActId };

/** The side of the host that a procedure sees: whom to tell, and whether anybody still wants it. */
export type LongAct = {
  /** Tells the page; about ten messages a second come through, whatever is reported. */
  readonly progress: (progress: Progress) => void;
  /** Throws `act.cancelled` once the person has stopped it; nothing of the unit is kept then. */
  readonly checkGoing: () => void;
};

/** A call that nobody watches and nobody can stop. */
export const UNWATCHED: LongAct = { progress: () => undefined, checkGoing: () => undefined };

/** The code of the refusal by which a stopped act ends. */
export const ACT_CANCELLED_CODE = 'act.cancelled';
