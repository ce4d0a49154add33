import type { Ctx } from '#db/shared/ctx';
import type { LocalDateTime } from '#db/shared/local-date';
import type { Booking, SeriesId } from './bookings.contract.ts';
import { type RowWithNames, toBooking, WITH_NAMES } from './bookings.repository.ts';
import type { Occurrence } from './series/series-change.rules.ts';
import type { SeriesRow } from './series.table.ts';

const COLUMNS: readonly (keyof SeriesRow)[] = [
  'id',
  'reference',
  'rule',
  'repeat_json',
  'end_json',
  'on_closed_day',
  'details_json',
  'requested_at',
  'taken_by_user_id',
  'version',
];

export async function insert(ctx: Ctx, row: SeriesRow): Promise<void> {
  await ctx.tx.query(
    `INSERT INTO booking_series (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})`,
    COLUMNS.map((column) => row[column]),
  );
}

export async function findById(ctx: Ctx, id: SeriesId): Promise<SeriesRow | undefined> {
  const rows: readonly SeriesRow[] = await ctx.tx.query(
    'SELECT * FROM booking_series WHERE id = ?',
    [id],
  );
  return rows[0];
}

/** Writes what the dates of a series have in common, and counts the change. */
export async function update(ctx: Ctx, id: SeriesId, detailsJson: string): Promise<void> {
  await ctx.tx.query(
    'UPDATE booking_series SET details_json = ?, version = version + 1 WHERE id = ?',
    [detailsJson, id],
  );
}

/** Every booking of a series in the order of its dates, those too that hold nothing any more. */
export async function listOccurrences(ctx: Ctx, id: SeriesId): Promise<readonly Occurrence[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${WITH_NAMES} WHERE b.series_id = ? ORDER BY b.original_date`,
    [id],
  );
  return rows.map(toBooking).filter(isOccurrence);
}

/** How many dates of a series wait for approval, and the first of them; undefined when none does. */
export async function countRequested(
  ctx: Ctx,
  id: SeriesId,
): Promise<
  | (Pick<Booking, 'facilityName' | 'startsAt' | 'endsAt'> & {
      readonly count: number;
      readonly reference: string;
    })
  | undefined
> {
  const rows: readonly {
    readonly count: number;
    readonly reference: string;
    readonly facility_name: string;
    readonly starts_at: string;
    readonly ends_at: string;
  }[] = await ctx.tx.query(
    `SELECT count(*) OVER () AS count, s.reference, f.name AS facility_name, b.starts_at, b.ends_at
     FROM booking b JOIN facility f ON f.id = b.facility_id JOIN booking_series s ON s.id = b.series_id
     WHERE b.series_id = ? AND b.status = 'requested' ORDER BY b.starts_at, b.id LIMIT 1`,
    [id],
  );
  const [first] = rows;
  if (first === undefined) return undefined;
  return {
    count: first.count,
    reference: first.reference,
    facilityName: first.facility_name,
    startsAt: first.starts_at as LocalDateTime,
    endsAt: first.ends_at as LocalDateTime,
  };
}

const isOccurrence = (booking: Booking): booking is Occurrence => booking.originalDate !== null;
