import { DAILY_WORK, type DailyWork } from '#db/daily-work';
import { type Core, PROGRAM } from '#db/open-core';
import { todayOf } from '#db/settings/settings.service';
import type { LocalDate } from '#db/shared/local-date';
import type { Changes } from './changes.ts';
import type { Logger } from './logger.ts';
import type { Repeat } from './overdue-rounds.ts';

/**
 * Does the day's own work of the modules, at once and then on the first turn of `repeat` on each new day of the
 * centre, and again where another centre was opened meanwhile. Each work has a unit of its own; one that fails is
 * logged and tried again on the next turn.
 */
export function startDailyRounds(host: {
  readonly core: () => Core | undefined;
  readonly changes: Changes;
  readonly log: Logger;
  readonly repeat: Repeat;
  /** The program's own list, unless a test gives another. */
  readonly work?: readonly DailyWork[];
}): { readonly stop: () => Promise<void>; readonly round: () => Promise<void> } {
  const { work = DAILY_WORK } = host;
  const doneOn = new Map<DailyWork, { readonly core: Core; readonly day: LocalDate }>();
  let running: Promise<void> | undefined;

  async function doOne(core: Core, day: LocalDate, one: DailyWork): Promise<void> {
    const last = doneOn.get(one);
    if (last?.core === core && last.day === day) return;
    try {
      const hasChanged = await core.unit(PROGRAM, 'writes', one.run);
      doneOn.set(one, { core, day });
      if (hasChanged) host.changes.tell({ changed: [...one.touches] });
    } catch (error) {
      host.log.error('daily.failed', {
        errorName: error instanceof Error ? error.name : 'unknown',
      });
    }
  }

  async function doAll(): Promise<void> {
    const core = host.core();
    if (core === undefined) return;
    try {
      const day = await core.unit(PROGRAM, 'reads', async (ctx) => todayOf(ctx));
      for (const one of work) await doOne(core, day, one);
    } catch (error) {
      host.log.error('daily.failed', {
        errorName: error instanceof Error ? error.name : 'unknown',
      });
    }
  }

  const round = (): Promise<void> => {
    running ??= doAll().finally(() => {
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
