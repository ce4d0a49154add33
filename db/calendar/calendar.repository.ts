import type { FacilityId } from '#db/facilities/facilities.contract';
import { userIdOf } from '#db/shared/actor';
import type { Ctx } from '#db/shared/ctx';
import type { LocalDate, LocalEndTime, LocalTime } from '#db/shared/local-date';
import type { Closure, ClosureId } from './calendar.contract.ts';
import { type ClosureRow, closureTable } from './calendar.table.ts';
import type { ClosureInForce } from './opening.rules.ts';

function toClosure(row: ClosureRow): Closure {
  return {
    id: row.id as ClosureId,
    name: row.name,
    effect: row.effect as Closure['effect'],
    firstDate: row.first_date as LocalDate,
    lastDate: row.last_date as LocalDate,
    facilityId: row.facility_id as FacilityId | null,
    from: row.from_time as LocalTime | null,
    until: row.until_time as LocalEndTime | null,
    isNonWorking: row.is_non_working === 1,
    withdrawn: row.is_withdrawn === 1,
    version: row.version,
  };
}

/** A closure of one room with the rooms it is joined to, as JSON. */
type RowWithJoined = ClosureRow & { readonly joined_json: string };

/** Closures in force that touch the days from `from` to `until`, both included, in the order of their entry. */
export async function listBetween(
  ctx: Ctx,
  from: LocalDate,
  until: LocalDate,
): Promise<readonly (Closure & ClosureInForce)[]> {
  const rows: readonly RowWithJoined[] = await ctx.tx.query(
    `SELECT c.*, (SELECT json_group_array(id) FROM (
         SELECT whole_id AS id FROM facility_part WHERE part_id = c.facility_id
         UNION SELECT part_id FROM facility_part WHERE whole_id = c.facility_id
         UNION SELECT sister.whole_id FROM facility_part AS own
           JOIN facility_part AS sister ON sister.part_id = own.part_id
           WHERE own.whole_id = c.facility_id)) AS joined_json
     FROM "closure" AS c WHERE c.last_date >= ? AND c.first_date <= ? AND c.is_withdrawn = 0
     ORDER BY c.recorded_at, c.rowid`,
    [from, until],
  );
  return rows.map((row) => ({
    ...toClosure(row),
    alsoCloses: JSON.parse(row.joined_json) as FacilityId[],
  }));
}

/** Every closure on record, the latest day first. */
export async function listAll(ctx: Ctx): Promise<readonly Closure[]> {
  const rows: readonly ClosureRow[] = await ctx.tx.query(
    'SELECT * FROM "closure" ORDER BY first_date DESC, recorded_at DESC, rowid DESC',
  );
  return rows.map(toClosure);
}

export async function findById(ctx: Ctx, id: ClosureId): Promise<Closure | undefined> {
  const rows: readonly ClosureRow[] = await ctx.tx.query('SELECT * FROM "closure" WHERE id = ?', [
    id,
  ]);
  return rows[0] === undefined ? undefined : toClosure(rows[0]);
}

export async function insert(ctx: Ctx, closure: Closure): Promise<void> {
  await ctx.tx.insert(closureTable, {
    id: closure.id,
    name: closure.name,
    effect: closure.effect,
    first_date: closure.firstDate,
    last_date: closure.lastDate,
    facility_id: closure.facilityId,
    from_time: closure.from,
    until_time: closure.until,
    is_non_working: closure.isNonWorking ? 1 : 0,
    is_withdrawn: 0,
    recorded_at: ctx.now(),
    recorded_by_user_id: userIdOf(ctx.actor),
    version: closure.version,
  });
}

/** Marks a closure as withdrawn if it is still at `seenVersion`; false when someone else was quicker. */
export async function withdraw(ctx: Ctx, id: ClosureId, seenVersion: number): Promise<boolean> {
  const result = await ctx.tx.update(
    closureTable,
    { id, version: seenVersion, is_withdrawn: 0 },
    { is_withdrawn: 1, version: seenVersion + 1 },
  );
  return result.affected === 1;
}
