import type { FacilityId } from '#db/facilities/facilities.contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate, type LocalDateTime } from '#db/shared/local-date';
import type { BookingLine } from './bookings-table.rules.ts';
import type { Sums } from './use.rules.ts';

export type Asked = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly facilityId: FacilityId | null;
  /** Only what was over or under way by then has been used. */
  readonly now: LocalDateTime;
};

/** Confirmed, begun by now, and not entered as a no-show: what the room was used for. */
const IS_USED = `b.status = 'confirmed' AND b.is_no_show = 0 AND b.starts_at < asked.now`;
const MINUTES = `(julianday(min(b.ends_at, asked.now)) - julianday(b.starts_at)) * 1440 * b.units`;
const whole = (minutes: string): string => `coalesce(CAST(round(${minutes}) AS integer), 0)`;

const SUMS = `
  count(*) FILTER (WHERE ${IS_USED}) AS bookings,
  ${whole(`sum(${MINUTES}) FILTER (WHERE ${IS_USED})`)} AS usedMinutes,
  ${whole(`sum(${MINUTES}) FILTER (WHERE b.is_out_of_hours = 1 AND ${IS_USED})`)} AS outOfHoursMinutes,
  count(*) FILTER (WHERE b.status = 'cancelled') AS cancelled,
  count(*) FILTER (WHERE b.status = 'cancelled' AND b.is_late_cancellation = 1) AS lateCancelled,
  count(*) FILTER (WHERE b.status = 'confirmed' AND b.is_no_show = 1) AS noShows,
  coalesce(sum(b.headcount) FILTER (WHERE ${IS_USED}), 0) AS headcount,
  count(b.headcount) FILTER (WHERE ${IS_USED}) AS counted`;

/** A room is held from no later than its use starts, and for two days at most, so both ends bound the index. */
const periodOf = (asked: Omit<Asked, 'now'>) => ({
  where: `b.held_from >= ? AND b.held_from < ? AND b.starts_at >= ? AND b.starts_at < ?
    ${asked.facilityId === null ? '' : 'AND b.facility_id = ?'}`,
  values: [
    addDays(asked.from, -2),
    addDays(asked.until, 1),
    asked.from,
    addDays(asked.until, 1),
    ...(asked.facilityId === null ? [] : [asked.facilityId]),
  ],
});

async function sumBy<K>(
  ctx: Ctx,
  keys: { readonly columns: string; readonly count: 1 | 3 },
  asked: Asked,
): Promise<readonly (Sums & K)[]> {
  const { where, values } = periodOf(asked);
  return ctx.tx.query(
    `SELECT ${keys.columns}, ${SUMS} FROM booking b CROSS JOIN (SELECT ? AS now) AS asked
     WHERE ${where} GROUP BY ${keys.count === 1 ? '1' : '1, 2, 3'}`,
    [asked.now, ...values],
  );
}

/** One row for each room, purpose and month with bookings; its sums make three tables and the total. */
export function sumByRoomPurposeMonth(ctx: Ctx, asked: Asked) {
  return sumBy<{
    readonly facilityId: FacilityId;
    readonly purpose: string;
    readonly month: string;
  }>(
    ctx,
    {
      columns:
        'b.facility_id AS facilityId, b.purpose AS purpose, substr(b.starts_at, 1, 7) AS month',
      count: 3,
    },
    asked,
  );
}

/** One row for each group; null stands for all who booked for themselves. */
export async function sumByGroup(ctx: Ctx, asked: Asked) {
  const sums = await sumBy<{ readonly groupId: string | null }>(
    ctx,
    { columns: 'b.group_id AS groupId', count: 1 },
    asked,
  );
  const groups: readonly { readonly id: string; readonly name: string }[] = await ctx.tx.query(
    'SELECT id, name FROM tenant_group',
  );
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return sums.map((row) => ({ ...row, name: names.get(row.groupId ?? '') ?? null }));
}

/** Every booking that starts between two days, both included, in order; a month at a time keeps the desk free between. */
export async function listBookingLines(
  ctx: Ctx,
  asked: Omit<Asked, 'now'>,
): Promise<readonly BookingLine[]> {
  const { where, values } = periodOf(asked);
  return ctx.tx.query(
    `SELECT b.reference, b.status, b.facility_id, b.units, b.starts_at, b.ends_at, b.group_id, b.person_id,
            b.responsible_person_id, b.purpose, b.expected_number, b.headcount, b.is_out_of_hours, b.is_no_show,
            b.notes, b.requested_at, b.taken_by_user_id, b.cancelled_at, b.cancel_reason, b.is_late_cancellation
     FROM booking b WHERE ${where} ORDER BY b.starts_at, b.facility_id, b.id`,
    [...values],
  );
}

/** Names by id: rooms, groups, people and accounts, read once for a table of any length. */
export async function listNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const rows: readonly { readonly id: string; readonly name: string }[] = await ctx.tx.query(
    `SELECT id, name FROM facility UNION ALL SELECT id, name FROM tenant_group
     UNION ALL SELECT id, name FROM person UNION ALL SELECT id, display_name FROM app_user`,
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Sessions and pages of people who walked in, as the log of use has them. */
export async function sumWalkIns(
  ctx: Ctx,
  asked: Omit<Asked, 'now'>,
): Promise<{
  readonly sessions: number;
  readonly minutes: number;
  readonly copies: number;
  readonly colourCopies: number;
}> {
  const rows: readonly {
    sessions: number;
    minutes: number;
    copies: number;
    colourCopies: number;
  }[] = await ctx.tx.query(
    `SELECT count(*) AS sessions, ${whole('sum((julianday(e.ended_at) - julianday(e.started_at)) * 1440)')} AS minutes,
            coalesce(sum(e.copies), 0) AS copies, coalesce(sum(e.colour_copies), 0) AS colourCopies
     FROM usage_entry e
     WHERE e.started_at >= ? AND e.started_at < ? AND e.withdrawn_why = ''
       ${asked.facilityId === null ? '' : 'AND e.facility_id = ?'}`,
    [asked.from, addDays(asked.until, 1), ...(asked.facilityId === null ? [] : [asked.facilityId])],
  );
  return rows[0] ?? { sessions: 0, minutes: 0, copies: 0, colourCopies: 0 };
}
