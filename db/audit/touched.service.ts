import type { Ctx } from '#db/shared/ctx';
import { listTouchedAfter } from './touched.repository.ts';

/** Which of these records somebody did something to since an import brought them. */
export async function listTouchedSinceImport(
  ctx: Ctx,
  of: { readonly objectType: string; readonly ids: readonly string[] },
  importId: string,
): Promise<ReadonlySet<string>> {
  return new Set(await listTouchedAfter(ctx, of, { objectType: 'import', objectId: importId }));
}
