import type { FacilityId } from '#db/facilities/facilities.contract';
import { partyColumn, partyIdOf, toParty } from '#db/people/party.rules';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate, type LocalDateTime } from '#db/shared/local-date';
import type {
  Booker,
  Booking,
  BookingCard,
  BookingId,
  BookingStatus,
  Purpose,
  SeriesId,
} from './bookings.contract.ts';
import {
  attendanceOf,
  HOLDS,
  type RowWithNames,
  toBooking,
  WITH_NAMES,
} from './bookings.repository.ts';

const CARDS = `
  SELECT b.id, b.reference, b.facility_id, b.starts_at, b.ends_at, b.held_from, b.held_until, b.status,
         b.purpose, b.expected_number, b.needs, b.is_out_of_hours, b.units, b.series_id, b.group_id, b.person_id,
         b.is_no_show, b.checked_in_at, b.checked_out_at, b.version,
         coalesce(g.name, p.name) AS booker_name
  FROM booking b
  LEFT JOIN tenant_group g ON g.id = b.group_id
  LEFT JOIN person p ON p.id = b.person_id`;

function toCard(row: RowWithNames): BookingCard {
  return {
    id: row.id as BookingId,
    reference: row.reference,
    facilityId: row.facility_id as FacilityId,
    startsAt: row.starts_at as LocalDateTime,
    endsAt: row.ends_at as LocalDateTime,
    heldFrom: row.held_from as LocalDateTime,
    heldUntil: row.held_until as LocalDateTime,
    status: row.status as BookingStatus,
    bookerName: row.booker_name,
    purpose: row.purpose as Purpose,
    expectedNumber: row.expected_number,
    needs: row.needs,
    isOutOfHours: row.is_out_of_hours === 1,
    units: row.units,
    seriesId: row.series_id as SeriesId | null,
    booker: toParty(row),
    attendance: attendanceOf(row),
    version: row.version,
  };
}

/** The longest that a room can be held by one booking (see the CHECK on the table). */
const LONGEST_HOLD_DAYS = 2;

const lookBackFrom = (moment: LocalDateTime): string =>
  `${addDays(moment.slice(0, 10) as LocalDate, -LONGEST_HOLD_DAYS)}${moment.slice(10)}`;

/** Live bookings that hold a room at some time between two moments, in time order. */
export async function listLiveBetween(
  ctx: Ctx,
  from: LocalDateTime,
  until: LocalDateTime,
  facilityId: FacilityId | null,
): Promise<readonly BookingCard[]> {
  const rows: readonly RowWithNames[] =
    facilityId === null
      ? await ctx.tx.query(
          `${CARDS} WHERE b.held_from >= ? AND b.held_from < ? AND b.held_until > ? AND b.status ${HOLDS}
           ORDER BY b.held_from, b.facility_id`,
          [lookBackFrom(from), until, from],
        )
      : await ctx.tx.query(
          `${CARDS} WHERE b.facility_id = ? AND b.held_from >= ? AND b.held_from < ? AND b.held_until > ?
             AND b.status ${HOLDS}
           ORDER BY b.held_from`,
          [facilityId, lookBackFrom(from), until, from],
        );
  return rows.map(toCard);
}

/**
 * Live bookings that stand in the way of a room at some time between two moments: its own, and those of its parts, of
 * the wholes it belongs to, and of wholes that share a part with it. The file's own guard knows the same rooms.
 */
