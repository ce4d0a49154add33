import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import * as capUses from '../cap-uses.repository.ts';
import type { claimsContract } from '../claims-api.contract.ts';
import type { ClaimState } from '../claims.contract.ts';
import { claimErrors } from '../claims.errors.ts';
import { keepClaim } from '../filing/keep-claim.service.ts';
import * as lines from '../lines.repository.ts';
import { getWhole } from '../read-claim.service.ts';
import { putWaitingTasks } from '../waiting-tasks.service.ts';
import { moveClaim } from './freeze.service.ts';

const MAY_REOPEN: readonly ClaimState[] = ['to-sign', 'filed', 'verified', 'asked'];
const MAY_WITHDRAW: readonly ClaimState[] = ['draft', ...MAY_REOPEN];

/** Opening a signed claim to be changed, and taking one back. What was decided stays as it is in both. */
export const reopenService: Pick<Handlers<typeof claimsContract>, 'reopen' | 'withdraw'> = {
  async reopen(ctx, { id, version, why }) {
    const whole = await getWhole(ctx, id);
    const { reference, state } = whole.stored;
    const wanted = state === 'asked' ? 'asked' : 'waiting';
    const opened = whole.lines.filter((line) => line.state === wanted);
    if (!MAY_REOPEN.includes(state) || opened.length === 0)
      throw claimErrors.error('claim.cannot-reopen', { reference, state });
    for (const line of opened) await openLine(ctx, line);
    const kept = whole.lines.filter((line) => line.state !== 'withdrawn' && line.state !== wanted);
    await moveClaim(ctx, whole.stored, version, {
      state: kept.length === 0 ? 'draft' : 'asked',
      sign_key: null,
      opened_by_user_id: null,
      opened_until: null,
    });
    await putWaitingTasks(ctx);
    return keepClaim(ctx, id, { action: 'claim.reopened', reason: why }, whole);
  },

  async withdraw(ctx, { id, version, why }) {
    const whole = await getWhole(ctx, id);
    const { reference, state, decidedPence, paidPence } = whole.stored;
    const going = whole.lines.filter((line) => ['open', 'waiting', 'asked'].includes(line.state));
    const isDecided = whole.lines.some((line) =>
      ['approved', 'other', 'rejected'].includes(line.state),
    );
    if (!MAY_WITHDRAW.includes(state) || (isDecided && going.length === 0))
      throw claimErrors.error('claim.cannot-withdraw', { reference, state });
    for (const line of going) {
      await lines.update(ctx, line.id, { state: 'withdrawn' });
      await capUses.forget(ctx, line.id);
    }
    const isPaid = (decidedPence ?? 0) > 0 && paidPence === decidedPence;
    await moveClaim(ctx, whole.stored, version, {
      state: isDecided ? (isPaid ? 'paid' : 'decided') : 'withdrawn',
      withdrawn_why: why,
      sign_key: null,
    });
    await putWaitingTasks(ctx);
    return keepClaim(ctx, id, { action: 'claim.withdrawn', reason: why }, whole);
  },
};

/** A line that may be changed again; what it used up of caps is given back. */
async function openLine(ctx: Ctx, line: Pick<lines.StoredLine, 'id'>): Promise<void> {
  await lines.update(ctx, line.id, { state: 'open' });
  await capUses.forget(ctx, line.id);
}
