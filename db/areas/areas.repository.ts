import type { Ctx } from '#db/shared/ctx';
import type { Area, AreaId, AreaKind } from './areas.contract.ts';
import { type AreaRow, areaTable } from './areas.table.ts';

const toArea = (row: AreaRow): Area => ({
  id: row.id as AreaId,
  name: row.name,
  kind: row.kind as AreaKind,
  parentId: row.parent_id as AreaId | null,
  isActive: row.is_active === 1,
  version: row.version,
});

const toRow = (area: Area): AreaRow => ({
  id: area.id,
  name: area.name,
  kind: area.kind,
  parent_id: area.parentId,
  is_active: area.isActive ? 1 : 0,
  version: area.version,
});

export async function listAll(ctx: Ctx): Promise<readonly Area[]> {
  const rows: readonly AreaRow[] = await ctx.tx.query('SELECT * FROM area ORDER BY id');
  return rows.map(toArea);
}

export async function findById(ctx: Ctx, id: string): Promise<Area | undefined> {
  const rows: readonly AreaRow[] = await ctx.tx.query('SELECT * FROM area WHERE id = ?', [id]);
  return rows[0] === undefined ? undefined : toArea(rows[0]);
}

export async function insert(ctx: Ctx, area: Area): Promise<void> {
  await ctx.tx.insert(areaTable, toRow(area));
}

/** Writes the area if the row is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, area: Area, seenVersion: number): Promise<boolean> {
  const { id, ...columns } = toRow(area);
  const result = await ctx.tx.update(areaTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}