export async function listHoldingJoined(
  ctx: Ctx,
  from: LocalDateTime,
  until: LocalDateTime,
  facilityId: FacilityId,
): Promise<readonly BookingCard[]> {
  // Two short statements: one that joins the rooms itself takes SQLite longer to read than to run.
  const ids = await listJoinedIds(ctx, facilityId);
  if (ids.length === 1) return listLiveBetween(ctx, from, until, facilityId);
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${CARDS} WHERE b.facility_id IN (SELECT value FROM json_each(?))
       AND b.held_from >= ? AND b.held_from < ? AND b.held_until > ? AND b.status ${HOLDS}
     ORDER BY b.held_from`,
    [JSON.stringify(ids), lookBackFrom(from), until, from],
  );
  return rows.map(toCard);
}

/** A room and the rooms joined with it; the table of parts is a handful of rows. */
async function listJoinedIds(ctx: Ctx, facilityId: FacilityId): Promise<readonly string[]> {
  const pairs: readonly { readonly whole_id: string; readonly part_id: string }[] =
    await ctx.tx.query('SELECT whole_id, part_id FROM facility_part');
  const parts = new Set(
    pairs.filter((pair) => pair.whole_id === facilityId).map((pair) => pair.part_id),
  );
  const wholes = pairs
    .filter((pair) => pair.part_id === facilityId || parts.has(pair.part_id))
    .map((pair) => pair.whole_id);
  return [...new Set([facilityId, ...parts, ...wholes])];
}

/** A room and a stretch of time that is looked at. */
export type HeldWindow = {
  readonly facilityId: FacilityId;
  readonly from: LocalDateTime;
  readonly until: LocalDateTime;
};

/** Live bookings that hold a room at some time of any of the windows, each once, in time order: a year of a series in one query. */
export async function listHoldingIn(
  ctx: Ctx,
  windows: readonly HeldWindow[],
): Promise<readonly BookingCard[]> {
  const asked = windows.map((one) => [one.facilityId, lookBackFrom(one.from), one.from, one.until]);
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${CARDS} WHERE b.id IN (
       SELECT held.id FROM json_each(?) AS asked CROSS JOIN booking held
       WHERE held.facility_id = asked.value ->> 0 AND held.held_from >= asked.value ->> 1
         AND held.held_until > asked.value ->> 2 AND held.held_from < asked.value ->> 3 AND held.status ${HOLDS}
     ) ORDER BY b.held_from`,
    [JSON.stringify(asked)],
  );
  return rows.map(toCard);
}

/** As much of a booking as counting free time takes. */
export type HeldTime = Pick<
  BookingCard,
  'facilityId' | 'startsAt' | 'heldFrom' | 'heldUntil' | 'units'
>;

/** What is held in all rooms at some time between two moments, without names: a month holds thousands. */
export async function listHeldBetween(
  ctx: Ctx,
  from: LocalDateTime,
  until: LocalDateTime,
): Promise<readonly HeldTime[]> {
  return ctx.tx.query(
    `SELECT facility_id AS facilityId, starts_at AS startsAt, held_from AS heldFrom, held_until AS heldUntil, units
     FROM booking WHERE held_from >= ? AND held_from < ? AND held_until > ? AND status ${HOLDS}
     ORDER BY held_from`,
    [lookBackFrom(from), until, from],
  );
}

type StartingAsked = {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly facilityId: FacilityId | null;
  readonly withCancelled: boolean;
};

