import type { Ctx } from '#db/shared/ctx';
import {
  type AccountChangeRow,
  accountChangeTable,
  type UserRow,
  userTable,
} from './users.table.ts';

export async function listAll(ctx: Ctx): Promise<readonly UserRow[]> {
  return ctx.tx.query('SELECT * FROM app_user ORDER BY display_name, id');
}

export async function findById(ctx: Ctx, id: string): Promise<UserRow | undefined> {
  const rows: readonly UserRow[] = await ctx.tx.query('SELECT * FROM app_user WHERE id = ?', [id]);
  return rows[0];
}

export async function findByName(ctx: Ctx, name: string): Promise<UserRow | undefined> {
  const rows: readonly UserRow[] = await ctx.tx.query('SELECT * FROM app_user WHERE name = ?', [
    name,
  ]);
  return rows[0];
}

export async function insert(ctx: Ctx, row: UserRow): Promise<void> {
  await ctx.tx.insert(userTable, row);
}

export async function update(ctx: Ctx, id: string, change: Partial<UserRow>): Promise<void> {
  await ctx.tx.update(userTable, { id }, change);
}

export async function insertChange(ctx: Ctx, row: AccountChangeRow): Promise<void> {
  await ctx.tx.insert(accountChangeTable, row);
}

export async function findChange(ctx: Ctx, id: string): Promise<AccountChangeRow | undefined> {
  return (await ctx.tx.getRepository(accountChangeTable).findOneBy({ id })) ?? undefined;
}

export async function listWaiting(ctx: Ctx): Promise<readonly AccountChangeRow[]> {
  return ctx.tx.query(`SELECT * FROM account_change WHERE state = 'waiting' ORDER BY asked_at, id`);
}

export async function settleChange(
  ctx: Ctx,
  id: string,
  settled: { readonly state: 'confirmed' | 'withdrawn'; readonly by: string | null },
): Promise<void> {
  await ctx.tx.update(
    accountChangeTable,
    { id },
    { state: settled.state, settled_by_user_id: settled.by, settled_at: ctx.now() },
  );
}
