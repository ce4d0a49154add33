import { randomUUID } from 'node:crypto';
import { getArea } from '#db/areas/areas.service';
import { recordAudit } from '#db/audit/record';
import { figuresOn, todayOf } from '#db/settings/settings.service';
import { smallCountOf } from '#db/settings/small-count.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import {
  type profilesContract,
  QuestionId,
  type SheetDetails,
  SheetKey,
} from './profiles.contract.ts';
import { profileErrors } from './profiles.errors.ts';
import * as profiles from './profiles.repository.ts';
import { findStrayAnswer } from './questions.rules.ts';
import { listAllQuestions } from './questions.service.ts';
import { DEFAULT_MONTHS_KEPT, lastMonthOver, monthOf, releases } from './sheets.rules.ts';
import { tallySheets } from './tally.rules.ts';

/** Acts on sheets all stand under this one name in the record, so that none of them leads to a sheet. */
const SHEETS = { objectType: 'profile', objectId: 'sheets' } as const;

export const sheetsService: Pick<
  Handlers<typeof profilesContract>,
  'waiting' | 'addSheet' | 'withdrawSheet' | 'settleSheets'
> = {
  async waiting(ctx) {
    const sheets = await profiles.listSheets(ctx);
    const threshold = await smallCountOf(ctx);
    return {
      sheets: sheets.filter(({ isCounted }) => !isCounted).length,
      threshold,
      mayCount: releases(sheets, threshold).length > 0,
    };
  },

  async addSheet(ctx, sheet) {
    await checkSheet(ctx, sheet);
    // The ids of everything else rise with time, and would tell when a sheet was entered and after which.
    const key = SheetKey.parse(randomUUID());
    await profiles.insertSheet(ctx, {
      ...sheet,
      key,
      isCounted: false,
      isCountedByArea: false,
      isCountedByTenure: false,
    });
    await recordAudit(ctx, { ...SHEETS, action: 'profile.sheet-entered' });
    return { key };
  },

  async withdrawSheet(ctx, { key }) {
    if (!(await profiles.removeWaiting(ctx, key)))
      throw profileErrors.error('profile.sheet-counted', {});
    await recordAudit(ctx, { ...SHEETS, action: 'profile.sheet-withdrawn' });
    return {};
  },

  async settleSheets(ctx) {
    const counted = await countWaiting(ctx);
    if (counted === 0)
      throw profileErrors.error('profile.too-few-wait', { threshold: await smallCountOf(ctx) });
    return { counted };
  },
};

async function checkSheet(ctx: Ctx, sheet: SheetDetails): Promise<void> {
  const today = todayOf(ctx);
  if (sheet.month > monthOf(today)) throw profileErrors.error('profile.month-to-come', {});
  const months = await monthsKeptOf(ctx);
  if (sheet.month <= lastMonthOver(today, months))
    throw profileErrors.error('profile.month-over', { months });
  const area = sheet.areaId === null ? undefined : await getArea(ctx, sheet.areaId);
  if (area !== undefined && area.kind !== 'area')
    throw profileErrors.error('profile.area-too-small', { name: area.name });
  const questions = await listAllQuestions(ctx);
  const stray = findStrayAnswer(questions, sheet.answers);
  if (stray !== undefined)
    throw profileErrors.error('profile.answer-not-offered', {
      question: questions.find(({ id }) => id === stray.questionId)?.words ?? stray.questionId,
    });
}

/** Lets sheets join the counts where enough of a kind wait; says how many did. */
async function countWaiting(ctx: Ctx): Promise<number> {
  const sheets = await profiles.listSheets(ctx);
  const joining = releases(sheets, await smallCountOf(ctx));
  if (joining.length === 0) return 0;
  await profiles.release(ctx, joining);
  await recordAudit(ctx, {
    ...SHEETS,
    action: 'profile.sheets-counted',
    after: { sheets: joining.length },
  });
  return joining.length;
}

/**
 * Turns sheets that are older than they may be kept into counts and removes them. One that never had enough others
 * beside it to count is removed uncounted.
 */
async function foldOldSheets(ctx: Ctx): Promise<number> {
  const over = lastMonthOver(todayOf(ctx), await monthsKeptOf(ctx));
  const old = (await profiles.listSheets(ctx)).filter(({ month }) => month <= over);
  if (old.length === 0) return 0;
  const counted = old.filter(({ isCounted }) => isCounted);
  await profiles.addTallies(ctx, tallySheets(counted, QuestionId.options));
  await profiles.removeSheets(ctx, old);
  await recordAudit(ctx, {
    ...SHEETS,
    action: 'profile.sheets-folded',
    after: { counted: counted.length, removed: old.length },
  });
  return old.length;
}

/** The daily round: sheets that waited join the counts, and old ones are no longer kept one by one. */
export async function keepSheets(ctx: Ctx): Promise<boolean> {
  const counted = await countWaiting(ctx);
  const folded = await foldOldSheets(ctx);
  return counted + folded > 0;
}

async function monthsKeptOf(ctx: Ctx): Promise<number> {
  const figure = (await figuresOn(ctx, todayOf(ctx))).get('people.answersKept');
  return typeof figure === 'number' && figure > 0 ? figure : DEFAULT_MONTHS_KEPT;
}
