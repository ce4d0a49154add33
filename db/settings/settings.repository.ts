import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { LocalDate } from '#db/shared/local-date';
import { formatReference } from '#db/shared/reference';
import { mustExist } from '#db/shared/domain-error';
import type { ParameterValue } from './settings.contract.ts';
import {
  type CentreRow,
  centreTable,
  type ParameterValueRow,
  parameterValueTable,
} from './settings.table.ts';

/** The centre's row; undefined until the first run has chosen a council. */
export async function findCentre(ctx: Ctx): Promise<CentreRow | undefined> {
  const row = await ctx.tx.getRepository(centreTable).findOneBy({ id: 1 });
  return row ?? undefined;
}

export async function insertCentre(ctx: Ctx, row: CentreRow): Promise<void> {
  await ctx.tx.insert(centreTable, row);
}

/** Writes the row if it is still at `seenVersion`; false when someone else was quicker. */
export async function updateCentre(
  ctx: Ctx,
  change: Partial<CentreRow>,
  seenVersion: number,
): Promise<boolean> {
  const result = await ctx.tx.update(
    centreTable,
    { id: 1, version: seenVersion },
    { ...change, version: seenVersion + 1 },
  );
  return result.affected === 1;
}

/** The figure of one name in force on a day, with its origin; undefined when nobody has given one. */
export type ParameterOnDay = {
  readonly name: string;
  readonly value: ParameterValue | null;
  readonly asGiven: string;
  readonly from: LocalDate;
  readonly origin: string;
  readonly recordedAt: Instant;
};

const toParameter = (row: ParameterValueRow): ParameterOnDay => ({
  name: row.name,
  value: JSON.parse(row.value_json) as ParameterValue | null,
  asGiven: row.as_given,
  from: row.valid_from as LocalDate,
  origin: row.origin,
  recordedAt: row.recorded_at as Instant,
});

export async function findParameterOn(
  ctx: Ctx,
  name: string,
  date: LocalDate,
): Promise<ParameterOnDay | undefined> {
  const rows: readonly ParameterValueRow[] = await ctx.tx.query(
    `SELECT * FROM parameter_value WHERE name = ? AND valid_from <= ?
     ORDER BY valid_from DESC, sequence DESC LIMIT 1`,
    [name, date],
  );
  return rows[0] === undefined ? undefined : toParameter(rows[0]);
}

/** Every value a figure has had or will have, the newest first. */
export async function listHistory(ctx: Ctx, name: string): Promise<readonly ParameterOnDay[]> {
  const rows: readonly ParameterValueRow[] = await ctx.tx.query(
    'SELECT * FROM parameter_value WHERE name = ? ORDER BY valid_from DESC, sequence DESC',
    [name],
  );
  return rows.map(toParameter);
}

/** Every figure in force on a day, by name. */
export async function listParametersOn(
  ctx: Ctx,
  date: LocalDate,
): Promise<readonly ParameterOnDay[]> {
  const rows: readonly ParameterValueRow[] = await ctx.tx.query(
    `SELECT * FROM (
       SELECT p.*, row_number() OVER (PARTITION BY name ORDER BY valid_from DESC, sequence DESC) AS place
       FROM parameter_value p WHERE valid_from <= ?
     ) WHERE place = 1 ORDER BY name`,
    [date],
  );
  return rows.map(toParameter);
}

export async function insertParameter(
  ctx: Ctx,
  row: Omit<ParameterValueRow, 'sequence'>,
): Promise<void> {
  const last: readonly { n: number | null }[] = await ctx.tx.query(
    'SELECT max(sequence) AS n FROM parameter_value',
  );
  await ctx.tx.insert(parameterValueTable, { ...row, sequence: (last[0]?.n ?? 0) + 1 });
}

/** Takes the next running number of a kind and year: 'BKG-2027-0041'. */
export async function takeReferences(
  ctx: Ctx,
  prefix: string,
  year: number,
  count: number,
): Promise<readonly string[]> {
  const rows: readonly { last_number: number }[] = await ctx.tx.query(
    `INSERT INTO reference_counter (prefix, year, last_number) VALUES (?, ?, ?)
     ON CONFLICT (prefix, year) DO UPDATE SET last_number = last_number + excluded.last_number RETURNING last_number`,
    [prefix, year, count],
  );
  const { last_number: last } = mustExist(rows[0], 'the counter row was just written');
  return Array.from({ length: count }, (_, index) =>
    formatReference(prefix, year, last - count + 1 + index),
  );
}
