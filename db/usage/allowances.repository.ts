import type { FacilityId } from '#db/facilities/facilities.contract';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate } from '#db/shared/local-date';
import type { Allowance } from './usage.contract.ts';
import { type AllowanceRow, allowanceTable } from './usage.table.ts';

type RowWithName = AllowanceRow & { readonly facility_name: string };

const WITH_NAMES = `
  SELECT a.*, f.name AS facility_name FROM usage_allowance a JOIN facility f ON f.id = a.facility_id
  WHERE (a.valid_until IS NULL OR a.valid_until >= a.valid_from)`;

function toAllowance(row: RowWithName): Allowance {
  return {
    id: row.id,
    facilityId: row.facility_id as FacilityId,
    facilityName: row.facility_name,
    per: row.per as Allowance['per'],
    unit: row.unit as Allowance['unit'],
    amount: row.amount,
    period: row.period as Allowance['period'],
    from: row.valid_from as LocalDate,
    until: row.valid_until as LocalDate | null,
  };
}

/** Every allowance that was ever in force or will be, room by room, the latest first. */
export async function list(ctx: Ctx): Promise<readonly Allowance[]> {
  const rows: readonly RowWithName[] = await ctx.tx.query(
    `${WITH_NAMES} ORDER BY f.position, a.per, a.unit, a.valid_from DESC`,
  );
  return rows.map(toAllowance);
}

/** Those in force on a day. */
export async function listOn(
  ctx: Ctx,
  date: LocalDate,
  facilityId: FacilityId | null,
): Promise<readonly Allowance[]> {
  const rows: readonly RowWithName[] = await ctx.tx.query(
    `${WITH_NAMES} AND a.valid_from <= ? AND (a.valid_until IS NULL OR a.valid_until >= ?)
     ${facilityId === null ? '' : 'AND a.facility_id = ?'}
     ORDER BY f.position, a.per, a.unit`,
    [date, date, ...(facilityId === null ? [] : [facilityId])],
  );
  return rows.map(toAllowance);
}

export async function insert(ctx: Ctx, allowance: Omit<Allowance, 'facilityName'>): Promise<void> {
  await ctx.tx.insert(allowanceTable, {
    id: allowance.id,
    facility_id: allowance.facilityId,
    per: allowance.per,
    unit: allowance.unit,
    amount: allowance.amount,
    period: allowance.period,
    valid_from: allowance.from,
    valid_until: allowance.until,
    recorded_at: ctx.now(),
  });
}

export async function endOn(ctx: Ctx, id: string, until: LocalDate): Promise<void> {
  await ctx.tx.update(allowanceTable, { id }, { valid_until: until });
}
