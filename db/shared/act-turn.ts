import { setImmediate as theOthersTurn } from 'node:timers/promises';
import type { LongAct, Progress } from './long-act.ts';

/**
 * Between two parts of a long piece of work: the wish to stop can come in, is obeyed (throws `act.cancelled`), and
 * the page hears how far it is.
 */
export async function tellAndTurn(act: LongAct, progress: Progress): Promise<void> {
  await theOthersTurn();
  act.checkGoing();
  act.progress(progress);
}
