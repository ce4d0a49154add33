import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { claimPolicyContract } from './claim-policy.contract.ts';
import { sheetWords } from './claimable-sheet.rules.ts';
import type { Policy } from './pricing.contract.ts';

/** The sheet of what can be claimed, from the policy of a day. */
export function claimableSheet(
  policyOn: (ctx: Ctx, day: LocalDate) => Promise<Policy>,
): Pick<Handlers<typeof claimPolicyContract>, 'printSheet'> {
  return {
    async printSheet(steps, { on, size }) {
      const values = await steps.unit(async (ctx) => ({
        ...(await paperFrameOf(ctx, size)),
        on,
        ...sheetWords(await policyOn(ctx, on)),
      }));
      return drawPaperAs(steps, {
        paper: 'what-you-can-claim',
        values,
        title: 'What you can claim',
        fileName: `what-you-can-claim-${on}.pdf`,
      });
    },
  };
}
