import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { KeyHolding } from './venues.contract.ts';
import { type KeyHoldingRow, keyHoldingTable } from './venues.table.ts';

type RowWithName = KeyHoldingRow & {
  readonly person_name: string;
  readonly group_name: string | null;
};

const WITH_NAME = `
  SELECT k.*, p.name AS person_name, g.name AS group_name FROM key_holding k
  JOIN person p ON p.id = k.person_id LEFT JOIN tenant_group g ON g.id = k.group_id`;

const toHolding = (row: RowWithName): KeyHolding => ({
  id: row.id,
  keyName: row.key_name,
  personId: row.person_id as PersonId,
  personName: row.person_name,
  groupId: row.group_id as GroupId | null,
  groupName: row.group_name ?? '',
  heldSince: row.held_since as LocalDate,
  returnedOn: row.returned_on as LocalDate | null,
  notes: row.notes,
  version: row.version,
});

/** Keys that are out, by the words on their tags; then, when asked for, those that came back, the latest first. */
export async function list(ctx: Ctx, withReturned: boolean): Promise<readonly KeyHolding[]> {
  const rows: readonly RowWithName[] = await ctx.tx.query(
    `${WITH_NAME} ${withReturned ? '' : 'WHERE k.returned_on IS NULL'}
     ORDER BY k.returned_on IS NOT NULL, k.returned_on DESC, k.key_name COLLATE NOCASE, k.rowid`,
  );
  return rows.map(toHolding);
}

export async function findById(ctx: Ctx, id: string): Promise<KeyHolding | undefined> {
  const rows: readonly RowWithName[] = await ctx.tx.query(`${WITH_NAME} WHERE k.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toHolding(rows[0]);
}

/** Who holds a key now; the words on its tag in either case. */
export async function findHeld(ctx: Ctx, keyName: string): Promise<KeyHolding | undefined> {
  const rows: readonly RowWithName[] = await ctx.tx.query(
    `${WITH_NAME} WHERE k.key_name = ? COLLATE NOCASE AND k.returned_on IS NULL`,
    [keyName],
  );
  return rows[0] === undefined ? undefined : toHolding(rows[0]);
}

export async function insert(ctx: Ctx, holding: KeyHolding): Promise<void> {
  await ctx.tx.insert(keyHoldingTable, {
    id: holding.id,
    key_name: holding.keyName,
    person_id: holding.personId,
    group_id: holding.groupId,
    held_since: holding.heldSince,
    returned_on: holding.returnedOn,
    notes: holding.notes,
    version: holding.version,
  });
}

/** Writes a corrected entry if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, holding: KeyHolding, seenVersion: number): Promise<boolean> {
  const result = await ctx.tx.update(
    keyHoldingTable,
    { id: holding.id, version: seenVersion },
    {
      key_name: holding.keyName,
      person_id: holding.personId,
      group_id: holding.groupId,
      held_since: holding.heldSince,
      returned_on: holding.returnedOn,
      notes: holding.notes,
      version: holding.version,
    },
  );
  return result.affected === 1;
}

/** Enters the day a key came back if the entry is still at `seenVersion`; false when someone else was quicker. */
export async function markReturned(
  ctx: Ctx,
  id: string,
  returnedOn: LocalDate,
  seenVersion: number,
): Promise<boolean> {
  const result = await ctx.tx.update(
    keyHoldingTable,
    { id, version: seenVersion },
    { returned_on: returnedOn, version: seenVersion + 1 },
  );
  return result.affected === 1;
}
