import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import { WeekHours } from '#db/settings/settings.contract';
import type {
  AccessFeature,
  Facility,
  FacilityId,
  FacilityKind,
  Layout,
  Seat,
  SeatId,
} from './facilities.contract.ts';
import {
  type FacilityRow,
  facilityPartTable,
  facilityTable,
  layoutTable,
  seatTable,
} from './facilities.table.ts';

/** A facility's row with its parts, layouts and seats as JSON: the desk reads them all with every booking. */
type WholeRow = FacilityRow & {
  readonly parts_json: string;
  readonly layouts_json: string;
  readonly seats_json: string;
};

const WHOLE = `
  SELECT f.*,
    (SELECT json_group_array(part_id ORDER BY part_id) FROM facility_part WHERE whole_id = f.id) AS parts_json,
    (SELECT json_group_array(json_object('id', l.id, 'name', l.name, 'capacity', l.capacity,
       'setupMinutes', l.setup_minutes, 'cleardownMinutes', l.cleardown_minutes) ORDER BY l.position, l.id)
       FROM facility_layout AS l WHERE l.facility_id = f.id AND l.is_active = 1) AS layouts_json,
    (SELECT json_group_array(json_object('id', s.id, 'name', s.name, 'outOfOrderFrom', s.out_from,
       'outOfOrderUntil', s.out_until, 'outOfOrderWhy', s.out_why) ORDER BY s.position, s.id)
       FROM seat AS s WHERE s.facility_id = f.id AND s.is_active = 1) AS seats_json
  FROM facility AS f`;

/** A list as it stands in a column; what was written was checked, so it is only parsed. */
const fromJson = <T>(json: string): T => JSON.parse(json) as T;

function toFacility(row: WholeRow): Facility {
  return {
    id: row.id as FacilityId,
    name: row.name,
    kind: row.kind as FacilityKind,
    isBookable: row.is_bookable === 1,
    capacity: row.capacity,
    hours: row.hours_json === null ? null : fromJson<WeekHours>(row.hours_json),
    isActive: row.is_active === 1,
    position: row.position,
    units: row.units,
    unitName: row.unit_name,
    partIds: fromJson<FacilityId[]>(row.parts_json),
    layouts: fromJson<Layout[]>(row.layouts_json),
    seats: fromJson<Seat[]>(row.seats_json),
    accessFeatures: fromJson<AccessFeature[]>(row.access_json),
    needsApproval: row.needs_approval === 1,
    longestMinutes: row.longest_minutes,
    daysAhead: row.days_ahead,
    noticeOpenDays: row.notice_open_days,
    minimumAge: row.minimum_age,
    directions: row.directions,
    version: row.version,
  };
}

function toRow(facility: Facility): FacilityRow {
  return {
    id: facility.id,
    name: facility.name,
    kind: facility.kind,
    is_bookable: facility.isBookable ? 1 : 0,
    capacity: facility.capacity,
    units: facility.units,
    hours_json: facility.hours === null ? null : JSON.stringify(WeekHours.parse(facility.hours)),
    is_active: facility.isActive ? 1 : 0,
    position: facility.position,
    version: facility.version,
    unit_name: facility.unitName,
    access_json: JSON.stringify(facility.accessFeatures),
    needs_approval: facility.needsApproval ? 1 : 0,
    longest_minutes: facility.longestMinutes,
    days_ahead: facility.daysAhead,
    notice_open_days: facility.noticeOpenDays,
    minimum_age: facility.minimumAge,
    directions: facility.directions,
  };
}

export async function list(ctx: Ctx): Promise<readonly Facility[]> {
  const rows: readonly WholeRow[] = await ctx.tx.query(`${WHOLE} ORDER BY f.position, f.id`);
  return rows.map(toFacility);
}

export async function findById(ctx: Ctx, id: string): Promise<Facility | undefined> {
  const rows: readonly WholeRow[] = await ctx.tx.query(`${WHOLE} WHERE f.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toFacility(rows[0]);
}

export async function findByName(ctx: Ctx, name: string): Promise<Facility | undefined> {
  const rows: readonly WholeRow[] = await ctx.tx.query(`${WHOLE} WHERE lower(f.name) = lower(?)`, [
    name,
  ]);
  return rows[0] === undefined ? undefined : toFacility(rows[0]);
}

export async function insert(ctx: Ctx, facility: Facility): Promise<void> {
  await ctx.tx.insert(facilityTable, toRow(facility));
}

/**
 * Writes the facility's own row if it is still at `seenVersion`; false when someone else was quicker. Its parts,
 * layouts and seats are written by functions of their own.
 */
export async function update(ctx: Ctx, facility: Facility, seenVersion: number): Promise<boolean> {
  const { id, ...columns } = toRow(facility);
  const result = await ctx.tx.update(facilityTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}

/** Writes anew what a facility is made of. */
export async function replaceParts(
  ctx: Ctx,
  wholeId: FacilityId,
  partIds: readonly FacilityId[],
): Promise<void> {
  await ctx.tx.delete(facilityPartTable, { whole_id: wholeId });
  for (const partId of partIds)
    await ctx.tx.insert(facilityPartTable, { whole_id: wholeId, part_id: partId });
}

/** Writes the layouts of a facility: those in the list stand in its order, all others go out of use. */
export async function saveLayouts(
  ctx: Ctx,
  facilityId: FacilityId,
  layouts: readonly Layout[],
): Promise<void> {
  await ctx.tx.update(layoutTable, { facility_id: facilityId }, { is_active: 0 });
  for (const [position, layout] of layouts.entries())
    await ctx.tx.upsert(
      layoutTable,
      {
        id: layout.id,
        facility_id: facilityId,
        name: layout.name,
        capacity: layout.capacity,
        setup_minutes: layout.setupMinutes,
        cleardown_minutes: layout.cleardownMinutes,
        position,
        is_active: 1,
      },
      ['id'],
    );
}

/** Writes the seats of a facility: those in the list stand in its order, all others go out of use. */
export async function saveSeats(
  ctx: Ctx,
  facilityId: FacilityId,
  seats: readonly Seat[],
): Promise<void> {
  await ctx.tx.update(seatTable, { facility_id: facilityId }, { is_active: 0 });
  for (const [position, seat] of seats.entries())
    await ctx.tx.upsert(
      seatTable,
      {
        id: seat.id,
        facility_id: facilityId,
        name: seat.name,
        position,
        is_active: 1,
        out_from: seat.outOfOrderFrom,
        out_until: seat.outOfOrderUntil,
        out_why: seat.outOfOrderWhy,
      },
      ['id'],
    );
}

/** The facility that a seat in use belongs to. */
export async function findIdOfSeat(ctx: Ctx, seatId: SeatId): Promise<FacilityId | undefined> {
  const rows: readonly { readonly facility_id: string }[] = await ctx.tx.query(
    'SELECT facility_id FROM seat WHERE id = ? AND is_active = 1',
    [seatId],
  );
  return rows[0]?.facility_id as FacilityId | undefined;
}

/** Marks a seat as out of order from a day on, or as mended. */
export async function updateSeat(
  ctx: Ctx,
  seatId: SeatId,
  out: { readonly from: LocalDate; readonly until: LocalDate | null; readonly why: string } | null,
): Promise<void> {
  await ctx.tx.update(
    seatTable,
    { id: seatId },
    { out_from: out?.from ?? null, out_until: out?.until ?? null, out_why: out?.why ?? '' },
  );
}
