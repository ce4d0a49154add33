import { recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import * as parts from './agreement-parts.repository.ts';
import type { agreementsContract } from './agreements-api.contract.ts';
import { agreementErrors } from './agreements.errors.ts';
import * as agreements from './agreements.repository.ts';
import { codeInForce, codeLines, isSameVersion } from './agreements.rules.ts';

/** Versions of the council's code of conduct, and which groups adopted which (GRP-10). */
export const codeService: Pick<
  Handlers<typeof agreementsContract>,
  'codeVersions' | 'addCodeVersion' | 'codeStanding'
> = {
  async codeVersions(ctx) {
    return parts.listCodeVersions(ctx);
  },

  async addCodeVersion(ctx, wanted) {
    const known = (await parts.listCodeVersions(ctx)).find((each) =>
      isSameVersion(each.version, wanted.version),
    );
    if (known !== undefined) throw agreementErrors.error('agreement.code-version-taken', known);
    await parts.insertCodeVersion(ctx, wanted);
    await recordAudit(ctx, {
      action: 'code.version-added',
      objectType: 'code',
      objectId: wanted.version,
      after: { version: wanted.version, from: wanted.from },
    });
    return parts.listCodeVersions(ctx);
  },

  async codeStanding(ctx) {
    const today = todayOf(ctx);
    const current = codeInForce(await parts.listCodeVersions(ctx), today);
    return {
      current: current?.version ?? '',
      lines: codeLines(await agreements.listAdoptions(ctx, today), current),
    };
  },
};
