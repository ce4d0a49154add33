import type { FacilityId } from '#db/facilities/facilities.contract';
import { partyColumns, toParty } from '#db/people/party.rules';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate, LocalDateTime, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { BookingId, CreateBooking, Purpose, SeriesId } from './bookings.contract.ts';
import type { Waiting, WaitingId } from './queue/queue.contract.ts';
import { type WaitingRow, waitingTable } from './waiting.table.ts';

/** What the row holds; whether the time is free, and whose turn it is, is found out when it is asked for. */
export type StoredWaiting = Omit<Waiting, 'isFree' | 'place'> & {
  /** What else the booking is to hold when it is offered. */
  readonly details: Partial<CreateBooking>;
  readonly settledWhy: string;
};

type RowWithNames = WaitingRow & {
  readonly facility_name: string | null;
  readonly booker_name: string;
  readonly booker_phone: string;
  readonly responsible_name: string;
};

const WITH_NAMES = `
  SELECT w.*, f.name AS facility_name, coalesce(g.name, p.name) AS booker_name,
         coalesce(g.phone, p.phone) AS booker_phone, r.name AS responsible_name
  FROM waiting w
  LEFT JOIN facility f ON f.id = w.facility_id
  LEFT JOIN tenant_group g ON g.id = w.group_id
  LEFT JOIN person p ON p.id = w.person_id
  JOIN person r ON r.id = w.responsible_person_id`;

function toWaiting(row: RowWithNames): StoredWaiting {
  return {
    id: row.id as WaitingId,
    kind: row.kind as Waiting['kind'],
    facilityId: row.facility_id as FacilityId | null,
    facilityName: row.facility_name ?? 'Any room',
    date: row.date as LocalDate,
    from: row.from_time as LocalTime,
    until: row.until_time as LocalEndTime,
    units: row.units,
    booker: toParty(row),
    bookerName: row.booker_name,
    bookerPhone: row.booker_phone,
    responsiblePersonId: row.responsible_person_id as PersonId,
    responsibleName: row.responsible_name,
    purpose: row.purpose as Purpose,
    expectedNumber: row.expected_number,
    seriesId: row.series_id as SeriesId | null,
    originalDate: row.original_date as LocalDate | null,
    why: row.why,
    requestedAt: row.requested_at as Instant,
    state: row.state as Waiting['state'],
    bookingId: row.booking_id as BookingId | null,
    offerUntil: row.offer_until as Instant | null,
    version: row.version,
    // What was written into this column was checked, so it is only parsed.
    details: JSON.parse(row.details_json) as Partial<CreateBooking>,
    settledWhy: row.settled_why,
  };
}

/** What a new entry of the queue is made of. */
export type NewRow = Omit<
  StoredWaiting,
  'facilityName' | 'bookerName' | 'bookerPhone' | 'responsibleName'
>;

export async function insert(ctx: Ctx, waiting: NewRow): Promise<void> {
  await insertAll(ctx, [waiting]);
}

export async function insertAll(ctx: Ctx, added: readonly NewRow[]): Promise<void> {
  if (added.length > 0) await ctx.tx.insert(waitingTable, added.map(toRow));
}

function toRow(waiting: NewRow): WaitingRow {
  return {
    id: waiting.id,
    kind: waiting.kind,
    facility_id: waiting.facilityId,
    date: waiting.date,
    from_time: waiting.from,
    until_time: waiting.until,
    units: waiting.units,
    ...partyColumns(waiting.booker),
    responsible_person_id: waiting.responsiblePersonId,
    purpose: waiting.purpose,
    expected_number: waiting.expectedNumber,
    details_json: JSON.stringify(waiting.details),
    series_id: waiting.seriesId,
    original_date: waiting.originalDate,
    why: waiting.why,
    requested_at: waiting.requestedAt,
    state: waiting.state,
    booking_id: waiting.bookingId,
    offer_until: waiting.offerUntil,
    settled_why: waiting.settledWhy,
    version: waiting.version,
  };
}

export async function findById(ctx: Ctx, id: WaitingId): Promise<StoredWaiting | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE w.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toWaiting(rows[0]);
}

/** The entry that a booking was offered to. */
export async function findByBooking(
  ctx: Ctx,
  bookingId: BookingId,
): Promise<StoredWaiting | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE w.state = 'offered' AND w.booking_id = ?`,
    [bookingId],
  );
  return rows[0] === undefined ? undefined : toWaiting(rows[0]);
}

/** Everybody who waits or was offered a time, in the order in which they asked (BOOK-03). */
export async function listOpen(ctx: Ctx): Promise<readonly StoredWaiting[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE w.state IN ('waiting', 'offered') ORDER BY w.requested_at, w.id`,
  );
  return rows.map(toWaiting);
}

/** The dates of a series that are still wanted or were just offered, in order. */
export async function listOfSeries(ctx: Ctx, id: SeriesId): Promise<readonly StoredWaiting[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE w.series_id = ? AND w.state IN ('waiting', 'offered') ORDER BY w.original_date`,
    [id],
  );
  return rows.map(toWaiting);
}

/** Another room, day, time or person for a date that is still wanted; its place in the queue stays. */
export async function move(
  ctx: Ctx,
  id: WaitingId,
  to: Pick<
    StoredWaiting,
    'facilityId' | 'date' | 'from' | 'until' | 'responsiblePersonId' | 'purpose' | 'expectedNumber'
  >,
): Promise<void> {
  await ctx.tx.query(
    `UPDATE waiting SET facility_id = ?, date = ?, from_time = ?, until_time = ?, responsible_person_id = ?,
       purpose = ?, expected_number = ?, version = version + 1 WHERE id = ?`,
    [
      to.facilityId,
      to.date,
      to.from,
      to.until,
      to.responsiblePersonId,
      to.purpose,
      to.expectedNumber,
      id,
    ],
  );
}

/** What was settled, the latest day first. */
export async function listSettled(ctx: Ctx, limit: number): Promise<readonly StoredWaiting[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE w.state IN ('booked', 'withdrawn', 'passed')
     ORDER BY w.date DESC, w.requested_at, w.id LIMIT ?`,
    [limit],
  );
  return rows.map(toWaiting);
}

/** Who waits for a time on one of some days, in the order in which they asked. */
export async function listWaitingOn(
  ctx: Ctx,
  from: LocalDate,
  until: LocalDate,
): Promise<readonly StoredWaiting[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE w.state = 'waiting' AND w.date >= ? AND w.date <= ?
     ORDER BY w.requested_at, w.id`,
    [from, until],
  );
  return rows.map(toWaiting);
}

/** Who waits for a time that has come. */
export async function listPassed(ctx: Ctx, now: LocalDateTime): Promise<readonly StoredWaiting[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE w.state = 'waiting' AND w.date <= ? AND w.date || 'T' || w.from_time <= ?
     ORDER BY w.requested_at, w.id`,
    [now.slice(0, 10), now],
  );
  return rows.map(toWaiting);
}

/** Writes how an entry stands if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  id: WaitingId,
  change: {
    readonly state: Waiting['state'];
    readonly bookingId: BookingId | null;
    readonly offerUntil: Instant | null;
    readonly settledWhy: string;
  },
  seenVersion: number,
): Promise<boolean> {
  const result = await ctx.tx.update(
    waitingTable,
    { id, version: seenVersion },
    {
      state: change.state,
      booking_id: change.bookingId,
      offer_until: change.offerUntil,
      settled_why: change.settledWhy,
      version: seenVersion + 1,
    },
  );
  return result.affected === 1;
}
