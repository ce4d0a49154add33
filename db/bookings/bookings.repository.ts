import type { AccessFeature, FacilityId, LayoutId } from '#db/facilities/facilities.contract';
import { partyColumns, toParty } from '#db/people/party.rules';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import {
  type Attendance,
  type Booking,
  type BookingId,
  type BookingStatus,
  HOLDING_STATUSES,
  type Purpose,
  type SeriesId,
  type Wanted,
} from './bookings.contract.ts';
import type { BookingRow } from './bookings.table.ts';

/** The columns that the booking's own row holds; the rest of a Booking are names looked up beside it. */
export type StoredBooking = Omit<
  Booking,
  | 'facilityName'
  | 'layoutName'
  | 'bookerName'
  | 'bookerPhone'
  | 'responsibleName'
  | 'responsiblePhone'
  | 'takenBy'
> & {
  readonly takenByUserId: string | null;
  readonly cancelledByUserId: string | null;
  readonly cancelledFrom: BookingStatus | null;
};

export type RowWithNames = BookingRow & {
  readonly facility_name: string;
  readonly layout_name: string | null;
  readonly booker_name: string;
  readonly booker_phone: string;
  readonly responsible_name: string;
  readonly responsible_phone: string;
  readonly taken_by: string | null;
};

export const WITH_NAMES = `
  SELECT b.*, f.name AS facility_name, l.name AS layout_name,
         coalesce(g.name, p.name) AS booker_name, coalesce(g.phone, p.phone) AS booker_phone,
         r.name AS responsible_name, r.phone AS responsible_phone, u.display_name AS taken_by
  FROM booking b
  JOIN facility f ON f.id = b.facility_id
  LEFT JOIN tenant_group g ON g.id = b.group_id
  LEFT JOIN person p ON p.id = b.person_id
  JOIN person r ON r.id = b.responsible_person_id
  LEFT JOIN app_user u ON u.id = b.taken_by_user_id
  LEFT JOIN facility_layout l ON l.id = b.layout_id`;

/** The states that hold a room, as SQL asks for them; the file's own guard names the same ones. */
export const HOLDS = `IN (${HOLDING_STATUSES.map((status) => `'${status}'`).join(', ')})`;

/** Where a row stands on its day, out of the three facts that are kept. */
export function attendanceOf(
  row: Pick<BookingRow, 'is_no_show' | 'checked_in_at' | 'checked_out_at'>,
): Attendance {
  if (row.is_no_show === 1) return 'no-show';
  if (row.checked_out_at !== null) return 'out';
  return row.checked_in_at === null ? 'expected' : 'in';
}

export function toBooking(row: RowWithNames): Booking {
  return {
    id: row.id as BookingId,
    reference: row.reference,
    facilityId: row.facility_id as FacilityId,
    facilityName: row.facility_name,
    startsAt: row.starts_at as LocalDateTime,
    endsAt: row.ends_at as LocalDateTime,
    heldFrom: row.held_from as LocalDateTime,
    heldUntil: row.held_until as LocalDateTime,
    units: row.units,
    layoutId: row.layout_id as LayoutId | null,
    layoutName: row.layout_name ?? '',
    setupMinutes: row.setup_minutes,
    cleardownMinutes: row.cleardown_minutes,
    status: row.status as BookingStatus,
    booker: toParty(row),
    bookerName: row.booker_name,
    bookerPhone: row.booker_phone,
    responsiblePersonId: row.responsible_person_id as PersonId,
    responsibleName: row.responsible_name,
    responsiblePhone: row.responsible_phone,
    purpose: row.purpose as Purpose,
    expectedNumber: row.expected_number,
    needs: row.needs,
    notes: row.notes,
    isOutOfHours: row.is_out_of_hours === 1,
    requestedAt: row.requested_at as Instant,
    takenBy: row.taken_by ?? '',
    cancelledAt: row.cancelled_at as Instant | null,
    cancelReason: row.cancel_reason,
    isLateCancellation: row.is_late_cancellation === 1,
    lapsesOn: row.lapses_on as LocalDate | null,
    offerUntil: row.offer_until as Instant | null,
    seriesId: row.series_id as SeriesId | null,
    originalDate: row.original_date as LocalDate | null,
    // What was written into these columns was checked, so it is only parsed.
    accessNeeds: JSON.parse(row.access_needs_json) as AccessFeature[],
    crechePlaces: row.creche_places,
    thingsWanted: JSON.parse(row.things_wanted_json) as Wanted[],
    keyholder: row.keyholder,
    hoursReason: row.hours_reason,
    lateEntryReason: row.late_entry_reason,
    mayShowName: row.may_show_name === 1,
    attendance: attendanceOf(row),
    checkedInAt: row.checked_in_at as Instant | null,
    checkedOutAt: row.checked_out_at as Instant | null,
    headcount: row.headcount,
    version: row.version,
  };
}

/** Everything of a booking that a change may touch. */
export type ChangedBooking = Omit<StoredBooking, 'takenByUserId' | 'requestedAt' | 'reference'>;

function toRow(booking: StoredBooking): BookingRow {
  return {
    ...toChangeable(booking),
    reference: booking.reference,
    requested_at: booking.requestedAt,
    taken_by_user_id: booking.takenByUserId,
  };
}

type ChangeableRow = Omit<BookingRow, 'reference' | 'requested_at' | 'taken_by_user_id'>;

