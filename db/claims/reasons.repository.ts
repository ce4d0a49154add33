import type { Ctx } from '#db/shared/ctx';
import type { KeptReason } from './deciding.contract.ts';
import { type ClaimReasonRow, claimReasonTable } from './decisions.table.ts';

const toReason = (row: ClaimReasonRow): KeptReason => ({
  id: row.id,
  decision: row.decision as KeptReason['decision'],
  words: row.words,
  isActive: row.is_active === 1,
  version: row.version,
});

/** Every reason that was ever kept, those in use first, in the order of their words. */
export async function listAll(ctx: Ctx): Promise<readonly KeptReason[]> {
  const rows: readonly ClaimReasonRow[] = await ctx.tx.query(
    'SELECT * FROM claim_reason ORDER BY is_active DESC, decision, words, id',
  );
  return rows.map(toReason);
}

export async function findById(ctx: Ctx, id: string): Promise<KeptReason | undefined> {
  const rows: readonly ClaimReasonRow[] = await ctx.tx.query(
    'SELECT * FROM claim_reason WHERE id = ?',
    [id],
  );
  return rows[0] === undefined ? undefined : toReason(rows[0]);
}

type Wanted = Omit<KeptReason, 'version'>;

const toColumns = ({ decision, words, isActive }: Wanted) => ({
  decision,
  words,
  is_active: isActive ? 1 : 0,
});

export async function insert(ctx: Ctx, reason: Wanted): Promise<void> {
  await ctx.tx.insert(claimReasonTable, { ...toColumns(reason), id: reason.id, version: 1 });
}

/** Writes it if it is still at `seenVersion`; false when someone else was quicker. */
export async function update(ctx: Ctx, reason: Wanted, seenVersion: number): Promise<boolean> {
  const result = await ctx.tx.update(
    claimReasonTable,
    { id: reason.id, version: seenVersion },
    { ...toColumns(reason), version: seenVersion + 1 },
  );
  return result.affected === 1;
}
