import type { FacilityId } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import { addDays, type LocalDate, type LocalDateTime } from '#db/shared/local-date';
import type {
  Booker,
  Booking,
  BookingCard,
  BookingId,
  BookingStatus,
  Purpose,
} from './bookings.contract.ts';
import type { BookingRow } from './bookings.table.ts';

/** The columns that the booking's own row holds; the rest of a Booking are names looked up beside it. */
export type StoredBooking = Omit<
  Booking,
  'facilityName' | 'bookerName' | 'bookerPhone' | 'responsibleName' | 'responsiblePhone' | 'takenBy'
> & { readonly takenByUserId: string | null; readonly cancelledByUserId: string | null };

type RowWithNames = BookingRow & {
  readonly facility_name: string;
  readonly booker_name: string;
  readonly booker_phone: string;
  readonly responsible_name: string;
  readonly responsible_phone: string;
  readonly taken_by: string | null;
};

const WITH_NAMES = `
  SELECT b.*, f.name AS facility_name,
         coalesce(g.name, p.name) AS booker_name, coalesce(g.phone, p.phone) AS booker_phone,
         r.name AS responsible_name, r.phone AS responsible_phone, u.display_name AS taken_by
  FROM booking b
  JOIN facility f ON f.id = b.facility_id
  LEFT JOIN tenant_group g ON g.id = b.group_id
  LEFT JOIN person p ON p.id = b.person_id
  JOIN person r ON r.id = b.responsible_person_id
  LEFT JOIN app_user u ON u.id = b.taken_by_user_id`;

function toBooking(row: RowWithNames): Booking {
  return {
    id: row.id as BookingId,
    reference: row.reference,
    facilityId: row.facility_id as FacilityId,
    facilityName: row.facility_name,
    startsAt: row.starts_at as LocalDateTime,
    endsAt: row.ends_at as LocalDateTime,
    heldFrom: row.held_from as LocalDateTime,
    heldUntil: row.held_until as LocalDateTime,
    status: row.status as BookingStatus,
    booker:
      row.group_id === null
        ? { kind: 'person', personId: row.person_id as PersonId }
        : { kind: 'group', groupId: row.group_id as GroupId },
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
    units: 1,
    status: booking.status,
    group_id: booking.booker.kind === 'group' ? booking.booker.groupId : null,
    person_id: booking.booker.kind === 'person' ? booking.booker.personId : null,
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
  };
}

export async function findById(ctx: Ctx, id: string): Promise<Booking | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${WITH_NAMES} WHERE b.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toBooking(rows[0]);
}

const CARDS = `
  SELECT b.id, b.reference, b.facility_id, b.starts_at, b.ends_at, b.held_from, b.held_until, b.status,
         b.purpose, b.expected_number, b.needs, b.is_out_of_hours, b.version,
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
    version: row.version,
  };
}

/**
 * Live bookings that hold a room at some time between two moments, in time order.
 * The look-back of two days is the longest a booking can be held (see the CHECK on the table).
 */
export async function listLiveBetween(
  ctx: Ctx,
  from: LocalDateTime,
  until: LocalDateTime,
  facilityId: FacilityId | null,
): Promise<readonly BookingCard[]> {
  const lookBack = `${addDays(from.slice(0, 10) as LocalDate, -2)}${from.slice(10)}`;
  const rows: readonly RowWithNames[] =
    facilityId === null
      ? await ctx.tx.query(
          `${CARDS} WHERE b.held_from >= ? AND b.held_from < ? AND b.held_until > ? AND b.status <> 'cancelled'
           ORDER BY b.held_from, b.facility_id`,
          [lookBack, until, from],
        )
      : await ctx.tx.query(
          `${CARDS} WHERE b.facility_id = ? AND b.held_from >= ? AND b.held_from < ? AND b.held_until > ?
             AND b.status <> 'cancelled'
           ORDER BY b.held_from`,
          [facilityId, lookBack, until, from],
        );
  return rows.map(toCard);
}

/** Bookings that start between two days, both included, oldest first, and how many there are. */
export async function listStarting(
  ctx: Ctx,
  wanted: {
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly facilityId: FacilityId | null;
    readonly withCancelled: boolean;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<{ readonly bookings: readonly Booking[]; readonly total: number }> {
  // A room is held from no later than its use starts (a CHECK on the table), so both ends bound the index.
  const where = `WHERE b.held_from >= ? AND b.held_from < ? AND b.starts_at < ? AND b.starts_at >= ?
    ${wanted.facilityId === null ? '' : 'AND b.facility_id = ?'}
    ${wanted.withCancelled ? '' : "AND b.status <> 'cancelled'"}`;
  const values = [
    addDays(wanted.from, -2),
    addDays(wanted.until, 1),
    addDays(wanted.until, 1),
    wanted.from,
    ...(wanted.facilityId === null ? [] : [wanted.facilityId]),
  ];
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} ${where} ORDER BY b.starts_at, f.position, b.id LIMIT ? OFFSET ?`,
    [...values, wanted.limit, wanted.offset],
  );
  const count: readonly { n: number }[] = await ctx.tx.query(
    `SELECT count(*) AS n FROM booking b ${where}`,
    values,
  );
  return { bookings: rows.map(toBooking), total: count[0]?.n ?? 0 };
}

/** The first live booking of each room that starts at or after a moment, within the next fortnight. */
export async function listNextByFacility(
  ctx: Ctx,
  from: LocalDateTime,
): Promise<readonly BookingCard[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `SELECT * FROM (
       SELECT c.*, row_number() OVER (PARTITION BY c.facility_id ORDER BY c.starts_at) AS place
       FROM (${CARDS} WHERE b.held_from >= ? AND b.held_from < ? AND b.starts_at >= ? AND b.status <> 'cancelled') c
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
];

const COLUMNS: readonly (keyof BookingRow)[] = [
  'id',
  'reference',
  'requested_at',
  'taken_by_user_id',
  ...CHANGEABLE,
];

const INSERT = `INSERT INTO booking (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`;
const UPDATE = `UPDATE booking SET ${CHANGEABLE.map((column) => `${column} = ?`).join(', ')}
  WHERE id = ? AND version = ? RETURNING id`;

/** Live bookings of one group or person that start on or after a day, the soonest first. */
export async function listComing(
  ctx: Ctx,
  wanted: { readonly booker: Booker; readonly from: LocalDate; readonly limit: number },
): Promise<readonly Booking[]> {
  const { booker, from, limit } = wanted;
  const [column, id] =
    booker.kind === 'group' ? ['group_id', booker.groupId] : ['person_id', booker.personId];
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE b.${column} = ? AND b.starts_at >= ? AND b.status <> 'cancelled'
     ORDER BY b.starts_at, b.id LIMIT ?`,
    [id, from, limit],
  );
  return rows.map(toBooking);
}

/** Plain SQL, because this is the write the desk waits for most often. */
export async function insert(ctx: Ctx, booking: StoredBooking): Promise<void> {
  const row = toRow(booking);
  await ctx.tx.query(
    INSERT,
    COLUMNS.map((column) => row[column]),
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

/** True for the trigger's refusal of two bookings of one room at one time. */
export function isOverlapRefusal(error: unknown): boolean {
  return error instanceof Error && error.message.includes('booking.overlap');
}