function toChangeable(booking: ChangedBooking): ChangeableRow {
  return {
    id: booking.id,
    facility_id: booking.facilityId,
    starts_at: booking.startsAt,
    ends_at: booking.endsAt,
    held_from: booking.heldFrom,
    held_until: booking.heldUntil,
    units: booking.units,
    status: booking.status,
    ...partyColumns(booking.booker),
    responsible_person_id: booking.responsiblePersonId,
    purpose: booking.purpose,
    expected_number: booking.expectedNumber,
    needs: booking.needs,
    notes: booking.notes,
    is_out_of_hours: booking.isOutOfHours ? 1 : 0,
    cancelled_at: booking.cancelledAt,
    cancelled_by_user_id: booking.cancelledByUserId,
    cancel_reason: booking.cancelReason,
    version: booking.version,
    layout_id: booking.layoutId,
    setup_minutes: booking.setupMinutes,
    cleardown_minutes: booking.cleardownMinutes,
    is_late_cancellation: booking.isLateCancellation ? 1 : 0,
    lapses_on: booking.lapsesOn,
    offer_until: booking.offerUntil,
    series_id: booking.seriesId,
    original_date: booking.originalDate,
    access_needs_json: JSON.stringify(booking.accessNeeds),
    creche_places: booking.crechePlaces,
    things_wanted_json: JSON.stringify(booking.thingsWanted),
    keyholder: booking.keyholder,
    hours_reason: booking.hoursReason,
    late_entry_reason: booking.lateEntryReason,
    may_show_name: booking.mayShowName ? 1 : 0,
    checked_in_at: booking.checkedInAt,
    checked_out_at: booking.checkedOutAt,
    headcount: booking.headcount,
    is_no_show: booking.attendance === 'no-show' ? 1 : 0,
    cancelled_from: booking.cancelledFrom,
  };
}

export async function findById(ctx: Ctx, id: string): Promise<Booking | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE b.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toBooking(rows[0]);
}

const CHANGEABLE: readonly (keyof ChangeableRow)[] = [
  'facility_id',
  'starts_at',
  'ends_at',
  'held_from',
  'held_until',
  'units',
  'status',
  'group_id',
  'person_id',
  'responsible_person_id',
  'purpose',
  'expected_number',
  'needs',
  'notes',
  'is_out_of_hours',
  'cancelled_at',
  'cancelled_by_user_id',
  'cancel_reason',
  'version',
  'layout_id',
  'setup_minutes',
  'cleardown_minutes',
  'is_late_cancellation',
  'lapses_on',
  'offer_until',
  'series_id',
  'original_date',
  'access_needs_json',
  'creche_places',
  'things_wanted_json',
  'keyholder',
  'hours_reason',
  'late_entry_reason',
  'may_show_name',
  'checked_in_at',
  'checked_out_at',
  'headcount',
  'is_no_show',
  'cancelled_from',
];

const COLUMNS: readonly (keyof BookingRow)[] = [
  'id',
  'reference',
  'requested_at',
  'taken_by_user_id',
  ...CHANGEABLE,
];

const PLACES = `(${COLUMNS.map(() => '?').join(', ')})`;
const UPDATE = `UPDATE booking SET ${CHANGEABLE.map((column) => `${column} = ?`).join(', ')}
  WHERE id = ? AND version = ? RETURNING id`;

/** True when a booking of the series, cancelled or not, is that date of it. */
export async function hasDateOfSeries(
  ctx: Ctx,
  seriesId: SeriesId,
  originalDate: LocalDate,
): Promise<boolean> {
  const rows: readonly unknown[] = await ctx.tx.query(
    'SELECT 1 FROM booking WHERE series_id = ? AND original_date = ?',
    [seriesId, originalDate],
  );
  return rows.length > 0;
}

/** The state a cancelled booking had before. */
export async function findCancelledFrom(
  ctx: Ctx,
  id: BookingId,
): Promise<BookingStatus | undefined> {
  const rows: readonly Pick<BookingRow, 'cancelled_from'>[] = await ctx.tx.query(
    'SELECT cancelled_from FROM booking WHERE id = ?',
    [id],
  );
  return (rows[0]?.cancelled_from ?? undefined) as BookingStatus | undefined;
}

/** Plain SQL, because this is the write the desk waits for most often. */
export async function insert(ctx: Ctx, booking: StoredBooking): Promise<void> {
  await insertAll(ctx, [booking]);
}

/** The bookings of one act, a few hundred at most, in one statement. */
export async function insertAll(ctx: Ctx, made: readonly StoredBooking[]): Promise<void> {
  const rows = made.map(toRow);
  await ctx.tx.query(
    `INSERT INTO booking (${COLUMNS.join(', ')}) VALUES ${rows.map(() => PLACES).join(', ')}`,
    rows.flatMap((row) => COLUMNS.map((column) => row[column])),
  );
}

/** Writes the booking if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(
  ctx: Ctx,
  booking: ChangedBooking,
  seenVersion: number,
): Promise<boolean> {
  const row = toChangeable(booking);
  const written: readonly unknown[] = await ctx.tx.query(UPDATE, [
    ...CHANGEABLE.map((column) => row[column]),
    row.id,
    seenVersion,
  ]);
  return written.length === 1;
}

/** True for the refusal of the file's own guard: two bookings of one room at one time, or more places than there are. */
export function isOverlapRefusal(error: unknown): boolean {
  return (
    error instanceof Error &&
    (error.message.includes('booking.overlap') || error.message.includes('booking.no-places'))
  );
}
