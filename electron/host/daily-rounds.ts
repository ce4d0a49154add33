import { DAILY_WORK, type DailyWork } from '#db/daily-work';
import { type Core, PROGRAM } from '#db/open-core';
import { todayOf } from '#db/settings/settings.service';
import type { LocalDate } from '#db/shared/local-date';
import type { Changes } from './changes.ts';
import { logFailure, type Rounds, type RoundsHost, startRounds } from './rounds.ts';

/**
 * Does the day's own work of the modules, at once and then on the first turn of `repeat` on each new day of the
 * centre, and again where another centre was opened meanwhile. Each work has a unit of its own; one that fails is
 * logged and tried again on the next turn.
 */
export function startDailyRounds(
  host: RoundsHost & {
    readonly changes: Changes;
    /** The program's own list, unless a test gives another. */
    readonly work?: readonly DailyWork[];
  },
): Rounds {
  const { work = DAILY_WORK } = host;
  const doneOn = new Map<DailyWork, { readonly core: Core; readonly day: LocalDate }>();

  async function doOne(core: Core, day: LocalDate, one: DailyWork): Promise<void> {
    const last = doneOn.get(one);
    if (last?.core === core && last.day === day) return;
    const hasChanged = await core.unit(PROGRAM, 'writes', one.run);
    doneOn.set(one, { core, day });
    if (hasChanged) host.changes.tell({ changed: [...one.touches] });
  }

  return startRounds(host, 'daily.failed', async (core) => {
    const day = await core.unit(PROGRAM, 'reads', async (ctx) => todayOf(ctx));
    for (const one of work) await logFailure(host.log, 'daily.failed', () => doOne(core, day, one));
  });
}
