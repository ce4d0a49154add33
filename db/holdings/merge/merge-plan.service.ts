import { claimsKeptApartBy } from '#db/claims/deciding/one-person.service';
import type { GroupId } from '#db/groups/groups.contract';
import { getGroup } from '#db/groups/groups.service';
import type { PersonId } from '#db/people/people.contract';
import { getPerson } from '#db/people/people.service';
import type { Ctx } from '#db/shared/ctx';
import type { Holding, MergeField } from '#db/shared/holding';
import * as erasures from '../erasures.repository.ts';
import * as held from '../held-rows.repository.ts';
import type { HeldCount, RecordKind } from '../holdings.contract.ts';
import { holdingErrors } from '../holdings.errors.ts';
import { fieldsOf, movedHoldings } from '../holdings-register.rules.ts';
import { type BankPlan, planBankDetails } from './bank-details.service.ts';
import {
  type AnyRow,
  type FieldOutcome,
  judgeField,
  judgeRow,
  type RowOutcome,
} from './merge.rules.ts';

/** Two records that are to become one. */
export type RecordPair = {
  readonly kind: RecordKind;
  readonly keptId: string;
  readonly lostId: string;
};

/** As much of a person or group as both have. */
export type OneRecord = { readonly id: string; readonly name: string; readonly version: number };

export type PlannedRow = {
  readonly holding: Holding;
  readonly row: AnyRow;
  readonly outcome: RowOutcome;
};

export type PlannedField = {
  readonly field: MergeField;
  readonly outcome: FieldOutcome;
  readonly kept: AnyRow | undefined;
  readonly lost: AnyRow | undefined;
};

/** What a merge will do; the screen shows it, and the act does it. */
export type MergePlan = RecordPair & {
  readonly kept: OneRecord;
  readonly lost: OneRecord;
  readonly fields: readonly PlannedField[];
  readonly rows: readonly PlannedRow[];
  /** Undefined where no more than one of the two is paid. */
  readonly bank: BankPlan | undefined;
};

/** Looks at both records and all that is held about them; refused where they must not become one. */
export async function planMerge(ctx: Ctx, pair: RecordPair): Promise<MergePlan> {
  if (pair.keptId === pair.lostId)
    throw holdingErrors.error('merge.same-record', { id: pair.keptId });
  const kept = await getRecord(ctx, pair.kind, pair.keptId);
  const lost = await getRecord(ctx, pair.kind, pair.lostId);
  for (const { id, name } of [kept, lost])
    if ((await erasures.findOf(ctx, pair.kind, id))?.state === 'waiting')
      throw holdingErrors.error('merge.being-erased', { name });
  if (pair.kind === 'group') await checkGroups(ctx, pair);
  else await checkHands(ctx, pair, { keptName: kept.name, lostName: lost.name });
  return {
    ...pair,
    kept,
    lost,
    fields: await planFields(ctx, pair),
    rows: await planRows(ctx, pair),
    bank: await planBankDetails(ctx, pair),
  };
}

/** One person or group; refused when there is none of that id. */
export async function getRecord(ctx: Ctx, kind: RecordKind, id: string): Promise<OneRecord> {
  const { name, version } =
    kind === 'person' ? await getPerson(ctx, id as PersonId) : await getGroup(ctx, id as GroupId);
  return { id, name, version };
}

/**
 * Who claims, who checks and who decides are people apart. Two records of which one claimed what the other decided are
 * either two people, or show that somebody decided on their own claim: neither is put right by making them one.
 */
async function checkHands(
  ctx: Ctx,
  pair: RecordPair,
  names: { readonly keptName: string; readonly lostName: string },
): Promise<void> {
  const [kept, lost] = [pair.keptId as PersonId, pair.lostId as PersonId];
  const claims = await claimsKeptApartBy(ctx, kept, lost);
  if (claims.length > 0) throw holdingErrors.error('merge.claims-apart', { ...names, claims });
}

/**
 * A group that ended and one that goes on are told apart by that, and what ended would otherwise be said of the one in
 * use, or hide it. Nor may one become the other past a group in between, which would then be above and below it.
 */
async function checkGroups(ctx: Ctx, { keptId, lostId }: RecordPair): Promise<void> {
  const kept = await getGroup(ctx, keptId as GroupId);
  const lost = await getGroup(ctx, lostId as GroupId);
  const lostEndedOn = (await held.findRow(ctx, 'group_record', { group_id: lostId }))?.['ended_on'];
  if (!kept.isActive && lost.isActive)
    throw holdingErrors.error('merge.one-not-in-use', { gone: kept.name, inUse: lost.name });
  if (kept.isActive && typeof lostEndedOn === 'string')
    throw holdingErrors.error('merge.one-not-in-use', { gone: lost.name, inUse: kept.name });
  for (const [lower, upper] of [
    [keptId, lostId],
    [lostId, keptId],
  ] as const) {
    const above = await listAbove(ctx, lower);
    const [between] = above;
    if (between !== undefined && between !== upper && above.includes(upper))
      throw holdingErrors.error('merge.one-between', {
        between: (await getGroup(ctx, between as GroupId)).name,
      });
  }
}

/** The groups of which one is a part, the nearest first. */
async function listAbove(ctx: Ctx, id: string): Promise<readonly string[]> {
  const above: string[] = [];
  let next = await findParent(ctx, id);
  while (next !== undefined && !above.includes(next)) {
    above.push(next);
    next = await findParent(ctx, next);
  }
  return above;
}

async function findParent(ctx: Ctx, id: string): Promise<string | undefined> {
  const parent = (await held.findRow(ctx, 'group_record', { group_id: id }))?.['parent_id'];
  return typeof parent === 'string' ? parent : undefined;
}

async function planFields(ctx: Ctx, pair: RecordPair): Promise<readonly PlannedField[]> {
  const planned: PlannedField[] = [];
  for (const field of fieldsOf(pair.kind)) {
    const kept = await held.findRow(ctx, field.table, { [field.key]: pair.keptId });
    const lost = await held.findRow(ctx, field.table, { [field.key]: pair.lostId });
    const outcome = judgeField(field, { kept, lost }, [pair.keptId, pair.lostId]);
    if (outcome !== undefined) planned.push({ field, outcome, kept, lost });
  }
  return planned;
}

async function planRows(ctx: Ctx, pair: RecordPair): Promise<readonly PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (const holding of movedHoldings(pair.kind)) {
    const kept = { id: pair.keptId, rows: await held.listRows(ctx, holding, pair.keptId) };
    for (const row of await held.listRows(ctx, holding, pair.lostId))
      planned.push({ holding, row, outcome: judgeRow(holding, row, kept) });
  }
  return planned;
}

/** How many rows of each kind a part of the plan is about, in the order of the register. */
export function countPlanned(
  rows: readonly PlannedRow[],
  isWanted: (outcome: RowOutcome) => boolean,
): HeldCount[] {
  return countWords(
    rows
      .filter(({ holding, outcome }) => holding.isBeside !== true && isWanted(outcome))
      .map(({ holding }) => holding.words),
  );
}

/** The same words said several times, once with their number. */
export function countWords(words: readonly string[]): HeldCount[] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => ({ words: word, count }));
}
