import { recordAudit } from '#db/audit/record';
import { CLOCK_CONFIRMED, findClockDoubt } from '#db/audit/subject.service';
import { NOBODY_ID } from '#db/people/hidden-person.service';
import { todayOf } from '#db/settings/settings.service';
import { userIdOf } from '#db/shared/actor';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import { putReminder, settleTasks } from '#db/tasks/tasks.service';
import { ERASE_AFTER_DAYS, confirmErasure } from '../erasure/erasures.service.ts';
import { readHolds } from '../erasure/holds.service.ts';
import { erasureErrors } from '../erasures.errors.ts';
import * as erasures from '../erasures.repository.ts';
import type { PastItem, RetentionLine, retentionContract } from '../retention.contract.ts';
import * as past from '../retention.repository.ts';
import {
  amountOf,
  isPast,
  keptUntil,
  newestStart,
  RETENTION_TYPES,
  type RetentionType,
} from './retention-types.rules.ts';
import { ERASES, SETTLES } from './settle-past.service.ts';

/** Lines shown of one kind; the rest is counted, and can be confirmed all the same. */
const ITEMS_SHOWN = 100;

export const retentionService: Handlers<typeof retentionContract> = {
  async pastTheirTime(ctx) {
    const lines: RetentionLine[] = [];
    for (const type of RETENTION_TYPES) lines.push(await lineOf(ctx, type));
    const waiting = await erasures.countLines(ctx);
    return {
      today: todayOf(ctx),
      clockDoubt: (await findClockDoubt(ctx)) ?? null,
      lines,
      waiting: waiting.map((row) => ({
        recordType: row.record_type,
        words: wordsOf(row.record_type),
        count: row.n,
        confirmedOn: row.confirmed_on as LocalDate,
        dueOn: row.due_on as LocalDate,
      })),
    };
  },

  async confirmPast(ctx, { recordType, ids, total }) {
    await checkClock(ctx);
    const { items } = await findPast(ctx, getType(recordType));
    const chosen = ids ?? items.map(({ id }) => id);
    const there = new Set(items.map(({ id }) => id));
    if (items.length !== total || chosen.some((id) => !there.has(id)))
      throw erasureErrors.error('retention.changed-meanwhile', { recordType });
    const today = todayOf(ctx);
    const dueOn = addDays(today, ERASE_AFTER_DAYS);
    const kind = ERASES[recordType];
    if (kind === undefined)
      await erasures.insertLines(
        ctx,
        chosen.map((id) => ({
          record_type: recordType,
          row_id: id,
          confirmed_on: today,
          confirmed_by_user_id: userIdOf(ctx.actor),
          due_on: dueOn,
        })),
      );
    else
      for (const id of chosen)
        await confirmErasure(ctx, { kind, id, reason: `${wordsOf(recordType)}: past their time` });
    await recordAudit(ctx, {
      action: 'retention.confirmed',
      objectType: 'retention',
      objectId: recordType,
      after: { records: chosen.length, on: dueOn },
    });
    await remindOfPast(ctx);
    return { confirmed: chosen.length, dueOn };
  },

  async undoPast(ctx, { recordType, confirmedOn }) {
    const undone = await erasures.dropConfirmed(ctx, { recordType, confirmedOn });
    if (undone === 0) throw erasureErrors.error('retention.nothing-to-undo', { recordType });
    await recordAudit(ctx, {
      action: 'retention.undone',
      objectType: 'retention',
      objectId: recordType,
      after: { records: undone },
    });
    return { undone };
  },

  async changeRetention(ctx, { recordType, amount }) {
    const type = getType(recordType);
    const before = amountOf(type, await erasures.listLengths(ctx));
    await erasures.saveLength(ctx, { recordType, amount, byUserId: userIdOf(ctx.actor) });
    await recordAudit(ctx, {
      action: 'retention.changed',
      objectType: 'retention',
      objectId: recordType,
      before: { [type.unit]: before },
      after: { [type.unit]: amount },
    });
    return { amount };
  },

  async confirmClock(ctx, { today }) {
    if (today !== todayOf(ctx))
      throw erasureErrors.error('retention.clock-doubtful', { today: todayOf(ctx) });
    await recordAudit(ctx, {
      action: CLOCK_CONFIRMED,
      objectType: 'program',
      objectId: ctx.mode,
      after: { today },
    });
    return { today };
  },
};

