import { IsNull } from 'typeorm';
import type { AccessFeature } from '#db/facilities/facilities.contract';
import type { GroupId } from '#db/groups/groups.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate, LocalDateTime } from '#db/shared/local-date';
import type { CouncilAccess, Venue, VenueId } from './venues.contract.ts';
import {
  councilAccessTable,
  type CouncilAccessRow,
  type VenueRow,
  venueTable,
} from './venues.table.ts';

type RowWithGroup = VenueRow & { readonly group_name: string | null };

const WITH_GROUP = `
  SELECT v.*, g.name AS group_name FROM venue v LEFT JOIN tenant_group g ON g.id = v.group_id`;

function toVenue(row: RowWithGroup): Venue {
  return {
    id: row.id as VenueId,
    name: row.name,
    addressLines: JSON.parse(row.address_json) as string[],
    managedBy: row.managed_by as Venue['managedBy'],
    groupId: row.group_id as GroupId | null,
    groupName: row.group_name ?? '',
    accessFeatures: JSON.parse(row.access_json) as AccessFeature[],
    conditions: row.conditions,
    isActive: row.is_active === 1,
    version: row.version,
  };
}

function toRow(venue: Venue): VenueRow {
  return {
    id: venue.id,
    name: venue.name,
    address_json: JSON.stringify(venue.addressLines),
    managed_by: venue.managedBy,
    group_id: venue.groupId,
    access_json: JSON.stringify(venue.accessFeatures),
    conditions: venue.conditions,
    is_active: venue.isActive ? 1 : 0,
    version: venue.version,
  };
}

export async function list(ctx: Ctx): Promise<readonly Venue[]> {
  const rows: readonly RowWithGroup[] = await ctx.tx.query(
    `${WITH_GROUP} ORDER BY v.name COLLATE NOCASE, v.id`,
  );
  return rows.map(toVenue);
}

export async function findById(ctx: Ctx, id: string): Promise<Venue | undefined> {
  const rows: readonly RowWithGroup[] = await ctx.tx.query(`${WITH_GROUP} WHERE v.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toVenue(rows[0]);
}

export async function findByName(ctx: Ctx, name: string): Promise<Venue | undefined> {
  const rows: readonly RowWithGroup[] = await ctx.tx.query(
    `${WITH_GROUP} WHERE lower(v.name) = lower(?)`,
    [name],
  );
  return rows[0] === undefined ? undefined : toVenue(rows[0]);
}

export async function insert(ctx: Ctx, venue: Venue): Promise<void> {
  await ctx.tx.insert(venueTable, toRow(venue));
}

/** Writes the venue if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, venue: Venue, seenVersion: number): Promise<boolean> {
  const { id, ...columns } = toRow(venue);
  const result = await ctx.tx.update(venueTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}

/** Every time the council went into a venue, the latest first. */
export async function listAccess(ctx: Ctx, venueId: VenueId): Promise<readonly CouncilAccess[]> {
  const rows: readonly CouncilAccessRow[] = await ctx.tx.query(
    'SELECT * FROM council_access WHERE venue_id = ? ORDER BY at DESC, rowid DESC',
    [venueId],
  );
  return rows.map(toAccess);
}

const toAccess = (row: CouncilAccessRow): CouncilAccess => ({
  id: row.id,
  venueId: row.venue_id as VenueId,
  at: row.at as LocalDateTime,
  officer: row.officer,
  reason: row.reason as CouncilAccess['reason'],
  notes: row.notes,
  committeeToldOn: row.committee_told_on as LocalDate | null,
});

export async function findAccess(ctx: Ctx, id: string): Promise<CouncilAccess | undefined> {
  const rows: readonly CouncilAccessRow[] = await ctx.tx.query(
    'SELECT * FROM council_access WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toAccess(rows[0]);
}

type Visit = Omit<CouncilAccess, 'id' | 'venueId'>;

const visitColumns = (visit: Visit) => ({
  at: visit.at,
  officer: visit.officer,
  reason: visit.reason,
  notes: visit.notes,
  committee_told_on: visit.committeeToldOn,
});

/** Writes a visit if it still says what was seen; false when someone else was quicker. */
export async function updateAccess(
  ctx: Ctx,
  id: string,
  visit: Visit,
  seen: Visit,
): Promise<boolean> {
  const { committee_told_on: told, ...rest } = visitColumns(seen);
  const still = { id, ...rest, committee_told_on: told ?? IsNull() };
  const result = await ctx.tx.update(councilAccessTable, still, visitColumns(visit));
  return result.affected === 1;
}

export async function insertAccess(ctx: Ctx, access: CouncilAccess): Promise<void> {
  await ctx.tx.insert(councilAccessTable, {
    id: access.id,
    venue_id: access.venueId,
    ...visitColumns(access),
    recorded_at: ctx.now(),
  });
}
