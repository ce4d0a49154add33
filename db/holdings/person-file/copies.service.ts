import { recordAudit } from '#db/audit/record';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { localDateTimeOf } from '#db/shared/local-date';
import type { copiesContract } from '../copies.contract.ts';
import { copyRequestsService } from './copy-requests.service.ts';
import { gatherEverything, listMentionsOf, type PersonFile } from './everything.service.ts';
import type { PersonFileValues } from './person-file.pdf.ts';

/** Everything held about one person or group as one file, and the requests for it. */
export const copiesService: Handlers<typeof copiesContract> = {
  ...copyRequestsService,

  async mentions(ctx, of) {
    return listMentionsOf(ctx, of);
  },

  async exportEverything(steps, wanted) {
    const { kind, id, withOthers, size } = wanted;
    const { file, frame, madeAt } = await steps.unit(async (ctx) => {
      const found = await gatherEverything(ctx, wanted);
      await auditCopy(ctx, wanted, found);
      return {
        file: found,
        frame: await paperFrameOf(ctx, size),
        madeAt: localDateTimeOf(ctx.now()),
      };
    });
    const values: PersonFileValues = {
      ...frame,
      name: file.name,
      isMasked: !withOthers,
      sections: [...file.sections],
    };
    const data = { about: { kind, id, name: file.name }, madeAt, sections: file.sections };
    return {
      paper: await drawPaperAs(steps, {
        paper: 'person-file',
        values,
        title: 'Everything held',
        fileName: 'everything-held.pdf',
      }),
      data: {
        title: 'Everything held, as data',
        fileName: 'everything-held.json',
        mediaType: 'application/json',
        text: `${JSON.stringify(data, null, 2)}\n`,
      },
      rows: file.rows,
      masked: file.masked,
    };
  },
};

async function auditCopy(
  ctx: Ctx,
  of: { readonly kind: string; readonly id: string; readonly withOthers: boolean },
  file: PersonFile,
): Promise<void> {
  await recordAudit(ctx, {
    action: `${of.kind}.copy-made`,
    objectType: of.kind,
    objectId: of.id,
    after: { entries: file.rows, masked: file.masked, withOthers: of.withOthers },
  });
}
