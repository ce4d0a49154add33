import { personal, recordAudit } from '#db/audit/record';
import type { GroupId } from '#db/groups/groups.contract';
import { hidePerson } from '#db/people/hidden-person.service';
import type { PersonId } from '#db/people/people.contract';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import type { Erasure, ErasureId, ErasureLine, erasuresContract } from '../erasures.contract.ts';
import { erasureErrors } from '../erasures.errors.ts';
import * as erasures from '../erasures.repository.ts';
import type { RecordKind } from '../holdings.contract.ts';
import { putContactsBack, setContactsAside } from './erase-group.service.ts';
import { planErasure } from './erasure-plan.service.ts';
import { checkNotHeld, holdsOn, holdsService } from './holds.service.ts';

/** For so many days an erasure waits and can be taken back. */
export const ERASE_AFTER_DAYS = 30;

/** A log of some years; what is past its time goes by the retention schedule. */
const ERASURES_SHOWN = 500;

export const erasuresService: Omit<Handlers<typeof erasuresContract>, 'standing'> = {
  ...holdsService,

  async previewErasure(ctx, { kind, id }) {
    const { record, lines, open } = await planErasure(ctx, kind, id);
    return {
      kind,
      recordId: id,
      name: record.name,
      version: record.version,
      lines: [...lines],
      open: [...open],
      holds: await holdsOn(ctx, kind, id),
      dueOn: addDays(todayOf(ctx), ERASE_AFTER_DAYS),
    };
  },

  async eraseRecord(ctx, { kind, id, version, reason }) {
    return confirmErasure(ctx, { kind, id, version, reason });
  },

  async undoErasure(ctx, { id }) {
    const row = await getRow(ctx, id);
    if (row.state !== 'waiting')
      throw erasureErrors.error('erasure.settled-before', { on: row.settled_on as LocalDate });
    if (row.kind === 'person') await hidePerson(ctx, row.record_id as PersonId, null);
    else await putContactsBack(ctx, row.record_id as GroupId, row.set_aside_json);
    await erasures.settle(ctx, id, {
      state: 'taken-back',
      settled_on: todayOf(ctx),
      kept_json: '[]',
      kept_until: null,
    });
    await recordAudit(ctx, {
      action: `${row.kind}.erasure-undone`,
      objectType: row.kind,
      objectId: row.record_id,
    });
    return toErasure(await getRow(ctx, id));
  },

  async erasures(ctx) {
    return (await erasures.list(ctx, ERASURES_SHOWN)).map(toErasure);
  },
};

/** Hides a record, or takes a group's contacts off it, and enters the day on which it is erased for good. */
export async function confirmErasure(
  ctx: Ctx,
  wanted: {
    readonly kind: RecordKind;
    readonly id: string;
    readonly version?: number;
    readonly reason: string;
  },
): Promise<Erasure> {
  const { kind, id, version, reason } = wanted;
  await checkNotHeld(ctx, kind, id);
  const before = await erasures.findOf(ctx, kind, id);
  if (before?.state === 'waiting')
    throw erasureErrors.error('erasure.under-way', { dueOn: before.due_on as LocalDate });
  const plan = await planErasure(ctx, kind, id);
  if (version !== undefined && plan.record.version !== version)
    throw erasureErrors.error('erasure.changed-meanwhile', {});
  if (plan.open.length > 0)
    throw erasureErrors.error('erasure.still-open', {
      open: plan.open.map(({ words, count }) => (count === 1 ? words : `${words} (${count})`)),
    });

  const today = todayOf(ctx);
  const erasureId = ctx.newId();
  const aside = kind === 'group' ? await setContactsAside(ctx, id as GroupId) : '';
  if (kind === 'person') await hidePerson(ctx, id as PersonId, today);
  await erasures.insert(ctx, {
    id: erasureId,
    kind,
    record_id: id,
    reason,
    state: 'waiting',
    confirmed_on: today,
    confirmed_by_user_id: userIdOf(ctx.actor),
    due_on: addDays(today, ERASE_AFTER_DAYS),
    settled_on: null,
    kept_json: '[]',
    kept_until: null,
    set_aside_json: aside,
    swept_at: null,
  });
  await recordAudit(ctx, {
    action: `${kind}.erasure-confirmed`,
    objectType: kind,
    objectId: id,
    reason: personal(id, reason),
    after: { on: addDays(today, ERASE_AFTER_DAYS) },
  });
  return toErasure(await getRow(ctx, erasureId));
}

async function getRow(ctx: Ctx, id: string): Promise<erasures.ErasureWithNames> {
  const row = await erasures.findById(ctx, id);
  if (row === undefined) throw erasureErrors.error('erasure.not-found', { id });
  return row;
}

export function toErasure(row: erasures.ErasureWithNames): Erasure {
  return {
    id: row.id as ErasureId,
    kind: row.kind as RecordKind,
    recordId: row.record_id,
    name: row.name ?? '',
    reason: row.reason,
    state: row.state as Erasure['state'],
    confirmedOn: row.confirmed_on as LocalDate,
    by: row.by_name ?? 'TRC Desk',
    dueOn: row.due_on as LocalDate,
    settledOn: row.settled_on as LocalDate | null,
    kept: JSON.parse(row.kept_json) as ErasureLine[],
  };
}