async function checkClock(ctx: Ctx): Promise<void> {
  if ((await findClockDoubt(ctx)) !== undefined)
    throw erasureErrors.error('retention.clock-doubtful', { today: todayOf(ctx) });
}

function getType(recordType: string): RetentionType {
  const type = RETENTION_TYPES.find((one) => one.recordType === recordType);
  if (type === undefined) throw erasureErrors.error('retention.no-such-type', { recordType });
  return type;
}

const wordsOf = (recordType: string): string => getType(recordType).words;

/** What is past its time today and not on hold, the oldest first, and how many are on hold. */
async function findPast(
  ctx: Ctx,
  type: RetentionType,
): Promise<{ readonly items: readonly PastItem[]; readonly onHold: number }> {
  if (!type.isProposed) return { items: [], onHold: 0 };
  const today = todayOf(ctx);
  const lengths = await erasures.listLengths(ctx);
  const isHeld = await readHolds(ctx);
  const candidates = await past.listCandidates(ctx, {
    recordType: type.recordType,
    newestStart: newestStart(type, lengths, today),
    nobodyId: NOBODY_ID,
  });
  const over = candidates.filter(({ start }) =>
    isPast(type, start as LocalDate, { lengths, today }),
  );
  const free = over.filter(({ about, start }) => !isHeld({ about, dated: start as LocalDate }));
  return {
    items: free.map(({ id, words, start }) => ({
      id,
      words,
      keptUntil: keptUntil(type, start as LocalDate, lengths),
    })),
    onHold: over.length - free.length,
  };
}

async function lineOf(ctx: Ctx, type: RetentionType): Promise<RetentionLine> {
  const { items, onHold } = await findPast(ctx, type);
  const { recordType, words, clock, atEnd, unit, isProposed } = type;
  return {
    recordType,
    words,
    clock,
    atEnd,
    unit,
    amount: amountOf(type, await erasures.listLengths(ctx)),
    usualAmount: type.amount,
    isProposed,
    total: items.length,
    items: items.slice(0, ITEMS_SHOWN),
    onHold,
  };
}

/** Puts on the list of what waits that records are past their time; it proposes and deletes nothing. */
export async function remindOfPast(ctx: Ctx): Promise<boolean> {
  let total = 0;
  for (const type of RETENTION_TYPES) total += (await findPast(ctx, type)).items.length;
  const about = { kind: 'holdings.past', objectType: 'retention', objectId: 'all' };
  if (total === 0) {
    await settleTasks(ctx, about);
    return false;
  }
  const today = todayOf(ctx);
  return putReminder(
    ctx,
    {
      ...about,
      words: `Records past their time: ${total}`,
      path: '/settings/records',
      role: 'manager',
      dueOn: null,
    },
    addDays(today, -ERASE_AFTER_DAYS),
  );
}

/** Settles what a manager confirmed and whose day has come, unless the clock is in doubt or a hold stands by now. */
export async function settleDue(ctx: Ctx): Promise<boolean> {
  if ((await findClockDoubt(ctx)) !== undefined) return false;
  let hasSettled = false;
  for (const [recordType, settle] of SETTLES) {
    const due = await erasures.listLineIds(ctx, { recordType, dueBy: todayOf(ctx) });
    if (due.length === 0) continue;
    await erasures.dropLines(ctx, { recordType, ids: due });
    // Judged again: what was put on hold since, or has a longer time now, stays.
    const still = new Set((await findPast(ctx, getType(recordType))).items.map(({ id }) => id));
    const going = due.filter((id) => still.has(id));
    if (going.length === 0) continue;
    await settle(ctx, going);
    await recordAudit(ctx, {
      action: 'retention.settled',
      objectType: 'retention',
      objectId: recordType,
      after: { records: going.length },
    });
    hasSettled = true;
  }
  if (hasSettled) erasures.sweepAfterCommit(ctx);
  return hasSettled;
}
