import type { FacilityId, SeatId } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import { addDays, type LocalDate, type LocalDateTime, minutesBetween } from '#db/shared/local-date';
import type { Usage, UsageId } from './usage.contract.ts';
import { type UsageRow, usageTable } from './usage.table.ts';

type RowWithNames = UsageRow & {
  readonly facility_name: string;
  readonly seat_name: string | null;
  readonly person_name: string;
  readonly group_name: string | null;
  readonly recorded_by: string | null;
};

const WITH_NAMES = `
  SELECT e.*, f.name AS facility_name, s.name AS seat_name, p.name AS person_name, g.name AS group_name,
         u.display_name AS recorded_by
  FROM usage_entry e
  JOIN facility f ON f.id = e.facility_id
  JOIN person p ON p.id = e.person_id
  LEFT JOIN seat s ON s.id = e.seat_id
  LEFT JOIN tenant_group g ON g.id = e.group_id
  LEFT JOIN app_user u ON u.id = e.recorded_by_user_id`;

function toUsage(row: RowWithNames): Usage {
  const [startedAt, endedAt] = [
    row.started_at as LocalDateTime,
    row.ended_at as LocalDateTime | null,
  ];
  return {
    id: row.id as UsageId,
    facilityId: row.facility_id as FacilityId,
    facilityName: row.facility_name,
    seatId: row.seat_id as SeatId | null,
    seatName: row.seat_name ?? '',
    personId: row.person_id as PersonId,
    personName: row.person_name,
    groupId: row.group_id as GroupId | null,
    groupName: row.group_name ?? '',
    purpose: row.purpose,
    startedAt,
    endedAt,
    minutes: endedAt === null ? null : minutesBetween(startedAt, endedAt),
    copies: row.copies,
    colourCopies: row.colour_copies,
    accompaniedBy: row.accompanied_by,
    notes: row.notes,
    withdrawnWhy: row.withdrawn_why,
    recordedAt: row.recorded_at as Instant,
    recordedBy: row.recorded_by ?? '',
    version: row.version,
  };
}

export async function findById(ctx: Ctx, id: UsageId): Promise<Usage | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE e.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toUsage(rows[0]);
}

/** Sessions under way, the earliest first. */
export async function listOpen(ctx: Ctx): Promise<readonly Usage[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE e.ended_at IS NULL AND e.withdrawn_why = '' ORDER BY e.started_at, e.id`,
  );
  return rows.map(toUsage);
}

export type Wanted = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly facilityId: FacilityId | null;
  readonly personId: PersonId | null;
  readonly groupId: GroupId | null;
};

type Where = { readonly sql: string; readonly values: readonly unknown[] };

function whereOf(wanted: Wanted): Where {
  const parts: readonly (readonly [string, unknown])[] = [
    ['e.started_at >= ?', wanted.from],
    ['e.started_at < ?', addDays(wanted.until, 1)],
    ...(wanted.facilityId === null ? [] : [['e.facility_id = ?', wanted.facilityId] as const]),
    ...(wanted.personId === null ? [] : [['e.person_id = ?', wanted.personId] as const]),
    ...(wanted.groupId === null ? [] : [['e.group_id = ?', wanted.groupId] as const]),
  ];
  return {
    sql: `WHERE e.withdrawn_why = '' AND ${parts.map(([sql]) => sql).join(' AND ')}`,
    values: parts.map(([, value]) => value),
  };
}

/** Entries that count and begin between two days, both included, the latest first. */
export async function list(
  ctx: Ctx,
  wanted: Wanted,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly Usage[]> {
  const { sql, values } = whereOf(wanted);
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} ${sql} ORDER BY e.started_at DESC, e.id DESC LIMIT ? OFFSET ?`,
    [...values, page.limit, page.offset],
  );
  return rows.map(toUsage);
}

/** Minutes on the wall clock between two columns. */
const MINUTES = `((julianday(e.ended_at) - julianday(e.started_at)) * 1440)`;

export type Totals = {
  readonly total: number;
  readonly minutes: number;
  readonly copies: number;
  readonly colourCopies: number;
};

export async function sum(ctx: Ctx, wanted: Wanted): Promise<Totals> {
  const { sql, values } = whereOf(wanted);
  return sumOf(ctx, sql, values);
}

