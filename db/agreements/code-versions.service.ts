import { recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import * as parts from './agreement-parts.repository.ts';
import type { CodeVersionLine } from './agreements.contract.ts';
import type { agreementsContract } from './agreements-api.contract.ts';
import { agreementErrors } from './agreements.errors.ts';
import * as agreements from './agreements.repository.ts';
import { codeInForce, codeLines, isSameVersion } from './agreements.rules.ts';

/** Versions of the council's code of conduct, and which groups adopted which (GRP-10). */
export const codeService: Pick<
  Handlers<typeof agreementsContract>,
  'codeVersions' | 'addCodeVersion' | 'withdrawCodeVersion' | 'codeStanding'
> = {
  async codeVersions(ctx) {
    return listLines(ctx);
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
    return listLines(ctx);
  },

  async withdrawCodeVersion(ctx, { version }) {
    const known = (await parts.listCodeVersions(ctx)).find((each) => each.version === version);
    if (known === undefined)
      throw agreementErrors.error('agreement.code-version-gone', { version });
    const signed = (await agreements.listSignedCodes(ctx)).find((each) =>
      isSameVersion(each.version, version),
    );
    if (signed !== undefined)
      throw agreementErrors.error('agreement.code-version-adopted', {
        version,
        group: signed.group,
      });
    await parts.removeCodeVersion(ctx, version);
    await recordAudit(ctx, {
      action: 'code.version-withdrawn',
      objectType: 'code',
      objectId: version,
      before: { version, from: known.from },
    });
    return listLines(ctx);
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

async function listLines(ctx: Ctx): Promise<CodeVersionLine[]> {
  const signed = await agreements.listSignedCodes(ctx);
  return (await parts.listCodeVersions(ctx)).map((known) => ({
    ...known,
    isAdopted: signed.some((each) => isSameVersion(each.version, known.version)),
  }));
}
