import type { Ctx } from '#db/shared/ctx';
import { foldForSearch } from '#db/shared/fold';
import type { Group, GroupId, GroupKind } from './groups.contract.ts';
import { type GroupRow, groupTable } from './groups.table.ts';

function toGroup(row: GroupRow): Group {
  return {
    id: row.id as GroupId,
    name: row.name,
    kind: row.kind as GroupKind,
    phone: row.phone,
    isActive: row.is_active === 1,
    version: row.version,
  };
}

function toRow(group: Group): GroupRow {
  return {
    id: group.id,
    name: group.name,
    folded_name: foldForSearch(group.name),
    kind: group.kind,
    phone: group.phone,
    is_active: group.isActive ? 1 : 0,
    version: group.version,
  };
}

export async function findById(ctx: Ctx, id: string): Promise<Group | undefined> {
  const rows: readonly GroupRow[] = await ctx.tx.query('SELECT * FROM tenant_group WHERE id = ?', [
    id,
  ]);
  return rows[0] === undefined ? undefined : toGroup(rows[0]);
}

export async function findByName(ctx: Ctx, name: string): Promise<Group | undefined> {
  const rows: readonly GroupRow[] = await ctx.tx.query(
    'SELECT * FROM tenant_group WHERE folded_name = ? ORDER BY is_active DESC, id LIMIT 1',
    [foldForSearch(name)],
  );
  return rows[0] === undefined ? undefined : toGroup(rows[0]);
}

/** Groups whose folded name is one of these, out of use or not. */
export async function listByFoldedNames(
  ctx: Ctx,
  folded: readonly string[],
): Promise<readonly Group[]> {
  const rows: readonly GroupRow[] = await ctx.tx.query(
    'SELECT * FROM tenant_group WHERE folded_name IN (SELECT value FROM json_each(?)) ORDER BY is_active, id DESC',
    [JSON.stringify(folded)],
  );
  return rows.map(toGroup);
}

/** A name typed as one word, `oakestate` for Oak Estate; short words would be found inside too many names. */
const asJoined = (word: string): string => (word.length < 4 ? '' : `%${word}%`);

/** Groups in use whose name holds every word of `text`, in alphabetical order, and how many there are. */
export async function listByText(
  ctx: Ctx,
  text: string,
  limit: number,
): Promise<{ readonly groups: readonly Group[]; readonly total: number }> {
  const words = foldForSearch(text)
    .split(' ')
    .filter((word) => word !== '');
  const where = [
    'is_active = 1',
    ...words.map(() => `((' ' || folded_name) LIKE ? OR replace(folded_name, ' ', '') LIKE ?)`),
  ].join(' AND ');
  const values = words.flatMap((word) => [`% ${word}%`, asJoined(word)]);
  const rows: readonly GroupRow[] = await ctx.tx.query(
    `SELECT * FROM tenant_group WHERE ${where} ORDER BY folded_name, id LIMIT ?`,
    [...values, limit],
  );
  const count: readonly { n: number }[] = await ctx.tx.query(
    `SELECT count(*) AS n FROM tenant_group WHERE ${where}`,
    values,
  );
  return { groups: rows.map(toGroup), total: count[0]?.n ?? 0 };
}

/** Every group in use, in alphabetical order; with those out of use when they are wanted too. */
export async function listInUse(ctx: Ctx, withOthers = false): Promise<readonly Group[]> {
  const rows: readonly GroupRow[] = await ctx.tx.query(
    'SELECT * FROM tenant_group WHERE is_active = 1 OR ? ORDER BY folded_name, id',
    [withOthers ? 1 : 0],
  );
  return rows.map(toGroup);
}

export async function insert(ctx: Ctx, group: Group): Promise<void> {
  await ctx.tx.insert(groupTable, toRow(group));
}

/** Writes the group if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, group: Group, seenVersion: number): Promise<boolean> {
  const { id, ...columns } = toRow(group);
  const result = await ctx.tx.update(groupTable, { id, version: seenVersion }, columns);
  return result.affected === 1;
}