/** Bookings that start between two days, both included, oldest first, and how many there are. */
export async function listStarting(
  ctx: Ctx,
  wanted: StartingAsked & { readonly limit: number; readonly offset: number },
): Promise<{ readonly bookings: readonly Booking[]; readonly total: number }> {
  const last = await lastDayOfPage(ctx, wanted);
  const { where, values } = startingBetween({ ...wanted, until: last });
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} ${where} ORDER BY b.starts_at, f.position, b.id LIMIT ? OFFSET ?`,
    [...values, wanted.limit, wanted.offset],
  );
  return { bookings: rows.map(toBooking), total: await countStarting(ctx, wanted) };
}

/** A room is held from no later than its use starts (a CHECK on the table), so both ends bound the index. */
function startingBetween(asked: StartingAsked) {
  const { where, values } = heldFromBetween(
    asked,
    addDays(asked.from, -LONGEST_HOLD_DAYS),
    addDays(asked.until, 1),
  );
  return {
    where: `${where} AND b.starts_at >= ? AND b.starts_at < ?`,
    values: [...values, asked.from, addDays(asked.until, 1)],
  };
}

function heldFromBetween(asked: StartingAsked, from: LocalDate, before: LocalDate) {
  const { facilityId, withCancelled } = asked;
  return {
    where: `WHERE b.held_from >= ? AND b.held_from < ?
      ${facilityId === null ? '' : 'AND b.facility_id = ?'} ${withCancelled ? '' : `AND b.status ${HOLDS}`}`,
    values: [from, before, ...(facilityId === null ? [] : [facilityId])],
  };
}

/**
 * A day by which the last booking of a page starts, so that a page of a year does not sort the year: as many as the
 * page ends with are held from some moment on, and start before it is two days later.
 */
async function lastDayOfPage(
  ctx: Ctx,
  wanted: StartingAsked & { readonly limit: number; readonly offset: number },
): Promise<LocalDate> {
  const { where, values } = startingBetween(wanted);
  const rows: readonly { readonly held_from: string }[] = await ctx.tx.query(
    `SELECT b.held_from FROM booking b ${where} ORDER BY b.held_from LIMIT 1 OFFSET ?`,
    [...values, wanted.offset + wanted.limit - 1],
  );
  if (rows[0] === undefined) return wanted.until;
  const last = addDays(rows[0].held_from.slice(0, 10) as LocalDate, LONGEST_HOLD_DAYS);
  return last < wanted.until ? last : wanted.until;
}

/**
 * How many start between two days. Of those held from a day well inside the period the index alone tells it; only at
 * its ends does a booking's own row have to be looked at.
 */
async function countStarting(ctx: Ctx, asked: StartingAsked): Promise<number> {
  const before = addDays(asked.until, 1);
  const wholeUntil = addDays(before, -LONGEST_HOLD_DAYS);
  const middle = wholeUntil > asked.from ? wholeUntil : asked.from;
  const inside = heldFromBetween(asked, asked.from, middle);
  const ends = [
    heldFromBetween(asked, addDays(asked.from, -LONGEST_HOLD_DAYS), asked.from),
    heldFromBetween(asked, middle, before),
  ];
  const rows: readonly { readonly n: number }[] = await ctx.tx.query(
    [
      `SELECT count(*) AS n FROM booking b ${inside.where}`,
      ...ends.map(
        ({ where }) =>
          `SELECT count(*) AS n FROM booking b ${where} AND b.starts_at >= ? AND b.starts_at < ?`,
      ),
    ].join(' UNION ALL '),
    [...inside.values, ...ends.flatMap(({ values }) => [...values, asked.from, before])],
  );
  return rows.reduce((sum, { n }) => sum + n, 0);
}

/** The first live booking of each room that starts at or after a moment, within the next fortnight. */
export async function listNextByFacility(
  ctx: Ctx,
  from: LocalDateTime,
): Promise<readonly BookingCard[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `SELECT * FROM (
       SELECT c.*, row_number() OVER (PARTITION BY c.facility_id ORDER BY c.starts_at) AS place
       FROM (${CARDS} WHERE b.held_from >= ? AND b.held_from < ? AND b.starts_at >= ? AND b.status ${HOLDS}) c
     ) WHERE place = 1 ORDER BY facility_id`,
    [
      addDays(from.slice(0, 10) as LocalDate, -2),
      addDays(from.slice(0, 10) as LocalDate, 14),
      from,
    ],
  );
  return rows.map(toCard);
}

/** Bookings of one group, person or room, to put their entries in the index again after a change of name. */
export async function listOf(
  ctx: Ctx,
  whose:
    | { readonly groupId: string }
    | { readonly personId: string }
    | { readonly facilityId: string },
): Promise<readonly Booking[]> {
  const [column, id] =
    'groupId' in whose
      ? ['group_id', whose.groupId]
      : 'personId' in whose
        ? ['person_id', whose.personId]
        : ['facility_id', whose.facilityId];
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE b.${column} = ? ORDER BY b.starts_at, b.id`,
    [id],
  );
  return rows.map(toBooking);
}

/** These bookings, in time order. */
export async function listByIds(ctx: Ctx, ids: readonly string[]): Promise<readonly Booking[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE b.id IN (SELECT value FROM json_each(?)) ORDER BY b.starts_at, b.id`,
    [JSON.stringify(ids)],
  );
  return rows.map(toBooking);
}

/** Live bookings of one group or person that start on or after a day, the soonest first. */
export async function listComing(
  ctx: Ctx,
  wanted: { readonly booker: Booker; readonly from: LocalDate; readonly limit: number },
): Promise<readonly Booking[]> {
  const { booker, from, limit } = wanted;
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE b.${partyColumn(booker)} = ? AND b.starts_at >= ? AND b.status ${HOLDS}
     ORDER BY b.starts_at, b.id LIMIT ?`,
    [partyIdOf(booker), from, limit],
  );
  return rows.map(toBooking);
}
