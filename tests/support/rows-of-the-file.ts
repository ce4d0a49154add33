import { HOLDINGS } from '#db/holdings/holdings-register.rules';
import type { TestCore } from './open-test-core.ts';

/** Every row of the file but those that tell of the merge itself, without what counts changes. */
export function everyRow(core: Pick<TestCore, 'raw'>): Readonly<Record<string, readonly string[]>> {
  const raw = core.raw();
  const tables = raw
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'
       AND name NOT LIKE 'audit_%' AND name NOT IN ('subject_key', 'record_merge', 'merged_row')`,
    )
    .pluck()
    .all() as readonly string[];
  return Object.fromEntries(
    tables.map((table) => [
      table,
      (raw.prepare(`SELECT * FROM "${table}"`).all() as Record<string, unknown>[])
        .map(({ version: _, ...row }) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
}

/** Where an id still stands in the file, by the register: places that a merge should have moved. */
export function placesOf(core: Pick<TestCore, 'raw'>, id: string): readonly string[] {
  const raw = core.raw();
  return HOLDINGS.filter(
    ({ onMerge, table, column }) =>
      onMerge !== 'keep' &&
      Number(
        raw
          .prepare(`SELECT count(*) FROM "${table}" WHERE instr("${column}", ?) > 0`)
          .pluck()
          .get(id),
      ) > 0,
  ).map(({ table, column }) => `${table}.${column}`);
}
