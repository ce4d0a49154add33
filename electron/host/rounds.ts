import type { Core } from '#db/open-core';
import type { Logger, LogWord } from './logger.ts';

/** Calls some work again and again; answers how to stop. */
export type Repeat = (work: () => void) => () => void;

const A_MINUTE_MS = 60_000;

/** Every minute by the computer's clock, without keeping the program alive for it. */
export const everyMinute: Repeat = (work) => {
  const timer = setInterval(work, A_MINUTE_MS).unref();
  return () => clearInterval(timer);
};

/** What the rounds of the host need. */
export type RoundsHost = {
  readonly core: () => Core | undefined;
  readonly log: Logger;
  readonly repeat: Repeat;
};

export type Rounds = {
  /** One round now, or the one under way. */
  readonly round: () => Promise<void>;
  /** No further round; settles once the one under way is over. */
  readonly stop: () => Promise<void>;
};

/**
 * Does some work on the open centre with every turn of `repeat`. A round that is still under way lets the next one
 * pass; a round that fails is logged, and the next one tries again.
 */
export function startRounds(
  host: RoundsHost,
  whenFailed: LogWord,
  work: (core: Core) => Promise<void>,
): Rounds {
  let running: Promise<void> | undefined;

  async function once(): Promise<void> {
    const core = host.core();
    if (core !== undefined) await logFailure(host.log, whenFailed, () => work(core));
  }

  const round = (): Promise<void> => {
    running ??= once().finally(() => {
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

/** Does some work, and writes into the log when it fails. */
export async function logFailure(
  log: Logger,
  whenFailed: LogWord,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(whenFailed, { errorName: error instanceof Error ? error.name : 'unknown' });
  }
}
