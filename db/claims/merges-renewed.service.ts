import type { holdingsContract, RecordKind } from '#db/holdings/holdings.contract';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { renewDoubts } from './filing/renew-doubts.service.ts';
import { listOpenOf } from './neighbours.repository.ts';

type Holdings = Handlers<typeof holdingsContract>;

/**
 * The verbs of holdings, after which the doubts of claims are counted again where two records became one person or one
 * group, or two again: what stood on different people's claims is then one person's twice, and an account one payee's.
 * Holdings know no claims; `api.ts` introduces them.
 */
export function holdingsWithClaimsRenewed<All extends Holdings>(holdings: All): All {
  return {
    ...holdings,
    async joinRecords(ctx, wanted) {
      const joined = await holdings.joinRecords(ctx, wanted);
      await renewOf(ctx, joined.kind, [joined.keptId]);
      return joined;
    },
    async undoJoin(ctx, wanted) {
      const undone = await holdings.undoJoin(ctx, wanted);
      await renewOf(ctx, undone.kind, [undone.keptId, undone.lostId]);
      return undone;
    },
  };
}

const renewOf = async (ctx: Ctx, kind: RecordKind, ids: readonly string[]): Promise<void> =>
  renewDoubts(ctx, await listOpenOf(ctx, kind, ids));
