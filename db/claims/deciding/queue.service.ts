import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { Role } from '#db/shared/roles';
import * as claims from '../claims.repository.ts';
import type { decidingContract } from '../deciding.contract.ts';
import * as queue from '../queue.repository.ts';
import { readPromises, toSummaries } from '../read-claim.service.ts';

/** What each role takes on; the auditor looks at everything that is open. */
const PARTS_OF_ROLE: Readonly<Record<Exclude<Role, 'auditor'>, readonly queue.QueuePart[]>> = {
  desk: ['filed'],
  officer: ['filed'],
  finance: ['verified', 'second', 'to-pay'],
  manager: ['verified', 'second', 'to-pay'],
};

type Wanted = Parameters<Handlers<typeof decidingContract>['queue']>[1];

/** Claims that wait for a step. */
export const queueService: Pick<Handlers<typeof decidingContract>, 'queue'> = {
  async queue(ctx, { show, order, limit, offset }) {
    const found = await queue.listQueue(ctx, wantedOf(ctx, show), { order, limit, offset });
    const counts = await queue.countParts(ctx);
    return {
      claims: await toSummaries(ctx, await claims.listByIds(ctx, found.ids)),
      total: found.total,
      counts: { ...counts },
      late: await countLate(ctx),
    };
  },
};

function wantedOf(ctx: Ctx, show: Wanted['show']): queue.QueueWanted {
  if (show === 'all-open') return { show };
  if (show !== 'mine') return { show: 'parts', parts: [show] };
  const userId = userIdOf(ctx.actor);
  if (ctx.actor.kind !== 'user' || ctx.actor.role === 'auditor' || userId === null)
    return { show: 'all-open' };
  return { show: 'mine', parts: PARTS_OF_ROLE[ctx.actor.role], userId };
}

/** Undecided claims past the day that was promised when they came in. */
async function countLate(ctx: Ctx): Promise<number> {
  const today = todayOf(ctx);
  const promise = await readPromises(ctx);
  let late = 0;
  for (const { day, claims: came } of await queue.countUndecidedByDay(ctx)) {
    const promised = await promise({ state: 'filed', receivedOn: day });
    if (promised !== null && promised < today) late += came;
  }
  return late;
}
