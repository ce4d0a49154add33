import type { Ctx } from '#db/shared/ctx';
import { WeekHours } from '#db/settings/settings.contract';
import type { Facility, FacilityId, FacilityKind } from './facilities.contract.ts';
import { type FacilityRow, facilityTable } from './facilities.table.ts';

/** A week of hours as it stands in the column; what was written was checked, so it is only parsed. */
const toHours = (json: string | null): WeekHours | null =>
  json === null ? null : (JSON.parse(json) as WeekHours);

function toFacility(row: FacilityRow): Facility {
  return {
    id: row.id as FacilityId,
    name: row.name,
    kind: row.kind as FacilityKind,
    isBookable: row.is_bookable === 1,
    capacity: row.capacity,
    hours: toHours(row.hours_json),
    isActive: row.is_active === 1,
    position: row.position,
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
    units: 1,
    hours_json: facility.hours === null ? null : JSON.stringify(WeekHours.parse(facility.hours)),
    is_active: facility.isActive ? 1 : 0,
    position: facility.position,
    version: facility.version,
  };
}

export async function list(ctx: Ctx): Promise<readonly Facility[]> {
  const rows: readonly FacilityRow[] = await ctx.tx.query(
    'SELECT * FROM facility ORDER BY position, id',
  );
  return rows.map(toFacility);
}

export async function findById(ctx: Ctx, id: string): Promise<Facility | undefined> {
  const rows: readonly FacilityRow[] = await ctx.tx.query('SELECT * FROM facility WHERE id = ?', [
    id,
  ]);
  return rows[0] === undefined ? undefined : toFacility(rows[0]);
}

export async function findByName(ctx: Ctx, name: string): Promise<Facility | undefined> {
  const rows: readonly FacilityRow[] = await ctx.tx.query(
    'SELECT * FROM facility WHERE lower(name) = lower(?)',
    [name],
  );
  return rows[0] === undefined ? undefined : toFacility(rows[0]);
}

export async function insert(ctx: Ctx, facility: Facility): Promise<void> {
  await ctx.tx.insert(facilityTable, toRow(facility));
}

/** Writes the facility if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, facility: Facility, seenVersion: number): Promise<boolean> {
  const { id, ...columns } = toRow(facility);
  const result = await ctx.tx.update(facilityTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}
