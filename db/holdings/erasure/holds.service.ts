import { personal, recordAudit } from '#db/audit/record';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { mustExist } from '#db/shared/domain-error';
import { financialYearOf, type LocalDate } from '#db/shared/local-date';
import type { erasuresContract, HoldId, LegalHold } from '../erasures.contract.ts';
import { erasureErrors } from '../erasures.errors.ts';
import * as holds from '../holds.repository.ts';
import { getRecord } from '../merge/merge-plan.service.ts';

type Verbs = 'holds' | 'addHold' | 'endHold';

/** A log of some years; what is past its time goes by the retention schedule. */
const HOLDS_SHOWN = 500;

export const holdsService: Pick<Handlers<typeof erasuresContract>, Verbs> = {
  async holds(ctx) {
    return (await holds.list(ctx, HOLDS_SHOWN)).map(toHold);
  },

  async addHold(ctx, wanted) {
    if (wanted.kind !== 'year') await getRecord(ctx, wanted.kind, wanted.recordId);
    const today = todayOf(ctx);
    if (wanted.from > today) throw erasureErrors.error('hold.day-to-come', { today });
    const id = ctx.newId();
    await holds.insert(ctx, {
      id,
      kind: wanted.kind,
      record_id: wanted.recordId,
      reason: wanted.reason,
      from_date: wanted.from,
      recorded_at: ctx.now(),
      recorded_by_user_id: userIdOf(ctx.actor),
      lifted_on: null,
      lifted_why: '',
      lifted_by_user_id: null,
    });
    await recordAudit(ctx, {
      action: 'hold.added',
      objectType: wanted.kind === 'year' ? 'hold' : wanted.kind,
      objectId: wanted.kind === 'year' ? id : wanted.recordId,
      reason: personal(wanted.kind === 'year' ? id : wanted.recordId, wanted.reason),
      after: { from: wanted.from, ...(wanted.kind === 'year' ? { year: wanted.recordId } : {}) },
    });
    return getHold(ctx, id);
  },

  async endHold(ctx, { id, reason }) {
    const before = await getHold(ctx, id);
    if (before.liftedOn !== null)
      throw erasureErrors.error('hold.lifted-before', { on: before.liftedOn });
    await holds.lift(ctx, id, { on: todayOf(ctx), why: reason, byUserId: userIdOf(ctx.actor) });
    await recordAudit(ctx, {
      action: 'hold.ended',
      objectType: before.kind === 'year' ? 'hold' : before.kind,
      objectId: before.kind === 'year' ? id : before.recordId,
      reason: personal(before.kind === 'year' ? id : before.recordId, reason),
      after: { on: todayOf(ctx) },
    });
    return getHold(ctx, id);
  },
};

async function getHold(ctx: Ctx, id: string): Promise<LegalHold> {
  const row = await holds.findById(ctx, id);
  if (row === undefined) throw erasureErrors.error('hold.not-found', { id });
  return toHold(row);
}

export function toHold(row: holds.HoldWithNames): LegalHold {
  return {
    id: row.id as HoldId,
    kind: row.kind as LegalHold['kind'],
    recordId: row.record_id,
    name: row.kind === 'year' ? `Financial year ${row.record_id}` : (row.name ?? ''),
    reason: row.reason,
    from: row.from_date as LocalDate,
    by: row.by_name ?? 'TRC Desk',
    liftedOn: row.lifted_on as LocalDate | null,
    liftedWhy: row.lifted_why,
  };
}

/** What is about somebody and dated, as far as a hold asks. */
export type MayBeHeld = {
  /** Ids of the people and groups it is about. */
  readonly about: readonly string[];
  readonly dated: LocalDate;
};

/** Says of anything whether a hold that stands today keeps it. */
export async function readHolds(ctx: Ctx): Promise<(one: MayBeHeld) => boolean> {
  const standing = await holds.listStanding(ctx);
  const held = new Set(standing.map((one) => one.record_id));
  return ({ about, dated }) => about.some((id) => held.has(id)) || held.has(financialYearOf(dated));
}

/** Holds that stand on one record. */
export async function holdsOn(
  ctx: Ctx,
  kind: 'person' | 'group',
  id: string,
): Promise<LegalHold[]> {
  return (await holds.listStanding(ctx, { kind, id })).map(toHold);
}

/** Refuses what would erase a record on hold. */
export async function checkNotHeld(ctx: Ctx, kind: 'person' | 'group', id: string): Promise<void> {
  const standing = await holdsOn(ctx, kind, id);
  if (standing.length > 0) {
    const { from, by } = mustExist(standing[0], 'there is one');
    throw erasureErrors.error('erasure.on-hold', { from, by });
  }
}
