import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';
import { addDays, type LocalDate } from '#db/shared/local-date';
import type { Checklist, CloseOut, FoundItem } from './use/booking-use.contract.ts';
import {
  type CloseOutRow,
  closeOutTable,
  type FoundItemRow,
  foundItemTable,
} from './booking-use.table.ts';
import type { Booking, BookingId } from './bookings.contract.ts';
import { type RowWithNames, toBooking, WITH_NAMES } from './bookings.repository.ts';

const toCloseOut = (row: CloseOutRow): CloseOut => ({
  bookingId: row.booking_id as BookingId,
  checklist: JSON.parse(row.checklist_json) as Checklist,
  damage: row.damage,
  notes: row.notes,
});

export async function findCloseOut(ctx: Ctx, id: BookingId): Promise<CloseOut | undefined> {
  const rows: readonly CloseOutRow[] = await ctx.tx.query(
    'SELECT * FROM booking_close_out WHERE booking_id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toCloseOut(rows[0]);
}

export async function insertCloseOut(
  ctx: Ctx,
  closeOut: CloseOut,
  byUserId: string | null,
): Promise<void> {
  await ctx.tx.insert(closeOutTable, {
    booking_id: closeOut.bookingId,
    checklist_json: JSON.stringify(closeOut.checklist),
    damage: closeOut.damage,
    notes: closeOut.notes,
    recorded_at: ctx.now(),
    recorded_by_user_id: byUserId,
  });
}

/** Takes away what a check-out noted that was taken back; the record of changes keeps it. */
export async function deleteCloseOut(ctx: Ctx, id: BookingId): Promise<void> {
  await ctx.tx.delete(closeOutTable, { booking_id: id });
}

type FoundRow = FoundItemRow & { readonly reference: string | null };

const FOUND = `SELECT i.*, b.reference FROM found_item i LEFT JOIN booking b ON b.id = i.booking_id`;

const toFoundItem = (row: FoundRow): FoundItem => ({
  id: row.id,
  bookingId: row.booking_id as BookingId | null,
  reference: row.reference ?? '',
  what: row.what,
  foundOn: row.found_on as LocalDate,
  place: row.place,
  settledOn: row.settled_on as LocalDate | null,
  settledHow: row.settled_how,
  version: row.version,
});

/** Everything that was found, what still waits for its owner first, then the latest. */
export async function listFound(ctx: Ctx): Promise<readonly FoundItem[]> {
  const rows: readonly FoundRow[] = await ctx.tx.query(
    `${FOUND} ORDER BY i.settled_on IS NOT NULL, coalesce(i.settled_on, i.found_on) DESC, i.id`,
  );
  return rows.map(toFoundItem);
}

export async function listFoundOf(ctx: Ctx, bookingId: BookingId): Promise<readonly FoundItem[]> {
  const rows: readonly FoundRow[] = await ctx.tx.query(
    `${FOUND} WHERE i.booking_id = ? ORDER BY i.id`,
    [bookingId],
  );
  return rows.map(toFoundItem);
}

export async function findFound(ctx: Ctx, id: string): Promise<FoundItem | undefined> {
  const rows: readonly FoundRow[] = await ctx.tx.query(`${FOUND} WHERE i.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toFoundItem(rows[0]);
}

export async function insertFound(ctx: Ctx, item: FoundItem): Promise<void> {
  await ctx.tx.insert(foundItemTable, {
    id: item.id,
    booking_id: item.bookingId,
    what: item.what,
    found_on: item.foundOn,
    place: item.place,
    settled_on: item.settledOn,
    settled_how: item.settledHow,
    version: item.version,
  });
}

/** Takes away a found thing that was entered with a check-out that was taken back. */
export async function deleteFound(ctx: Ctx, id: string): Promise<void> {
  await ctx.tx.delete(foundItemTable, { id });
}

/** Writes what became of a found thing if nobody else did since `seenVersion`; false when someone was quicker. */
export async function settleFound(
  ctx: Ctx,
  id: string,
  part: { readonly on: LocalDate; readonly how: string; readonly seenVersion: number },
): Promise<boolean> {
  const result = await ctx.tx.update(
    foundItemTable,
    { id, version: part.seenVersion },
    { settled_on: part.on, settled_how: part.how, version: part.seenVersion + 1 },
  );
  return result.affected === 1;
}

/** Bookings of a group that start between two days, both included, in whatever state, in time order. */
export async function listOfGroupStarting(
  ctx: Ctx,
  groupId: GroupId,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<readonly Booking[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE b.group_id = ? AND b.starts_at >= ? AND b.starts_at < ? ORDER BY b.starts_at, b.id`,
    [groupId, days.from, addDays(days.until, 1)],
  );
  return rows.map(toBooking);
}
