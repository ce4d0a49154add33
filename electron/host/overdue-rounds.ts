import { isAnythingOverdue, lapseOverdue } from '#db/bookings/queue/lapse.service';
import { PROGRAM } from '#db/open-core';
import type { Changes } from './changes.ts';
import { type Rounds, type RoundsHost, startRounds } from './rounds.ts';

/** Ends holds and offers whose time is up, at once and then with every turn of `repeat`. */
export function startOverdueRounds(host: RoundsHost & { readonly changes: Changes }): Rounds {
  return startRounds(host, 'overdue.failed', async (core) => {
    if (!(await core.unit(PROGRAM, 'reads', isAnythingOverdue))) return;
    await core.unit(PROGRAM, 'writes', lapseOverdue);
    host.changes.tell({ changed: ['bookings', 'search', 'tasks'] });
  });
}
