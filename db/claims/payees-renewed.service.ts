import type { payeesContract } from '#db/payees/payees-api.contract';
import type { Payee } from '#db/payees/payees.contract';
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
      await renewPaidTo(ctx, partiesOf(added.payee));
      return added;
    },
    async recordCallBack(ctx, wanted) {
      const before = await listSharingWith(ctx, wanted.id);
      const after = await payees.recordCallBack(ctx, wanted);
      await renewPaidTo(ctx, [...before, ...partiesOf(after)]);
      return after;
    },
    async rejectDetails(ctx, wanted) {
      const before = await listSharingWith(ctx, wanted.id);
      const after = await payees.rejectDetails(ctx, wanted);
      await renewPaidTo(ctx, [...before, ...partiesOf(after)]);
      return after;
    },
  };
}

const partiesOf = ({ of, sameAccount }: Pick<Payee, 'of' | 'sameAccount'>): readonly Party[] => [
  of,
  ...sameAccount.map((one) => one.of),
];

const renewPaidTo = async (ctx: Ctx, parties: readonly Party[]): Promise<void> =>
  renewDoubts(ctx, await listOpenPaidTo(ctx, parties));
