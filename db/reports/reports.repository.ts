import type { FacilityId } from '#db/facilities/facilities.contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import type { BookingLine } from './bookings-table.rules.ts';
import type { Acted, UseLine } from './use.rules.ts';

export type Asked = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly facilityId: FacilityId | null;
};

/** A room is held from no later than its use starts, and for two days at most, so both ends bound the index. */
const periodOf = (asked: Asked) => ({
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

/** What the figures look at of every booking that starts between two days, both included, in no order. */
export async function listUseLines(ctx: Ctx, asked: Asked): Promise<readonly UseLine[]> {
  const { where, values } = periodOf(asked);
  return ctx.tx.query(
    `SELECT b.facility_id, b.group_id, b.responsible_person_id, b.purpose, b.status, b.starts_at, b.ends_at, b.units, b.is_out_of_hours,
            b.is_no_show, b.is_late_cancellation, b.headcount
     FROM booking b WHERE ${where}`,
    [...values],
  );
}

/** Groups by id. */
export async function listGroupNames(ctx: Ctx): Promise<ReadonlyMap<string, string>> {
  const groups: readonly { readonly id: string; readonly name: string }[] = await ctx.tx.query(
    'SELECT id, name FROM tenant_group',
  );
  return new Map(groups.map(({ id, name }) => [id, name]));
}

/** Every booking that starts between two days, both included, in order; a month at a time keeps the desk free between. */
export async function listBookingLines(ctx: Ctx, asked: Asked): Promise<readonly BookingLine[]> {
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
  asked: Asked,
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
    `SELECT count(*) AS sessions, coalesce(CAST(round(sum((julianday(e.ended_at) - julianday(e.started_at)) * 1440)) AS integer), 0) AS minutes,
            coalesce(sum(e.copies), 0) AS copies, coalesce(sum(e.colour_copies), 0) AS colourCopies
     FROM usage_entry e
     WHERE e.started_at >= ? AND e.started_at < ? AND e.withdrawn_why = ''
       ${asked.facilityId === null ? '' : 'AND e.facility_id = ?'}`,
    [asked.from, addDays(asked.until, 1), ...(asked.facilityId === null ? [] : [asked.facilityId])],
  );
  return rows[0] ?? { sessions: 0, minutes: 0, copies: 0, colourCopies: 0 };
}

/** Everybody who walked in, once for each group they came for. */
export async function listWhoWalkedIn(ctx: Ctx, asked: Asked): Promise<readonly Acted[]> {
  return ctx.tx.query(
    `SELECT DISTINCT e.person_id AS personId, e.group_id AS groupId FROM usage_entry e
     WHERE e.started_at >= ? AND e.started_at < ? AND e.withdrawn_why = ''
       ${asked.facilityId === null ? '' : 'AND e.facility_id = ?'}`,
    [asked.from, addDays(asked.until, 1), ...(asked.facilityId === null ? [] : [asked.facilityId])],
  );
}
