import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { erasuresService, toErasure } from './erasure/erasures.service.ts';
import { holdsOn } from './erasure/holds.service.ts';
import * as erasures from './erasures.repository.ts';
import { copiesService } from './person-file/copies.service.ts';
import { retentionService } from './retention/retention.service.ts';
import { bankChoice } from './merge/bank-details.service.ts';
import { fieldWords } from './merge/field-words.service.ts';
import * as held from './held-rows.repository.ts';
import type { holdingsApi } from './holdings-api.contract.ts';
import type { FieldChoice, HeldCount, RecordKind } from './holdings.contract.ts';
import { HOLDINGS } from './holdings-register.rules.ts';
import {
  countPlanned,
  getRecord,
  type PlannedField,
  planMerge,
} from './merge/merge-plan.service.ts';
import { joinRecords } from './merge/merge.service.ts';
import { undoUntil } from './merge/merge.rules.ts';
import { getMerge, mergesOf } from './merge/merges-of.service.ts';
import { undoJoin } from './merge/undo-merge.service.ts';

/** What is held about whom: counted, put together, copied, erased, held and kept for its time. */
export const holdingsService: Handlers<typeof holdingsApi> = {
  ...copiesService,
  ...erasuresService,
  ...retentionService,

  async standing(ctx, { kind, id }) {
    const erasure = await erasures.findOf(ctx, kind, id);
    return {
      held: await countHeld(ctx, kind, id),
      holds: await holdsOn(ctx, kind, id),
      erasure: erasure === undefined ? null : toErasure(erasure),
    };
  },

  async about(ctx, { kind, id }) {
    await getRecord(ctx, kind, id);
    return countHeld(ctx, kind, id);
  },

  async previewMerge(ctx, pair) {
    const plan = await planMerge(ctx, pair);
    return {
      kind: plan.kind,
      kept: plan.kept,
      lost: plan.lost,
      fields: [...(await fieldChoices(ctx, plan.fields)), ...bankChoice(plan.bank)],
      moves: countPlanned(plan.rows, (outcome) => outcome.do === 'move'),
      setAside: countPlanned(plan.rows, (outcome) => outcome.do === 'set-aside'),
      undoUntil: undoUntil(todayOf(ctx)),
    };
  },

  async mergesOf(ctx, { kind, id }) {
    return mergesOf(ctx, kind, id);
  },

  async joinRecords(ctx, wanted) {
    return getMerge(ctx, await joinRecords(ctx, wanted));
  },

  async undoJoin(ctx, { id }) {
    await undoJoin(ctx, id);
    return getMerge(ctx, id);
  },
};

async function countHeld(ctx: Ctx, kind: RecordKind, id: string): Promise<HeldCount[]> {
  const counts: HeldCount[] = [];
  for (const holding of HOLDINGS) {
    if (holding.subject !== kind || holding.isBeside === true) continue;
    const count = await held.countRows(ctx, holding, id);
    if (count > 0) counts.push({ words: holding.words, count });
  }
  return counts;
}

async function fieldChoices(ctx: Ctx, fields: readonly PlannedField[]): Promise<FieldChoice[]> {
  const choices: FieldChoice[] = [];
  for (const { field, outcome, kept, lost } of fields)
    choices.push({
      field: field.field,
      words: field.words,
      kept: await fieldWords(ctx, field, kept),
      lost: await fieldWords(ctx, field, lost),
      ...outcome,
    });
  return choices;
}
