import { recordAudit } from '#db/audit/record';
import { findClockDoubt } from '#db/audit/subject.service';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { todayOf } from '#db/settings/settings.service';
import type { Ctx } from '#db/shared/ctx';
import * as erasures from '../erasures.repository.ts';
import * as held from '../held-rows.repository.ts';
import { RECORD_TABLE } from '../holdings-register.rules.ts';
import { appendErased, type ErasedRecord } from './erased-list.ts';
import { eraseContacts } from './erase-group.service.ts';
import { erasePerson } from './erase-person.service.ts';
import { planErasure } from './erasure-plan.service.ts';
import { holdsOn } from './holds.service.ts';

/**
 * Erases what a manager confirmed and whose day has come, and writes the file anew. Nothing happens while the clock is
 * in doubt, nor to a record that was put on hold or has something open meanwhile: it is looked at again tomorrow.
 */
export async function eraseDue(ctx: Ctx): Promise<boolean> {
  let hasErased = false;
  if ((await findClockDoubt(ctx)) === undefined)
    for (const row of await erasures.listDue(ctx, todayOf(ctx)))
      hasErased = (await eraseOne(ctx, row)) || hasErased;
  // Also where a round before erased and could not write the file anew, because the disk was full.
  if (await erasures.waitsForSweep(ctx)) erasures.sweepAfterCommit(ctx);
  return hasErased;
}

async function eraseOne(ctx: Ctx, row: erasures.ErasureWithNames): Promise<boolean> {
  const record: ErasedRecord = { kind: row.kind as ErasedRecord['kind'], id: row.record_id };
  if ((await holdsOn(ctx, record.kind, record.id)).length > 0) return false;
  if ((await held.findRow(ctx, RECORD_TABLE[record.kind], { id: record.id })) === undefined) {
    await settle(ctx, row.id, { kept: [], until: undefined });
    return true;
  }
  if ((await planErasure(ctx, record.kind, record.id)).open.length > 0) return false;
  await settle(ctx, row.id, await eraseForGood(ctx, record));
  return true;
}

type Remains = Awaited<ReturnType<typeof erasePerson>>;

async function eraseForGood(ctx: Ctx, { kind, id }: ErasedRecord): Promise<Remains> {
  const remains =
    kind === 'person' ? await erasePerson(ctx, id as PersonId) : await eraseGroup(ctx, id);
  await recordAudit(ctx, {
    action: `${kind}.erased`,
    objectType: kind,
    objectId: id,
    after: { kept: remains.kept.map(({ words, count }) => `${count} × ${words}`) },
  });
  const file = erasures.fileOf(ctx);
  const at = ctx.now();
  ctx.afterCommit(() => appendErased(file, at, { kind, id }));
  return remains;
}

async function eraseGroup(ctx: Ctx, id: string): Promise<Remains> {
  await eraseContacts(ctx, id as GroupId);
  return { kept: [], until: undefined };
}

const settle = (ctx: Ctx, id: string, remains: Remains): Promise<void> =>
  erasures.settle(ctx, id, {
    state: 'erased',
    settled_on: todayOf(ctx),
    kept_json: JSON.stringify(remains.kept),
    kept_until: remains.until ?? null,
  });

/**
 * Erases again what was erased before and stands in this file all the same: it is an older copy that was put back.
 * Answers how many records that were.
 */
export async function eraseAgain(ctx: Ctx, list: readonly ErasedRecord[]): Promise<number> {
  let count = 0;
  for (const record of list) {
    const row = await held.findRow(ctx, RECORD_TABLE[record.kind], { id: record.id });
    const known = await erasures.findOf(ctx, record.kind, record.id);
    if (row === undefined || known?.state === 'erased') continue;
    const remains = await eraseForGood(ctx, record);
    const today = todayOf(ctx);
    if (known === undefined)
      await erasures.insert(ctx, {
        id: ctx.newId(),
        kind: record.kind,
        record_id: record.id,
        reason: 'Erased before; found again in an older copy of the file',
        state: 'erased',
        confirmed_on: today,
        confirmed_by_user_id: null,
        due_on: today,
        settled_on: today,
        kept_json: JSON.stringify(remains.kept),
        kept_until: remains.until ?? null,
        set_aside_json: '',
        swept_at: null,
      });
    else await settle(ctx, known.id, remains);
    count += 1;
  }
  if (count > 0) erasures.sweepAfterCommit(ctx);
  return count;
}
