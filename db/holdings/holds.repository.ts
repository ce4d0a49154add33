import type { Ctx } from '#db/shared/ctx';
import { legalHoldTable, type LegalHoldRow } from './requests.table.ts';

export type HoldWithNames = LegalHoldRow & {
  readonly name: string | null;
  readonly by_name: string | null;
};

const HOLDS = `
  SELECT h.*, coalesce(p.name, g.name) AS name, u.display_name AS by_name
  FROM legal_hold h
  LEFT JOIN person p ON h.kind = 'person' AND p.id = h.record_id
  LEFT JOIN tenant_group g ON h.kind = 'group' AND g.id = h.record_id
  LEFT JOIN app_user u ON u.id = h.recorded_by_user_id`;

export async function insert(ctx: Ctx, row: LegalHoldRow): Promise<void> {
  await ctx.tx.insert(legalHoldTable, row);
}

export async function findById(ctx: Ctx, id: string): Promise<HoldWithNames | undefined> {
  const rows: readonly HoldWithNames[] = await ctx.tx.query(`${HOLDS} WHERE h.id = ?`, [id]);
  return rows[0];
}

/** Those that stand first, the latest first. */
export async function list(ctx: Ctx, limit: number): Promise<readonly HoldWithNames[]> {
  return ctx.tx.query(
    `${HOLDS} ORDER BY h.lifted_on IS NOT NULL, h.from_date DESC, h.id DESC LIMIT ?`,
    [limit],
  );
}

/** Those that stand, of one record or of all. */
export async function listStanding(
  ctx: Ctx,
  of?: { readonly kind: string; readonly id: string },
): Promise<readonly HoldWithNames[]> {
  return ctx.tx.query(
    `${HOLDS} WHERE h.lifted_on IS NULL AND (? IS NULL OR (h.kind = ? AND h.record_id = ?))
     ORDER BY h.from_date, h.id`,
    [of?.kind ?? null, of?.kind ?? null, of?.id ?? null],
  );
}

export async function lift(
  ctx: Ctx,
  id: string,
  how: { readonly on: string; readonly why: string; readonly byUserId: string | null },
): Promise<void> {
  await ctx.tx.query(
    'UPDATE legal_hold SET lifted_on = ?, lifted_why = ?, lifted_by_user_id = ? WHERE id = ?',
    [how.on, how.why, how.byUserId, id],
  );
}
