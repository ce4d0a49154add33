import { policyOn } from '#db/claim-policy/claim-policy.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { Role } from '#db/shared/roles';
import * as claims from '../claims.repository.ts';
import type { decidingContract } from '../deciding.contract.ts';
import { readAccountHands } from '../hands.repository.ts';
import * as queue from '../queue.repository.ts';
import { readPromises, toSummaries } from '../read-claim.service.ts';
import { type Step, stepsApart } from './hands.service.ts';

/** What each role takes on; the auditor looks at everything that is open. */
const PARTS_OF_ROLE: Readonly<Record<Exclude<Role, 'auditor'>, readonly MyPart[]>> = {
  desk: ['filed'],
  officer: ['filed'],
  finance: ['verified', 'second', 'to-pay'],
  manager: ['verified', 'second', 'to-pay'],
};

/** The step that a claim of each part waits for. */
const STEP_OF_PART = {
  filed: 'verify',
  verified: 'approve',
  second: 'second',
  'to-pay': 'pay',
} as const satisfies Readonly<Partial<Record<queue.QueuePart, Step>>>;

type MyPart = keyof typeof STEP_OF_PART;

type Wanted = Parameters<Handlers<typeof decidingContract>['queue']>[1];

/** Claims that wait for a step. */
export const queueService: Pick<Handlers<typeof decidingContract>, 'queue'> = {
  async queue(ctx, { show, order, limit, offset }) {
    const mine = await mineOf(ctx);
    const wanted = wantedOf(show, mine);
    const found = await queue.listQueue(ctx, wanted, { order, limit, offset });
    const counts = await queue.countParts(ctx);
    return {
      claims: await toSummaries(ctx, await claims.listByIds(ctx, found.ids)),
      total: found.total,
      counts: { mine: await queue.countQueue(ctx, mine), ...counts },
      late: await countLate(ctx),
    };
  },
};

function wantedOf(show: Wanted['show'], mine: queue.QueueWanted): queue.QueueWanted {
  if (show === 'mine') return mine;
  return show === 'all-open' ? { show } : { show: 'parts', parts: [show] };
}

/**
 * What the account that asks may take on by the rules of `checkHands`: a claim that it entered, checked or approved, or
 * in which its person has a hand, is for others.
 */
async function mineOf(ctx: Ctx): Promise<queue.QueueWanted> {
  const userId = userIdOf(ctx.actor);
  if (ctx.actor.kind !== 'user' || ctx.actor.role === 'auditor' || userId === null)
    return { show: 'all-open' };
  const { general } = await policyOn(ctx, todayOf(ctx));
  return {
    show: 'mine',
    hands: await readAccountHands(ctx, userId),
    parts: PARTS_OF_ROLE[ctx.actor.role].map((part) => ({
      part,
      apartFrom: stepsApart(STEP_OF_PART[part]),
      isNotForEnterer: part === 'filed' && !general.entererMayVerify,
    })),
  };
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
