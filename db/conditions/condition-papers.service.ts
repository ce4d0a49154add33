import { MASKED } from '#db/people/people.rules';
import { drawPaperAs, paperFrameOf } from '#db/settings/papers.service';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { isAuditor } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { PaperSize } from '#db/shared/paper';
import { conditionsOfUse } from './conditions-of-use.rules.ts';
import type { Acknowledgement, ConditionKind, conditionsContract } from './conditions.contract.ts';
import * as conditions from './conditions.repository.ts';
import { findInForce } from './conditions.rules.ts';
import type { FireSheetValues } from './fire-sheet.pdf.ts';
import type { GuidelinesValues } from './guidelines.pdf.ts';
import type { NoticeValues } from './notice.pdf.ts';

type PaperVerbs = 'printGuidelines' | 'printFireSheet' | 'printNotice';

/** Most names printed on the fire sheet. */
const NAMES_ON_FIRE_SHEET = 200;

const HOW_WORDS: Readonly<Record<Acknowledgement['how'], string>> = {
  signed: 'Signed on paper',
  'read-at-desk': 'Read at the desk',
  told: 'Was told',
};

export const conditionPapers: Pick<Handlers<typeof conditionsContract>, PaperVerbs> = {
  async printGuidelines(steps, { size }) {
    const values = await steps.unit(
      async (ctx): Promise<GuidelinesValues> => ({
        ...(await paperFrameOf(ctx, size)),
        version: await versionOn(ctx, 'guidelines'),
        conditions: conditionsOfUse(await figuresOn(ctx, todayOf(ctx))),
      }),
    );
    return drawPaperAs(steps, {
      paper: 'guidelines',
      values,
      title: 'Guidelines for rooms and equipment',
      fileName: 'guidelines.pdf',
    });
  },

  async printFireSheet(steps, { size }) {
    const values = await steps.unit((ctx) => fireSheetValues(ctx, size));
    return drawPaperAs(steps, {
      paper: 'fire-sheet',
      values,
      title: 'Fire procedure',
      fileName: 'fire-procedure.pdf',
    });
  },

  async printNotice(steps, { size }) {
    const values = await steps.unit(
      async (ctx): Promise<NoticeValues> => ({
        ...(await paperFrameOf(ctx, size)),
        conditions: conditionsOfUse(await figuresOn(ctx, todayOf(ctx))),
      }),
    );
    return drawPaperAs(steps, {
      paper: 'notice',
      values,
      title: 'Conditions of use',
      fileName: 'conditions-of-use.pdf',
    });
  },
};

async function versionOn(ctx: Ctx, kind: ConditionKind) {
  const found = findInForce(await conditions.listTexts(ctx), kind, todayOf(ctx));
  return found === undefined ? null : { number: found.number, from: found.from, text: found.text };
}

async function fireSheetValues(ctx: Ctx, size: PaperSize): Promise<FireSheetValues> {
  const isMasked = isAuditor(ctx.actor);
  const latest = await conditions.listLatest(ctx, 'fire', NAMES_ON_FIRE_SHEET);
  return {
    ...(await paperFrameOf(ctx, size)),
    version: await versionOn(ctx, 'fire'),
    acknowledged: latest.map((one) => ({
      name: isMasked ? MASKED : one.whoName,
      on: one.on,
      number: one.number,
      how: HOW_WORDS[one.how],
    })),
  };
}
