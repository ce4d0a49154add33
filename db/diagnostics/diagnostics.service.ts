import type { Ctx } from '#db/shared/ctx';
import * as facts from './diagnostics.repository.ts';

/** Tables whose sizes say something about a problem; no content is read. */
const COUNTED_TABLES = [
  'app_user',
  'audit_entry',
  'booking',
  'facility',
  'parameter_value',
  'person',
  'search_entry',
  'tenant_group',
] as const;

export type RecordFacts = {
  readonly sqlite: string;
  readonly layout: number;
  readonly pages: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly migrations: readonly string[];
};

/** Sizes and versions of the centre's file, and nothing that anybody typed. */
export async function readRecordFacts(ctx: Ctx): Promise<RecordFacts> {
  const counts: Record<string, number> = {};
  for (const table of COUNTED_TABLES) counts[table] = await facts.countRows(ctx, table);
  return {
    ...(await facts.readFileFacts(ctx)),
    counts,
    migrations: await facts.listMigrations(ctx),
  };
}
