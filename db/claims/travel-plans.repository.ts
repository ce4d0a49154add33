import type { CostKind } from '#db/claim-policy/claim-policy.contract';
import type { PersonId } from '#db/people/people.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { TravelPlan } from './claims.contract.ts';
import { type TravelPlanRow, travelPlanTable } from './claim-papers.table.ts';

type RowWithNames = TravelPlanRow & { readonly agreed_by: string };

/** A plan as it is kept, with its reason still sealed. */
export type StoredPlan = TravelPlan & { readonly sealedWhy: string };

const PLANS = `
  SELECT t.*, coalesce(u.display_name, '') AS agreed_by
  FROM travel_plan t LEFT JOIN app_user u ON u.id = t.agreed_by_user_id`;

const toPlan = (row: RowWithNames): StoredPlan => ({
  id: row.id,
  personId: row.person_id as PersonId,
  words: row.words,
  kinds: JSON.parse(row.kinds_json) as CostKind[],
  from: row.from_date as LocalDate,
  until: row.until_date as LocalDate | null,
  agreedBy: row.agreed_by,
  agreedOn: row.agreed_on as LocalDate,
  version: row.version,
  sealedWhy: row.sealed_why,
});

/** Those of one person, the latest first. */
export async function listOf(ctx: Ctx, personId: PersonId): Promise<readonly StoredPlan[]> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(
    `${PLANS} WHERE t.person_id = ? ORDER BY t.from_date DESC, t.id DESC`,
    [personId],
  );
  return rows.map(toPlan);
}

export async function findById(ctx: Ctx, id: string): Promise<StoredPlan | undefined> {
  const rows: readonly RowWithNames[] = await ctx.tx.query(`${PLANS} WHERE t.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toPlan(rows[0]);
}

export async function insert(ctx: Ctx, row: TravelPlanRow): Promise<void> {
  await ctx.tx.insert(travelPlanTable, row);
}

/** False when somebody else changed it since `version`. */
export async function end(
  ctx: Ctx,
  of: { readonly id: string; readonly until: LocalDate; readonly version: number },
): Promise<boolean> {
  const result = await ctx.tx.update(
    travelPlanTable,
    { id: of.id, version: of.version },
    { until_date: of.until, version: of.version + 1 },
  );
  return result.affected === 1;
}
