import { forgetSubjects } from '#db/audit/subject.service';
import { reindexBookingsById } from '#db/bookings/booking-search.service';
import { forgetClaimFiles } from '#db/claims/unname.service';
import { leaveOnlyName, nobodyId } from '#db/people/hidden-person.service';
import type { PersonId } from '#db/people/people.contract';
import { forgetSearchEntry, sweepSearch } from '#db/search/search.service';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { ErasureLine } from '../erasures.contract.ts';
import * as held from '../held-rows.repository.ts';
import { pick } from '../merge/merge.service.ts';
import type { AnyRow } from '../merge/merge.rules.ts';
import * as merges from '../merges.repository.ts';
import { lastDayOf, type PlannedErasure, planPersonErasure } from './erasure-plan.service.ts';
import { withoutPerson } from './fate.rules.ts';

/** What stayed of an erased person; `until` undefined where nothing did. */
export type Remains = {
  readonly kept: readonly ErasureLine[];
  readonly until: LocalDate | null | undefined;
};

/**
 * Erases a person for good: rows about them go or name somebody erased, the words behind the audit chain and its keys
 * go, and so does what merges and the search keep. What must be kept stays with the name alone.
 */
export async function erasePerson(ctx: Ctx, id: PersonId): Promise<Remains> {
  const plan = await planPersonErasure(ctx, id);
  const nobody = await nobodyId(ctx, todayOf(ctx));
  const oldIds = await merges.listOldIds(ctx, 'person', id);
  const ids = [id, ...oldIds];

  const done: string[] = [];
  const bookings: string[] = [];
  for (const one of plan.rows) {
    if (one.fate.do === 'keep') continue;
    const rowId = one.row['id'];
    if (one.fate.do === 'delete') await takeOut(ctx, one);
    else await unlink(ctx, one, { id, nobody });
    if (typeof rowId !== 'string') continue;
    if (one.holding.table === 'booking') bookings.push(rowId);
    // What somebody gave as a reason about a row is sealed under the row itself.
    if (one.holding.tells === undefined) done.push(rowId);
    if (one.holding.table === 'claim') {
      await forgetClaimFiles(ctx, [rowId]);
      await forgetSearchEntry(ctx, 'claim', rowId);
    }
    if (one.holding.table === 'agreement') await forgetSearchEntry(ctx, 'agreement', rowId);
  }
  await held.dropTasksAbout(ctx, [...ids, ...done]);
  await held.emptyImportWords(ctx, [...ids, ...done]);
  await merges.forgetMergesOf(ctx, ids);
  for (const one of ids) await merges.renameInMerges(ctx, one, nobody);
  await forgetSubjects(ctx, [...ids, ...done]);

  const kept = plan.rows.filter(({ fate }) => fate.do === 'keep');
  if (kept.length > 0) await leaveOnlyName(ctx, id);
  else await held.takeOut(ctx, 'person', { id });
  for (const one of ids) await forgetSearchEntry(ctx, 'person', one);
  await reindexBookingsById(ctx, bookings);
  await sweepSearch(ctx);
  return {
    kept: plan.lines.filter(({ outcome, count }) => outcome === 'kept' && count > 0),
    until: lastDayOf(kept),
  };
}

async function takeOut(ctx: Ctx, { holding, row }: PlannedErasure): Promise<void> {
  const key = await keyOf(ctx, holding.table, row);
  if (typeof row['id'] === 'string')
    for (const child of await held.childrenOf(ctx, holding.table))
      await held.takeOutBy(ctx, child, row['id']);
  await held.takeOut(ctx, holding.table, key);
}

async function unlink(
  ctx: Ctx,
  { holding, row }: PlannedErasure,
  who: { readonly id: string; readonly nobody: string },
): Promise<void> {
  const key = await keyOf(ctx, holding.table, row);
  const now = await held.findRow(ctx, holding.table, key);
  if (now === undefined) return;
  const value =
    holding.isInText === true
      ? textWithout(String(now[holding.column]), who)
      : holding.mayBeEmpty === true
        ? null
        : who.nobody;
  const words = Object.entries(holding.empties ?? {}).filter(([column]) => now[column] !== '');
  await held.change(ctx, {
    table: holding.table,
    key,
    to: { [holding.column]: value, ...Object.fromEntries(words) },
  });
  for (const beside of holding.emptiesBeside ?? [])
    await held.empty(ctx, beside, String(row['id']), beside.empties);
}

/** Details are kept as JSON; a path is plain text. */
const textWithout = (
  text: string,
  who: { readonly id: string; readonly nobody: string },
): string =>
  text.startsWith('{')
    ? withoutPerson(text, who.id, who.nobody)
    : text.replaceAll(who.id, who.nobody);

async function keyOf(ctx: Ctx, table: string, row: AnyRow): Promise<AnyRow> {
  return pick(row, (await held.layoutOf(ctx, table)).key);
}
