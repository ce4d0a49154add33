import type { Ctx } from '#db/shared/ctx';
import type { TableKind } from '#db/shared/table';
import { recordAudit } from './record.ts';

/** Notes that a table with people in it left the program as a file: which, how many rows, as what kind of file. */
export async function recordExport(
  ctx: Ctx,
  table: { readonly name: string; readonly rows: number; readonly as: TableKind },
): Promise<void> {
  await recordAudit(ctx, {
    action: 'export.made',
    objectType: 'export',
    objectId: table.name,
    after: { rows: table.rows, as: table.as },
  });
}
