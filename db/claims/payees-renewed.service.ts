import type { payeesContract } from '#db/payees/payees-api.contract';
import type { Party } from '#db/people/party.contract';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { renewDoubts } from './filing/renew-doubts.service.ts';
import { listOpenPaidTo, listSharingWith } from './neighbours.repository.ts';

type Payees = Handlers<typeof payeesContract>;

/**
 * The verbs of payees, after which the doubts of claims are counted again where somebody is paid to an account that is
 * named for others too, or was until now. Payees know no claims; `api.ts` introduces them.
 */
export function payeesWithClaimsRenewed(payees: Payees): Payees {
  return {
    ...payees,
    async addDetails(ctx, wanted) {
      const added = await payees.addDetails(ctx, wanted);
      const { staged } = added.payee;
      if (staged !== null) await renewPaidTo(ctx, await listSharingWith(ctx, staged.id));
      return added;
    },
    async recordCallBack(ctx, wanted) {
      const before = await listSharingWith(ctx, wanted.id);
      const after = await payees.recordCallBack(ctx, wanted);
      // What is checked now was named before too; what gives way is named no more.
      await renewPaidTo(ctx, before);
      return after;
    },
    async rejectDetails(ctx, wanted) {
      const before = await listSharingWith(ctx, wanted.id);
      const after = await payees.rejectDetails(ctx, wanted);
      // What was turned down is named no more; what holds again was in force before.
      await renewPaidTo(ctx, before);
      return after;
    },
    async withdrawDetails(ctx, wanted) {
      const before = await listSharingWith(ctx, wanted.id);
      const after = await payees.withdrawDetails(ctx, wanted);
      await renewPaidTo(ctx, before);
      return after;
    },
  };
}

const renewPaidTo = async (ctx: Ctx, parties: readonly Party[]): Promise<void> =>
  renewDoubts(ctx, await listOpenPaidTo(ctx, parties));
