import { recordAudit } from '#db/audit/record';
import type { FacilityId } from '#db/facilities/facilities.contract';
import { getFacility } from '#db/facilities/facilities.service';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { todayOf } from '#db/settings/settings.service';
import type { Handlers } from '#db/shared/contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import * as allowances from './allowances.repository.ts';
import { dayBefore, leftWords, periodOn } from './periods.rules.ts';
import type { Allowance, AllowanceLeft, usageContract } from './usage.contract.ts';
import * as entries from './usage.repository.ts';

type Verbs = 'allowances' | 'setAllowance' | 'left';

export const usageAllowances: Pick<Handlers<typeof usageContract>, Verbs> = {
  async allowances(ctx) {
    return [...(await allowances.list(ctx))];
  },

  /** The one before it ends the day before; one entered earlier for a later day still takes over on that day. */
  async setAllowance(ctx, { from, amount, ...wanted }) {
    const facility = await getFacility(ctx, wanted.facilityId);
    const ofThatKind = (await allowances.list(ctx)).filter(
      (one) =>
        one.facilityId === wanted.facilityId && one.per === wanted.per && one.unit === wanted.unit,
    );
    const before = ofThatKind.find(
      (one) => one.from <= from && (one.until === null || one.until >= from),
    );
    const later = ofThatKind.findLast((one) => one.from > from);
    if (before !== undefined) await allowances.endOn(ctx, before.id, dayBefore(from));
    const id = ctx.newId();
    if (amount !== null)
      await allowances.insert(ctx, {
        id,
        ...wanted,
        amount,
        from,
        until: later === undefined ? null : dayBefore(later.from),
      });
    await recordAudit(ctx, {
      action: 'allowance.entered',
      objectType: 'allowance',
      objectId: amount === null ? (before?.id ?? facility.id) : id,
      before: { amount: before?.amount ?? null },
      after: {
        facility: facility.name,
        per: wanted.per,
        unit: wanted.unit,
        amount,
        period: wanted.period,
        from,
      },
    });
    return [...(await allowances.list(ctx))];
  },

  async left(ctx, { facilityId, groupId, personId, on }) {
    return [...(await allowanceLeft(ctx, { facilityId, groupId, personId, on }))];
  },
};

/**
 * What a group has left of the allowances that each group has, and a person of those that each person has, in the
 * period a day lies in. What a person does for a group counts for the group alone (BOOK-23).
 */
export async function allowanceLeft(
  ctx: Ctx,
  asked: {
    readonly facilityId: FacilityId | null;
    readonly groupId: GroupId | null;
    readonly personId: PersonId | null;
    readonly on: LocalDate;
    /** A booking that is being changed does not count against itself. */
    readonly exceptBookingId?: string | undefined;
  },
): Promise<readonly AllowanceLeft[]> {
  const left: AllowanceLeft[] = [];
  for (const allowance of await allowances.listOn(ctx, asked.on, asked.facilityId)) {
    const whose = whoseOf(allowance, asked);
    if (whose === undefined) continue;
    const period = periodOn(allowance.period, asked.on);
    const used = await usedOf(ctx, allowance, {
      whose,
      ...period,
      facilityId: allowance.facilityId,
      exceptBookingId: asked.exceptBookingId,
    });
    left.push({
      allowance,
      used,
      left: allowance.amount - used,
      words: leftWords({ allowance, used, period, today: todayOf(ctx) }),
    });
  }
  return left;
}

function whoseOf(
  allowance: Allowance,
  asked: { readonly groupId: GroupId | null; readonly personId: PersonId | null },
): { readonly groupId: GroupId } | { readonly personId: PersonId } | undefined {
  if (allowance.per === 'group')
    return asked.groupId === null ? undefined : { groupId: asked.groupId };
  return asked.personId === null ? undefined : { personId: asked.personId };
}

async function usedOf(
  ctx: Ctx,
  allowance: Allowance,
  asked: Parameters<typeof entries.sumBookedMinutes>[1],
): Promise<number> {
  if (allowance.unit === 'booked-minutes') return entries.sumBookedMinutes(ctx, asked);
  const used = await entries.sumForAllowance(ctx, asked);
  return allowance.unit === 'copies' ? used.copies : used.minutes;
}

/**
 * For the booking form (peers call it free hours): what the booker has left of booked time before this booking, in
 * words, and whether it would go past the end. It is said, never refused: no council's paper says more.
 */
export async function bookedAllowanceWords(
  ctx: Ctx,
  asked: {
    readonly facilityId: FacilityId;
    readonly groupId: GroupId | null;
    readonly personId: PersonId | null;
    readonly on: LocalDate;
    readonly minutes: number;
    readonly exceptBookingId?: string | undefined;
  },
): Promise<readonly { readonly words: string; readonly isOver: boolean }[]> {
  const left = await allowanceLeft(ctx, asked);
  return left
    .filter(({ allowance }) => allowance.unit === 'booked-minutes')
    .map((one) => ({ words: one.words, isOver: asked.minutes > one.left }));
}
