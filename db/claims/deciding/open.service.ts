import { recordAudit } from '#db/audit/record';
import type { Handlers } from '#db/shared/contract';
import { millisecondsOf, toInstant } from '#db/shared/instant';
import type { decidingContract } from '../deciding.contract.ts';
import * as queue from '../queue.repository.ts';
import { getStored } from '../read-claim.service.ts';
import { stepTaker } from './step.service.ts';

/** A claim stays in hand for so long after it was last taken up. */
const IN_HAND_MILLISECONDS = 10 * 60_000;

/** Takes a claim in hand, so that two officers do not decide one claim at once; it lets go by itself. */
export const openService: Pick<Handlers<typeof decidingContract>, 'open'> = {
  async open(ctx, { id, isLetGo }) {
    const { reference } = await getStored(ctx, id);
    const me = stepTaker(ctx);
    const other = await queue.findHolder(ctx, id, { exceptUserId: me });
    const until = toInstant(millisecondsOf(ctx.now()) + IN_HAND_MILLISECONDS);
    if (other === undefined) await queue.setHolder(ctx, id, isLetGo ? null : { userId: me, until });
    await recordAudit(ctx, {
      action: isLetGo ? 'claim.let-go' : 'claim.opened',
      objectType: 'claim',
      objectId: id,
      after: { reference, isInOtherHands: other !== undefined },
    });
    if (other !== undefined) return { openedBy: other.name, until: other.until, isMine: false };
    const name = ctx.actor.kind === 'user' ? ctx.actor.displayName : '';
    return isLetGo
      ? { openedBy: '', until: '', isMine: false }
      : { openedBy: name, until, isMine: true };
  },
};