/** What a person used for themselves, or a group through anybody: what is for a group is not the person's (BOOK-23). */
export async function sumForAllowance(
  ctx: Ctx,
  asked: {
    readonly facilityId: FacilityId;
    readonly whose: { readonly groupId: GroupId } | { readonly personId: PersonId };
    readonly from: LocalDate;
    readonly until: LocalDate;
  },
): Promise<Totals> {
  const [whose, id] =
    'groupId' in asked.whose
      ? ['e.group_id = ?', asked.whose.groupId]
      : ['e.group_id IS NULL AND e.person_id = ?', asked.whose.personId];
  return sumOf(
    ctx,
    `WHERE ${whose} AND e.started_at >= ? AND e.started_at < ? AND e.facility_id = ? AND e.withdrawn_why = ''`,
    [id, asked.from, addDays(asked.until, 1), asked.facilityId],
  );
}

async function sumOf(ctx: Ctx, where: string, values: readonly unknown[]): Promise<Totals> {
  const rows: readonly Totals[] = await ctx.tx.query(
    `SELECT count(*) AS total, coalesce(CAST(round(sum(${MINUTES})) AS integer), 0) AS minutes,
            coalesce(sum(e.copies), 0) AS copies, coalesce(sum(e.colour_copies), 0) AS colourCopies
     FROM usage_entry e ${where}`,
    [...values],
  );
  return rows[0] ?? { total: 0, minutes: 0, copies: 0, colourCopies: 0 };
}

/** Minutes that a group or person has booked a facility for in a period, whoever came; places count each. */
export async function sumBookedMinutes(
  ctx: Ctx,
  asked: Parameters<typeof sumForAllowance>[1] & { readonly exceptBookingId?: string | undefined },
): Promise<number> {
  const [column, id] =
    'groupId' in asked.whose
      ? ['group_id', asked.whose.groupId]
      : ['person_id', asked.whose.personId];
  const rows: readonly { minutes: number }[] = await ctx.tx.query(
    `SELECT coalesce(CAST(round(sum((julianday(b.ends_at) - julianday(b.starts_at)) * 1440 * b.units)) AS integer), 0)
            AS minutes
     FROM booking b
     WHERE b.${column} = ? AND b.starts_at >= ? AND b.starts_at < ? AND b.facility_id = ? AND b.id <> ?
       AND b.status IN ('provisional', 'requested', 'offered', 'confirmed')`,
    [id, asked.from, addDays(asked.until, 1), asked.facilityId, asked.exceptBookingId ?? ''],
  );
  return rows[0]?.minutes ?? 0;
}

/** What is held of a facility from a moment to another: its own bookings, and those of what it is a part or a whole of. */
export async function listHeld(
  ctx: Ctx,
  facilityId: FacilityId,
  span: { readonly from: LocalDateTime; readonly until: LocalDateTime },
): Promise<
  readonly {
    readonly heldFrom: LocalDateTime;
    readonly heldUntil: LocalDateTime;
    readonly units: number;
  }[]
> {
  return ctx.tx.query(
    `SELECT b.held_from AS heldFrom, b.held_until AS heldUntil, b.units FROM booking b
     WHERE b.facility_id IN (
         SELECT ? UNION SELECT whole_id FROM facility_part WHERE part_id = ?
         UNION SELECT part_id FROM facility_part WHERE whole_id = ?)
       AND b.held_from >= ? AND b.held_from < ? AND b.held_until > ?
       AND b.status IN ('provisional', 'requested', 'offered', 'confirmed')
     ORDER BY b.held_from`,
    [
      facilityId,
      facilityId,
      facilityId,
      addDays(span.from.slice(0, 10) as LocalDate, -2),
      span.until,
      span.from,
    ],
  );
}

function toRow(ctx: Ctx, usage: Usage): UsageRow {
  return {
    id: usage.id,
    facility_id: usage.facilityId,
    seat_id: usage.seatId,
    person_id: usage.personId,
    group_id: usage.groupId,
    purpose: usage.purpose,
    started_at: usage.startedAt,
    ended_at: usage.endedAt,
    copies: usage.copies,
    colour_copies: usage.colourCopies,
    accompanied_by: usage.accompaniedBy,
    notes: usage.notes,
    withdrawn_why: usage.withdrawnWhy,
    recorded_at: usage.recordedAt,
    recorded_by_user_id: userIdOf(ctx.actor),
    version: usage.version,
  };
}

export async function insert(ctx: Ctx, usage: Usage): Promise<void> {
  await ctx.tx.insert(usageTable, toRow(ctx, usage));
}

/** Writes the entry if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, usage: Usage, seenVersion: number): Promise<boolean> {
  const { id, recorded_by_user_id: _, recorded_at: __, ...columns } = toRow(ctx, usage);
  const result = await ctx.tx.update(usageTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}
