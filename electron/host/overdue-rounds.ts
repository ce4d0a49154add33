import { isAnythingOverdue, lapseOverdue } from '#db/bookings/queue/lapse.service';
import { type Core, PROGRAM } from '#db/open-core';
import type { Changes } from './changes.ts';
import type { Logger } from './logger.ts';

/** Calls some work again and again; answers how to stop. */
export type Repeat = (work: () => void) => () => void;

const A_MINUTE_MS = 60_000;

/** Every minute by the computer's clock, without keeping the program alive for it. */
export const everyMinute: Repeat = (work) => {
  const timer = setInterval(work, A_MINUTE_MS).unref();
  return () => clearInterval(timer);
};

/**
 * Ends holds and offers whose time is up, at once and then with every turn of `repeat`. A round that is still under
 * way lets the next one pass; a round that fails is logged, and the next one tries again.
 */
export function startOverdueRounds(host: {
  readonly core: () => Core | undefined;
  readonly changes: Changes;
  readonly log: Logger;
  readonly repeat: Repeat;
}): { readonly stop: () => Promise<void>; readonly round: () => Promise<void> } {
  let running: Promise<void> | undefined;

  async function endOverdue(): Promise<void> {
    const core = host.core();
    if (core === undefined) return;
    try {
      if (!(await core.unit(PROGRAM, 'reads', isAnythingOverdue))) return;
      await core.unit(PROGRAM, 'writes', lapseOverdue);
      host.changes.tell({ changed: ['bookings', 'search', 'tasks'] });
    } catch (error) {
      host.log.error('overdue.failed', {
        errorName: error instanceof Error ? error.name : 'unknown',
      });
    }
  }

  const round = (): Promise<void> => {
    running ??= endOverdue().finally(() => {
      running = undefined;
    });
    return running;
  };
  const stopRepeating = host.repeat(() => void round());
  return {
    round,
    async stop() {
      stopRepeating();
      await running;
    },
  };
}
