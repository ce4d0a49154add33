import type { Ctx } from '#db/shared/ctx';
import type { FoundKind } from './search.contract.ts';
import * as entries from './search.repository.ts';
import { toMatchExpression } from './search.rules.ts';
import {
  firstLettersOf,
  nearestWords,
  slipsForgiven,
  toTolerantExpression,
  wordsTyped,
} from './slips.rules.ts';

/**
 * The full-text expression for what was probably meant by words of which no entry holds all as they were typed;
 * undefined where no other word is near.
 */
export async function findTolerantExpression(ctx: Ctx, text: string): Promise<string | undefined> {
  const meant: { typed: string; words: readonly string[] }[] = [];
  for (const typed of wordsTyped(text)) {
    const slips = slipsForgiven(typed);
    const near =
      slips === 0
        ? []
        : await entries.listWordsFrom(ctx, firstLettersOf(typed), typed.length - slips);
    meant.push({ typed, words: nearestWords(typed, near) });
  }
  return toTolerantExpression(meant);
}

/**
 * Ids of records of one kind by everything the index knows of them, for the lists of their own modules: as it was
 * typed, and where nothing is spelt so, as it was probably meant. Never asked for the auditor, who finds nobody.
 */
export async function findIdsByText(
  ctx: Ctx,
  kind: FoundKind,
  text: string,
  limit: number,
): Promise<readonly string[]> {
  const expression = toMatchExpression(text);
  if (expression === undefined) return [];
  const found = await entries.matchOfKind(ctx, kind, expression, limit);
  if (found.length > 0) return found;
  const tolerant = await findTolerantExpression(ctx, text);
  return tolerant === undefined ? [] : entries.matchOfKind(ctx, kind, tolerant, limit);
}
