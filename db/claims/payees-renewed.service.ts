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
    // What is checked, turned down or withdrawn now was named before; what gives way by it is named no more.
    recordCallBack: renewingWhoShared(payees.recordCallBack),
    rejectDetails: renewingWhoShared(payees.rejectDetails),
    withdrawDetails: renewingWhoShared(payees.withdrawDetails),
  };
}

/** A verb on details, after which the claims of all who shared their account before it are counted again. */
const renewingWhoShared =
  <Wanted extends { readonly id: string }, Answer>(
    verb: (ctx: Ctx, wanted: Wanted) => Promise<Answer>,
  ) =>
  async (ctx: Ctx, wanted: Wanted): Promise<Answer> => {
    const before = await listSharingWith(ctx, wanted.id);
    const after = await verb(ctx, wanted);
    await renewPaidTo(ctx, before);
    return after;
  };

const renewPaidTo = async (ctx: Ctx, parties: readonly Party[]): Promise<void> =>
  renewDoubts(ctx, await listOpenPaidTo(ctx, parties));
