import type { GroupId } from '#db/groups/groups.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Batch, BatchId } from './claims.contract.ts';
import { type ClaimBatchRow, claimBatchTable } from './claims.table.ts';

type RowWithNames = ClaimBatchRow & {
  readonly group_name: string;
  readonly treasurer_name: string;
};

/** A sheet as its own row holds it, with the names that stand beside it; nothing is masked. */
export type StoredBatch = Omit<Batch, 'claims' | 'unsigned' | 'receipts' | 'signatures'>;

const SHEETS = `
  SELECT b.*, g.name AS group_name, p.name AS treasurer_name
  FROM claim_batch b
  JOIN tenant_group g ON g.id = b.group_id
  JOIN person p ON p.id = b.treasurer_person_id`;

const toBatch = (row: RowWithNames): StoredBatch => ({
  id: row.id as BatchId,
  reference: row.reference,
  state: row.state as Batch['state'],
  groupId: row.group_id as GroupId,
  groupName: row.group_name,
  treasurerPersonId: row.treasurer_person_id as PersonId,
  treasurerName: row.treasurer_name,
  receivedOn: row.received_on as LocalDate,
  version: row.version,
});

export async function insert(ctx: Ctx, row: ClaimBatchRow): Promise<void> {
  await ctx.tx.insert(claimBatchTable, row);
}

export async function findById(ctx: Ctx, id: string): Promise<StoredBatch | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${SHEETS} WHERE b.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toBatch(rows[0]);
}

/** All sheets of a group, or every sheet that is still open; the latest first. */
export async function list(ctx: Ctx, groupId: GroupId | null): Promise<readonly StoredBatch[]> {
  const where = groupId === null ? "b.state IN ('draft', 'to-sign')" : 'b.group_id = ?';
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${SHEETS} WHERE ${where} ORDER BY b.received_on DESC, b.reference DESC LIMIT 200`,
    groupId === null ? [] : [groupId],
  );
  return rows.map(toBatch);
}

/** False when somebody else changed it since `version`. */
export async function setState(
  ctx: Ctx,
  of: Pick<StoredBatch, 'id' | 'version' | 'state'>,
): Promise<boolean> {
  const result = await ctx.tx.update(
    claimBatchTable,
    { id: of.id, version: of.version },
    { state: of.state, version: of.version + 1 },
  );
  return result.affected === 1;
}
