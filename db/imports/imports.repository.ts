import type { Ctx } from '#db/shared/ctx';
import type { Instant } from '#db/shared/instant';
import type { MadeThing } from './import-source.ts';
import type { ImportId, ImportKind, ImportRun } from './imports.contract.ts';
import { importRunTable, type ImportRunRow } from './imports.table.ts';

type RowWithName = ImportRunRow & { readonly made_by: string | null };

const RUNS = `
  SELECT r.*, u.display_name AS made_by FROM import_run r LEFT JOIN app_user u ON u.id = r.made_by_user_id`;

function toRun(row: RowWithName): ImportRun {
  return {
    id: row.id as ImportId,
    reference: row.reference,
    kind: row.kind as ImportKind,
    fileName: row.file_name,
    madeAt: row.made_at as Instant,
    madeBy: row.made_by ?? '',
    added: row.added,
    problems: row.problems,
    undoneAt: row.undone_at as Instant | null,
    keptRows: JSON.parse(row.kept_json) as string[],
  };
}

export async function list(ctx: Ctx): Promise<readonly ImportRun[]> {
  const rows: readonly RowWithName[] = await ctx.tx.query(
    `${RUNS} ORDER BY r.made_at DESC, r.id DESC`,
  );
  return rows.map(toRun);
}

export async function findById(ctx: Ctx, id: string): Promise<ImportRun | undefined> {
  const rows: readonly RowWithName[] = await ctx.tx.query(`${RUNS} WHERE r.id = ?`, [id]);
  return rows[0] === undefined ? undefined : toRun(rows[0]);
}

export async function insert(
  ctx: Ctx,
  run: ImportRunRow,
  made: readonly MadeThing[],
): Promise<void> {
  await ctx.tx.insert(importRunTable, run);
  const AT_ONCE = 500;
  for (let start = 0; start < made.length; start += AT_ONCE) {
    const some = made.slice(start, start + AT_ONCE);
    await ctx.tx.query(
      `INSERT INTO import_row (run_id, object_type, object_id, line, words, version_after)
       VALUES ${some.map(() => '(?, ?, ?, ?, ?, ?)').join(', ')}`,
      some.flatMap((one) => [
        run.id,
        one.objectType,
        one.objectId,
        one.line,
        one.words,
        one.version,
      ]),
    );
  }
}

/** What an import made, in the order of the file. */
export async function listMade(ctx: Ctx, id: string): Promise<readonly MadeThing[]> {
  return ctx.tx.query(
    `SELECT object_type AS objectType, object_id AS objectId, line, words, version_after AS version
     FROM import_row WHERE run_id = ? ORDER BY line, object_type, object_id`,
    [id],
  );
}

export async function markUndone(
  ctx: Ctx,
  id: string,
  undone: { readonly by: string | null; readonly kept: readonly string[] },
): Promise<void> {
  await ctx.tx.update(
    importRunTable,
    { id },
    {
      undone_at: ctx.now(),
      undone_by_user_id: undone.by,
      kept_json: JSON.stringify(undone.kept),
    },
  );
}
